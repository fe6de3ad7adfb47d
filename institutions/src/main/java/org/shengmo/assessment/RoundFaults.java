package org.shengmo.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;

/** What is wrong with a round to be opened, all at once. */
final class RoundFaults {

    private final List<Fault> faults = new ArrayList<>();

    private RoundFaults() {}

    /** @throws Invalid with every fault */
    static void check(Round.New round, Scheme scheme, LocalDate today) {
        RoundFaults check = new RoundFaults();
        if (round.title().isBlank()) {
            check.fault("title", "assessment.fault.blank");
        }
        if (round.last().isBefore(round.first()) || round.closes().isBefore(today)) {
            check.fault("closes", "assessment.fault.days");
        }
        if (scheme.from().isAfter(today)) {
            check.fault("scheme", "assessment.fault.not-in-force", scheme.from());
        }
        check.subjects(round, scheme);
        round.rolls().forEach(roll -> check.roll(roll, round, scheme));
        if (!check.faults.isEmpty()) {
            throw new Invalid(check.faults);
        }
    }

    private void subjects(Round.New round, Scheme scheme) {
        Set<UUID> seen = new HashSet<>();
        for (Round.Assessed each : round.subjects()) {
            if (!seen.add(each.subject().id())
                    || !each.subject().type().equals(scheme.assessed().type())
                    || scheme.subjectClass(each.subjectClass()).isEmpty()) {
                fault(
                        "subjects",
                        "assessment.fault.subject",
                        each.subject().id().toString());
            }
        }
        if (seen.isEmpty()) {
            fault("subjects", "assessment.fault.no-subjects");
        }
    }

    private void roll(Round.Roll roll, Round.New round, Scheme scheme) {
        boolean rates = scheme.tier(roll.tier())
                .filter(tier -> tier.weight(roll.subjectClass()).signum() > 0)
                .isPresent();
        Set<UUID> ofClass = round.subjects().stream()
                .filter(each -> each.subjectClass().equals(roll.subjectClass()))
                .map(each -> each.subject().id())
                .collect(Collectors.toSet());
        if (!rates || !ofClass.containsAll(roll.subjects()) || ofClass.isEmpty()) {
            fault("rolls", "assessment.fault.roll", roll.tier(), roll.subjectClass());
        }
        if (roll.raters().isEmpty()
                || new HashSet<>(roll.raters()).size() < roll.raters().size()) {
            fault("rolls", "assessment.fault.raters", roll.tier(), roll.subjectClass());
        }
    }

    private void fault(String place, String key, Object... arguments) {
        faults.add(new Fault(place, Text.of(key, arguments)));
    }
}
