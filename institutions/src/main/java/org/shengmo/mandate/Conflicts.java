package org.shengmo.mandate;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.organization.Kinship;
import org.shengmo.organization.Kinships;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;

/** Who must keep out of a case: the applicant, their relatives, and who stepped aside. */
@Component
class Conflicts {

    private static final String AVOIDANCE = "8";

    private final Kinships kinships;
    private final Organization organization;
    private final Rulebook rulebook;
    private final ExerciseRows rows;

    Conflicts(Kinships kinships, Organization organization, Rulebook rulebook, ExerciseRows rows) {
        this.kinships = kinships;
        this.organization = organization;
        this.rulebook = rulebook;
        this.rows = rows;
    }

    /** @throws org.shengmo.wording.Refused where the person must keep out */
    void refuse(Actor by, UUID applicant, LocalDate today) {
        conflict(by.person(), applicant, today).ifPresent(refusal -> {
            throw refusal.refused();
        });
    }

    /** The same in a case that runs: who stepped aside stays aside. */
    void refuse(Actor by, Exercise exercise, LocalDate today) {
        refuse(by, exercise.applicantPerson(), today);
        if (by.person() != null && rows.hasRecused(exercise.id(), by.person())) {
            throw under(Refusal.of("mandate.conflict.recused", exercise.receipt()), today)
                    .refused();
        }
    }

    /** Whether a person could do a step. */
    boolean free(UUID person, Exercise exercise, LocalDate today) {
        return conflict(person, exercise.applicantPerson(), today).isEmpty() && !rows.hasRecused(exercise.id(), person);
    }

    private Optional<Refusal> conflict(UUID person, UUID applicant, LocalDate today) {
        if (person == null || applicant == null) {
            return Optional.empty();
        }
        if (person.equals(applicant)) {
            return Optional.of(under(Refusal.of("mandate.conflict.own"), today));
        }
        return kinships.between(person, applicant, today).map(kin -> related(kin, today));
    }

    private Refusal related(Kinship kin, LocalDate today) {
        Text relation = Text.of("organization.relation." + kin.relation().name().toLowerCase(java.util.Locale.ROOT));
        return under(
                Refusal.of("mandate.conflict.relative", relation).on(Map.of("relation", relation, "since", kin.from())),
                today);
    }

    private Refusal under(Refusal refusal, LocalDate today) {
        return refusal.under(java.util.List.of(rulebook.cite(Mandate.RULES, AVOIDANCE, today)));
    }

    /** Who holds a post and may do the step. */
    boolean held(UUID post, Exercise exercise, LocalDate today) {
        return organization.holdersOf(post, today).stream().anyMatch(tenure -> free(tenure.person(), exercise, today));
    }
}
