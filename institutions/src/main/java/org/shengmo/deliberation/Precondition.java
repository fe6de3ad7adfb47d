package org.shengmo.deliberation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shengmo.wording.Refusal;

/** Says why a matter may not go on an agenda yet; the list of all is {@link #ALL}. */
interface Precondition {

    /** Every precondition, in the order in which they are told. */
    List<Precondition> ALL = List.of(
            Precondition::everyStepIsDone, Precondition::nothingFoundAgainstIt, Precondition::commentWasAnswered);

    /** Why not; empty when this one holds. */
    Optional<Refusal> refuses(Matter.Details matter, LocalDate today);

    /** No research, no consultation, no decision: each step has its evidence or a clause that spares it. */
    static Optional<Refusal> everyStepIsDone(Matter.Details matter, LocalDate today) {
        return matter.competence().steps().stream()
                .filter(step -> matter.evidence(step)
                        .filter(each -> !(each instanceof Evidence.Begun))
                        .isEmpty())
                .findFirst()
                .map(step -> Refusal.of("deliberation.precondition.missing-" + step.code()));
    }

    /** Found unlawful, or with risks out of control, it is not discussed (arts. 24, 25). */
    static Optional<Refusal> nothingFoundAgainstIt(Matter.Details matter, LocalDate today) {
        return matter.evidence().stream()
                .filter(each -> each instanceof Evidence.Given given && !given.favourable())
                .findFirst()
                .map(each -> Refusal.of(
                        "deliberation.precondition.against-" + each.step().code()));
    }

    /** What the public said is answered for in the account (art. 29). */
    static Optional<Refusal> commentWasAnswered(Matter.Details matter, LocalDate today) {
        return matter.evidence(Step.COMMENT)
                .filter(each ->
                        each instanceof Evidence.Given given && given.account().isBlank())
                .map(each -> Refusal.of("deliberation.precondition.unanswered-comment"));
    }
}
