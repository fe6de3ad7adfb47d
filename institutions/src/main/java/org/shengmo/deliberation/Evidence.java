package org.shengmo.deliberation;

import java.time.LocalDate;
import org.shengmo.wording.Citation;

/** How a step before a decision stands. */
public sealed interface Evidence {

    /** Which step. */
    Step step();

    /** The day it began. */
    LocalDate begunOn();

    /** Under way, nothing found yet. */
    record Begun(Step step, LocalDate begunOn) implements Evidence {}

    /**
     * Done.
     *
     * @param endedOn the day of its result
     * @param favourable whether the matter may go on: lawful, its risks under control, its need shown
     * @param account what was found, and what became of it
     */
    record Given(Step step, LocalDate begunOn, LocalDate endedOn, boolean favourable, String account)
            implements Evidence {}

    /**
     * Left out under a clause that allows it.
     *
     * @param clause the clause
     * @param reasons why it applies
     */
    record Exempted(Step step, LocalDate begunOn, Citation clause, String reasons) implements Evidence {}
}
