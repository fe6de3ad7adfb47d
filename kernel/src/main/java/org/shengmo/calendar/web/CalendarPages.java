package org.shengmo.calendar.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shengmo.access.web.Page;
import org.shengmo.calendar.Calendar;
import org.shengmo.calendar.HolidayFacts;
import org.shengmo.calendar.HolidayNotice;
import org.shengmo.calendar.StatutoryPeriod;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A year's days off, and when a period ends. */
@Controller
class CalendarPages {

    private static final int LONGEST = 3660;

    private final Calendar calendar;

    CalendarPages(Calendar calendar) {
        this.calendar = calendar;
    }

    @GetMapping("/calendar")
    ModelAndView year(
            Page page,
            @RequestParam(required = false) Integer year,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) Integer length,
            @RequestParam(defaultValue = "NATURAL_DAYS") StatutoryPeriod.Unit unit,
            @RequestParam(defaultValue = "false") boolean standing) {
        int shown = year == null || year < 1950 || year > 2200 ? page.today().getYear() : year;
        LocalDate first = LocalDate.of(shown, 1, 1);
        Map<String, Object> model = new HashMap<>();
        model.put("year", shown);
        model.put("provisional", calendar.isProvisional(shown));
        model.put(
                "working",
                calendar.workingDaysBetween(
                        first.minusDays(1), first.plusYears(1).minusDays(1)));
        model.put("sources", calendar.notice(shown).map(HolidayNotice::sources).orElse(List.of()));
        model.put("holidays", calendar.notice(shown).map(Holiday::of).orElse(List.of()));
        model.put("from", from == null ? page.today() : from);
        model.put("length", length);
        model.put("unit", unit);
        model.put("standing", standing);
        model.put("due", from == null ? null : due(from, length, unit, standing));
        model.put("dueProvisional", false);
        LocalDate due = (LocalDate) model.get("due");
        if (due != null) {
            model.put("dueProvisional", calendar.isProvisional(due.getYear()));
        }
        return page.view("calendar/calendar", model);
    }

    private LocalDate due(LocalDate from, Integer length, StatutoryPeriod.Unit unit, boolean standing) {
        if (length == null || length < 0 || length > LONGEST) {
            return null;
        }
        StatutoryPeriod.LastDay lastDay =
                standing ? StatutoryPeriod.LastDay.STANDS : StatutoryPeriod.LastDay.MOVES_TO_WORKING_DAY;
        return new StatutoryPeriod(length, unit, lastDay).dueDate(from, calendar);
    }

    @PostMapping("/calendar")
    ModelAndView load(Page page, @RequestParam(defaultValue = "") String facts) {
        List<HolidayNotice> notices = HolidayFacts.read(facts);
        if (notices.isEmpty()) {
            throw Invalid.at("facts", "calendar.notice.empty");
        }
        notices.forEach(notice -> calendar.load(page.actor(), notice));
        int year = notices.getFirst().year();
        return page.done("/calendar?year=" + year, Text.of("calendar.loaded", Integer.toString(year)));
    }
}
