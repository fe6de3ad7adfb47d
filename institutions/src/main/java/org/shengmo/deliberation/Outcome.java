package org.shengmo.deliberation;

/** What a meeting made of an item. */
public enum Outcome {
    /** More than half of the whole membership agreed. */
    ADOPTED,
    /** Put off: most of those who spoke asked for it, or the meeting could not go on with it. */
    DEFERRED,
    /** Neither. */
    REJECTED
}
