package org.shengmo.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The arithmetic of a scheme, in decimals: the same inputs give the same digits on every machine. Means and weighted sums are
 * rounded half-even to {@value #SCALE} decimals, totals half-up to the scheme's.
 */
public final class Scoring {

    /** Decimals of what stands between the marks and the total. */
    static final int SCALE = 10;

    private final Scheme scheme;
    private final Scheme.Cadence cadence;

    /** @param cadence the round's: a routine round scores routine indicators alone */
    public Scoring(Scheme scheme, Scheme.Cadence cadence) {
        this.scheme = scheme;
        this.cadence = cadence;
    }

    /** The score that inputs give. */
    public Score score(Inputs inputs) {
        List<Score.IndicatorScore> scores = new ArrayList<>();
        for (Scheme.Indicator indicator : scheme.indicators()) {
            boolean counts = indicator.points(inputs.subjectClass()).signum() > 0;
            if (counts && (cadence == Scheme.Cadence.YEAR_END || indicator.cadence() == Scheme.Cadence.ROUTINE)) {
                scores.add(indicator(indicator, inputs));
            }
        }
        return new Score(inputs.subject(), inputs.subjectClass(), total(scores), scores);
    }

    private BigDecimal total(List<Score.IndicatorScore> scores) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal points = BigDecimal.ZERO;
        for (Score.IndicatorScore each : scores) {
            if (each.score() != null) {
                sum = sum.add(each.points().multiply(each.score()));
                points = points.add(each.points());
            }
        }
        return points.signum() == 0 ? null : sum.divide(points, scheme.rules().scale(), RoundingMode.HALF_UP);
    }

    private Score.IndicatorScore indicator(Scheme.Indicator indicator, Inputs inputs) {
        BigDecimal points = indicator.points(inputs.subjectClass());
        if (indicator.cadence() == Scheme.Cadence.ROUTINE && cadence == Scheme.Cadence.YEAR_END) {
            List<BigDecimal> routine = inputs.routine().getOrDefault(indicator.code(), List.of());
            return new Score.IndicatorScore(indicator.code(), points, mean(routine), List.of(), null, routine);
        }
        if (indicator.source() == Scheme.Source.RATED) {
            List<Score.TierMean> tiers = tiers(inputs, indicator);
            return new Score.IndicatorScore(indicator.code(), points, weighted(tiers), tiers, null, List.of());
        }
        Inputs.Figure figure = inputs.figures().get(indicator.code());
        BigDecimal score = figure == null
                ? null
                : (indicator.line() == null ? figure.value() : indicator.line().score(figure.value()))
                        .setScale(SCALE, RoundingMode.HALF_EVEN);
        return new Score.IndicatorScore(indicator.code(), points, score, List.of(), figure, List.of());
    }

    private List<Score.TierMean> tiers(Inputs inputs, Scheme.Indicator indicator) {
        Map<String, Map<String, Integer>> marks = inputs.marks().getOrDefault(indicator.code(), Map.of());
        return scheme.tiers().stream()
                .filter(tier -> tier.weight(inputs.subjectClass()).signum() > 0)
                .map(tier -> tier(tier, tier.weight(inputs.subjectClass()), marks.getOrDefault(tier.code(), Map.of())))
                .toList();
    }

    private Score.TierMean tier(Scheme.Tier tier, BigDecimal weight, Map<String, Integer> counts) {
        int count = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (count < tier.minimum()) {
            return new Score.TierMean(tier.code(), weight, null, 0, null);
        }
        int dropped = tier.trim().multiply(BigDecimal.valueOf(count)).intValue();
        List<BigDecimal> marks = new ArrayList<>(count);
        for (Scheme.Level level : scheme.levels()) {
            int times = counts.getOrDefault(level.code(), 0);
            for (int i = 0; i < times; i++) {
                marks.add(level.mark());
            }
        }
        return new Score.TierMean(tier.code(), weight, count, dropped, trimmedMean(marks, dropped));
    }

    /** The mean of what is left when as many of the lowest as of the highest marks are left out. */
    static BigDecimal trimmedMean(List<BigDecimal> marks, int dropped) {
        List<BigDecimal> kept = marks.stream().sorted().toList().subList(dropped, marks.size() - dropped);
        return mean(kept);
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        return values.isEmpty()
                ? null
                : values.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(values.size()), SCALE, RoundingMode.HALF_EVEN);
    }

    /** A tier that shows no mean counts nothing; the others' weights are taken in proportion. */
    private static BigDecimal weighted(List<Score.TierMean> tiers) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (Score.TierMean tier : tiers) {
            if (tier.mean() != null) {
                sum = sum.add(tier.weight().multiply(tier.mean()));
                weights = weights.add(tier.weight());
            }
        }
        return weights.signum() == 0 ? null : sum.divide(weights, SCALE, RoundingMode.HALF_EVEN);
    }
}
