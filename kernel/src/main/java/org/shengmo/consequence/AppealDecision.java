package org.shengmo.consequence;

/** What becomes of a measure that was appealed against. It never gets graver. */
public sealed interface AppealDecision {

    /** The measure stands. */
    record Maintain() implements AppealDecision {}

    /**
     * A lighter measure, from the same first day.
     *
     * @param measure the lighter one
     */
    record Lighten(Measure measure) implements AppealDecision {}

    /** The measure falls, and with it everything that it barred. */
    record Revoke() implements AppealDecision {}
}
