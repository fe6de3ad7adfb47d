package org.shengmo.calendar;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Years, months and days to add to a date. Years and months move first, together; a day that the month reached does not
 * have is then settled once by the {@link MonthEnd} rule; days move last.
 *
 * @param years may be negative
 * @param months may be negative
 * @param days may be negative
 */
public record DateSpan(int years, int months, int days) {

    /** So many days. */
    public static DateSpan ofDays(int days) {
        return new DateSpan(0, 0, days);
    }

    /** So many months. */
    public static DateSpan ofMonths(int months) {
        return new DateSpan(0, months, 0);
    }

    /** So many years. */
    public static DateSpan ofYears(int years) {
        return new DateSpan(years, 0, 0);
    }

    /**
     * The date this far from another.
     *
     * @throws AmbiguousDate where the day does not exist and the rule is {@link MonthEnd#REFUSE}
     */
    public LocalDate addTo(LocalDate date, MonthEnd rule) {
        YearMonth month = YearMonth.from(date).plusMonths(12L * years + months);
        LocalDate moved;
        if (month.isValidDay(date.getDayOfMonth())) {
            moved = month.atDay(date.getDayOfMonth());
        } else {
            moved = switch (rule) {
                case UP -> month.plusMonths(1).atDay(1);
                case DOWN -> month.atEndOfMonth();
                case REFUSE -> throw new AmbiguousDate(date, this);
            };
        }
        return moved.plusDays(days);
    }
}
