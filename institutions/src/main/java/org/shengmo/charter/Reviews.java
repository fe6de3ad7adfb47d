package org.shengmo.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;

/**
 * The standing committee's reviews: at least one each quarter, owed by the issuer's head by itself while a list is in
 * force, and special sessions.
 */
public interface Reviews {

    /** Leave to record a session. */
    Permission RECORD = Permission.of("charter.review.record");

    /**
     * Records a quarter's review; meets its duty. Entry {@code charter.review.held}.
     *
     * @param on the day it was held, today or before, in the quarter that it counts for
     */
    Review hold(Actor by, LocalDate on, String topic, String decisions, List<UUID> attachments);

    /** Records a special session. Entry {@code charter.review.special}. */
    Review holdSpecial(Actor by, LocalDate on, String topic, String decisions, List<UUID> attachments);

    /** The session of an identifier. */
    Optional<Review> byId(UUID id);

    /** The years that called for a review or had one, latest first. */
    List<Integer> years();

    /** Whether somebody may open what was put before a session: who records them, and who may read every report. */
    boolean mayOpenPapers(Actor by);

    /** The sessions of a year, latest first. */
    List<Review> of(int year);

    /** The review duties of a year, by quarter. */
    Map<Quarter, UUID> duties(int year);
}
