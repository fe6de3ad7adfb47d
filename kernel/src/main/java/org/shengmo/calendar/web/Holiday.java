package org.shengmo.calendar.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shengmo.calendar.HolidayNotice;

/**
 * A holiday of a year's notice.
 *
 * @param name as the notice has it
 * @param off days off, in order
 * @param working weekend days worked for it, in order
 */
public record Holiday(String name, List<LocalDate> off, List<LocalDate> working) {

    public Holiday {
        off = List.copyOf(off);
        working = List.copyOf(working);
    }

    static List<Holiday> of(HolidayNotice notice) {
        Map<String, List<LocalDate>> off = new LinkedHashMap<>();
        Map<String, List<LocalDate>> working = new LinkedHashMap<>();
        notice.off()
                .forEach((day, name) ->
                        off.computeIfAbsent(name, each -> new ArrayList<>()).add(day));
        notice.working()
                .forEach((day, name) ->
                        working.computeIfAbsent(name, each -> new ArrayList<>()).add(day));
        return off.entrySet().stream()
                .map(each ->
                        new Holiday(each.getKey(), each.getValue(), working.getOrDefault(each.getKey(), List.of())))
                .toList();
    }
}
