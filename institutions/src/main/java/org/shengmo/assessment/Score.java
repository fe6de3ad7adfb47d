package org.shengmo.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * A subject's score, open down to what it was computed from.
 *
 * @param total out of 100, rounded as the scheme says; null when nothing could be scored
 * @param indicators in the scheme's order
 */
public record Score(UUID subject, String subjectClass, BigDecimal total, List<IndicatorScore> indicators) {

    public Score {
        indicators = List.copyOf(indicators);
    }

    /** The score of an indicator; null where it has none. */
    public BigDecimal of(String indicator) {
        return indicators.stream()
                .filter(each -> each.indicator().equals(indicator))
                .findFirst()
                .map(IndicatorScore::score)
                .orElse(null);
    }

    /**
     * An indicator's score.
     *
     * @param points its points of 100
     * @param score out of 100; null when it could not be scored: its points are then shared among the others in proportion
     * @param tiers what each tier's ballots came to, for a rated one
     * @param figure the figure, for the others
     * @param routine the scores of the routine rounds that it is the mean of
     */
    public record IndicatorScore(
            String indicator,
            BigDecimal points,
            BigDecimal score,
            List<TierMean> tiers,
            Inputs.Figure figure,
            List<BigDecimal> routine) {
        public IndicatorScore {
            tiers = List.copyOf(tiers);
            routine = List.copyOf(routine);
        }
    }

    /**
     * What a tier's ballots came to.
     *
     * @param weight the tier's weight in the class
     * @param count how many marked the subject; null when it is hidden with the mean
     * @param dropped marks left out at each end
     * @param mean the trimmed mean; null where the group is smaller than the scheme's minimum
     */
    public record TierMean(String tier, BigDecimal weight, Integer count, int dropped, BigDecimal mean) {}
}
