package org.shengmo.organization;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A post's time in charge of a portfolio.
 *
 * @param id its identifier
 * @param portfolio of which portfolio
 * @param post which post
 * @param from the first day
 * @param until the first day no more (exclusive); null while it lasts
 */
public record PortfolioHolding(UUID id, UUID portfolio, UUID post, LocalDate from, LocalDate until) {

    /** Whether the post is in charge on a day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
