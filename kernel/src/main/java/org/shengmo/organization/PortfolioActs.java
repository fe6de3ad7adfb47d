package org.shengmo.organization;

import java.time.LocalDate;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Acts on portfolios: what they cover and which post is in charge. */
@Component
class PortfolioActs {

    private final JdbcClient database;
    private final Memory memory;
    private final Clerk clerk;
    private final ObjectProvider<PortfolioRule> rules;

    PortfolioActs(JdbcClient database, Memory memory, Clerk clerk, ObjectProvider<PortfolioRule> rules) {
        this.database = database;
        this.memory = memory;
        this.clerk = clerk;
        this.rules = rules;
    }

    private void requireAllowed(Directory directory, UUID post, Portfolio portfolio, LocalDate on) {
        rules.orderedStream()
                .flatMap(rule -> rule.refuses(directory, post, portfolio, on).stream())
                .findFirst()
                .ifPresent(refusal -> {
                    throw refusal.refused();
                });
    }

    Portfolio create(Actor by, String code, String name) {
        new Check().code("code", code).name("name", name).done();
        clerk.require(by, Clerk.MANAGE, null);
        long mark = memory.write(Part.PORTFOLIO);
        new Check()
                .that(memory.now().portfolioByCode(code).isEmpty(), "code", "organization.code.taken", code)
                .done();
        UUID id = enter(by, code, name, mark);
        return new Portfolio(id, code, name);
    }

    /** Writes a portfolio that was checked, and its entry. */
    UUID enter(Actor by, String code, String name, long mark) {
        UUID id = UUID.randomUUID();
        database.sql("INSERT INTO organization.portfolio (id, code, name, changed) VALUES (:id, :code, :name, :mark)")
                .param("id", id)
                .param("code", code)
                .param("name", name)
                .param("mark", mark)
                .update();
        memory.written();
        clerk.record(by, "portfolio-created", subject(id), Clerk.payload("code", code, "name", name));
        return id;
    }

    void cover(Actor by, UUID portfolio, UUID body, LocalDate from) {
        new Check().present("from", from).done();
        clerk.require(by, Clerk.MANAGE, body);
        long mark = memory.write(Part.COVERAGE);
        Snapshot directory = memory.now();
        Portfolio known = portfolio(directory, portfolio);
        boolean covered = directory.fields().covering(body).stream()
                .anyMatch(each -> each.portfolio().equals(portfolio)
                        && new Days(each.from(), each.until()).overlaps(new Days(from, null)));
        if (covered) {
            throw Refusal.of(
                            "organization.coverage.overlaps",
                            known.name(),
                            directory.body(body).name())
                    .refused();
        }
        enterCoverage(by, known, directory.body(body), from, mark);
        Directory after = memory.now();
        after.inCharge(known.code(), from).ifPresent(post -> requireAllowed(after, post.id(), known, from));
    }

    void enterCoverage(Actor by, Portfolio portfolio, Body body, LocalDate from, long mark) {
        insert("coverage", "body", UUID.randomUUID(), portfolio.id(), body.id(), from, null, mark);
        memory.written();
        recordCoverage(by, "portfolio-covered", portfolio, body, from);
    }

    void uncover(Actor by, UUID portfolio, UUID body, LocalDate from) {
        new Check().present("from", from).done();
        clerk.require(by, Clerk.MANAGE, body);
        long mark = memory.write(Part.COVERAGE);
        Snapshot directory = memory.now();
        Portfolio known = portfolio(directory, portfolio);
        Portfolios.Coverage covering = directory.fields().covering(body).stream()
                .filter(each -> each.portfolio().equals(portfolio) && each.until() == null)
                .filter(each -> each.from().isBefore(from))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                                "organization.coverage.none",
                                known.name(),
                                directory.body(body).name())
                        .refused());
        end("coverage", covering.id(), from, mark);
        memory.written();
        recordCoverage(by, "portfolio-uncovered", known, directory.body(body), from);
    }

    PortfolioHolding assign(Actor by, UUID post, UUID portfolio, LocalDate from) {
        new Check().present("from", from).done();
        clerk.require(by, Clerk.MANAGE, null);
        long mark = memory.write(Part.HOLDING);
        Snapshot directory = memory.now();
        Portfolio known = portfolio(directory, portfolio);
        Post leader = directory.post(post);
        directory.holdingsOf(portfolio).stream()
                .filter(each -> new Days(each.from(), each.until()).overlaps(new Days(from, null)))
                .findFirst()
                .ifPresent(each -> {
                    Post holder = directory.post(each.post());
                    throw Refusal.of(
                                    "organization.holding.overlaps",
                                    known.name(),
                                    directory.body(holder.body()).name(),
                                    holder.name(),
                                    each.from(),
                                    Clerk.day(each.until()))
                            .refused();
                });
        requireAllowed(directory, leader.id(), known, from);
        PortfolioHolding holding = new PortfolioHolding(UUID.randomUUID(), portfolio, leader.id(), from, null);
        enterHolding(by, directory, holding, mark);
        return holding;
    }

    void enterHolding(Actor by, Snapshot directory, PortfolioHolding holding, long mark) {
        insert(
                "holding",
                "post",
                holding.id(),
                holding.portfolio(),
                holding.post(),
                holding.from(),
                holding.until(),
                mark);
        memory.written();
        recordHolding(by, "portfolio-assigned", directory, holding);
    }

    PortfolioHolding end(Actor by, UUID holding, LocalDate until) {
        new Check().present("until", until).done();
        clerk.require(by, Clerk.MANAGE, null);
        long mark = memory.write(Part.HOLDING);
        Snapshot directory = memory.now();
        PortfolioHolding known = Rows.get(directory.fields().holdings, holding);
        if (known.until() != null || !until.isAfter(known.from())) {
            throw Refusal.of(
                            "organization.holding.not-ended",
                            portfolio(directory, known.portfolio()).name(),
                            known.from(),
                            Clerk.day(known.until()))
                    .refused();
        }
        end("holding", holding, until, mark);
        memory.written();
        PortfolioHolding ended = new PortfolioHolding(known.id(), known.portfolio(), known.post(), known.from(), until);
        recordHolding(by, "portfolio-ended", directory, ended);
        return ended;
    }

    private void insert(
            String table,
            String column,
            UUID id,
            UUID portfolio,
            UUID other,
            LocalDate from,
            LocalDate until,
            long mark) {
        database.sql("INSERT INTO organization." + table + " (id, portfolio, " + column + ", during, changed)"
                        + " VALUES (:id, :portfolio, :other, daterange(:from, cast(:until AS date)), :mark)")
                .param("id", id)
                .param("portfolio", portfolio)
                .param("other", other)
                .param("from", from)
                .param("until", until)
                .param("mark", mark)
                .update();
    }

    private void end(String table, UUID id, LocalDate until, long mark) {
        database.sql("UPDATE organization." + table
                        + " SET during = daterange(lower(during), :until), changed = :mark WHERE id = :id")
                .param("until", until)
                .param("mark", mark)
                .param("id", id)
                .update();
    }

    private void recordCoverage(Actor by, String kind, Portfolio portfolio, Body body, LocalDate from) {
        clerk.record(
                by,
                kind,
                subject(portfolio.id()),
                Clerk.payload("portfolio", portfolio.name(), "body", body.name(), "from", from),
                Subject.body(body.id()));
    }

    private void recordHolding(Actor by, String kind, Snapshot directory, PortfolioHolding holding) {
        Post post = directory.post(holding.post());
        clerk.record(
                by,
                kind,
                subject(holding.portfolio()),
                Clerk.payload(
                        "portfolio",
                        portfolio(directory, holding.portfolio()).name(),
                        "post",
                        post.name(),
                        "body",
                        directory.body(post.body()).name(),
                        "from",
                        holding.from(),
                        "until",
                        holding.until()),
                Subject.post(post.id()),
                Subject.body(post.body()));
    }

    private static Portfolio portfolio(Snapshot directory, UUID id) {
        return Rows.get(directory.fields().byId, id);
    }

    private static Subject subject(UUID portfolio) {
        return new Subject("portfolio", portfolio);
    }
}
