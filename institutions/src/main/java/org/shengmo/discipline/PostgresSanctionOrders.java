package org.shengmo.discipline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.consequence.Consequences;
import org.shengmo.consequence.Recoveries;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyTerms;
import org.shengmo.duty.NewDuty;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Tenure;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Refused;
import org.shengmo.wording.Text;
import org.shengmo.wording.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders: on the open record, which names the person's timeline but never the case. */
@Service
class PostgresSanctionOrders implements Orders, SealedOrders {

    private final JdbcClient database;
    private final SanctionOrderRows rows;
    private final DisciplineCaseRows cases;
    private final DisciplineVault vault;
    private final DisciplineTerms terms;
    private final SanctionRules rules;
    private final Docket docket;
    private final Notices notices;
    private final Duties duties;
    private final Recoveries recoveries;
    private final Organization organization;
    private final Posts posts;
    private final Words words;
    private final Clock clock;

    PostgresSanctionOrders(
            JdbcClient database,
            SanctionOrderRows rows,
            DisciplineCaseRows cases,
            DisciplineVault vault,
            DisciplineTerms terms,
            SanctionRules rules,
            Docket docket,
            Notices notices,
            Duties duties,
            Recoveries recoveries,
            Organization organization,
            Posts posts,
            Words words,
            Clock clock) {
        this.database = database;
        this.rows = rows;
        this.cases = cases;
        this.vault = vault;
        this.terms = terms;
        this.rules = rules;
        this.docket = docket;
        this.notices = notices;
        this.duties = duties;
        this.recoveries = recoveries;
        this.organization = organization;
        this.posts = posts;
        this.words = words;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID announce(Actor by, CaseFile.Decided decided) {
        CaseFile.Details details = decided.details();
        SanctionDecision decision = decided.decision();
        UUID id = UUID.randomUUID();
        Directory directory = organization.directory();
        List<Tenure> tenures = directory.tenuresOf(details.person(), today());
        List<Tenure> ever = directory.tenuresOf(details.person());
        UUID post =
                tenures.isEmpty() ? ever.getLast().post() : tenures.getFirst().post();
        UUID body = directory.post(post).body();
        Subject about = new Subject("discipline.order", id);
        Map<String, Object> payload = new TreeMap<>(PostgresDisciplineCases.said(decision));
        payload.put("level", details.level().code());
        payload.put("eight_rules", details.eightRules());
        payload.put("decided_on", decision.on());
        long entry = docket.record(new Act(
                by.author(),
                Kind.of("discipline.announced"),
                about,
                List.of(Subject.person(details.person()), Subject.body(body)),
                payload,
                null));
        LocalDate until = terms.due("review", today());
        rows.insert(id, details, decision, post, body, today(), until, entry);
        rows.effects(id, rules.effects(decision, id));
        notices.tellPerson(
                details.person(), Text.of("discipline.notice.announced", until), "/discipline/orders/" + id, about);
        rules.changes(decision).ifPresent(clause -> owe("carry-out", id, clause, terms.due("carry-out", today())));
        return id;
    }

    /** What has to be changed, or put back, is a duty of who carries it out; it names the order, not the person. */
    private void owe(String step, UUID order, Citation clause, LocalDate due) {
        Directory directory = organization.directory();
        directory.posts().stream()
                .filter(post -> post.abolished() == null && post.permissions().contains(CARRY_OUT))
                .findFirst()
                .ifPresent(post -> duties.owe(
                        Actor.CALENDAR,
                        new NewDuty(
                                Kind.of("discipline." + step),
                                words.say(
                                        java.util.Locale.SIMPLIFIED_CHINESE,
                                        "discipline.duty." + step,
                                        rows.byId(order).orElseThrow().details().number()),
                                post.id(),
                                post.body(),
                                clause,
                                new Subject("discipline.order", order),
                                today(),
                                due,
                                new DutyTerms(
                                        List.of(10, 3),
                                        List.of(3, 7),
                                        10,
                                        Kind.of("duty.missed"),
                                        Leads.TERMS_TABLE))));
    }

    @Override
    @Transactional
    public void carryOut(Actor by, UUID id, String what) {
        SanctionOrder order = insist(by, id);
        posts.require(by, CARRY_OUT, order.details().body());
        PostgresDisciplineLeads.requireText("what", what);
        if (order instanceof SanctionOrder.Revoked) {
            throw refusal("discipline.order-revoked", order);
        }
        rows.change(id, what.strip(), today(), by.person());
        record(by, "carried-out", order, Map.of("what", what));
    }

    @Override
    @Transactional
    public void ask(Actor by, UUID id, String text) {
        SanctionOrder order = insist(by, id);
        if (!order.details().person().equals(by.person())) {
            throw refusal("discipline.not-the-person", order);
        }
        PostgresDisciplineLeads.requireText("text", text);
        String stage = switch (order) {
            case SanctionOrder.InEffect inEffect -> inTime(inEffect.reviewUntil(), "review");
            case SanctionOrder.Maintained maintained ->
                inTime(
                        maintained.recheckUntil().orElseThrow(() -> refusal("discipline.reviewed-twice", order)),
                        "recheck");
            case SanctionOrder other -> throw refusal("discipline.review-not-now", order);
        };
        LocalDate decideBy = terms.due(stage + "-decision", today());
        rows.asked(id, stage, today(), text.strip(), decideBy);
        record(by, "review-asked", order, Map.of("stage", stage, "text", text, "decide_until", decideBy));
    }

    private String inTime(LocalDate until, String stage) {
        if (today().isAfter(until)) {
            throw Refusal.of("discipline.review-late", until, today())
                    .under(List.of(terms.clause("review", today())))
                    .refused();
        }
        return stage;
    }

    @Override
    @Transactional
    public void review(Actor by, UUID id, Outcome outcome, String reasons) {
        SanctionOrder order = insist(by, id);
        requireReviewer(by, order);
        PostgresDisciplineLeads.requireText("reasons", reasons);
        if (!(order instanceof SanctionOrder.UnderReview under)) {
            throw refusal("discipline.no-review", order);
        }
        LocalDate recheck = under.request().stage().equals("review") ? terms.due("review", today()) : null;
        switch (outcome) {
            case Outcome.Maintain maintain -> {
                rows.reviewed(id, "maintained", today(), by.person(), reasons, recheck);
                record(by, "reviewed", order, Map.of("reasons", reasons));
            }
            case Outcome.Lighten lighten -> {
                SanctionDecision lighter = lighter(order, lighten.sentence());
                rows.decision(id, lighter);
                rows.effects(id, rules.effects(lighter, id));
                rows.reviewed(id, "maintained", today(), by.person(), reasons, recheck);
                Map<String, Object> payload = new TreeMap<>(PostgresDisciplineCases.said(lighter));
                payload.put("reasons", reasons);
                record(by, "reviewed", order, payload);
            }
            case Outcome.Revoke revoke -> revoke(by, order, reasons);
        }
        notices.tellPerson(
                order.details().person(),
                Text.of("discipline.notice.reviewed"),
                "/discipline/orders/" + id,
                order.details().asSubject());
    }

    /** The lighter sanction, from the same day; nothing gets graver (art. 56). */
    private SanctionDecision lighter(SanctionOrder order, Cases.Sentence sentence) {
        SanctionDecision before = order.details().decision();
        List<Violation> told = List.of(new Violation("-", before.administrative(), before.party()));
        if (sentence.transferred() && !before.transferred()) {
            throw neverGraver(before.on());
        }
        int months;
        try {
            months = rules.joined(told, sentence, order.details().level(), before.on());
        } catch (Refused graver) {
            throw neverGraver(before.on());
        }
        SanctionDecision after = new SanctionDecision(
                sentence.administrative(),
                months,
                sentence.party(),
                sentence.transferred(),
                "none",
                before.reasons(),
                before.on(),
                before.by(),
                before.post());
        return new SanctionDecision(
                after.administrative(),
                months,
                after.party(),
                after.transferred(),
                rules.form(sentence, after.weight(), before.on()),
                before.reasons(),
                before.on(),
                before.by(),
                before.post());
    }

    private Refused neverGraver(LocalDate on) {
        return Refusal.of("discipline.never-graver")
                .under(List.of(rules.neverGraver(on)))
                .refused();
    }

    @Override
    @Transactional
    public void correct(Actor by, UUID id, String reasons) {
        SanctionOrder order = insist(by, id);
        requireReviewer(by, order);
        PostgresDisciplineLeads.requireText("reasons", reasons);
        if (order instanceof SanctionOrder.Revoked) {
            throw refusal("discipline.order-revoked", order);
        }
        revoke(by, order, reasons);
        notices.tellPerson(
                order.details().person(),
                Text.of("discipline.notice.reviewed"),
                "/discipline/orders/" + id,
                order.details().asSubject());
    }

    private void revoke(Actor by, SanctionOrder order, String reasons) {
        UUID id = order.id();
        rows.reviewed(id, "revoked", today(), by.person(), reasons, null);
        LocalDate due = terms.due("restore", today());
        rows.restoreBy(id, due);
        record(
                by,
                "revoked",
                order,
                Map.of(
                        "reasons",
                        reasons,
                        "restore",
                        order.details().changed().stream()
                                .map(SanctionOrder.Change::what)
                                .toList()));
        if (!order.details().changed().isEmpty()) {
            owe("restore", id, terms.clause("restore", today()), due);
        }
    }

    /** Another than who decided or worked on the case, with the permission that decides such a case. */
    private void requireReviewer(Actor by, SanctionOrder order) {
        SanctionOrder.Details details = order.details();
        SanctionDecision decision = details.decision();
        boolean may = by.may(Cases.DECIDE) || by.may(Cases.APPROVE);
        vault.openForWork();
        List<UUID> worked = cases.byId(rows.caseOf(order.id()))
                .map(each -> java.util.stream.Stream.concat(
                                each.details().handlers().stream(), each.details().triers().stream())
                        .toList())
                .orElse(List.of());
        vault.openFor(by);
        if (!may || by.person().equals(decision.by()) || worked.contains(by.person())) {
            throw Refusal.of("discipline.not-reviewer")
                    .under(List.of(rules.review(today())))
                    .refused();
        }
    }

    @Override
    @Transactional
    public void restore(Actor by, UUID id, UUID change, String account) {
        SanctionOrder order = insist(by, id);
        posts.require(by, CARRY_OUT, order.details().body());
        PostgresDisciplineLeads.requireText("account", account);
        if (!rows.restored(id, change, today(), account.strip())) {
            throw refusal("discipline.nothing-to-restore", order);
        }
        record(by, "restored", order, Map.of("account", account));
    }

    @Override
    @Transactional
    public UUID claim(Actor by, UUID id, Recoveries.NewRecovery recovery) {
        SanctionOrder order = insist(by, id);
        Subject about = order.details().asSubject();
        return recoveries.claim(
                by,
                new Recoveries.NewRecovery(
                        ILLICIT,
                        about,
                        words.say(
                                java.util.Locale.SIMPLIFIED_CHINESE,
                                "discipline.debtor",
                                order.details().number()),
                        recovery.amount(),
                        recovery.ground(),
                        recovery.clause(),
                        about,
                        recovery.creditor(),
                        recovery.collector(),
                        recovery.plan()));
    }

    private void record(Actor by, String kind, SanctionOrder order, Map<String, ?> payload) {
        docket.record(new Act(
                by.author(),
                Kind.of("discipline." + kind),
                order.details().asSubject(),
                List.of(Subject.person(order.details().person())),
                payload,
                null));
    }

    private SanctionOrder insist(Actor by, UUID id) {
        return open(by, id).orElseThrow(() -> new NoSuchElementException("no order " + id));
    }

    private Refused refusal(String key, SanctionOrder order) {
        return Refusal.of(key, order.details().number())
                .under(List.of(rules.review(today())))
                .refused();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    // Reading

    @Override
    @Transactional(readOnly = true)
    public List<SanctionOrder> readableBy(Actor reader) {
        return rows.all().stream().filter(each -> mayRead(reader, each)).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SanctionOrder> open(Actor reader, UUID id) {
        return rows.byId(id).filter(each -> mayRead(reader, each));
    }

    /** The person, and posts that read consequences or carry orders out where they are. */
    private boolean mayRead(Actor reader, SanctionOrder order) {
        boolean reads = reader.may(Consequences.READ) || reader.may(CARRY_OUT) || reader.may(Leads.KEEP);
        return order.details().person().equals(reader.person())
                || (reads && posts.reaches(reader, order.details().body()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SanctionOrder> ofCase(Actor reader, UUID caseFile) {
        vault.openFor(reader);
        return cases.byId(caseFile).flatMap(found -> rows.ofCase(found.id()));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Long> forms(Actor reader, int year) {
        if (!reader.may(Leads.LEAD) && !reader.may(Leads.ABOVE)) {
            reader.require(Leads.LEAD);
        }
        vault.openForWork();
        Map<String, Long> forms = new TreeMap<>();
        database.sql("""
                SELECT form, count(*) AS n FROM (
                  SELECT form FROM discipline.lead WHERE state = 'closed' AND extract(year FROM closed_on) = :year
                  UNION ALL
                  SELECT form FROM discipline.sanction_order
                  WHERE state <> 'revoked' AND extract(year FROM announced_on) = :year) AS f
                WHERE form <> 'none' GROUP BY form
                """).param("year", year).query(row -> {
            forms.put(row.getString("form"), row.getLong("n"));
        });
        vault.openFor(reader);
        return forms;
    }
}
