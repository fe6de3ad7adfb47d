package org.shengmo.deliberation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    private final Rulebook rulebook;
    private final Organization organization;

    Competences(Rulebook rulebook, Organization organization) {
        this.rulebook = rulebook;
        this.organization = organization;
    }

    /** Who decides a kind of business of an amount that a body proposes. */
    Competence of(Business kind, BigDecimal amount, UUID proposer, LocalDate on) {
        Ruling ruling = ruling(kind, amount, on);
        List<Step> steps = Arrays.stream(ruling.text("steps").split(",", -1))
                .filter(step -> !step.isBlank())
                .map(Step::of)
                .toList();
        return new Competence(
                decider(ruling.text("decider"), proposer),
                steps,
                ruling.output("hear").map(Object::toString).orElse(""),
                new Quorum(ruling.integer("quorumNumerator"), ruling.integer("quorumDenominator")),
                ruling.citations());
    }

    /** Whether an amount goes to the committee, whoever proposes it. */
    boolean goesToCommittee(Business kind, BigDecimal amount, LocalDate on) {
        return ruling(kind, amount, on).text("decider").equals("committee");
    }

    private Ruling ruling(Business kind, BigDecimal amount, LocalDate on) {
        return rulebook.decide(
                Matters.COMPETENCE,
                on,
                Map.of("kind", kind.code(), "amount", amount == null ? BigDecimal.ZERO : amount));
    }

    private UUID decider(String decider, UUID proposer) {
        return switch (decider) {
            case "committee" -> above(proposer, BodyKind.COMMITTEE);
            case "government" -> above(proposer, BodyKind.GOVERNMENT);
            case "own" -> proposer;
            default -> throw new IllegalStateException("the competence table names no decider " + decider);
        };
    }

    private UUID above(UUID body, BodyKind kind) {
        Body own = organization.body(body);
        if (own.kind() == kind) {
            return body;
        }
        return organization.ancestorsOf(body).stream()
                .filter(each -> each.kind() == kind)
                .map(Body::id)
                .findFirst()
                .orElseThrow(() ->
                        Refusal.of("deliberation.decider.none", own.name()).refused());
    }
}
