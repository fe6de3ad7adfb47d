package org.shengmo.organization;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A person's time in a post.
 *
 * @param id its identifier
 * @param person who
 * @param post in which post
 * @param from the first day
 * @param until the first day no more in it (exclusive); null while it lasts
 */
public record Tenure(UUID id, UUID person, UUID post, LocalDate from, LocalDate until) {

    /** Whether the person is in the post on a day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
