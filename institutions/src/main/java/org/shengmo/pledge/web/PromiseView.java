package org.shengmo.pledge.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.shengmo.organization.Directory;
import org.shengmo.pledge.Promise;
import org.shengmo.wording.Status;

/**
 * A promise as its pages show it.
 *
 * @param owner the post that answers for it
 * @param leadBody the body that leads the work
 * @param status where it stands
 * @param reached how many milestones were reached
 * @param spentPercent of the planned money
 * @param satisfiedPercent of those who judged; -1 while nobody has
 */
public record PromiseView(
        Promise promise,
        String owner,
        String leadBody,
        Status status,
        int reached,
        int spentPercent,
        int satisfiedPercent) {

    static PromiseView of(Promise promise, Directory directory, LocalDate today) {
        Promise.Verdict verdict = promise.verdict();
        return new PromiseView(
                promise,
                directory.body(directory.post(promise.owner()).body()).name() + " "
                        + directory.post(promise.owner()).name(),
                directory.body(promise.leadBody()).name(),
                status(promise, today),
                (int) promise.milestones().stream()
                        .filter(each -> each.reachedOn().isPresent())
                        .count(),
                percent(promise.spent(), promise.planned()),
                verdict.count() == 0 ? -1 : 100 * verdict.satisfied() / verdict.count());
    }

    private static int percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? 0
                : part.multiply(BigDecimal.valueOf(100))
                        .divide(whole, 0, RoundingMode.HALF_UP)
                        .intValue();
    }

    private static Status status(Promise promise, LocalDate today) {
        return switch (promise.standing(today)) {
            case KEPT -> Status.done("pledge.standing.kept");
            case LATE -> Status.late("pledge.standing.late");
            case UNDER_WAY -> Status.plain("pledge.standing.under-way");
        };
    }

    /** Where a milestone stands. */
    public static Status status(Promise.Milestone milestone, LocalDate today) {
        if (milestone.reachedOn().isPresent()) {
            return milestone.reachedOn().get().isAfter(milestone.due())
                    ? Status.late("pledge.milestone.reached-late")
                    : Status.done("pledge.milestone.reached");
        }
        return today.isAfter(milestone.due())
                ? Status.late("pledge.milestone.late")
                : Status.plain("pledge.milestone.open");
    }
}
