package org.shengmo.docket;

import java.util.UUID;

/**
 * Who did an act.
 *
 * @param person who; null for what the calendar brings about by itself or the public does without an account
 * @param post in which post; null likewise
 */
public record Author(UUID person, UUID post) {

    /** What happens because a date came, with nobody's hand in it. */
    public static final Author CALENDAR = new Author(null, null);
}
