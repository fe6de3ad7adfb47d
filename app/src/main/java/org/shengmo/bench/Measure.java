package org.shengmo.bench;

import java.util.List;
import org.shengmo.wording.Text;

/**
 * One measured figure.
 *
 * @param what what was measured
 * @param ours the figure, in words
 * @param rival what it is held against, in words
 * @param ratio ours by the rival's, 1 for as fast; NaN where the goal is no ratio
 * @param goal what it should reach
 * @param met whether it does
 */
public record Measure(Text what, String ours, String rival, double ratio, String goal, boolean met) {

    /** A rate held against another. */
    static Measure ratio(Text what, String ours, String rival, double ratio, double goal) {
        return new Measure(what, ours, rival, ratio, "≥ " + goal, ratio >= goal);
    }

    /** Rounds of the two sides in turn; whoever disturbs the machine disturbs both. The best of each counts. */
    record Rounds(List<Double> ours, List<Double> rival) {
        Rounds {
            ours = List.copyOf(ours);
            rival = List.copyOf(rival);
        }

        double bestOurs() {
            return ours.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        }

        double bestRival() {
            return rival.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        }

        double ratio() {
            return bestOurs() / bestRival();
        }
    }
}
