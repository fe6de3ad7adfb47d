package org.shengmo.career;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.access.Actor;

/** Evidence of merit: what somebody did, with what result, on whose word; what votes, scores and age do not show. */
public interface Merits {

    /** Enters one. Entry {@code career.merit}. */
    UUID enter(Actor by, Merit merit);

    /** A person's, newest first. */
    List<Merit> of(UUID person);

    /** Those of these identifiers, newest first. */
    List<Merit> of(List<UUID> ids);

    /**
     * A merit.
     *
     * @param id ignored when entered
     * @param urgent whether it was urgent, hard work on the front line
     * @param title what was to be done
     * @param result what came of it, as it was checked
     * @param witness who says so: a unit, a report
     */
    record Merit(UUID id, UUID person, boolean urgent, String title, String result, String witness, LocalDate on) {}
}
