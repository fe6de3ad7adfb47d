package org.shengmo.mandate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;

/**
 * Exercises of powers. Each step is the duty of a post, with the chart's time limit; nothing can be done that the chart
 * does not show. Who is related to the applicant, or is the applicant, or stepped aside, can do nothing in the case.
 */
public interface Exercises {

    /**
     * Someone exercises, or applies for the exercise of, a power.
     *
     * @param item the item's code
     * @param applicant who applies, or whom it concerns
     * @param applicantPerson the same as a person of the record; null when none
     * @param matter what it is about
     */
    record NewExercise(String item, String applicant, UUID applicantPerson, String matter) {}

    /**
     * Begins. Entry {@code mandate.exercise.begun}.
     *
     * @param by an officer of a body that the item names, or {@link Actor#PUBLIC} for an application online
     * @throws org.shengmo.wording.Refused with the clause: no such item in force, after its time, a body that doesn't
     *     hold the power, a conflict of interest, no published flowchart
     */
    Exercise begin(Actor by, NewExercise exercise);

    /**
     * Does a step: meets its duty and moves on. Entry {@code mandate.step.done}, at the end {@code mandate.exercise.ended}.
     *
     * @param answer one of the chart's answers; empty where nothing is asked
     * @throws org.shengmo.wording.Refused for anyone but the holder of the step's post, when it is not open any more, while
     *     the applicant is asked for more, and in a conflict of interest
     */
    Exercise complete(Actor by, UUID step, String answer, String account);

    /** Delegates a step to a post below in the same body; once. Entry {@code mandate.step.delegated}. */
    Exercise delegate(Actor by, UUID step, UUID post, String reasons);

    /** Returns the case to a step it has passed. Entry {@code mandate.step.returned}. */
    Exercise goBack(Actor by, UUID step, String node, String reasons);

    /** Asks the applicant for more; the clock of the step stops. Entry {@code mandate.exercise.asked}. */
    Exercise askForMore(Actor by, UUID step, String what);

    /**
     * The applicant brings what was asked for; the clock runs again with the days that were left. Entry
     * {@code mandate.exercise.supplied}.
     *
     * @param receipt the receipt code: who has it, is the applicant
     */
    Exercise supply(Actor by, String receipt, String what);

    /** Shows the case to a post that has no step in it. Entry {@code mandate.exercise.copied}. */
    void copy(Actor by, UUID exercise, UUID post, String words);

    /** Steps aside: the step goes to the superior. Entry {@code mandate.step.recused}. */
    Exercise recuse(Actor by, UUID step, String reasons);

    /** Leave to read every case, whichever body's. */
    org.shengmo.access.Permission READ = org.shengmo.access.Permission.of("mandate.exercise.read");

    /** Whether somebody may read who applied and for what: those of the body, those with a step in it, those with leave. */
    boolean readable(Actor reader, Exercise exercise);

    /** The exercise of an identifier. */
    Optional<Exercise> exercise(UUID id);

    /** The exercise of a receipt code, however it was typed. */
    Optional<Exercise> byReceipt(String receipt);

    /** All exercises, newest first, each with its steps. */
    List<Exercise> all();

    /** Exercises with a step that waits for a post. */
    List<Exercise> waitingFor(UUID post);
}
