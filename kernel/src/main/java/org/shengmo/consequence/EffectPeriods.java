package org.shengmo.consequence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.shengmo.calendar.DateSpan;
import org.shengmo.calendar.MonthEnd;

/** Reckoning with effect periods. */
public final class EffectPeriods {

    private EffectPeriods() {}

    /**
     * So many months from a day, that day counted in: six months from 15 March end with 14 September. Where the month does
     * not have the day, the period ends with the month's last day but one, so that it is never longer than so many months.
     */
    public static EffectPeriod months(LocalDate from, int months) {
        return new EffectPeriod(from, DateSpan.ofMonths(months).addTo(from, MonthEnd.DOWN));
    }

    /** From a day to the end of its calendar year. */
    public static EffectPeriod toYearEnd(LocalDate from) {
        return new EffectPeriod(from, LocalDate.of(from.getYear() + 1, 1, 1));
    }

    /**
     * The same days in as few periods as there can be, in order: what overlaps or follows on without a day between is one
     * period.
     */
    public static List<EffectPeriod> join(Collection<EffectPeriod> periods) {
        List<EffectPeriod> joined = new ArrayList<>();
        for (EffectPeriod next : periods.stream()
                .sorted(Comparator.comparing(EffectPeriod::from))
                .toList()) {
            if (!joined.isEmpty() && reaches(joined.getLast(), next.from())) {
                joined.add(span(joined.removeLast(), next));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private static boolean reaches(EffectPeriod earlier, LocalDate day) {
        return earlier.until() == null || !earlier.until().isBefore(day);
    }

    private static EffectPeriod span(EffectPeriod earlier, EffectPeriod later) {
        boolean open = earlier.until() == null || later.until() == null;
        LocalDate until = open ? null : earlier.until().isAfter(later.until()) ? earlier.until() : later.until();
        return new EffectPeriod(earlier.from(), until);
    }
}
