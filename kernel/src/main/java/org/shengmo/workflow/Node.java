package org.shengmo.workflow;

import java.util.List;
import java.util.Optional;
import org.shengmo.calendar.StatutoryPeriod;

/**
 * A node of a chart.
 *
 * @param id its identifier in the file, which the drawing bears too
 * @param name what it is called; never blank for a step
 * @param roles whose step it is; several for a countersigned step, in the order of the file; empty for other nodes
 * @param signing how many of several must sign
 * @param limit how long the step may take; null when the chart does not say
 * @param note the words of its documentation, without the limit
 */
public record Node(
        String id, String name, Kind kind, List<String> roles, Signing signing, StatutoryPeriod limit, String note) {

    public Node {
        roles = List.copyOf(roles);
    }

    /** The time limit of the step, where the chart gives one. */
    public Optional<StatutoryPeriod> timeLimit() {
        return Optional.ofNullable(limit);
    }

    /** What sort of node. */
    public enum Kind {
        /** Where a case begins. */
        START,
        /** Somebody's step: a user task. */
        STEP,
        /** One of several ways, by what was answered; or where ways meet again: an exclusive gateway. */
        CHOICE,
        /** All ways at once, or where they wait for each other: a parallel gateway. */
        FORK,
        /** Where it ends. */
        END
    }

    /** How many of those who are asked must sign. */
    public enum Signing {
        /** The step is one role's. */
        ONE,
        /** Every one signs. */
        ALL,
        /** Who signs first, signs for all. */
        ANY
    }
}
