package org.shengmo.charter;

import java.time.LocalDate;

/**
 * A quarter of a calendar year.
 *
 * @param number 1 to 4
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {

    /** @throws IllegalArgumentException when the number is not 1 to 4 */
    public Quarter {
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException("no quarter " + number);
        }
    }

    /** The quarter that a day lies in. */
    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    /** Its first day. */
    public LocalDate first() {
        return LocalDate.of(year, number * 3 - 2, 1);
    }

    /** Its last day. */
    public LocalDate last() {
        return first().plusMonths(3).minusDays(1);
    }

    /** The quarter after it. */
    public Quarter next() {
        return of(last().plusDays(1));
    }

    @Override
    public int compareTo(Quarter other) {
        return Integer.compare(year * 4 + number, other.year * 4 + other.number);
    }
}
