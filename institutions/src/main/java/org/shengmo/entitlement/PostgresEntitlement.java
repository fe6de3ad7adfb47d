package org.shengmo.entitlement;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.consequence.Recoveries;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.NewDuty;
import org.shengmo.duty.OpenDuty;
import org.shengmo.finding.Finding;
import org.shengmo.finding.Findings;
import org.shengmo.finding.NewFinding;
import org.shengmo.measurement.Measurements;
import org.shengmo.measurement.Run;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The review of welfare rosters in PostgreSQL. */
@Service
class PostgresEntitlement implements Entitlement {

    private static final int MOST_FAILURES = 5;
    private static final int LONGEST_REPLY = 2000;
    private static final String MEASURES = "entitlement-measures";

    private final HouseholdRows rows;
    private final Posts posts;
    private final Docket docket;
    private final Rulebook rulebook;
    private final Duties duties;
    private final Findings findings;
    private final Recoveries recoveries;
    private final Organization organization;
    private final Measurements measurements;
    private final Attempts attempts;
    private final Words words;
    private final Clock clock;

    PostgresEntitlement(
            HouseholdRows rows,
            Posts posts,
            Docket docket,
            Rulebook rulebook,
            Duties duties,
            Findings findings,
            Recoveries recoveries,
            Organization organization,
            Measurements measurements,
            Attempts attempts,
            Words words,
            Clock clock) {
        this.rows = rows;
        this.posts = posts;
        this.docket = docket;
        this.rulebook = rulebook;
        this.duties = duties;
        this.findings = findings;
        this.recoveries = recoveries;
        this.organization = organization;
        this.measurements = measurements;
        this.attempts = attempts;
        this.words = words;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Household.Batch tell(Actor by, List<UUID> ids, UUID decider) {
        List<Household> households = reached(by, TELL, ids);
        for (Household household : households) {
            if (!(household instanceof Household.Found)) {
                throw refusal("entitlement.refused.told", household, cite("4"));
            }
        }
        UUID run = households.getFirst().details().run();
        if (households.stream().anyMatch(each -> !each.details().run().equals(run))) {
            throw Invalid.at("households", "entitlement.fault.one-run");
        }
        Ruling hearing = hearing(Household.Outcome.STOPPED);
        LocalDate replyUntil = today().plusDays(hearing.integer("replyDays"));
        Household.Batch batch = new Household.Batch(
                UUID.randomUUID(),
                0,
                run,
                today(),
                replyUntil,
                replyUntil.plusDays(hearing.integer("decideDays")),
                decider);
        rows.insert(batch, decideDuty(batch, households));
        rows.tell(ids, batch.id());
        Map<String, Object> payload = new TreeMap<>();
        payload.put("numbers", numbers(households));
        payload.put("households", households.size());
        payload.put("reply_until", replyUntil);
        payload.put("clause", hearing.citations().getFirst().asPayload());
        record(by, "entitlement.told", new Subject("entitlement.batch", batch.id()), households, payload);
        done(
                by,
                rows.reviewDuty(run).filter(duty -> !rows.any("run = ? AND state = 'found'", run)),
                "entitlement.account.told");
        return rows.batches(run).stream()
                .filter(each -> each.id().equals(batch.id()))
                .findFirst()
                .orElseThrow();
    }

    private UUID decideDuty(Household.Batch batch, List<Household> households) {
        Ruling terms = rulebook.decide(TERMS_TABLE, today(), Map.of("matter", "decide"));
        return duties.owe(
                Actor.CALENDAR,
                new NewDuty(
                                Kind.of("entitlement.decide"),
                                words.say(
                                        java.util.Locale.SIMPLIFIED_CHINESE,
                                        "entitlement.duty.decide",
                                        households.getFirst().details().township(),
                                        households.size()),
                                batch.decider(),
                                organization.post(batch.decider()).body(),
                                terms.citations().getFirst(),
                                new Subject("entitlement.batch", batch.id()),
                                today(),
                                batch.decideUntil(),
                                RosterFindings.terms(terms))
                        .metAt("/entitlement/batches/" + batch.id() + "/decide?run=" + batch.run()));
    }

    /** A duty that the act itself fulfils is met by it; whoever else owns it need not say so again. */
    private void done(Actor by, Optional<UUID> duty, String account) {
        duty.filter(id -> duties.duty(id) instanceof OpenDuty).ifPresent(id -> {
            boolean own = duties.duty(id).details().ownerPost().equals(by.post());
            duties.meetByAct(
                    own ? by : Actor.CALENDAR, id, words.say(java.util.Locale.SIMPLIFIED_CHINESE, account), List.of());
        });
    }

    @Override
    @Transactional
    public void hear(Actor by, UUID id, String reply) {
        Household household = reached(by, HEAR, List.of(id)).getFirst();
        said(reply);
        if (!(household instanceof Household.Told) && !(household instanceof Household.Heard)) {
            throw refusal(
                    household instanceof Household.Found
                            ? "entitlement.refused.not-told"
                            : "entitlement.refused.decided",
                    household,
                    cite("5"));
        }
        heard(by, household, Household.From.CLERK, reply);
    }

    private static void said(String reply) {
        if (reply.isBlank()) {
            throw Invalid.at("reply", "entitlement.fault.blank");
        }
        if (reply.length() > LONGEST_REPLY) {
            throw Invalid.at("reply", "entitlement.fault.long", LONGEST_REPLY);
        }
    }

    private void heard(Actor by, Household household, Household.From from, String reply) {
        long entry = docket.record(Act.of(
                by.author(),
                "entitlement.heard",
                household.details().asSubject(),
                Map.of("number", household.details().number(), "reply", reply.strip(), "heard_from", from.code()),
                new Subject("measurement.run", household.details().run())));
        rows.hear(household.id(), today(), from, reply.strip(), entry);
    }

    @Override
    @Transactional
    public void answer(long number, String code, String reply) {
        Household household = opened(number, code);
        said(reply);
        if (household instanceof Household.Told told
                && !today().isAfter(told.batch().replyUntil())) {
            heard(Actor.PUBLIC, household, Household.From.HOUSEHOLD, reply);
        } else if (household instanceof Household.Heard heard && heard.hearing().from() == Household.From.HOUSEHOLD) {
            throw refusal("entitlement.refused.answered", household, cite("5"));
        } else {
            throw refusal("entitlement.refused.late", household, cite("5"));
        }
    }

    @Override
    @Transactional
    public Household opened(long number, String code) {
        Optional<Household> household =
                rows.households("h.number = ?", number).stream().findFirst();
        LocalDate today = today();
        if (household.isPresent() && rows.failures(household.get().id(), today) >= MOST_FAILURES) {
            throw Refusal.of("entitlement.refused.locked").refused();
        }
        boolean right = household.isPresent()
                && !(household.get() instanceof Household.Found)
                && Codes.same(code(household.get().id()), code);
        if (!right) {
            household.ifPresent(each -> attempts.failed(each.id(), today));
            throw Refusal.of("entitlement.refused.code").refused();
        }
        return household.get();
    }

    @Override
    @Transactional
    public String code(Actor by, UUID household) {
        reached(by, TELL, List.of(household));
        return code(household);
    }

    private String code(UUID household) {
        return Codes.of(rows.secret(Codes.fresh()), household);
    }

    @Override
    @Transactional
    public void decide(Actor by, List<Ruled> ruled, String resolution) {
        Map<UUID, Household> households = reached(
                        by, DECIDE, ruled.stream().map(Ruled::household).toList())
                .stream()
                .collect(Collectors.toMap(Household::id, each -> each));
        Map<UUID, List<Member>> members = rows.members(List.copyOf(households.keySet()));
        Map<Household.Outcome, Ruling> rules = new TreeMap<>();
        List<Map<String, Object>> told = new ArrayList<>();
        for (Ruled each : ruled) {
            Household household = households.get(each.household());
            Ruling rule = rules.computeIfAbsent(each.outcome(), this::hearing);
            mayBeDecided(by, household, each, rule);
            consistent(household, each, members.getOrDefault(each.household(), List.of()));
            told.add(Map.of(
                    "number", household.details().number(),
                    "outcome", each.outcome().code(),
                    "before", household.details().monthlyAmount(),
                    "after", each.amountAfter(),
                    "persons_removed", removed(household, each)));
        }
        Map<String, Object> payload = new TreeMap<>();
        payload.put("decisions", told);
        payload.put("households", ruled.size());
        payload.put("resolution", resolution.strip());
        payload.put(
                "clauses",
                rules.values().stream()
                        .flatMap(rule -> rule.citations().stream())
                        .distinct()
                        .map(org.shengmo.wording.Citation::asPayload)
                        .toList());
        long entry = record(
                by,
                "entitlement.decided",
                ruled.size() == 1
                        ? households.get(ruled.getFirst().household()).details().asSubject()
                        : new Subject(
                                "measurement.run",
                                households
                                        .get(ruled.getFirst().household())
                                        .details()
                                        .run()),
                List.copyOf(households.values()),
                payload);
        keep(by, ruled, households, resolution.strip(), entry);
    }

    private void keep(Actor by, List<Ruled> ruled, Map<UUID, Household> households, String resolution, long entry) {
        List<Object[]> decisions = new ArrayList<>();
        List<Object[]> leaving = new ArrayList<>();
        for (Ruled each : ruled) {
            decisions.add(new Object[] {
                each.outcome().code(),
                each.amountAfter(),
                removed(households.get(each.household()), each),
                each.reasons().strip(),
                resolution,
                Date.valueOf(today()),
                by.person(),
                by.post(),
                entry,
                each.household()
            });
            each.removed().forEach(member -> leaving.add(new Object[] {member, each.household()}));
        }
        rows.decide(decisions);
        rows.remove(leaving);
        households.values().stream()
                .flatMap(household -> batch(household).stream())
                .distinct()
                .filter(batch -> !rows.any("batch = ? AND state <> 'decided'", batch.id()))
                .forEach(batch -> done(by, rows.batchDuty(batch.id()), "entitlement.account.decided"));
    }

    private static Optional<Household.Batch> batch(Household household) {
        return switch (household) {
            case Household.Told told -> Optional.of(told.batch());
            case Household.Heard heard -> Optional.of(heard.batch());
            default -> Optional.empty();
        };
    }

    private static int removed(Household household, Ruled ruled) {
        return ruled.outcome() == Household.Outcome.STOPPED
                ? household.details().persons()
                : ruled.removed().size();
    }

    private void mayBeDecided(Actor by, Household household, Ruled ruled, Ruling rule) {
        Household.Details details = household.details();
        if (household instanceof Household.Decided) {
            throw refusal("entitlement.refused.decided", household, cite("6"));
        }
        if (details.approver().filter(person -> person.equals(by.person())).isPresent()) {
            throw refusal("entitlement.refused.approver", household, cite("9"));
        }
        if (rule.truth("heardFirst") && !(household instanceof Household.Heard)) {
            Map<String, Object> facts = new TreeMap<>();
            facts.put("number", details.number());
            batch(household).ifPresent(batch -> facts.put("reply_until", batch.replyUntil()));
            throw Refusal.of("entitlement.refused.unheard", details.number())
                    .under(rule.citations())
                    .on(facts)
                    .refused();
        }
        if (rule.truth("reasons") && ruled.reasons().isBlank()) {
            throw Invalid.at("reasons", "entitlement.fault.reasons", details.number());
        }
    }

    private static void consistent(Household household, Ruled ruled, List<Member> members) {
        Household.Details details = household.details();
        BigDecimal after = ruled.amountAfter();
        boolean right = switch (ruled.outcome()) {
            case KEPT ->
                after.compareTo(details.monthlyAmount()) == 0 && ruled.removed().isEmpty();
            case REDUCED -> after.signum() > 0 && after.compareTo(details.monthlyAmount()) < 0;
            case STOPPED -> after.signum() == 0;
        };
        Set<UUID> known = members.stream().map(Member::id).collect(Collectors.toSet());
        boolean somebodyStays =
                ruled.outcome() == Household.Outcome.STOPPED || ruled.removed().size() < Math.max(1, details.persons());
        if (!right || after.scale() > 2 || !known.containsAll(ruled.removed()) || !somebodyStays) {
            throw Invalid.at("amountAfter", "entitlement.fault.amount", details.number(), details.monthlyAmount());
        }
    }

    @Override
    public Ruled proposal(Household household, List<Member> members) {
        Household.Details details = household.details();
        BigDecimal after = details.monthlyAmount().subtract(details.atStake());
        Set<UUID> found = members.stream().filter(Member::found).map(Member::id).collect(Collectors.toSet());
        if (details.atStake().signum() == 0) {
            // An entry that may stand, such as the first of a person listed twice.
            return new Ruled(household.id(), Household.Outcome.KEPT, details.monthlyAmount(), Set.of(), "");
        }
        if (after.signum() <= 0 || found.size() >= details.persons()) {
            return new Ruled(household.id(), Household.Outcome.STOPPED, BigDecimal.ZERO.setScale(2), ids(members), "");
        }
        return new Ruled(household.id(), Household.Outcome.REDUCED, after, found, "");
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Ruled> proposals(Actor by, List<UUID> households) {
        if (households.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Member>> members = rows.members(households);
        Map<UUID, Ruled> proposals = new java.util.LinkedHashMap<>();
        for (Household household : reached(by, READ, households)) {
            proposals.put(household.id(), proposal(household, members.getOrDefault(household.id(), List.of())));
        }
        return proposals;
    }

    private static Set<UUID> ids(List<Member> members) {
        return members.stream().map(Member::id).collect(Collectors.toSet());
    }

    @Override
    @Transactional
    public List<UUID> recover(Actor by, List<Overpaid> claims) {
        Map<UUID, Household> households = reached(
                        by, READ, claims.stream().map(Overpaid::household).toList())
                .stream()
                .collect(Collectors.toMap(Household::id, each -> each));
        List<Recoveries.NewRecovery> recovered = new ArrayList<>();
        for (Overpaid claim : claims) {
            Household household = households.get(claim.household());
            if (!(household instanceof Household.Decided)) {
                throw refusal("entitlement.refused.undecided", household, cite("7"));
            }
            Subject subject = household.details().asSubject();
            recovered.add(new Recoveries.NewRecovery(
                    OVERPAID,
                    subject,
                    words.say(
                            java.util.Locale.SIMPLIFIED_CHINESE,
                            "entitlement.debtor",
                            household.details().township(),
                            String.valueOf(household.details().number())),
                    claim.amount(),
                    claim.ground(),
                    cite("7"),
                    subject,
                    organization.post(claim.collector()).body(),
                    claim.collector(),
                    claim.plan()));
        }
        return recoveries.claimAll(by, recovered);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Approver> approvers(UUID run) {
        List<Finding> stated = findings.restingOn(new Subject("measurement.run", run));
        return rows.approvers(run).stream()
                .map(each -> new Approver(
                        each.approver(), each.households(), each.undeclared(), against(each.approver(), stated)))
                .toList();
    }

    private static Optional<UUID> against(UUID approver, List<Finding> stated) {
        return stated.stream()
                .filter(each -> each.details().subject().equals(Subject.person(approver)))
                .map(Finding::id)
                .findFirst();
    }

    @Override
    @Transactional
    public UUID trace(Actor by, UUID run, UUID approver) {
        by.require(TRACE);
        List<Household> undeclared = rows.households("h.run = ? AND h.approver = ? AND h.undeclared", run, approver);
        if (undeclared.isEmpty()) {
            throw Refusal.of("entitlement.refused.no-approval")
                    .under(List.of(cite("9")))
                    .refused();
        }
        Ruling rule =
                rulebook.decide(APPROVAL_TABLE, today(), Map.of("undeclared", BigDecimal.valueOf(undeclared.size())));
        Run measured = measurements.run(run).orElseThrow();
        return findings.state(
                by,
                new NewFinding(
                        Kind.of("entitlement.approval"),
                        Subject.person(approver),
                        null,
                        words.say(
                                java.util.Locale.SIMPLIFIED_CHINESE,
                                "entitlement.finding.approval",
                                undeclared.size(),
                                measured.title()),
                        Map.of(
                                "households", undeclared.size(),
                                "numbers", numbers(undeclared),
                                "gravity", rule.text("gravity"),
                                "measured_on", measured.measuredOn()),
                        List.of(),
                        List.of(),
                        rule.citations().getFirst(),
                        new Subject("measurement.run", run),
                        "welfare-relative"));
    }

    private static String numbers(List<Household> households) {
        return households.stream()
                .map(each -> String.valueOf(each.details().number()))
                .collect(Collectors.joining(" "));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Member> members(Actor by, UUID household) {
        reached(by, READ, List.of(household));
        return rows.members(List.of(household)).getOrDefault(household, List.of()).stream()
                .map(Member::masked)
                .toList();
    }

    @Override
    @Transactional
    public List<Member> reveal(Actor by, UUID household, Purpose purpose, String note) {
        return revealAll(by, List.of(household), purpose, note).getFirst();
    }

    @Override
    @Transactional
    public List<List<Member>> revealAll(Actor by, List<UUID> ids, Purpose purpose, String note) {
        List<Household> households = reached(by, REVEAL, ids);
        if (note.isBlank()) {
            throw Invalid.at("note", "entitlement.fault.purpose");
        }
        Map<String, Object> payload = new TreeMap<>();
        payload.put("purpose", purpose.code());
        payload.put("note", note.strip());
        payload.put("numbers", numbers(households));
        record(by, "entitlement.viewed", households.getFirst().details().asSubject(), households, payload);
        Map<UUID, List<Member>> members = rows.members(ids);
        return households.stream()
                .map(each -> members.getOrDefault(each.id(), List.of()))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Household> household(UUID id) {
        return rows.households("h.id = ?", id).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Household> of(Actor by, UUID run) {
        by.require(READ);
        Set<UUID> bodies = new HashSet<>();
        Set<UUID> beyond = new HashSet<>();
        return rows.households("h.run = ?", run).stream()
                .filter(each -> reaches(by, each, bodies, beyond))
                .toList();
    }

    /** Asks of each township once. */
    private boolean reaches(Actor by, Household household, Set<UUID> within, Set<UUID> beyond) {
        Optional<UUID> body = household.details().body();
        if (body.isEmpty()) {
            return by.scope() instanceof org.shengmo.access.Scope.All;
        }
        if (!within.contains(body.get()) && !beyond.contains(body.get())) {
            (posts.reaches(by, body.get()) ? within : beyond).add(body.get());
        }
        return within.contains(body.get());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Household.Batch> batches(UUID run) {
        return rows.batches(run);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Village> villages(UUID run) {
        return rows.villages(run);
    }

    @Override
    @Transactional
    public void publish(Actor by, UUID run) {
        by.require(DECIDE);
        if (rows.any("run = ? AND state <> 'decided'", run)) {
            throw Refusal.of("entitlement.refused.unpublished")
                    .under(List.of(cite("11")))
                    .refused();
        }
        rows.publish(run, today());
        Run measured = measurements.run(run).orElseThrow();
        docket.record(Act.of(
                by.author(),
                "entitlement.published",
                measured.asSubject(),
                Map.of("title", measured.title(), "number", measured.number())));
    }

    @Override
    @Transactional(readOnly = true)
    public List<UUID> published() {
        return rows.published();
    }

    /** The households meant, in that order, each within the scope of the permission. */
    private List<Household> reached(Actor by, Permission permission, List<UUID> ids) {
        by.require(permission);
        if (ids.isEmpty()) {
            throw Invalid.at("households", "entitlement.fault.none");
        }
        Map<UUID, Household> found = rows.households("h.id = ANY (?)", (Object) ids.toArray(UUID[]::new)).stream()
                .collect(Collectors.toMap(Household::id, each -> each));
        Set<UUID> within = new HashSet<>();
        Set<UUID> beyond = new HashSet<>();
        List<Household> households = new ArrayList<>();
        for (UUID id : new LinkedHashSet<>(ids)) {
            Household household = Optional.ofNullable(found.get(id))
                    .orElseThrow(() -> new NoSuchElementException("no household " + id));
            if (!reaches(by, household, within, beyond)) {
                throw Refusal.of("access.scope.exceeded", permission.code()).refused();
            }
            households.add(household);
        }
        return households;
    }

    private Ruling hearing(Household.Outcome outcome) {
        return rulebook.decide(HEARING_TABLE, today(), Map.of("outcome", outcome.code()));
    }

    private org.shengmo.wording.Citation cite(String article) {
        return rulebook.cite(MEASURES, article, today());
    }

    private static RuntimeException refusal(String key, Household household, org.shengmo.wording.Citation clause) {
        return Refusal.of(key, household.details().number())
                .under(List.of(clause))
                .refused();
    }

    private long record(Actor by, String kind, Subject about, List<Household> households, Map<String, Object> payload) {
        Set<Subject> concerns = new LinkedHashSet<>();
        households.forEach(each -> concerns.add(each.details().asSubject()));
        concerns.add(
                new Subject("measurement.run", households.getFirst().details().run()));
        return docket.record(new Act(by.author(), Kind.of(kind), about, List.copyOf(concerns), payload, null));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
