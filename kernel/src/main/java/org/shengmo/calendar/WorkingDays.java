package org.shengmo.calendar;

import java.time.LocalDate;

/** Which days are worked, and counting over them. */
@FunctionalInterface
public interface WorkingDays {

    /** Whether offices work that day. */
    boolean isWorkingDay(LocalDate day);

    /** The day itself where it is a working day, else the first working day after it. */
    default LocalDate workingDayFrom(LocalDate day) {
        LocalDate candidate = day;
        while (!isWorkingDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /**
     * The n-th working day after a day, which is not counted itself; before it where n is negative.
     *
     * @return the day itself where {@code workingDays} is 0
     */
    default LocalDate plusWorkingDays(LocalDate day, int workingDays) {
        int step = Integer.signum(workingDays);
        int left = Math.abs(workingDays);
        LocalDate candidate = day;
        while (left > 0) {
            candidate = candidate.plusDays(step);
            if (isWorkingDay(candidate)) {
                left--;
            }
        }
        return candidate;
    }

    /**
     * How many working days lie after {@code from} up to and with {@code to}; negative where {@code to} comes first.
     */
    default int workingDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workingDaysBetween(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }
}
