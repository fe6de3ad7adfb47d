package org.shengmo.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How something is assessed, as data: what is not written here does not count. A scheme is in force from a day on, until a
 * later version of the same code is.
 *
 * @param code what its versions have in common, such as {@code units}
 * @param title its name as published
 * @param from the first day it is in force
 * @param assessed whether bodies or people are assessed
 * @param classes the classes of subjects: like is compared with like
 * @param tiers who rates
 * @param indicators what is looked at; the points of a class add up to 100
 * @param levels what a rater can choose, best first
 * @param rules how results are rounded, ordered and graded
 */
public record Scheme(
        String code,
        String title,
        LocalDate from,
        Assessed assessed,
        List<SubjectClass> classes,
        List<Tier> tiers,
        List<Indicator> indicators,
        List<Level> levels,
        Rules rules) {

    public Scheme {
        classes = List.copyOf(classes);
        tiers = List.copyOf(tiers);
        indicators = List.copyOf(indicators);
        levels = List.copyOf(levels);
        SchemeFaults.check(classes, tiers, indicators, levels, rules);
    }

    /** What is assessed. */
    public enum Assessed {
        BODY,
        PERSON;

        /** The subject type in docket entries. */
        public String type() {
            return this == BODY ? "body" : "person";
        }
    }

    /** A class of subjects that are compared with each other. */
    public record SubjectClass(String code, String name) {}

    /**
     * A tier of raters.
     *
     * @param minimum fewer ballots than these on a subject show no mean and count nothing: a small group can be guessed
     * @param trim the share of marks left out at each end before the mean is taken, from 0 to below one half
     * @param weights by class, the tier's weight among the tiers; a class it does not rate is not there
     */
    public record Tier(String code, String name, int minimum, BigDecimal trim, Map<String, BigDecimal> weights) {
        public Tier {
            weights = new TreeMap<>(weights);
        }

        /** The weight in a class; zero where it does not rate. */
        public BigDecimal weight(String subjectClass) {
            return weights.getOrDefault(subjectClass, BigDecimal.ZERO);
        }
    }

    /** Where an indicator's value comes from. */
    public enum Source {
        /** Qualitative: rated by the tiers. */
        RATED,
        /** Quantitative: computed from acts on the record. */
        COMPUTED,
        /** Quantitative: put in as a result of public evaluation, 0 to 100. */
        EVALUATED
    }

    /** When an indicator is looked at. */
    public enum Cadence {
        /** In each routine round; the year takes the mean. */
        ROUTINE,
        /** In the year-end round. */
        YEAR_END
    }

    /**
     * An indicator.
     *
     * @param points by class, its points of 100; a class without it is not there
     * @param measure for a computed one, the id of a {@link org.shengmo.docket.SubjectMetric}; null otherwise
     * @param line for a computed one, how the figure becomes a score; null otherwise
     */
    public record Indicator(
            String code,
            String name,
            Source source,
            Cadence cadence,
            Map<String, BigDecimal> points,
            String measure,
            Line line) {
        public Indicator {
            points = new TreeMap<>(points);
        }

        /** Its points in a class; zero where it does not count. */
        public BigDecimal points(String subjectClass) {
            return points.getOrDefault(subjectClass, BigDecimal.ZERO);
        }
    }

    /** A score from a figure: {@code base + each × figure}, kept between two ends. */
    public record Line(BigDecimal base, BigDecimal each, BigDecimal lowest, BigDecimal highest) {

        /** The score of a figure. */
        public BigDecimal score(BigDecimal figure) {
            return base.add(each.multiply(figure)).max(lowest).min(highest);
        }
    }

    /** What a rater chooses, and what it counts, 0 to 100. */
    public record Level(String code, String name, BigDecimal mark) {}

    /**
     * How results are rounded, ordered and graded.
     *
     * @param scale decimals of a total; totals that are equal so rounded are tied
     * @param ties codes of indicators that part a tie, the first first; what is tied in all shares its rank
     * @param excellent the lowest total for the top grade; likewise for the next two
     * @param interviewed by class, how many of the lowest ranked are interviewed
     */
    public record Rules(
            int scale,
            List<String> ties,
            BigDecimal excellent,
            BigDecimal competent,
            BigDecimal basic,
            Map<String, Integer> interviewed) {
        public Rules {
            ties = List.copyOf(ties);
            interviewed = new TreeMap<>(interviewed);
        }
    }

    /** The tier of a code. */
    public Optional<Tier> tier(String tierCode) {
        return tiers.stream().filter(each -> each.code().equals(tierCode)).findFirst();
    }

    /** The class of a code. */
    public Optional<SubjectClass> subjectClass(String classCode) {
        return classes.stream().filter(each -> each.code().equals(classCode)).findFirst();
    }

    /** The indicators that are rated for a class in a round of a cadence, in their order. */
    public List<Indicator> rated(String classCode, Cadence cadence) {
        return indicators.stream()
                .filter(each -> each.source() == Source.RATED
                        && each.cadence() == cadence
                        && each.points(classCode).signum() > 0)
                .toList();
    }
}
