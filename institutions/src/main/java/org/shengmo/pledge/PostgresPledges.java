package org.shengmo.pledge;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.attachment.Attachment;
import org.shengmo.attachment.Attachments;
import org.shengmo.attachment.Pictures;
import org.shengmo.docket.Act;
import org.shengmo.docket.Author;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Sha256;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyTerms;
import org.shengmo.duty.NewDuty;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pledges in PostgreSQL. */
@Service
class PostgresPledges implements Pledges {

    private static final int SHORTEST_KEY = 20;
    private static final int LONGEST_COMMENT = 500;

    private final JdbcClient database;
    private final PledgeRows rows;
    private final Docket docket;
    private final Duties duties;
    private final Rulebook rulebook;
    private final Organization organization;
    private final Attachments attachments;
    private final Clock clock;

    PostgresPledges(
            JdbcClient database,
            Docket docket,
            Duties duties,
            Rulebook rulebook,
            Organization organization,
            Attachments attachments,
            Clock clock) {
        this.database = database;
        this.rows = new PledgeRows(database);
        this.docket = docket;
        this.duties = duties;
        this.rulebook = rulebook;
        this.organization = organization;
        this.attachments = attachments;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Programme announce(Actor by, UUID creditor, NewProgramme programme) {
        by.require(MANAGE);
        Announcement.check(programme);
        UUID id = UUID.randomUUID();
        try {
            rows.insert(id, creditor, programme);
            docket.record(Act.of(
                    by.author(),
                    "pledge.announced",
                    new Subject("pledge.programme", id),
                    Map.of("year", programme.year(), "code", programme.code(), "name", programme.name()),
                    Subject.body(creditor)));
            programme.promises().forEach(promise -> promise(by, id, creditor, programme.year(), promise));
        } catch (DuplicateKeyException twice) {
            throw Invalid.at("code", "pledge.fault.code-stands", programme.code());
        }
        return rows.programmes(programme.year()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void promise(Actor by, UUID programme, UUID creditor, int year, NewProgramme.NewPromise promise) {
        UUID id = UUID.randomUUID();
        Subject subject = subject(id);
        rows.insert(id, programme, year, promise);
        docket.record(Act.of(
                by.author(),
                "pledge.promised",
                subject,
                Map.of(
                        "code",
                        promise.code(),
                        "title",
                        promise.title(),
                        "text",
                        promise.text(),
                        "planned",
                        promise.planned()),
                new Subject("pledge.programme", programme),
                Subject.post(promise.owner()),
                Subject.body(promise.leadBody())));
        LocalDate today = today();
        Ruling terms = rulebook.decide(TERMS_TABLE, today, Map.of("planned", promise.planned()));
        int position = 0;
        for (NewProgramme.NewMilestone milestone : promise.milestones()) {
            LocalDate from = milestone.due().isBefore(today) ? milestone.due() : today;
            UUID duty = duties.owe(
                    by,
                    new NewDuty(
                                    Kind.of("pledge.milestone"),
                                    promise.title() + "：" + milestone.title(),
                                    promise.owner(),
                                    creditor,
                                    terms.citations().getFirst(),
                                    subject,
                                    from,
                                    milestone.due(),
                                    DutyTerms.of(terms, Kind.of("duty.missed")))
                            .metAt("/pledges/" + id));
            rows.insert(id, ++position, milestone, duty);
        }
    }

    @Override
    @Transactional
    public void reach(Actor by, UUID milestone, String account) {
        Promise promise = ofMilestone(milestone);
        Promise.Milestone reached = milestone(promise, milestone);
        if (account.isBlank()) {
            throw Invalid.at("account", "pledge.fault.blank");
        }
        if (reached.reachedOn().isPresent()) {
            throw Refusal.of("pledge.reached.before", reached.title()).refused();
        }
        if (!promise.next().orElseThrow().id().equals(milestone)) {
            throw Refusal.of("pledge.reached.out-of-order", promise.next().get().title())
                    .refused();
        }
        duties.meetByAct(by, reached.duty(), account, List.of());
        rows.reached(milestone, today(), account);
        record(by.author(), "pledge.reached", promise, Map.of("milestone", reached.title(), "account", account));
    }

    @Override
    @Transactional
    public void delay(Actor by, UUID milestone, LocalDate due, String reasons) {
        by.require(MANAGE);
        Promise promise = ofMilestone(milestone);
        Promise.Milestone late = milestone(promise, milestone);
        if (reasons.isBlank()) {
            throw Invalid.at("reasons", "pledge.fault.blank");
        }
        duties.extend(by, late.duty(), due, reasons);
        rows.delayed(late, today(), due, reasons);
        record(
                by.author(),
                "pledge.delayed",
                promise,
                Map.of("milestone", late.title(), "from", late.due(), "to", due, "reasons", reasons));
    }

    @Override
    @Transactional
    public void spend(Actor by, UUID promise, BigDecimal amount, LocalDate on, String purpose) {
        by.require(MANAGE);
        if (amount.signum() <= 0 || amount.scale() > 2) {
            throw Invalid.at("amount", "pledge.fault.money");
        }
        if (on.isAfter(today())) {
            throw Invalid.at("on", "pledge.fault.future");
        }
        Promise spentOn = found(promise);
        rows.spent(promise, amount, on, purpose);
        record(by.author(), "pledge.spent", spentOn, Map.of("amount", amount, "on", on, "purpose", purpose));
    }

    @Override
    @Transactional
    public void photograph(Actor by, UUID promise, byte[] picture, String caption) {
        Promise shown = found(promise);
        boolean owner = organization.holdersOf(shown.owner(), today()).stream()
                .anyMatch(tenure -> tenure.person().equals(by.person()));
        if (!owner) {
            by.require(MANAGE);
        }
        Attachment kept = attachments.keep(by.author(), "photo.jpg", Pictures.redrawn(picture));
        attachments.attach(List.of(kept.id()), subject(promise));
        rows.photographed(promise, kept.id(), today(), caption);
        record(by.author(), "pledge.photographed", shown, Map.of("caption", caption, "sha256", kept.sha256()));
    }

    @Override
    @Transactional
    public void judge(UUID promise, String visitor, boolean satisfied, String comment) {
        if (visitor.length() < SHORTEST_KEY) {
            throw Invalid.at("visitor", "pledge.fault.visitor");
        }
        if (comment.length() > LONGEST_COMMENT) {
            throw Invalid.at("comment", "pledge.fault.long", LONGEST_COMMENT);
        }
        Promise judged = found(promise);
        rows.judged(promise, Sha256.of(visitor), satisfied, comment.strip(), today());
        record(new Author(null, null), "pledge.judged", judged, Map.of("satisfied", satisfied));
    }

    private void record(Author author, String kind, Promise promise, Map<String, ?> payload) {
        docket.record(Act.of(
                author,
                kind,
                subject(promise.id()),
                payload,
                new Subject("pledge.programme", promise.programme()),
                Subject.post(promise.owner())));
    }

    private Promise found(UUID promise) {
        return rows.promise(promise).orElseThrow(() -> new NoSuchElementException("no promise " + promise));
    }

    private Promise ofMilestone(UUID milestone) {
        return rows.ofMilestone(milestone).orElseThrow(() -> new NoSuchElementException("no milestone " + milestone));
    }

    private static Promise.Milestone milestone(Promise promise, UUID id) {
        return promise.milestones().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Subject subject(UUID promise) {
        return new Subject("pledge", promise);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Programme> of(int year) {
        return rows.programmes(year);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return database.sql("SELECT DISTINCT year FROM pledge.programme ORDER BY year DESC")
                .query(Integer.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Promise> promise(UUID id) {
        return rows.promise(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Comment> comments(UUID promise, int limit) {
        return rows.comments(promise, limit);
    }
}
