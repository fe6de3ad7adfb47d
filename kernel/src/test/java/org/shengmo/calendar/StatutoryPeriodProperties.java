package org.shengmo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;
import org.shengmo.wording.Refused;

class StatutoryPeriodProperties {

    private final WorkingDays calendar = new NoticeCalendar(HolidayFacts.shipped());

    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.of(2013, 1, 1), LocalDate.of(2027, 12, 31));
    }

    @Provide
    Arbitrary<StatutoryPeriod> periods() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 90),
                        Arbitraries.of(StatutoryPeriod.Unit.class),
                        Arbitraries.of(StatutoryPeriod.LastDay.class))
                .as((length, unit, lastDay) -> new StatutoryPeriod(
                        unit == StatutoryPeriod.Unit.YEARS ? length % 5 + 1 : length, unit, lastDay));
    }

    @Property(tries = 300)
    void theDayOfTheEventIsNotCounted(@ForAll("days") LocalDate event, @ForAll("periods") StatutoryPeriod period) {
        assertThat(period.dueDate(event, calendar)).isAfter(event);
    }

    @Property(tries = 300)
    void aLastDayThatMovesIsWorkedAndIsTheFirstSuch(
            @ForAll("days") LocalDate event, @ForAll("periods") StatutoryPeriod period) {
        LocalDate counted = period.standing().dueDate(event, calendar);
        LocalDate due = new StatutoryPeriod(
                        period.length(), period.unit(), StatutoryPeriod.LastDay.MOVES_TO_WORKING_DAY)
                .dueDate(event, calendar);
        assertThat(calendar.isWorkingDay(due)).isTrue();
        assertThat(counted.datesUntil(due)).noneMatch(calendar::isWorkingDay);
    }

    @Property(tries = 300)
    void aLaterEventIsNeverDueEarlier(
            @ForAll("days") LocalDate event,
            @ForAll @IntRange(max = 40) int later,
            @ForAll("periods") StatutoryPeriod period) {
        assertThat(period.dueDate(event.plusDays(later), calendar)).isAfterOrEqualTo(period.dueDate(event, calendar));
    }

    @Property(tries = 300)
    void countingForthAndBackAgrees(@ForAll("days") LocalDate day, @ForAll @IntRange(max = 60) int count) {
        LocalDate later = calendar.plusWorkingDays(day, count);
        assertThat(calendar.workingDaysBetween(day, later)).isEqualTo(count);
        assertThat(calendar.workingDaysBetween(later, day)).isEqualTo(-count);
        assertThat(calendar.plusWorkingDays(calendar.plusWorkingDays(day, count), -count))
                .isBeforeOrEqualTo(day);
    }

    @Property(tries = 300)
    void daysOnceResumedAreNotLostAndNotGained(
            @ForAll("days") LocalDate event,
            @ForAll @IntRange(min = 10, max = 60) int length,
            @ForAll @IntRange(min = 1, max = 9) int after,
            @ForAll @IntRange(min = 1, max = 100) int pause) {
        Running running = Running.from(StatutoryPeriod.days(length).standing(), event);
        Running resumed =
                running.suspend(event.plusDays(after), "hearing", calendar).resume(event.plusDays(after + pause));
        assertThat(resumed.dueDate(calendar))
                .isEqualTo(running.dueDate(calendar).plusDays(pause));
    }

    @Property(tries = 200)
    void workingDaysWhileSuspendedAreNotCounted(
            @ForAll("days") LocalDate event,
            @ForAll @IntRange(min = 10, max = 40) int length,
            @ForAll @IntRange(min = 1, max = 9) int after,
            @ForAll @IntRange(min = 1, max = 60) int pause) {
        LocalDate since = event.plusDays(after);
        LocalDate until = since.plusDays(pause);
        Running resumed = Running.from(StatutoryPeriod.workingDays(length), event)
                .suspend(since, "hearing", calendar)
                .resume(until);
        LocalDate due = resumed.dueDate(calendar);
        long counted = event.plusDays(1)
                .datesUntil(due.plusDays(1))
                .filter(calendar::isWorkingDay)
                .filter(day -> day.isBefore(since) || !day.isBefore(until))
                .count();
        assertThat(counted).isEqualTo(length);
    }

    @Property(tries = 200)
    void anExtensionRunsOnFromWhereTheCountingEnds(
            @ForAll("days") LocalDate event,
            @ForAll @IntRange(min = 1, max = 60) int length,
            @ForAll @IntRange(min = 1, max = 30) int more) {
        Running extended = Running.from(StatutoryPeriod.days(length), event)
                .extend(StatutoryPeriod.days(more), event.plusDays(1), "complex", calendar);
        assertThat(extended.dueDate(calendar))
                .isEqualTo(StatutoryPeriod.days(length + more).dueDate(event, calendar));
    }

    @Example
    void monthsExtendedByMonthsFallOnTheDayOfTheEvent() {
        LocalDate event = LocalDate.of(2025, 1, 31);
        Running extended = Running.from(StatutoryPeriod.months(1).standing(), event)
                .extend(StatutoryPeriod.months(1).standing(), LocalDate.of(2025, 2, 20), "complex", calendar);
        assertThat(extended.dueDate(calendar)).isEqualTo(LocalDate.of(2025, 3, 31));
    }

    @Example
    void whatHasEndedCanBeNeitherSuspendedNorExtended() {
        Running running = Running.from(StatutoryPeriod.days(10), LocalDate.of(2025, 3, 3));
        LocalDate due = running.dueDate(calendar);
        assertThat(due).isEqualTo(LocalDate.of(2025, 3, 13));
        assertThatThrownBy(() -> running.suspend(due.plusDays(1), "hearing", calendar))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> running.extend(StatutoryPeriod.days(5), due.plusDays(1), "late", calendar))
                .isInstanceOf(Refused.class);
    }

    @Example
    void theFifteenDaysThatEndOnNationalDayEndAfterIt() {
        assertThat(StatutoryPeriod.days(15).dueDate(LocalDate.of(2025, 9, 16), calendar))
                .isEqualTo(LocalDate.of(2025, 10, 9));
        assertThat(StatutoryPeriod.days(15).standing().dueDate(LocalDate.of(2025, 9, 16), calendar))
                .isEqualTo(LocalDate.of(2025, 10, 1));
    }
}
