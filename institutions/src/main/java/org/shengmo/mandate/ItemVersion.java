package org.shengmo.mandate;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An item of the catalogue in one version.
 *
 * @param item the item, the same in all its versions
 * @param version the version
 * @param from the first day it is in force
 * @param until the first day no more (exclusive); null while it lasts
 * @param holder the body that holds the power; null where the list names none of the district's bodies
 * @param responsible the body that answers for it; null likewise
 * @param department the implementing department; null likewise
 * @param chart hash of its flowchart; null when none is published
 * @param decision the decision that put it in force
 */
public record ItemVersion(
        UUID item,
        UUID version,
        String code,
        Catalogue catalogue,
        LocalDate from,
        LocalDate until,
        Power power,
        UUID holder,
        UUID responsible,
        UUID department,
        String chart,
        String decision) {

    /** Whether it is in force on a day. */
    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** Whether nothing is missing and it has a flowchart. */
    public boolean complete() {
        return power.missing().isEmpty() && chart != null && department != null && holder != null;
    }

    /** The flowchart, when one is published. */
    public Optional<String> flowchart() {
        return Optional.ofNullable(chart);
    }
}
