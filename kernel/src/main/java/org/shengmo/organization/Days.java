package org.shengmo.organization;

import java.time.LocalDate;

/**
 * Days from one on until another (exclusive); {@code until} null for no end.
 *
 * @param from the first day
 * @param until the first day no more; null for no end
 */
record Days(LocalDate from, LocalDate until) {

    Days {
        if (until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("no day from " + from + " until " + until);
        }
    }

    static boolean hold(LocalDate from, LocalDate until, LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    boolean contains(LocalDate day) {
        return hold(from, until, day);
    }

    boolean overlaps(Days other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(Days other) {
        return other.until == null || from.isBefore(other.until);
    }
}
