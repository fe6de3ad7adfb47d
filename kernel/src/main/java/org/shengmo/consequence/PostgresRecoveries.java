package org.shengmo.consequence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.shengmo.access.Actor;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Metric;
import org.shengmo.docket.Sha256;
import org.shengmo.docket.Subject;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recoveries in PostgreSQL. */
@Service
class PostgresRecoveries implements Recoveries {

    private static final String MEASURES = "recovery-measures";

    private final RecoveryRows rows;
    private final Docket docket;
    private final Rulebook rulebook;
    private final Clock clock;

    PostgresRecoveries(RecoveryRows rows, Docket docket, Rulebook rulebook, Clock clock) {
        this.rows = rows;
        this.docket = docket;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID claim(Actor by, NewRecovery recovery) {
        return claimAll(by, List.of(recovery)).getFirst();
    }

    @Override
    @Transactional
    public List<UUID> claimAll(Actor by, List<NewRecovery> recoveries) {
        by.require(COLLECT);
        List<UUID> claimed = new ArrayList<>();
        List<Map<String, Object>> told = new ArrayList<>();
        Set<Subject> concerns = new LinkedHashSet<>();
        for (NewRecovery recovery : recoveries) {
            UUID id = UUID.randomUUID();
            told.add(Map.of("number", insert(by, id, recovery), "amount", recovery.amount()));
            claimed.add(id);
            concerns.add(new Subject("consequence.recovery", id));
            concerns.add(recovery.source());
            concerns.add(recovery.debtor());
        }
        BigDecimal amount = recoveries.stream().map(NewRecovery::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<String, Object> payload = new TreeMap<>();
        payload.put("claims", told);
        payload.put("amount", amount);
        if (recoveries.size() == 1) {
            NewRecovery only = recoveries.getFirst();
            payload.put("ground", only.ground());
            payload.put("clause", only.clause().asPayload());
        }
        docket.record(new Act(
                by.author(),
                Kind.of("consequence.claimed"),
                new Subject("consequence.recovery", claimed.getFirst()),
                List.copyOf(concerns),
                payload,
                null));
        return claimed;
    }

    private long insert(Actor by, UUID id, NewRecovery recovery) {
        money(recovery.amount());
        if (recovery.ground().isBlank()) {
            throw Invalid.at("ground", "consequence.recovery.blank");
        }
        List<Instalment> plan = recovery.plan().isEmpty()
                ? List.of(new Instalment(today().plusMonths(1), recovery.amount()))
                : recovery.plan();
        adds(plan, recovery.amount());
        inTime(plan, recovery.amount());
        try {
            long number = rows.insert(id, recovery, today(), by.person());
            rows.plan(id, plan);
            return number;
        } catch (DuplicateKeyException twice) {
            throw Refusal.of("consequence.recovery.twice", recovery.debtorName())
                    .under(List.of(cite("3")))
                    .refused();
        }
    }

    private static void money(BigDecimal amount) {
        if (amount == null || amount.signum() <= 0 || amount.scale() > 2) {
            throw Invalid.at("amount", "consequence.recovery.amount");
        }
    }

    private static void adds(List<Instalment> plan, BigDecimal amount) {
        plan.forEach(each -> money(each.amount()));
        BigDecimal sum = plan.stream().map(Instalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(amount) != 0) {
            throw Invalid.at("plan", "consequence.recovery.sum", sum, amount);
        }
    }

    private void inTime(List<Instalment> plan, BigDecimal amount) {
        Ruling terms = terms(amount);
        LocalDate last = today().plusMonths(terms.integer("longestMonths"));
        if (plan.stream().anyMatch(each -> each.due().isAfter(last))) {
            throw Refusal.of("consequence.recovery.too-long", terms.integer("longestMonths"))
                    .under(terms.citations())
                    .on(Map.of("amount", amount))
                    .refused();
        }
    }

    private Ruling terms(BigDecimal amount) {
        return rulebook.decide(TERMS_TABLE, today(), Map.of("amount", amount));
    }

    @Override
    public List<Instalment> inEqualParts(BigDecimal amount, int parts, LocalDate first) {
        int most = terms(amount).integer("longestMonths");
        if (parts < 1 || parts > most) {
            throw Invalid.at("instalments", "consequence.recovery.parts", most);
        }
        BigDecimal part = amount.divide(BigDecimal.valueOf(parts), 2, RoundingMode.DOWN);
        List<Instalment> plan = new ArrayList<>();
        for (int i = 0; i < parts - 1; i++) {
            plan.add(new Instalment(first.plusMonths(i), part));
        }
        plan.add(new Instalment(
                first.plusMonths(parts - 1L), amount.subtract(part.multiply(BigDecimal.valueOf(parts - 1L)))));
        return plan;
    }

    @Override
    @Transactional
    public void reschedule(Actor by, UUID recovery, List<Instalment> plan, String reasons) {
        by.require(COLLECT);
        Recovery.Details details = open(recovery).details();
        if (reasons.isBlank()) {
            throw Invalid.at("reasons", "consequence.recovery.blank");
        }
        adds(plan, details.balance());
        inTime(plan, details.amount());
        rows.replan(recovery, details.received(), today(), plan);
        record(
                by,
                "consequence.rescheduled",
                details,
                Map.of(
                        "reasons",
                        reasons,
                        "instalments",
                        plan.stream()
                                .map(each -> Map.of("due", each.due(), "amount", each.amount()))
                                .toList()));
    }

    @Override
    @Transactional
    public UUID receive(Actor by, UUID recovery, BigDecimal amount, LocalDate on, String reference) {
        by.require(COLLECT);
        Recovery.Details details = open(recovery).details();
        money(amount);
        if (reference.isBlank()) {
            throw Invalid.at("reference", "consequence.recovery.blank");
        }
        if (on.isAfter(today())) {
            throw Invalid.at("on", "consequence.recovery.future");
        }
        if (amount.compareTo(details.balance()) > 0) {
            throw Refusal.of("consequence.recovery.too-much", details.balance())
                    .under(List.of(cite("5")))
                    .on(Map.of("amount", amount))
                    .refused();
        }
        UUID id = book(by, details, amount, on, reference.strip());
        record(by, "consequence.received", details, Map.of("amount", amount, "on", on, "reference", reference.strip()));
        return id;
    }

    private UUID book(Actor by, Recovery.Details details, BigDecimal amount, LocalDate on, String reference) {
        UUID id = UUID.randomUUID();
        try {
            rows.receive(id, details.id(), amount, on, reference, today(), by.person());
        } catch (DuplicateKeyException twice) {
            throw Invalid.at("reference", "consequence.recovery.reference-twice", reference);
        }
        if (amount.compareTo(details.balance()) == 0) {
            rows.settle(details.id(), today());
        }
        return id;
    }

    @Override
    @Transactional
    public Reconciliation reconcile(Actor by, String name, byte[] csv) {
        by.require(COLLECT);
        BankFile read = BankFile.read(name, csv);
        UUID file = UUID.randomUUID();
        rows.file(file, name, Sha256.hex(csv), today());
        Set<Subject> concerns = new LinkedHashSet<>();
        List<Reconciliation.Line> open = new ArrayList<>();
        int confirmed = 0;
        int booked = 0;
        int known = 0;
        BigDecimal amount = BigDecimal.ZERO;
        for (BankFile.Line line : read.lines()) {
            if (rows.known(line.reference())) {
                known++;
                continue;
            }
            Matched matched = match(by, file, line);
            rows.line(file, line, matched.recovery(), matched.outcome());
            switch (matched.outcome()) {
                case "confirmed" -> confirmed++;
                case "booked" -> booked++;
                default ->
                    open.add(new Reconciliation.Line(
                            line.reference(), line.on(), line.amount(), line.remark(), matched.outcome()));
            }
            if (matched.recovery() != null) {
                amount = amount.add(line.amount());
                concerns.add(new Subject("consequence.recovery", matched.recovery()));
            }
        }
        Map<String, Object> payload = new TreeMap<>();
        payload.put("file", name);
        payload.put("sha256", Sha256.hex(csv));
        payload.put("confirmed", confirmed);
        payload.put("booked", booked);
        payload.put("known", known);
        payload.put("unknown", open.size());
        payload.put("amount", amount);
        rows.entered(
                file,
                docket.record(new Act(
                        by.author(),
                        Kind.of("consequence.reconciled"),
                        new Subject("consequence.bank-file", file),
                        List.copyOf(concerns),
                        payload,
                        null)));
        return new Reconciliation(file, confirmed, booked, known, amount, open);
    }

    /** Which recovery a line belongs to, null where none. */
    private record Matched(UUID recovery, String outcome) {}

    private Matched match(Actor by, UUID file, BankFile.Line line) {
        Optional<UUID> confirmed = rows.confirm(line.reference(), line.amount(), file, today());
        if (confirmed.isPresent()) {
            return new Matched(confirmed.get(), "confirmed");
        }
        Optional<Recovery> named = line.recovery().stream()
                .boxed()
                .flatMap(number -> rows.ofNumber(number).stream())
                .flatMap(id -> byId(id).stream())
                .findFirst();
        if (named.isEmpty()) {
            return new Matched(null, "unknown");
        }
        Recovery.Details details = named.get().details();
        if (!(named.get() instanceof Recovery.Open) || line.amount().compareTo(details.balance()) > 0) {
            return new Matched(null, "too-much");
        }
        book(by, details, line.amount(), line.on(), line.reference());
        rows.confirm(line.reference(), line.amount(), file, today());
        return new Matched(details.id(), "booked");
    }

    @Override
    @Transactional
    public void writeOff(Actor by, UUID recovery, String decision, String reasons) {
        by.require(WRITE_OFF);
        Recovery.Details details = open(recovery).details();
        if (decision.isBlank() || reasons.isBlank()) {
            throw Invalid.at(decision.isBlank() ? "decision" : "reasons", "consequence.recovery.blank");
        }
        if (by.person() != null && by.person().equals(details.claimedBy())) {
            throw Refusal.of("consequence.recovery.own", details.number())
                    .under(List.of(cite("8")))
                    .refused();
        }
        rows.writeOff(recovery, details.balance(), today(), by.person(), by.post(), decision.strip(), reasons);
        record(
                by,
                "consequence.written-off",
                details,
                Map.of("amount", details.balance(), "decision", decision.strip(), "reasons", reasons));
    }

    private Recovery.Open open(UUID id) {
        Recovery recovery = recovery(id);
        if (recovery instanceof Recovery.Open open) {
            return open;
        }
        throw Refusal.of("consequence.recovery.settled", recovery.details().number())
                .under(List.of(cite("5")))
                .refused();
    }

    private Citation cite(String article) {
        return rulebook.cite(MEASURES, article, today());
    }

    private void record(Actor by, String kind, Recovery.Details details, Map<String, ?> more) {
        Map<String, Object> payload = new TreeMap<>(more);
        payload.put("number", details.number());
        docket.record(Act.of(
                by.author(),
                kind,
                details.asSubject(),
                payload,
                Stream.of(details.source(), details.debtor()).distinct().toArray(Subject[]::new)));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    @Transactional(readOnly = true)
    public Recovery recovery(UUID id) {
        return byId(id).orElseThrow();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Recovery> byId(UUID id) {
        return rows.recoveries("r.id = ?", id).stream().findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Recovery> all(Optional<Kind> kind) {
        return kind.isPresent() ? rows.recoveries("r.kind = ?", kind.get().code()) : rows.recoveries("true");
    }

    @Override
    @Transactional(readOnly = true)
    public List<Recovery> restingOn(Subject source) {
        return rows.recoveries("r.source_type = ? AND r.source_id = ?", source.type(), source.id());
    }

    @Override
    @Transactional(readOnly = true)
    public Metric.Figure received(Kind kind, LocalDate first, LocalDate last) {
        return rows.received(kind.code(), first, last);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Reconciliation.Line> unknown() {
        return rows.unknown();
    }
}
