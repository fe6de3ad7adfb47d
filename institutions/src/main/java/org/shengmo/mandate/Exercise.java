package org.shengmo.mandate;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.docket.Subject;

/**
 * One exercise of a power: a case on the item's flowchart.
 *
 * @param receipt the code by which the applicant follows it
 * @param item the item in the version it was begun under; it ends under that version
 * @param body the body that exercises the power
 * @param applicant who applied or whom it concerns; not for the public
 * @param applicantPerson the same as a person of the record; null when none
 * @param matter what it is about; not for the public
 * @param due the last day in time, by the item's own limit
 * @param instance its place with the engine
 * @param result how it ended; empty while it runs
 * @param endedOn null while it runs
 * @param steps every step so far, in the order they began
 */
public record Exercise(
        UUID id,
        String receipt,
        ItemVersion item,
        UUID body,
        String applicant,
        UUID applicantPerson,
        String matter,
        LocalDate begunOn,
        LocalDate due,
        UUID instance,
        State state,
        String result,
        LocalDate endedOn,
        List<Step> steps) {

    public Exercise {
        steps = List.copyOf(steps);
    }

    /** The exercise as the subject of entries and duties. */
    public Subject subject() {
        return new Subject("mandate.exercise", id);
    }

    /** Steps that wait for somebody, or for the applicant. */
    public List<Step> open() {
        return steps.stream().filter(Step::isOpen).toList();
    }

    /** Whether any step was or is late on a day. */
    public boolean late(LocalDate today) {
        return steps.stream().anyMatch(step -> step.late(today));
    }

    /** Where an exercise stands. */
    public enum State {
        RUNNING,
        /** The applicant was asked for more; the clock stands. */
        WAITING,
        ENDED
    }

    /** Where a step stands. */
    public enum StepState {
        OPEN,
        WAITING,
        DONE,
        RETURNED,
        /** Another of those asked signed for all. */
        SIGNED_BY_OTHER
    }

    /**
     * A step of the case.
     *
     * @param id its identifier, the engine's too
     * @param node the node on the chart
     * @param owner the post whose step it is
     * @param delegatedBy the post that delegated it; null when none
     * @param duty the duty it is; null while it waits for the applicant
     * @param closedOn null while it is open
     * @param daysLeft working days left when the clock was stopped; null while it runs
     */
    public record Step(
            UUID id,
            String node,
            String name,
            UUID owner,
            UUID delegatedBy,
            UUID duty,
            LocalDate begunOn,
            LocalDate due,
            StepState state,
            LocalDate closedOn,
            UUID closedBy,
            String answer,
            String account,
            Integer daysLeft) {

        /** Whether it is not done yet. */
        public boolean isOpen() {
            return state == StepState.OPEN || state == StepState.WAITING;
        }

        /** Whether it was done after its day, or is open past it while the clock runs. */
        public boolean late(LocalDate today) {
            return (state == StepState.OPEN && today.isAfter(due))
                    || (state == StepState.DONE && closedOn.isAfter(due));
        }
    }
}
