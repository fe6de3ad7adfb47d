package org.shengmo.procurement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Kinships;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Refusal;
import org.springframework.stereotype.Component;

/** Judges whether somebody may handle a project for a centre beside those who handle it for the others. */
@Component
class Independence {

    private final Organization organization;
    private final Kinships kinships;
    private final ProcurementRules rules;

    Independence(Organization organization, Kinships kinships, ProcurementRules rules) {
        this.organization = organization;
        this.kinships = kinships;
        this.rules = rules;
    }

    /** Somebody who handles or handled a project for a centre. */
    record Hand(Centre centre, UUID person, UUID body) {}

    Optional<Refusal> judge(Centre centre, UUID person, UUID body, List<Hand> others, LocalDate on) {
        Directory directory = organization.directory();
        for (Hand other : others) {
            if (other.centre() != centre) {
                Optional<Refusal> tie = tie(directory, centre, person, body, other, on);
                if (tie.isPresent()) {
                    return tie;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> tie(
            Directory directory, Centre centre, UUID person, UUID body, Hand other, LocalDate on) {
        if (person.equals(other.person())) {
            return refusal("person", directory, person, other);
        }
        if (body.equals(other.body())
                || directory.tenuresOf(person, on).stream()
                        .anyMatch(each -> directory.post(each.post()).body().equals(other.body()))) {
            return refusal("body", directory, person, other);
        }
        if (kinships.between(person, other.person(), on).isPresent()) {
            return refusal("relative", directory, person, other);
        }
        if (inChargeOf(directory, person, other.body(), on) || inChargeOf(directory, other.person(), body, on)) {
            return refusal("charge", directory, person, other);
        }
        boolean centres = centre != Centre.SUPERVISION && other.centre() != Centre.SUPERVISION;
        return centres && sameLeader(directory, body, other.body(), on)
                ? refusal("leader", directory, person, other)
                : Optional.empty();
    }

    private static boolean inChargeOf(Directory directory, UUID person, UUID body, LocalDate on) {
        return directory.inCharge(body, on).stream()
                .flatMap(post -> directory.holdersOf(post.id(), on).stream())
                .anyMatch(tenure -> tenure.person().equals(person));
    }

    /** Whether one person is in charge of both bodies, in whichever posts. */
    boolean sameLeader(Directory directory, UUID one, UUID other, LocalDate on) {
        return directory.inCharge(one, on).stream()
                .flatMap(post -> directory.holdersOf(post.id(), on).stream())
                .anyMatch(tenure -> inChargeOf(directory, tenure.person(), other, on));
    }

    private Optional<Refusal> refusal(String tie, Directory directory, UUID person, Hand other) {
        Ruling ruling = rules.decide(Procurement.SEPARATION, Map.of("tie", tie));
        return Optional.of(Refusal.of(
                        "procurement.tie." + tie,
                        directory.person(person).name(),
                        directory.person(other.person()).name(),
                        directory.body(other.body()).name())
                .under(ruling.citations())
                .on(Map.of("tie", tie)));
    }

    /** Whether two bodies may be two centres. */
    Optional<Refusal> judge(UUID one, UUID other, boolean leaders, LocalDate on) {
        Directory directory = organization.directory();
        String tie = one.equals(other) ? "body" : leaders && sameLeader(directory, one, other, on) ? "leader" : "";
        return tie.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                                "procurement.tie.centres." + tie,
                                directory.body(one).name(),
                                directory.body(other).name())
                        .under(rules.decide(Procurement.SEPARATION, Map.of("tie", tie))
                                .citations()));
    }
}
