package org.shengmo.pledge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A programme to be announced with its promises, all at once: what is not announced was not promised.
 *
 * @param year the calendar year it is for
 * @param code unique in the year
 * @param name its name
 * @param promises at least one
 */
public record NewProgramme(int year, String code, String name, List<NewPromise> promises) {

    public NewProgramme {
        promises = List.copyOf(promises);
    }

    /**
     * A promise to be announced.
     *
     * @param code unique in the year
     * @param title what is promised, in a few words
     * @param text what people will have when it is kept
     * @param owner the post that answers for it
     * @param leadBody the body that leads the work
     * @param planned the money planned, in yuan, not negative
     * @param milestones in order, at least one; the last one keeps the promise
     */
    public record NewPromise(
            String code,
            String title,
            String text,
            UUID owner,
            UUID leadBody,
            BigDecimal planned,
            List<NewMilestone> milestones) {

        public NewPromise {
            milestones = List.copyOf(milestones);
        }
    }

    /**
     * A milestone to be announced.
     *
     * @param title what will be there
     * @param due the last day on which it is reached in time
     */
    public record NewMilestone(String title, LocalDate due) {}
}
