package org.shengmo.mandate;

import java.time.LocalDate;

/**
 * Whether a collective decision stands; contributed by the room where decisions are made. Without one a decision is a
 * reference that people can look up.
 */
public interface CollectiveDecisions {

    /** Whether this decision was taken by that day and carries a change of the catalogue. */
    boolean stands(String decision, LocalDate on);
}
