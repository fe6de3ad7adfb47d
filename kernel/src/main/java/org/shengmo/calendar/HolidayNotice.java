package org.shengmo.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The facts of the State Council's notices about one year's holidays. A notice may reach into the neighbouring years: new
 * year's day off can begin in December.
 *
 * @param year the year the notices are about
 * @param sources where they are published
 * @param off days off, with the holiday's name
 * @param working weekend days worked, with the holiday they make up for
 */
public record HolidayNotice(
        int year, List<String> sources, SortedMap<LocalDate, String> off, SortedMap<LocalDate, String> working) {

    /** @throws IllegalArgumentException where a day is both off and worked, or is more than a month outside the year */
    public HolidayNotice {
        sources = List.copyOf(sources);
        off = copy(year, off);
        working = copy(year, working);
        for (LocalDate day : working.keySet()) {
            if (off.containsKey(day)) {
                throw new IllegalArgumentException(day + " is both off and worked");
            }
        }
    }

    private static SortedMap<LocalDate, String> copy(int year, Map<LocalDate, String> days) {
        LocalDate first = LocalDate.of(year, 1, 1).minusMonths(1);
        LocalDate last = LocalDate.of(year, 12, 31).plusMonths(1);
        days.keySet().forEach(day -> {
            if (day.isBefore(first) || day.isAfter(last)) {
                throw new IllegalArgumentException(day + " is not a day of a notice for " + year);
            }
        });
        return java.util.Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }
}
