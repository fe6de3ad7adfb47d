package org.shengmo.entitlement;

import java.math.BigDecimal;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.access.Actor;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.measurement.Measurements;
import org.shengmo.measurement.Run;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.springframework.stereotype.Component;

/** Deciding about households, and making the results public. */
@Component
class WelfareDecision {

    private final HouseholdRows rows;
    private final WelfareReach reach;
    private final WelfareRules rules;
    private final WelfareActs acts;
    private final Measurements measurements;
    private final Docket docket;

    WelfareDecision(
            HouseholdRows rows,
            WelfareReach reach,
            WelfareRules rules,
            WelfareActs acts,
            Measurements measurements,
            Docket docket) {
        this.rows = rows;
        this.reach = reach;
        this.rules = rules;
        this.acts = acts;
        this.measurements = measurements;
        this.docket = docket;
    }

    void decide(Actor by, List<Entitlement.Ruled> ruled, String resolution) {
        Map<UUID, Household> households =
                reach
                        .reached(
                                by,
                                Entitlement.DECIDE,
                                ruled.stream().map(Entitlement.Ruled::household).toList())
                        .stream()
                        .collect(Collectors.toMap(Household::id, each -> each));
        Map<UUID, List<Member>> members = rows.members(List.copyOf(households.keySet()));
        Map<Household.Outcome, Ruling> asked = new TreeMap<>();
        List<Map<String, Object>> told = new ArrayList<>();
        for (Entitlement.Ruled each : ruled) {
            Household household = households.get(each.household());
            Ruling rule = asked.computeIfAbsent(each.outcome(), rules::hearing);
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
                asked.values().stream()
                        .flatMap(rule -> rule.citations().stream())
                        .distinct()
                        .map(org.shengmo.wording.Citation::asPayload)
                        .toList());
        long entry = acts.record(
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

    private void keep(
            Actor by, List<Entitlement.Ruled> ruled, Map<UUID, Household> households, String resolution, long entry) {
        List<Object[]> decisions = new ArrayList<>();
        List<Object[]> leaving = new ArrayList<>();
        for (Entitlement.Ruled each : ruled) {
            decisions.add(new Object[] {
                each.outcome().code(),
                each.amountAfter(),
                removed(households.get(each.household()), each),
                each.reasons().strip(),
                resolution,
                Date.valueOf(rules.today()),
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
                .forEach(batch -> acts.done(by, rows.batchDuty(batch.id()), "entitlement.account.decided"));
    }

    private static Optional<Household.Batch> batch(Household household) {
        return switch (household) {
            case Household.Told told -> Optional.of(told.batch());
            case Household.Heard heard -> Optional.of(heard.batch());
            default -> Optional.empty();
        };
    }

    private static int removed(Household household, Entitlement.Ruled ruled) {
        return ruled.outcome() == Household.Outcome.STOPPED
                ? household.details().persons()
                : ruled.removed().size();
    }

    private void mayBeDecided(Actor by, Household household, Entitlement.Ruled ruled, Ruling rule) {
        Household.Details details = household.details();
        if (household instanceof Household.Decided) {
            throw WelfareRules.refusal("entitlement.refused.decided", household, rules.cite("6"));
        }
        if (details.approver().filter(person -> person.equals(by.person())).isPresent()) {
            throw WelfareRules.refusal("entitlement.refused.approver", household, rules.cite("9"));
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

    private static void consistent(Household household, Entitlement.Ruled ruled, List<Member> members) {
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

    Entitlement.Ruled proposal(Household household, List<Member> members) {
        Household.Details details = household.details();
        BigDecimal after = details.monthlyAmount().subtract(details.atStake());
        Set<UUID> found = members.stream().filter(Member::found).map(Member::id).collect(Collectors.toSet());
        if (details.atStake().signum() == 0) {
            // An entry that may stand, such as the first of a person listed twice.
            return new Entitlement.Ruled(household.id(), Household.Outcome.KEPT, details.monthlyAmount(), Set.of(), "");
        }
        if (after.signum() <= 0 || found.size() >= details.persons()) {
            return new Entitlement.Ruled(
                    household.id(), Household.Outcome.STOPPED, BigDecimal.ZERO.setScale(2), ids(members), "");
        }
        return new Entitlement.Ruled(household.id(), Household.Outcome.REDUCED, after, found, "");
    }

    Map<UUID, Entitlement.Ruled> proposals(Actor by, List<UUID> households) {
        if (households.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Member>> members = rows.members(households);
        Map<UUID, Entitlement.Ruled> proposals = new java.util.LinkedHashMap<>();
        for (Household household : reach.reached(by, Entitlement.READ, households)) {
            proposals.put(household.id(), proposal(household, members.getOrDefault(household.id(), List.of())));
        }
        return proposals;
    }

    private static Set<UUID> ids(List<Member> members) {
        return members.stream().map(Member::id).collect(Collectors.toSet());
    }

    void publish(Actor by, UUID run) {
        by.require(Entitlement.DECIDE);
        if (rows.any("run = ? AND state <> 'decided'", run)) {
            throw Refusal.of("entitlement.refused.unpublished")
                    .under(List.of(rules.cite("11")))
                    .refused();
        }
        rows.publish(run, rules.today());
        Run measured = measurements.run(run).orElseThrow();
        docket.record(Act.of(
                by.author(),
                "entitlement.published",
                measured.asSubject(),
                Map.of("title", measured.title(), "number", measured.number())));
    }
}
