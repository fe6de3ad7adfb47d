package org.shengmo.ruler.check;

/** Told how far a run is; may end it by throwing. */
@FunctionalInterface
public interface CheckProgress {

    /** A check is about to be judged. */
    void begins(Check check);
}
