package org.shengmo.organization;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.docket.Kind;
import org.shengmo.wording.Words;
import org.shengmo.workbook.Layout;
import org.shengmo.workbook.Reading;
import org.shengmo.workbook.Row;
import org.shengmo.workbook.Workbooks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Imports an organization workbook in one transaction: read, checked against itself and the record, then entered act by act. */
@Service
class WorkbookImport implements OrganizationImport {

    private final Memory memory;
    private final Clerk clerk;
    private final BodyActs bodies;
    private final PostActs posts;
    private final PersonActs people;
    private final TenureActs tenures;
    private final PortfolioActs portfolios;
    private final MembershipActs memberships;
    private final Layout layout;

    WorkbookImport(
            Memory memory,
            Clerk clerk,
            BodyActs bodies,
            PostActs posts,
            PersonActs people,
            TenureActs tenures,
            PortfolioActs portfolios,
            MembershipActs memberships,
            Words words) {
        this.memory = memory;
        this.clerk = clerk;
        this.bodies = bodies;
        this.posts = posts;
        this.people = people;
        this.tenures = tenures;
        this.portfolios = portfolios;
        this.memberships = memberships;
        this.layout = OrganizationLayout.of(words);
    }

    @Override
    public Layout layout() {
        return layout;
    }

    /** The interface's own would run outside a transaction: it calls past the proxy. */
    @Override
    @Transactional
    public Imported run(Actor by, Path file, boolean dryRun) {
        return OrganizationImport.super.run(by, file, dryRun);
    }

    @Override
    @Transactional
    public Imported run(Actor by, InputStream file, boolean dryRun) {
        clerk.require(by, Clerk.MANAGE, null);
        clerk.require(by, Clerk.APPOINT, null);
        Reading reading = read(file);
        long mark = dryRun ? 0 : memory.write(Part.values());
        new WorkbookCheck(reading, memory.now()).run();
        return new Entering(by, reading.faultless(), mark, dryRun).all();
    }

    private Reading read(InputStream file) {
        try {
            return Workbooks.read(file, layout);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean tenureOnRecord(Directory directory, String person, String post, LocalDate from) {
        return directory.postByCode(post).stream()
                .flatMap(known -> directory.tenuresIn(known.id()).stream())
                .anyMatch(tenure -> tenure.from().equals(from)
                        && directory.person(tenure.person()).code().equals(person));
    }

    /** One run's entering: lower things first, so that each finds what it stands on. */
    private final class Entering {
        private final Actor by;
        private final Reading reading;
        private final long mark;
        private final boolean dryRun;

        Entering(Actor by, Reading reading, long mark, boolean dryRun) {
            this.by = by;
            this.reading = reading;
            this.mark = mark;
            this.dryRun = dryRun;
        }

        Imported all() {
            return new Imported(bodies(), posts(), people(), tenures(), portfolios(), memberships(), dryRun);
        }

        private List<Row> fresh(String sheet, java.util.function.Predicate<String> known) {
            return reading.rows(sheet).stream()
                    .filter(row -> !known.test(row.text("code")))
                    .toList();
        }

        private int bodies() {
            Directory before = memory.now();
            List<Row> rows = fresh(
                    OrganizationLayout.BODIES, code -> before.bodyByCode(code).isPresent());
            if (dryRun) {
                return rows.size();
            }
            Map<String, UUID> ids = new HashMap<>();
            Map<String, String> names = new HashMap<>();
            before.bodies().forEach(body -> ids.put(body.code(), body.id()));
            reading.rows(OrganizationLayout.BODIES).forEach(row -> names.put(row.text("code"), row.text("name")));
            List<Row> left = new ArrayList<>(rows);
            while (!left.isEmpty()) {
                List<Row> ready = left.stream()
                        .filter(row ->
                                row.optionalText("parent").map(ids::containsKey).orElse(true))
                        .toList();
                for (Row row : ready) {
                    String parent = row.optionalText("parent").orElse(null);
                    NewBody body = new NewBody(
                            row.text("code"),
                            row.text("name"),
                            BodyKind.valueOf(row.text("kind")),
                            parent == null ? null : ids.get(parent),
                            row.optionalWholeNumber("position").orElse(0L).intValue(),
                            row.optionalDate("established").orElse(null));
                    ids.put(body.code(), WorkbookImport.this.bodies.enter(by, body, names.get(parent), mark));
                }
                left.removeAll(ready);
            }
            return rows.size();
        }

        private int posts() {
            Directory now = memory.now();
            List<Row> rows =
                    fresh(OrganizationLayout.POSTS, code -> now.postByCode(code).isPresent());
            if (!dryRun) {
                rows.forEach(row -> {
                    Body body = now.bodyByCode(row.text("body")).orElseThrow();
                    WorkbookImport.this.posts.enter(by, post(row, body, now), body.name(), mark);
                });
            }
            return rows.size();
        }

        private NewPost post(Row row, Body body, Directory now) {
            Set<Permission> permissions = row.optionalText("permissions").map(Lists::items).stream()
                    .flatMap(List::stream)
                    .map(Permission::of)
                    .collect(Collectors.toSet());
            Set<UUID> chosen = row.optionalText("scopeBodies").map(Lists::items).stream()
                    .flatMap(List::stream)
                    .map(code -> now.bodyByCode(code).orElseThrow().id())
                    .collect(Collectors.toSet());
            return new NewPost(
                    row.text("code"),
                    row.text("name"),
                    body.id(),
                    row.optionalText("kind").map(Kind::of).orElse(null),
                    row.yes("head"),
                    row.optionalWholeNumber("rank").orElse(1L).intValue(),
                    row.optionalWholeNumber("seats").orElse(1L).intValue(),
                    permissions,
                    row.optionalText("scope").map(Reach::valueOf).orElse(Reach.OWN_SELF),
                    chosen);
        }

        private int people() {
            Directory now = memory.now();
            List<Row> rows = fresh(
                    OrganizationLayout.PEOPLE, code -> now.personByCode(code).isPresent());
            if (!dryRun) {
                rows.forEach(row ->
                        WorkbookImport.this.people.enter(by, new NewPerson(row.text("code"), row.text("name")), mark));
            }
            return rows.size();
        }

        private int tenures() {
            Snapshot now = memory.now();
            List<Row> rows = reading.rows(OrganizationLayout.TENURES).stream()
                    .filter(row -> !tenureOnRecord(now, row.text("person"), row.text("post"), row.date("from")))
                    .toList();
            if (!dryRun) {
                rows.stream()
                        .collect(Collectors.groupingBy(row -> row.text("post")))
                        .forEach((post, into) -> seat(now, now.postByCode(post).orElseThrow(), into));
            }
            return rows.size();
        }

        private void seat(Snapshot now, Post post, List<Row> rows) {
            List<Tenure> fresh = rows.stream()
                    .map(row -> new Tenure(
                            UUID.randomUUID(),
                            now.personByCode(row.text("person")).orElseThrow().id(),
                            post.id(),
                            row.date("from"),
                            row.optionalDate("until").orElse(null)))
                    .toList();
            WorkbookImport.this.tenures.enterAll(by, now, post, fresh, mark);
        }

        private int portfolios() {
            Snapshot before = memory.now();
            List<Row> all = reading.rows(OrganizationLayout.PORTFOLIOS);
            List<Row> rows = fresh(
                    OrganizationLayout.PORTFOLIOS,
                    code -> before.portfolioByCode(code).isPresent());
            if (dryRun || all.isEmpty()) {
                return rows.size();
            }
            rows.forEach(row -> WorkbookImport.this.portfolios.enter(by, row.text("code"), row.text("name"), mark));
            Snapshot now = memory.now();
            rows.forEach(row -> {
                Portfolio portfolio = now.portfolioByCode(row.text("code")).orElseThrow();
                LocalDate from = row.date("from");
                row.optionalText("bodies").map(Lists::items).stream()
                        .flatMap(List::stream)
                        .forEach(code -> WorkbookImport.this.portfolios.enterCoverage(
                                by, portfolio, now.bodyByCode(code).orElseThrow(), from, mark));
                row.optionalText("post")
                        .ifPresent(code -> WorkbookImport.this.portfolios.enterHolding(
                                by,
                                now,
                                new PortfolioHolding(
                                        UUID.randomUUID(),
                                        portfolio.id(),
                                        now.postByCode(code).orElseThrow().id(),
                                        from,
                                        null),
                                mark));
            });
            return rows.size();
        }

        private int memberships() {
            Directory now = memory.now();
            Set<List<Object>> known = new HashSet<>();
            now.bodies()
                    .forEach(body -> now.membershipsOf(body.id())
                            .forEach(each -> known.add(
                                    List.of(now.body(each.coordinatingBody()).code(), body.code(), each.from()))));
            List<Row> rows = reading.rows(OrganizationLayout.MEMBERSHIPS).stream()
                    .filter(row ->
                            !known.contains(List.of(row.text("coordinating"), row.text("member"), row.date("from"))))
                    .toList();
            if (!dryRun) {
                rows.forEach(row -> membership(now, row));
            }
            return rows.size();
        }

        private void membership(Directory now, Row row) {
            UUID coordinating =
                    now.bodyByCode(row.text("coordinating")).orElseThrow().id();
            UUID member = now.bodyByCode(row.text("member")).orElseThrow().id();
            Membership joined = new Membership(UUID.randomUUID(), coordinating, member, row.date("from"), null);
            WorkbookImport.this.memberships.enter(by, now, joined, mark);
            row.optionalDate("until")
                    .ifPresent(until -> WorkbookImport.this.memberships.enterLeaving(
                            by, now, new Membership(joined.id(), coordinating, member, joined.from(), until), mark));
        }
    }
}
