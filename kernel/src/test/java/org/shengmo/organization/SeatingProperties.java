package org.shengmo.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SeatingProperties {

    private static final LocalDate START = LocalDate.of(2024, 2, 20);
    private static final int SPAN = 40;

    @Provide
    Arbitrary<Days> days() {
        Arbitrary<Integer> from = Arbitraries.integers().between(0, SPAN - 1);
        Arbitrary<Integer> length = Arbitraries.integers().between(1, SPAN).injectNull(0.15);
        return Combinators.combine(from, length)
                .as((first, lasting) ->
                        new Days(START.plusDays(first), lasting == null ? null : START.plusDays(first + lasting)));
    }

    @Provide
    Arbitrary<List<Days>> tenures() {
        return days().list().ofMaxSize(12);
    }

    private static long fullest(List<Days> tenures) {
        return IntStream.range(0, 2 * SPAN + 1)
                .mapToObj(START::plusDays)
                .mapToLong(day ->
                        tenures.stream().filter(each -> each.contains(day)).count())
                .max()
                .orElse(0);
    }

    private static Map<UUID, Days> byTenure(List<Days> tenures) {
        Map<UUID, Days> map = new HashMap<>();
        tenures.forEach(each -> map.put(UUID.randomUUID(), each));
        return map;
    }

    @Property
    void daysOverlapWhenSomeDayIsInBoth(@ForAll("days") Days one, @ForAll("days") Days other) {
        boolean common = IntStream.range(0, 2 * SPAN + 1)
                .mapToObj(START::plusDays)
                .anyMatch(day -> one.contains(day) && other.contains(day));
        assertThat(one.overlaps(other)).isEqualTo(common).isEqualTo(other.overlaps(one));
    }

    @Property
    void thereAreSeatsExactlyWhenNoDayHasMorePeopleThanSeats(
            @ForAll("tenures") List<Days> tenures, @ForAll @IntRange(min = 1, max = 4) int seats) {
        assertThat(Seating.arrange(byTenure(tenures), seats).isPresent()).isEqualTo(fullest(tenures) <= seats);
    }

    @Property
    void nobodySitsOnAnothersSeat(
            @ForAll("tenures") List<Days> tenures, @ForAll @IntRange(min = 1, max = 4) int seats) {
        Map<UUID, Days> all = byTenure(tenures);
        Seating.arrange(all, seats).ifPresent(arranged -> {
            assertThat(arranged.keySet()).isEqualTo(all.keySet());
            assertThat(arranged.values()).allMatch(seat -> seat >= 1 && seat <= seats);
            all.forEach((one, days) -> all.forEach((other, theirs) -> assertThat(!one.equals(other)
                            && arranged.get(one).equals(arranged.get(other))
                            && days.overlaps(theirs))
                    .isFalse()));
        });
    }

    @Property
    void aFreeSeatIsFreeOnEachOfTheDays(
            @ForAll("tenures") List<Days> tenures,
            @ForAll("days") Days wanted,
            @ForAll @IntRange(min = 1, max = 4) int seats) {
        Map<UUID, Days> all = byTenure(tenures);
        Seating.arrange(all, seats).ifPresent(arranged -> {
            List<Seating.Seated> seated = all.entrySet().stream()
                    .map(each -> new Seating.Seated(each.getKey(), each.getValue(), arranged.get(each.getKey())))
                    .toList();
            Seating.free(seated, seats, wanted)
                    .ifPresentOrElse(
                            seat -> assertThat(seated)
                                    .noneMatch(each ->
                                            each.seat() == seat && each.days().overlaps(wanted)),
                            () -> assertThat(seated.stream()
                                            .filter(each -> each.days().overlaps(wanted))
                                            .map(Seating.Seated::seat)
                                            .distinct())
                                    .hasSize(seats));
        });
    }
}
