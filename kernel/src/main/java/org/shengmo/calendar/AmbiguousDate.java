package org.shengmo.calendar;

import java.time.LocalDate;

/** Thrown where adding months to a date meets a month without that day, and the rule is to refuse. */
public final class AmbiguousDate extends RuntimeException {

    private static final long serialVersionUID = 1;

    public AmbiguousDate(LocalDate date, DateSpan span) {
        super(date + " plus " + span + " falls on a day that its month does not have");
    }
}
