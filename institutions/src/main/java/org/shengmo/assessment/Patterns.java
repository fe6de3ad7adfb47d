package org.shengmo.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands out among the ballots of one electorate. Shown to the reviewer, who decides with reasons; nothing is left out by
 * itself. Three kinds: papers far from all others; many papers alike that are far from the others; papers that praise a few
 * and condemn all the rest.
 */
public final class Patterns {

    private static final int FEWEST = 8;
    private static final int ALIKE = 3;
    private static final double FAR = 4.0;
    private static final double APART = 12.0;
    private static final double NORMAL = 1.4826;
    private static final double FLOOR = 1.0;
    private static final double FEW = 0.2;

    private Patterns() {}

    /** A ballot as it is looked at: its name on the board and the level chosen in each cell, -1 for none. */
    public record Ballot(String id, List<Integer> choices, boolean setAside) {
        public Ballot {
            choices = List.copyOf(choices);
        }
    }

    /** The patterns of an electorate's ballots; none where there are too few to compare. */
    public static List<Assessments.Pattern> of(Electorate electorate, List<Scheme.Level> levels, List<Ballot> ballots) {
        List<Assessments.Pattern> found = new ArrayList<>();
        if (ballots.size() < FEWEST || electorate.cells() < ALIKE) {
            return found;
        }
        double[][] marks = new double[ballots.size()][];
        for (int i = 0; i < ballots.size(); i++) {
            marks[i] = ballots.get(i).choices().stream()
                    .mapToDouble(choice ->
                            choice < 0 ? Double.NaN : levels.get(choice).mark().doubleValue())
                    .toArray();
        }
        double[] distances = distances(marks, electorate.cells());
        identical(electorate, ballots, distances, found);
        bullets(electorate, ballots, marks, distances, levels, found);
        outliers(electorate, ballots, distances, found);
        return found;
    }

    /** How far each paper is from the cells' medians, on average over the cells it marks. */
    private static double[] distances(double[][] marks, int cells) {
        double[] medians = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            int at = cell;
            medians[cell] = median(Arrays.stream(marks)
                    .mapToDouble(each -> each[at])
                    .filter(each -> !Double.isNaN(each))
                    .toArray());
        }
        double[] distances = new double[marks.length];
        for (int i = 0; i < marks.length; i++) {
            double sum = 0;
            int count = 0;
            for (int cell = 0; cell < cells; cell++) {
                if (!Double.isNaN(marks[i][cell])) {
                    sum += Math.abs(marks[i][cell] - medians[cell]);
                    count++;
                }
            }
            distances[i] = count == 0 ? 0 : sum / count;
        }
        return distances;
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static void identical(
            Electorate electorate, List<Ballot> ballots, double[] distances, List<Assessments.Pattern> found) {
        Map<List<Integer>, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < ballots.size(); i++) {
            alike.computeIfAbsent(ballots.get(i).choices(), key -> new ArrayList<>())
                    .add(i);
        }
        alike.values().stream()
                .filter(each -> each.size() >= ALIKE && distances[each.getFirst()] >= APART)
                .forEach(
                        each -> found.add(pattern("identical", electorate, ballots, each, distances[each.getFirst()])));
    }

    /** The best mark for a few and the worst for all the others. */
    private static void bullets(
            Electorate electorate,
            List<Ballot> ballots,
            double[][] marks,
            double[] distances,
            List<Scheme.Level> levels,
            List<Assessments.Pattern> found) {
        double best = levels.getFirst().mark().doubleValue();
        double worst = levels.getLast().mark().doubleValue();
        Map<List<Integer>, List<Integer>> together = new TreeMap<>(java.util.Comparator.comparing(List::toString));
        for (int i = 0; i < marks.length; i++) {
            long given =
                    Arrays.stream(marks[i]).filter(each -> !Double.isNaN(each)).count();
            long highest = Arrays.stream(marks[i]).filter(each -> each == best).count();
            long lowest = Arrays.stream(marks[i]).filter(each -> each == worst).count();
            if (given >= ALIKE && highest > 0 && highest <= FEW * given && highest + lowest == given) {
                together.computeIfAbsent(ballots.get(i).choices(), key -> new ArrayList<>())
                        .add(i);
            }
        }
        together.values()
                .forEach(each -> found.add(pattern("bullet", electorate, ballots, each, distances[each.getFirst()])));
    }

    private static void outliers(
            Electorate electorate, List<Ballot> ballots, double[] distances, List<Assessments.Pattern> found) {
        double centre = median(distances);
        double spread = Math.max(
                FLOOR,
                NORMAL
                        * median(Arrays.stream(distances)
                                .map(each -> Math.abs(each - centre))
                                .toArray()));
        for (int i = 0; i < distances.length; i++) {
            double deviation = (distances[i] - centre) / spread;
            if (deviation > FAR && distances[i] >= APART) {
                found.add(pattern("outlier", electorate, ballots, List.of(i), deviation));
            }
        }
    }

    private static Assessments.Pattern pattern(
            String kind, Electorate electorate, List<Ballot> ballots, List<Integer> which, double deviation) {
        List<String> names =
                which.stream().map(each -> ballots.get(each).id()).sorted().toList();
        return new Assessments.Pattern(
                kind + "-" + names.getFirst().substring(0, 16),
                kind,
                electorate.id(),
                names,
                BigDecimal.valueOf(deviation).setScale(1, RoundingMode.HALF_UP),
                which.stream().allMatch(each -> ballots.get(each).setAside()));
    }
}
