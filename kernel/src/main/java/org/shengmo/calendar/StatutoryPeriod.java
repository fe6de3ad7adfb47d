package org.shengmo.calendar;

import java.time.LocalDate;

/**
 * A period as a rule states it: 15 days, 5 working days, 2 months. The day of the event is not counted.
 *
 * @param length how many, at least 0
 * @param unit of what
 * @param lastDay what happens where the last day is not worked
 */
public record StatutoryPeriod(int length, Unit unit, LastDay lastDay) {

    /** What a period is counted in. */
    public enum Unit {
        /** Days of the calendar, worked or not. */
        NATURAL_DAYS,
        /** Days on which offices work. */
        WORKING_DAYS,
        /** To the day of the same number; the month's last day where it has none. */
        MONTHS,
        /** To the same date; 28 February for 29 February. */
        YEARS
    }

    /** What happens where the last day is not a working day. */
    public enum LastDay {
        /** The period ends on the next working day. */
        MOVES_TO_WORKING_DAY,
        /** The period ends that day all the same: what protects a person must not become longer by itself. */
        STANDS
    }

    /** @throws IllegalArgumentException for a negative length */
    public StatutoryPeriod {
        if (length < 0) {
            throw new IllegalArgumentException("negative period: " + length);
        }
    }

    /** So many days; the last one moves to a working day. */
    public static StatutoryPeriod days(int length) {
        return new StatutoryPeriod(length, Unit.NATURAL_DAYS, LastDay.MOVES_TO_WORKING_DAY);
    }

    /** So many working days. */
    public static StatutoryPeriod workingDays(int length) {
        return new StatutoryPeriod(length, Unit.WORKING_DAYS, LastDay.MOVES_TO_WORKING_DAY);
    }

    /** So many months; the last day moves to a working day. */
    public static StatutoryPeriod months(int length) {
        return new StatutoryPeriod(length, Unit.MONTHS, LastDay.MOVES_TO_WORKING_DAY);
    }

    /** So many years; the last day moves to a working day. */
    public static StatutoryPeriod years(int length) {
        return new StatutoryPeriod(length, Unit.YEARS, LastDay.MOVES_TO_WORKING_DAY);
    }

    /** The same period whose last day stands though it be a holiday. */
    public StatutoryPeriod standing() {
        return new StatutoryPeriod(length, unit, LastDay.STANDS);
    }

    /**
     * The last day on which the act is still in time.
     *
     * @param event the day from which the period runs; not counted
     */
    public LocalDate dueDate(LocalDate event, WorkingDays calendar) {
        LocalDate last = endOf(event, calendar);
        return lastDay == LastDay.STANDS ? last : calendar.workingDayFrom(last);
    }

    /** Where the counting ends, before anything moves to a working day. */
    LocalDate endOf(LocalDate event, WorkingDays calendar) {
        return switch (unit) {
            case NATURAL_DAYS -> event.plusDays(length);
            case WORKING_DAYS -> calendar.plusWorkingDays(event, length);
            case MONTHS -> DateSpan.ofMonths(length).addTo(event, MonthEnd.DOWN);
            case YEARS -> DateSpan.ofYears(length).addTo(event, MonthEnd.DOWN);
        };
    }
}
