package org.shengmo.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.shengmo.calendar.StatutoryPeriod.Unit;
import org.shengmo.wording.Refusal;

/**
 * A period that runs.
 *
 * @param term the period as the rule states it
 * @param event the day from which it runs; not counted
 * @param suspensions times in which it stood still, earliest first
 * @param extensions extensions granted, earliest first
 */
public record Running(StatutoryPeriod term, LocalDate event, List<Suspension> suspensions, List<Extension> extensions)
        implements RunningPeriod {

    /** @throws IllegalArgumentException where a suspension begins before the event or before the last one ended */
    public Running {
        suspensions = List.copyOf(suspensions);
        extensions = List.copyOf(extensions);
        LocalDate free = event;
        for (Suspension suspension : suspensions) {
            if (suspension.since().isBefore(free)) {
                throw new IllegalArgumentException("suspended on " + suspension.since() + ", before " + free);
            }
            free = suspension.until();
        }
    }

    /** A period that begins to run. */
    public static Running from(StatutoryPeriod term, LocalDate event) {
        return new Running(term, event, List.of(), List.of());
    }

    /**
     * The last day in time. Days while suspended are not counted; of a period of months or years they are added at its end.
     */
    public LocalDate dueDate(WorkingDays calendar) {
        LocalDate end = event;
        int pending = term.length();
        Unit unit = term.unit();
        for (Extension extension : extensions) {
            if (extension.by().unit() == unit) {
                pending += extension.by().length();
            } else {
                end = endOf(end, pending, unit, calendar);
                pending = extension.by().length();
                unit = extension.by().unit();
            }
        }
        end = endOf(end, pending, unit, calendar);
        return term.lastDay() == StatutoryPeriod.LastDay.STANDS ? end : calendar.workingDayFrom(end);
    }

    private LocalDate endOf(LocalDate from, int length, Unit unit, WorkingDays calendar) {
        return switch (unit) {
            case NATURAL_DAYS -> counted(day -> true).plusWorkingDays(from, length);
            case WORKING_DAYS -> counted(calendar).plusWorkingDays(from, length);
            case MONTHS, YEARS ->
                lengthened(
                        from, new StatutoryPeriod(length, unit, StatutoryPeriod.LastDay.STANDS).endOf(from, calendar));
        };
    }

    private WorkingDays counted(WorkingDays days) {
        return day -> days.isWorkingDay(day) && suspensions.stream().noneMatch(suspension -> suspension.covers(day));
    }

    private LocalDate lengthened(LocalDate from, LocalDate end) {
        LocalDate later = end;
        for (Suspension suspension : suspensions) {
            if (suspension.until().isAfter(from) && !suspension.since().isAfter(later)) {
                LocalDate since = suspension.since().isAfter(from) ? suspension.since() : from;
                later = later.plusDays(new Suspension(since, suspension.until(), suspension.ground()).days());
            }
        }
        return later;
    }

    /**
     * Stands still from a day on, which is not counted any more.
     *
     * @throws org.shengmo.wording.Refused where the period was over by then
     */
    public Suspended suspend(LocalDate since, String ground, WorkingDays calendar) {
        refuseIfOver(since, calendar);
        return new Suspended(this, since, ground);
    }

    /**
     * Runs on for longer.
     *
     * @throws org.shengmo.wording.Refused where the period was over before the decision
     */
    public Running extend(StatutoryPeriod by, LocalDate decided, String ground, WorkingDays calendar) {
        refuseIfOver(decided, calendar);
        return new Running(
                term,
                event,
                suspensions,
                Stream.concat(extensions.stream(), Stream.of(new Extension(by, decided, ground)))
                        .toList());
    }

    private void refuseIfOver(LocalDate day, WorkingDays calendar) {
        LocalDate due = dueDate(calendar);
        if (day.isAfter(due)) {
            throw Refusal.of("calendar.period.over", due, day).refused();
        }
    }
}
