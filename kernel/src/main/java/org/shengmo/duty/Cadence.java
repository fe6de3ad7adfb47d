package org.shengmo.duty;

import java.time.LocalDate;

/** How often something is owed. */
public enum Cadence {
    /** One time. */
    ONCE,
    /** For each calendar month. */
    MONTHLY,
    /** For each calendar quarter. */
    QUARTERLY;

    /** The first day of the period that a day lies in; for {@link #ONCE} the day itself. */
    public LocalDate periodStart(LocalDate day) {
        return switch (this) {
            case ONCE -> day;
            case MONTHLY -> day.withDayOfMonth(1);
            case QUARTERLY -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
        };
    }

    /** The first day after the period that a day lies in; for {@link #ONCE} the day after. */
    public LocalDate periodEnd(LocalDate day) {
        return switch (this) {
            case ONCE -> day.plusDays(1);
            case MONTHLY -> periodStart(day).plusMonths(1);
            case QUARTERLY -> periodStart(day).plusMonths(3);
        };
    }
}
