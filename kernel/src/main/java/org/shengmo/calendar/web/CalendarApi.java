package org.shengmo.calendar.web;

import java.time.LocalDate;
import org.shengmo.access.Actor;
import org.shengmo.calendar.Calendar;
import org.shengmo.calendar.Day;
import org.shengmo.calendar.HolidayNotice;
import org.shengmo.calendar.StatutoryPeriod;
import org.shengmo.wording.Invalid;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Working days and periods for programs. */
@RestController
@RequestMapping("/api/v1/calendar")
class CalendarApi {

    private static final int LONGEST = 3660;

    private final Calendar calendar;

    CalendarApi(Calendar calendar) {
        this.calendar = calendar;
    }

    /**
     * A year.
     *
     * @param workingDays how many days of it are worked
     * @param provisional whether its notice is not known yet
     * @param notice null where it is not
     */
    record Year(int year, int workingDays, boolean provisional, HolidayNotice notice) {}

    /**
     * A period's end.
     *
     * @param due the last day in time
     * @param provisional whether the notice of that day's year is not known yet
     */
    record Due(LocalDate due, boolean provisional) {}

    @GetMapping("/days/{date}")
    Day day(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date) {
        return calendar.day(date);
    }

    @GetMapping("/years/{year}")
    Year year(@PathVariable int year) {
        if (year < 1950 || year > 2200) {
            throw Invalid.at("year", "calendar.year.range");
        }
        LocalDate first = LocalDate.of(year, 1, 1);
        return new Year(
                year,
                calendar.workingDaysBetween(
                        first.minusDays(1), first.plusYears(1).minusDays(1)),
                calendar.isProvisional(year),
                calendar.notice(year).orElse(null));
    }

    /** When a period ends: {@code ?from=2025-09-16&length=15&unit=NATURAL_DAYS}. */
    @GetMapping("/due")
    Due due(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam int length,
            @RequestParam(defaultValue = "NATURAL_DAYS") StatutoryPeriod.Unit unit,
            @RequestParam(defaultValue = "MOVES_TO_WORKING_DAY") StatutoryPeriod.LastDay lastDay) {
        if (length < 0 || length > LONGEST) {
            throw Invalid.at("length", "calendar.length.range");
        }
        LocalDate due = new StatutoryPeriod(length, unit, lastDay).dueDate(from, calendar);
        return new Due(due, calendar.isProvisional(due.getYear()));
    }

    @PostMapping("/notices")
    @ResponseStatus(HttpStatus.CREATED)
    HolidayNotice load(Actor actor, @RequestBody HolidayNotice notice) {
        calendar.load(actor, notice);
        return notice;
    }
}
