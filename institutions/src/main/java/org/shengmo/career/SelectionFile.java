package org.shengmo.career;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.deliberation.Sitting;

/**
 * What was done at a selection's steps.
 *
 * @param checks the latest of each
 * @param sittings in their order
 * @param objections oldest first
 */
public record SelectionFile(
        Optional<Selections.Recommendation> recommendation,
        Optional<Selections.Inspection> inspection,
        List<Checked> checks,
        Optional<Opinion> opinion,
        List<Sat> sittings,
        List<Objection> objections) {

    public SelectionFile {
        checks = List.copyOf(checks);
        sittings = List.copyOf(sittings);
        objections = List.copyOf(objections);
    }

    /** A check that somebody made. */
    public record Checked(Selections.Check check, boolean sound, String account, UUID by, LocalDate on) {}

    /**
     * The discipline body's opinion.
     *
     * @param second null until it is countersigned
     */
    public record Opinion(String text, UUID first, LocalDate on, UUID second) {}

    /**
     * A sitting of the committee on it.
     *
     * @param outcome null while it goes on
     */
    public record Sat(UUID id, LocalDate on, Sitting sitting, String outcome) {}

    /**
     * An objection.
     *
     * @param answeredOn null until it is answered
     */
    public record Objection(
            UUID id, String text, String contact, LocalDate on, LocalDate answeredOn, boolean holds, String account) {}
}
