package org.shengmo.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.shengmo.docket.Kind;

class DutyProperties {

    private static final LocalDate EPOCH = LocalDate.of(2023, 1, 1);

    @Provide
    Arbitrary<DutyTerms> terms() {
        Arbitrary<List<Integer>> before =
                Arbitraries.integers().between(0, 30).list().ofMaxSize(4);
        Arbitrary<List<Integer>> after =
                Arbitraries.integers().between(1, 40).list().ofMaxSize(4);
        return Combinators.combine(before, after, Arbitraries.integers().between(0, 30))
                .as((remind, escalate, grace) ->
                        new DutyTerms(remind, escalate, grace, Kind.of("duty.missed"), "table"));
    }

    private static LocalDate day(int offset) {
        return EPOCH.plusDays(offset);
    }

    @Property
    void whatIsPlannedLiesAheadAndNoReminderComesAfterTheDueDate(
            @ForAll("terms") DutyTerms terms,
            @ForAll @IntRange(max = 800) int begins,
            @ForAll @IntRange(max = 120) int lasts,
            @ForAll @IntRange(max = 800) int now) {
        LocalDate from = day(begins);
        LocalDate due = from.plusDays(lasts);
        List<Milestone> plan = Milestone.plan(from, due, terms, day(now));

        assertThat(plan)
                .filteredOn(milestone -> milestone.step() == Milestone.Step.REMIND)
                .allSatisfy(milestone -> {
                    assertThat(milestone.on()).isAfter(day(now)).isAfter(from).isBeforeOrEqualTo(due);
                    assertThat(milestone.on().plusDays(milestone.level())).isEqualTo(due);
                });
        assertThat(plan)
                .filteredOn(milestone -> milestone.step() == Milestone.Step.OVERDUE)
                .containsExactly(new Milestone(Milestone.Step.OVERDUE, 0, due.plusDays(1)));
        assertThat(plan)
                .filteredOn(milestone -> milestone.step() == Milestone.Step.BEGIN)
                .hasSize(from.isAfter(day(now)) ? 1 : 0);
        assertThat(plan).doesNotHaveDuplicates();
    }

    @Property
    void escalationsClimbOneLevelAtATimeAndNeverBeforeTheDutyIsLate(
            @ForAll("terms") DutyTerms terms, @ForAll @IntRange(max = 800) int dueDay) {
        LocalDate due = day(dueDay);
        List<Milestone> escalations = Milestone.plan(due, due, terms, due).stream()
                .filter(milestone -> milestone.step() == Milestone.Step.ESCALATE)
                .toList();
        for (int i = 0; i < escalations.size(); i++) {
            assertThat(escalations.get(i).level()).isEqualTo(i + 1);
            assertThat(escalations.get(i).on())
                    .isAfter(i == 0 ? due : escalations.get(i - 1).on());
        }
    }

    @Property
    void periodsTileTheCalendar(@ForAll Cadence cadence, @ForAll @IntRange(max = 2000) int offset) {
        LocalDate day = day(offset);
        LocalDate start = cadence.periodStart(day);
        LocalDate end = cadence.periodEnd(day);
        assertThat(day).isAfterOrEqualTo(start).isBefore(end);
        assertThat(cadence.periodStart(end)).isEqualTo(end);
        assertThat(cadence.periodStart(end.minusDays(1))).isEqualTo(cadence == Cadence.ONCE ? day : start);
    }

    @Property
    void aDutyStandsSomewhereEveryDayAndIsLateExactlyAfterItsDueDate(
            @ForAll("terms") DutyTerms terms, @ForAll @IntRange(max = 60) int daysLeft) {
        LocalDate due = day(100);
        LocalDate today = due.minusDays(daysLeft);
        RunningDuty duty = new RunningDuty(Duties2025.details(due, terms));
        assertThat(duty.standing(today))
                .isEqualTo(daysLeft <= terms.reminderPeriod() ? Standing.DUE_SOON : Standing.IN_TIME);
        Evidence evidence = new Evidence(null, "已报送", List.of());
        assertThat(duty.meet(due, evidence).late()).isFalse();
        assertThat(duty.meet(due.plusDays(1 + daysLeft), evidence).standing(today))
                .isEqualTo(Standing.MET_LATE);
    }

    @Example
    void quartersBeginWhereTheyDo() {
        assertThat(Cadence.QUARTERLY.periodStart(LocalDate.of(2024, 3, 31))).isEqualTo("2024-01-01");
        assertThat(Cadence.QUARTERLY.periodEnd(LocalDate.of(2024, 11, 2))).isEqualTo("2025-01-01");
        assertThat(Cadence.MONTHLY.periodEnd(LocalDate.of(2024, 2, 29))).isEqualTo("2024-03-01");
    }

    @Example
    void termsCountForwards() {
        assertThatThrownBy(() -> new DutyTerms(List.of(-1), List.of(), 0, Kind.of("duty.missed"), "t"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DutyTerms(List.of(), List.of(0), 0, Kind.of("duty.missed"), "t"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
