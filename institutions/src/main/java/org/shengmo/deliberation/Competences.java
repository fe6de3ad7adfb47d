package org.shengmo.deliberation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Refusal;
import org.springframework.stereotype.Component;

/** Asks the rulebook who decides. */
@Component
class Competences {

    private static final List<String> LEVELS = List.of("unit", "government", "committee");

    private final Rulebook rulebook;
    private final Organization organization;

    Competences(Rulebook rulebook, Organization organization) {
        this.rulebook = rulebook;
        this.organization = organization;
    }

    /** Who decides a kind of business of an amount that a body proposes. */
    Competence of(Business kind, BigDecimal amount, UUID proposer, LocalDate on) {
        Ruling who = who(kind, amount, on);
        Ruling how =
                rulebook.decide(Matters.PROCEDURE, on, Map.of("kind", kind.code(), "decidedBy", who.text("decidedBy")));
        List<Step> steps = Arrays.stream(how.text("steps").split(",", -1))
                .filter(step -> !step.isBlank())
                .map(Step::of)
                .toList();
        return new Competence(
                decider(who.text("decidedBy"), proposer),
                steps,
                how.output("hear").map(Object::toString).orElse(""),
                new Quorum(how.integer("quorumNumerator"), how.integer("quorumDenominator")),
                Stream.concat(who.citations().stream(), how.citations().stream())
                        .distinct()
                        .toList());
    }

    /** How high an amount goes: 0 stays in the unit, 1 goes to the government, 2 to the committee. */
    int level(Business kind, BigDecimal amount, LocalDate on) {
        return LEVELS.indexOf(who(kind, amount, on).text("decidedBy"));
    }

    private Ruling who(Business kind, BigDecimal amount, LocalDate on) {
        return rulebook.decide(
                Matters.COMPETENCE,
                on,
                Map.of("kind", kind.code(), "amount", amount == null ? BigDecimal.ZERO : amount));
    }

    private UUID decider(String decidedBy, UUID proposer) {
        return switch (decidedBy) {
            case "committee" -> above(proposer, List.of(BodyKind.COMMITTEE));
            case "government" -> above(proposer, List.of(BodyKind.GOVERNMENT, BodyKind.COMMITTEE));
            case "unit" -> proposer;
            default -> throw new IllegalStateException("the competence table names no decider " + decidedBy);
        };
    }

    /** The body itself or the nearest above it of the first kind that there is one of. */
    private UUID above(UUID body, List<BodyKind> kinds) {
        List<Body> line = new ArrayList<>(organization.ancestorsOf(body));
        line.addFirst(organization.body(body));
        return kinds.stream()
                .flatMap(kind -> line.stream().filter(each -> each.kind() == kind))
                .map(Body::id)
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                                "deliberation.decider.none", line.getFirst().name())
                        .refused());
    }
}
