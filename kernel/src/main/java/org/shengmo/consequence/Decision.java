package org.shengmo.consequence;

/** What the competent post makes of a proposed measure. */
public sealed interface Decision {

    /** The measure that was proposed. */
    record Confirm() implements Decision {}

    /**
     * Another measure.
     *
     * @param measure the one taken instead
     */
    record Replace(Measure measure) implements Decision {}

    /** No measure. */
    record None() implements Decision {}
}
