package org.shengmo.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.assessment.Inputs;
import org.shengmo.assessment.Ranking;
import org.shengmo.assessment.Scheme;
import org.shengmo.assessment.Score;
import org.shengmo.assessment.Scoring;

/** Scoring a district's year in memory: 60,000 ballots on 3,000 subjects of 100 units, graded and ranked unit by unit. */
public final class AssessmentBench {

    private static final int UNITS = 100;
    private static final int SUBJECTS = 3000;
    private static final int BALLOTS = 60_000;
    private static final int INDICATORS = 5;
    private static final long SEED = 20251231L;
    private static final List<String> TIERS = List.of("leaders", "peers", "staff");

    private final Scheme scheme = scheme();
    private final Random random = new Random(SEED);

    /**
     * What was measured.
     *
     * @param counting seconds to count the ballots' marks
     * @param scoring seconds to score, grade and rank
     * @param total the sum of the totals: the same in each run
     */
    public record Timing(int ballots, int subjects, double counting, double scoring, BigDecimal total) {}

    /** A ballot: whom it rates, in which tier, the level chosen for each indicator. */
    private record Ballot(int subject, String tier, List<Integer> choices) {}

    /** Measures once. */
    public Timing run() {
        List<Ballot> ballots = new ArrayList<>(BALLOTS);
        for (int i = 0; i < BALLOTS; i++) {
            List<Integer> choices =
                    random.ints(INDICATORS, 0, scheme.levels().size()).boxed().toList();
            ballots.add(new Ballot(i % SUBJECTS, TIERS.get(random.nextInt(TIERS.size())), choices));
        }
        long begun = System.nanoTime();
        List<Inputs> inputs = count(ballots);
        long counted = System.nanoTime();
        Scoring scoring = new Scoring(scheme, Scheme.Cadence.YEAR_END);
        Map<String, List<Score>> classes = inputs.stream()
                .map(scoring::score)
                .collect(Collectors.groupingBy(Score::subjectClass, TreeMap::new, Collectors.toList()));
        BigDecimal total = BigDecimal.ZERO;
        for (List<Score> scores : classes.values()) {
            for (Ranking.Place place : Ranking.of(scores, scheme.rules(), new BigDecimal("0.20"), Map.of())) {
                total = total.add(place.score().total());
            }
        }
        long done = System.nanoTime();
        return new Timing(BALLOTS, SUBJECTS, seconds(begun, counted), seconds(counted, done), total);
    }

    private List<Inputs> count(List<Ballot> ballots) {
        List<Map<String, Map<String, Map<String, Integer>>>> marks = new ArrayList<>();
        for (int i = 0; i < SUBJECTS; i++) {
            marks.add(new TreeMap<>());
        }
        for (Ballot ballot : ballots) {
            for (int i = 0; i < INDICATORS; i++) {
                marks.get(ballot.subject())
                        .computeIfAbsent(scheme.indicators().get(i).code(), key -> new TreeMap<>())
                        .computeIfAbsent(ballot.tier(), key -> new TreeMap<>())
                        .merge(scheme.levels().get(ballot.choices().get(i)).code(), 1, Integer::sum);
            }
        }
        List<Inputs> inputs = new ArrayList<>();
        for (int i = 0; i < SUBJECTS; i++) {
            inputs.add(new Inputs(new UUID(SEED, i), unit(i % UNITS), marks.get(i), Map.of(), Map.of()));
        }
        return inputs;
    }

    private static double seconds(long begun, long done) {
        return (done - begun) / 1e9;
    }

    private static String unit(int number) {
        return "unit-%03d".formatted(number);
    }

    private static Scheme scheme() {
        List<Scheme.SubjectClass> classes = new ArrayList<>();
        for (int i = 0; i < UNITS; i++) {
            classes.add(new Scheme.SubjectClass(unit(i), unit(i)));
        }
        List<Scheme.Tier> tiers = new ArrayList<>();
        for (String tier : TIERS) {
            String weight = tier.equals("peers") ? "0.4" : "0.3";
            tiers.add(new Scheme.Tier(tier, tier, 3, new BigDecimal("0.1"), each(classes, weight)));
        }
        List<Scheme.Indicator> indicators = new ArrayList<>();
        for (int i = 0; i < INDICATORS; i++) {
            indicators.add(new Scheme.Indicator(
                    "indicator-" + i,
                    "indicator-" + i,
                    Scheme.Source.RATED,
                    Scheme.Cadence.YEAR_END,
                    each(classes, "20"),
                    null,
                    null));
        }
        return new Scheme(
                "bench",
                "bench",
                LocalDate.of(2025, 1, 1),
                Scheme.Assessed.PERSON,
                classes,
                tiers,
                indicators,
                List.of(
                        new Scheme.Level("a", "a", new BigDecimal("95")),
                        new Scheme.Level("b", "b", new BigDecimal("85")),
                        new Scheme.Level("c", "c", new BigDecimal("70")),
                        new Scheme.Level("d", "d", new BigDecimal("50"))),
                new Scheme.Rules(
                        2,
                        List.of("indicator-0"),
                        BigDecimal.valueOf(90),
                        BigDecimal.valueOf(75),
                        BigDecimal.valueOf(60),
                        Map.of()));
    }

    private static Map<String, BigDecimal> each(List<Scheme.SubjectClass> classes, String value) {
        return classes.stream().collect(Collectors.toMap(Scheme.SubjectClass::code, key -> new BigDecimal(value)));
    }
}
