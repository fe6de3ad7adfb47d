package org.shengmo.calendar;

/** What becomes of a date that the month it falls into does not have, such as 31 January plus one month. */
public enum MonthEnd {
    /** The first day of the next month. */
    UP,
    /** The last day of the month; what the Civil Code, article 202, does. */
    DOWN,
    /** No answer: {@link AmbiguousDate} is thrown. */
    REFUSE
}
