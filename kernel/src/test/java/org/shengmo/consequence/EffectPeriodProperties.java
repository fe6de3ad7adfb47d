package org.shengmo.consequence;

import static org.assertj.core.api.Assertions.assertThat;

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

class EffectPeriodProperties {

    private static final LocalDate EPOCH = LocalDate.of(2023, 11, 1);

    @Provide
    Arbitrary<List<EffectPeriod>> periods() {
        Arbitrary<EffectPeriod> period = Combinators.combine(
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.integers().between(1, 90))
                .as((from, days) -> new EffectPeriod(EPOCH.plusDays(from), EPOCH.plusDays(from + days)));
        return period.list().ofMaxSize(6);
    }

    @Property
    void joinedPeriodsHoldExactlyTheSameDays(
            @ForAll("periods") List<EffectPeriod> periods, @ForAll @IntRange(max = 400) int offset) {
        LocalDate day = EPOCH.plusDays(offset);
        assertThat(EffectPeriods.join(periods).stream().anyMatch(period -> period.holds(day)))
                .isEqualTo(periods.stream().anyMatch(period -> period.holds(day)));
    }

    @Property
    void joinedPeriodsStandApartInOrder(@ForAll("periods") List<EffectPeriod> periods) {
        List<EffectPeriod> joined = EffectPeriods.join(periods);
        for (int i = 1; i < joined.size(); i++) {
            assertThat(joined.get(i).from()).isAfter(joined.get(i - 1).until());
        }
        assertThat(EffectPeriods.join(joined)).isEqualTo(joined);
    }

    @Property
    void aPeriodOfMonthsBindsFromItsFirstDayAndIsNeverLongerThanSoManyMonths(
            @ForAll @IntRange(max = 1500) int offset, @ForAll @IntRange(min = 1, max = 48) int months) {
        LocalDate from = EPOCH.plusDays(offset);
        EffectPeriod period = EffectPeriods.months(from, months);
        LocalDate last = period.lastDay().orElseThrow();
        assertThat(period.holds(from)).isTrue();
        assertThat(period.holds(from.minusDays(1))).isFalse();
        assertThat(period.holds(last)).isTrue();
        assertThat(period.holds(last.plusDays(1))).isFalse();
        assertThat(last)
                .isBefore(from.plusMonths(months))
                .isAfterOrEqualTo(from.plusMonths(months).minusDays(1));
    }

    @Property
    void aPeriodToTheYearsEndEndsWithTheYear(@ForAll @IntRange(max = 1500) int offset) {
        LocalDate from = EPOCH.plusDays(offset);
        assertThat(EffectPeriods.toYearEnd(from).lastDay()).contains(LocalDate.of(from.getYear(), 12, 31));
    }

    @Example
    void whatOneKnows() {
        assertThat(EffectPeriods.months(LocalDate.of(2025, 3, 15), 6).lastDay()).contains(LocalDate.of(2025, 9, 14));
        assertThat(EffectPeriods.months(LocalDate.of(2025, 8, 31), 6).until()).isEqualTo(LocalDate.of(2026, 2, 28));
        EffectPeriod open = new EffectPeriod(EPOCH, null);
        assertThat(EffectPeriods.join(List.of(open, EffectPeriods.months(EPOCH.plusDays(3), 1))))
                .containsExactly(open);
    }
}
