package org.shengmo.organization;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Who sits on which seat of a post. Seats have no meaning but their number: people may be moved to seat one more. */
final class Seating {

    private Seating() {}

    /**
     * Somebody on a seat.
     *
     * @param tenure whose tenure
     * @param days when
     * @param seat from 1
     */
    record Seated(UUID tenure, Days days, int seat) {}

    /** A seat that is free on all the days. */
    static Optional<Integer> free(List<Seated> seated, int seats, Days days) {
        return IntStream.rangeClosed(1, seats)
                .filter(seat -> seated.stream()
                        .noneMatch(each -> each.seat() == seat && each.days().overlaps(days)))
                .boxed()
                .findFirst();
    }

    /**
     * Seats for all of the days, taken in the order in which they begin; that order needs no more seats than the fullest
     * day does.
     *
     * @return seat by tenure; empty when on some day there are more people than seats
     */
    static Optional<Map<UUID, Integer>> arrange(Map<UUID, Days> tenures, int seats) {
        LocalDate[] freeFrom = new LocalDate[seats];
        java.util.Arrays.fill(freeFrom, LocalDate.MIN);
        Map<UUID, Integer> arranged = new HashMap<>();
        List<Map.Entry<UUID, Days>> inOrder = tenures.entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getValue().from()))
                .toList();
        for (Map.Entry<UUID, Days> each : inOrder) {
            int seat = 0;
            while (seat < seats && freeFrom[seat].isAfter(each.getValue().from())) {
                seat++;
            }
            if (seat == seats) {
                return Optional.empty();
            }
            LocalDate until = each.getValue().until();
            freeFrom[seat] = until == null ? LocalDate.MAX : until;
            arranged.put(each.getKey(), seat + 1);
        }
        return Optional.of(arranged);
    }
}
