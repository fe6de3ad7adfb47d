package org.shengmo.charter;

/** What came of saving a draft. */
public sealed interface Edited {

    /**
     * It was saved.
     *
     * @param draft the draft as it is now
     */
    record Saved(Draft draft) implements Edited {}

    /**
     * Somebody else saved in between: nothing was changed, and nothing of either is lost.
     *
     * @param current the draft as the other editor left it
     */
    record Overtaken(Draft current) implements Edited {}
}
