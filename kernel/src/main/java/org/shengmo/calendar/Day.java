package org.shengmo.calendar;

import java.time.LocalDate;

/**
 * A day with what makes it worked or not.
 *
 * @param date the day
 * @param working whether offices work
 * @param why what decides it
 * @param occasion the holiday's name as the notice has it; empty for an ordinary day
 * @param provisional whether the year's notice is not out yet
 */
public record Day(LocalDate date, boolean working, Why why, String occasion, boolean provisional) {

    /** What decides whether a day is worked. */
    public enum Why {
        /** Monday to Friday, and no notice says otherwise. */
        WEEKDAY,
        /** Saturday or Sunday, and no notice says otherwise. */
        WEEKEND,
        /** Off by a notice or, in a provisional year, by its fixed date. */
        HOLIDAY,
        /** A Saturday or Sunday that a notice makes a working day. */
        WORKING_WEEKEND
    }
}
