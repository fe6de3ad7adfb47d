package org.shengmo.consequence;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days on which something binds: whole days of the district's calendar.
 *
 * @param from the first day
 * @param until the first day on which it no longer binds; null: until it is lifted
 */
public record EffectPeriod(LocalDate from, LocalDate until) {

    /** @throws IllegalArgumentException when it would hold no day */
    public EffectPeriod {
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("no day between " + from + " and " + until);
        }
    }

    /** Whether it binds on a day. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** The last day on which it binds; empty while it is open. */
    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(until).map(day -> day.minusDays(1));
    }
}
