package org.shengmo.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Days by a set of notices; nothing else is read, nothing changes. */
final class NoticeCalendar implements WorkingDays {

    private static final String NEW_YEAR = "元旦";
    private static final String LABOUR_DAY = "劳动节";
    private static final String NATIONAL_DAY = "国庆节";

    /** Holidays of fixed date by the State Council's measures on holidays, for a year whose notice is not known. */
    private static final Map<MonthDay, String> FIXED = Map.of(
            MonthDay.of(1, 1), NEW_YEAR,
            MonthDay.of(5, 1), LABOUR_DAY,
            MonthDay.of(5, 2), LABOUR_DAY,
            MonthDay.of(10, 1), NATIONAL_DAY,
            MonthDay.of(10, 2), NATIONAL_DAY,
            MonthDay.of(10, 3), NATIONAL_DAY);

    private final NavigableMap<Integer, HolidayNotice> years = new TreeMap<>();
    private final Map<LocalDate, Day> decided = new HashMap<>();

    /** @param notices for a year that stands twice the later one counts */
    NoticeCalendar(Collection<HolidayNotice> notices) {
        notices.forEach(notice -> years.put(notice.year(), notice));
        years.values().forEach(notice -> {
            notice.off().forEach((day, name) -> decide(notice, day, name, Day.Why.HOLIDAY));
            notice.working().forEach((day, name) -> decide(notice, day, name, Day.Why.WORKING_WEEKEND));
        });
    }

    /** A notice that reaches into a neighbouring year gives way to that year's own. */
    private void decide(HolidayNotice notice, LocalDate date, String name, Day.Why why) {
        boolean own = date.getYear() == notice.year();
        Day day = new Day(date, why == Day.Why.WORKING_WEEKEND, why, name, isProvisional(date.getYear()));
        if (own) {
            decided.put(date, day);
        } else {
            decided.putIfAbsent(date, day);
        }
    }

    @Override
    public boolean isWorkingDay(LocalDate date) {
        return day(date).working();
    }

    Day day(LocalDate date) {
        Day byNotice = decided.get(date);
        return byNotice != null ? byNotice : ordinary(date);
    }

    private Day ordinary(LocalDate date) {
        boolean provisional = isProvisional(date.getYear());
        String fixed = provisional ? FIXED.get(MonthDay.from(date)) : null;
        if (fixed != null) {
            return new Day(date, false, Day.Why.HOLIDAY, fixed, true);
        }
        boolean weekend = date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return new Day(date, !weekend, weekend ? Day.Why.WEEKEND : Day.Why.WEEKDAY, "", provisional);
    }

    boolean isProvisional(int year) {
        return !years.containsKey(year);
    }

    NavigableMap<Integer, HolidayNotice> years() {
        return years;
    }
}
