package org.shengmo.entitlement.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.shengmo.entitlement.Entitlement;

/**
 * What the public reads of a run: numbers by village, none of them small enough to point at anybody. A number below the least
 * that is shown is left out with the amounts that go with it; where it is the only one of its township, the next smallest is
 * left out too, for the township's total would give it away.
 *
 * @param villages by township
 * @param townships the townships' totals
 * @param total of all
 */
public record PublicResults(List<Row> villages, List<Row> townships, Row total) {

    /** Numbers below are not shown. */
    static final int LEAST = 5;

    public PublicResults {
        villages = List.copyOf(villages);
        townships = List.copyOf(townships);
    }

    /** How a number shows. */
    public enum Shown {
        /** As it is. */
        OPEN,
        /** Below the least that is shown. */
        SMALL,
        /** Left out so that a total does not give another away. */
        HIDDEN
    }

    /**
     * A village's numbers.
     *
     * @param listed households on the roster
     * @param stopped households that left; null where it is not shown
     * @param persons persons who left; null likewise
     * @param saved yuan a month; null likewise
     */
    public record Row(
            String township,
            String village,
            int listed,
            Integer stopped,
            Integer reduced,
            Integer persons,
            BigDecimal saved,
            Shown stoppedShown,
            Shown reducedShown) {

        Row withoutStopped(Shown shown) {
            return new Row(township, village, listed, null, reduced, null, null, shown, reducedShown);
        }

        Row withoutReduced(Shown shown) {
            return new Row(township, village, listed, stopped, null, null, null, stoppedShown, shown);
        }
    }

    static PublicResults of(List<Entitlement.Village> villages) {
        Map<String, List<Entitlement.Village>> byTownship = new TreeMap<>();
        villages.forEach(each -> byTownship
                .computeIfAbsent(each.township(), name -> new ArrayList<>())
                .add(each));
        List<Row> rows = new ArrayList<>();
        Map<String, Row> townships = new LinkedHashMap<>();
        byTownship.forEach((township, of) -> {
            rows.addAll(suppressed(of.stream().map(PublicResults::row).toList()));
            townships.put(township, sum(township, of));
        });
        return new PublicResults(rows, suppressed(List.copyOf(townships.values())), sum("", villages));
    }

    private static Row row(Entitlement.Village village) {
        return new Row(
                village.township(),
                village.village(),
                village.listed(),
                village.stopped(),
                village.reduced(),
                village.personsRemoved(),
                village.saved(),
                Shown.OPEN,
                Shown.OPEN);
    }

    private static Row sum(String township, List<Entitlement.Village> villages) {
        return new Row(
                township,
                "",
                villages.stream().mapToInt(Entitlement.Village::listed).sum(),
                villages.stream().mapToInt(Entitlement.Village::stopped).sum(),
                villages.stream().mapToInt(Entitlement.Village::reduced).sum(),
                villages.stream().mapToInt(Entitlement.Village::personsRemoved).sum(),
                villages.stream().map(Entitlement.Village::saved).reduce(BigDecimal.ZERO, BigDecimal::add),
                Shown.OPEN,
                Shown.OPEN);
    }

    /** Rows under one total, with what must not be read left out. */
    static List<Row> suppressed(List<Row> rows) {
        List<Row> stopped = without(rows, Row::stopped, Row::withoutStopped);
        // Judged on the numbers as they were: what was left out above must not hide a small one here.
        List<Row> reduced = without(rows, Row::reduced, Row::withoutReduced);
        List<Row> both = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Shown shown = reduced.get(i).reducedShown();
            both.add(shown == Shown.OPEN ? stopped.get(i) : stopped.get(i).withoutReduced(shown));
        }
        return both;
    }

    private static List<Row> without(List<Row> rows, ToIntFunction<Row> number, BiFunction<Row, Shown, Row> leftOut) {
        List<Row> shown = new ArrayList<>(rows);
        int small = 0;
        for (int i = 0; i < rows.size(); i++) {
            int value = number.applyAsInt(rows.get(i));
            if (value > 0 && value < LEAST) {
                shown.set(i, leftOut.apply(rows.get(i), Shown.SMALL));
                small++;
            }
        }
        if (small == 1) {
            next(rows, number).ifPresent(i -> shown.set(i, leftOut.apply(rows.get(i), Shown.HIDDEN)));
        }
        return shown;
    }

    /** The smallest number that is shown and not nought, else a nought. */
    private static java.util.OptionalInt next(List<Row> rows, ToIntFunction<Row> number) {
        int best = -1;
        for (int i = 0; i < rows.size(); i++) {
            int value = number.applyAsInt(rows.get(i));
            boolean open = value == 0 || value >= LEAST;
            if (open && (best < 0 || rank(value) < rank(number.applyAsInt(rows.get(best))))) {
                best = i;
            }
        }
        return best < 0 ? java.util.OptionalInt.empty() : java.util.OptionalInt.of(best);
    }

    private static int rank(int value) {
        return value == 0 ? Integer.MAX_VALUE : value;
    }
}
