package org.shengmo.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A citizen appointed.
 *
 * @param bodies the bodies they may look at
 * @param until the first day no more in office
 */
public record Supervisor(
        UUID id, UUID person, UUID post, String name, List<UUID> bodies, LocalDate from, LocalDate until) {

    public Supervisor {
        bodies = List.copyOf(bodies);
    }

    /** Whether the term runs on a day. */
    public boolean inOffice(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}
