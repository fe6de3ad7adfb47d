package org.shengmo.separation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.wording.Refusal;

/** Finds who is in charge of what they must not be. */
public interface Separation {

    /** The table that says who may be in charge of what. */
    String TABLE = "portfolio-holding";

    /** Every breach that stands on a day. */
    List<Breach> breaches(LocalDate on);

    /** Whether a portfolio is one of those that a deputy must be in charge of. */
    boolean isForADeputy(String portfolioCode, LocalDate on);

    /**
     * A breach.
     *
     * @param post the post in charge; null where nobody is who must be
     * @param portfolio the portfolio; null where two relatives stand in one line without one
     * @param why what is wrong, under which clause
     */
    record Breach(UUID post, UUID portfolio, Refusal why) {}
}
