package org.shengmo.discipline;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;

/** Who looked at which leads and cases. Whoever looks the log through learns who looked, as what and when, not at what. */
public interface ViewLog {

    /** Leave to look the log through. */
    Permission REVIEW = Permission.of("discipline.log.review");

    /** The views of a month, newest first. */
    List<View> of(Actor by, YearMonth month);

    /**
     * Signs that a month was looked through. Entry {@code discipline.log-reviewed}.
     *
     * @throws org.shengmo.wording.Refused before the month is over, a second time, and where the reviewer's own views are in it
     */
    void review(Actor by, YearMonth month, String remarks);

    /** The months that were looked through, newest first. */
    List<Review> reviews(Actor by);

    /** Whether a month was looked through. */
    Optional<Review> review(Actor by, YearMonth month);

    /**
     * A view.
     *
     * @param what {@code lead}, {@code case}, {@code identity} or {@code file}
     * @param role what the viewer was to it: {@code handler}, {@code supervisor}, {@code trier}, {@code line}, {@code keeper},
     *     {@code decider}
     * @param striking whether it stands out: outside working hours, or more than thirty in the day
     */
    record View(long id, Instant at, String what, UUID person, UUID post, String role, boolean striking) {}

    /** A month looked through. */
    record Review(YearMonth month, int views, int striking, String remarks, UUID by) {}
}
