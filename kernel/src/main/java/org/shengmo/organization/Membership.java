package org.shengmo.organization;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A body's time in a coordinating body.
 *
 * @param id its identifier
 * @param coordinatingBody in which coordinating body
 * @param body which body
 * @param from the first day
 * @param until the first day no more (exclusive); null while it lasts
 */
public record Membership(UUID id, UUID coordinatingBody, UUID body, LocalDate from, LocalDate until) {

    /** Whether the body is a member on a day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
