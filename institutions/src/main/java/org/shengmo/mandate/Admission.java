package org.shengmo.mandate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Refused;
import org.springframework.stereotype.Component;

/** Whether a power may be exercised at all: in the catalogue, in force, by a body that holds it, with nobody's interest in it. */
@Component
class Admission {

    private static final String NO_POWER_OUTSIDE = "3";
    private static final String WHO_HOLDS = "4";
    private static final String CHART = "6";

    private final Mandate mandate;
    private final Organization organization;
    private final Rulebook rulebook;
    private final Conflicts conflicts;

    Admission(Mandate mandate, Organization organization, Rulebook rulebook, Conflicts conflicts) {
        this.mandate = mandate;
        this.organization = organization;
        this.rulebook = rulebook;
        this.conflicts = conflicts;
    }

    /** The item in force, with the body that exercises it. */
    record Admitted(ItemVersion item, UUID body) {}

    Admitted admit(Actor by, Exercises.NewExercise wanted, LocalDate today) {
        ItemVersion item = inForce(wanted.item(), today);
        if (!item.complete()) {
            throw under(
                    CHART,
                    today,
                    Refusal.of("mandate.refused.incomplete", item.power().name()));
        }
        UUID body = by.equals(Actor.PUBLIC) ? item.department() : bodyOf(by, item, today);
        conflicts.refuse(by, wanted.applicantPerson(), today);
        return new Admitted(item, body);
    }

    private ItemVersion inForce(String code, LocalDate today) {
        Optional<ItemVersion> now = mandate.inForce(code, today);
        if (now.isPresent()) {
            return now.get();
        }
        List<ItemVersion> versions = mandate.versions(code);
        if (versions.isEmpty()) {
            throw under(NO_POWER_OUTSIDE, today, Refusal.of("mandate.refused.not-listed", code));
        }
        ItemVersion newest = versions.getFirst();
        Refusal refusal = newest.from().isAfter(today)
                ? Refusal.of("mandate.refused.not-yet", newest.power().name(), newest.from())
                : Refusal.of("mandate.refused.ended", newest.power().name(), newest.until());
        throw under(NO_POWER_OUTSIDE, today, refusal);
    }

    private UUID bodyOf(Actor by, ItemVersion item, LocalDate today) {
        UUID own = by.post() == null ? null : organization.post(by.post()).body();
        boolean holds = own != null
                && List.of(item.department(), item.holder()).contains(own)
                && organization.holdersOf(by.post(), today).stream()
                        .anyMatch(tenure -> tenure.person().equals(by.person()));
        if (!holds) {
            throw under(
                    WHO_HOLDS,
                    today,
                    Refusal.of(
                                    "mandate.refused.not-holder",
                                    item.power().name(),
                                    organization.body(item.department()).name())
                            .on(
                                    own == null
                                            ? Map.of()
                                            : Map.of(
                                                    "body",
                                                    organization.body(own).name())));
        }
        return item.department();
    }

    private Refused under(String article, LocalDate today, Refusal refusal) {
        return refusal.under(List.of(rulebook.cite(Mandate.RULES, article, today)))
                .refused();
    }
}
