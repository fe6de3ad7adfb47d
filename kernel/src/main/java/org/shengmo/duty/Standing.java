package org.shengmo.duty;

/** Where a duty stands, as a page shows it: in words, shape and colour. */
public enum Standing {
    /** Owed, and its reminder period has not begun. */
    IN_TIME,
    /** Owed, within its reminder period. */
    DUE_SOON,
    /** Owed, and its due date has passed. */
    LATE,
    /** Met by its due date. */
    MET,
    /** Met after its due date. */
    MET_LATE,
    /** No longer owed. */
    WITHDRAWN
}
