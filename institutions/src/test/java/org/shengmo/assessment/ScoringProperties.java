package org.shengmo.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Weights, trimmed means, ties, caps and replays, whatever the numbers. */
class ScoringProperties {

    private static Scheme scheme;

    @BeforeContainer
    static void scheme() {
        scheme = Schemes.units(3);
    }

    private static Inputs inputs(UUID subject, Random random, int raters) {
        Map<String, Map<String, Map<String, Integer>>> marks = new TreeMap<>();
        for (String indicator : List.of("work", "conduct")) {
            for (String tier : List.of("leaders", "peers")) {
                Map<String, Integer> counts = new TreeMap<>();
                for (int i = 0; i < raters; i++) {
                    counts.merge(scheme.levels().get(random.nextInt(4)).code(), 1, Integer::sum);
                }
                marks.computeIfAbsent(indicator, key -> new TreeMap<>()).put(tier, counts);
            }
        }
        return new Inputs(
                subject,
                "dept",
                marks,
                Map.of("duties", new Inputs.Figure(BigDecimal.valueOf(random.nextInt(1000), 3), List.of(7L), null)),
                Map.of());
    }

    @Property(tries = 200)
    void totalIsWithinTheMarksAndReplaysToTheDigit(@ForAll long seed, @ForAll @IntRange(min = 0, max = 40) int raters) {
        Inputs inputs = inputs(new UUID(1, seed), new Random(seed), raters);
        Scoring scoring = new Scoring(scheme, Scheme.Cadence.YEAR_END);
        Score score = scoring.score(inputs);
        assertThat(score.total()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
        assertThat(score.total().scale()).isEqualTo(2);
        Inputs kept = Json.read(Json.write(inputs), Inputs.class);
        assertThat(scoring.score(kept)).isEqualTo(score);
        assertThat(Json.read(Json.write(score), Score.class)).isEqualTo(score);
        assertThat(Json.read(Json.write(scheme), Scheme.class)).isEqualTo(scheme);
    }

    @Property(tries = 200)
    void smallGroupsShowNothing(@ForAll long seed, @ForAll @IntRange(min = 0, max = 2) int raters) {
        Score score =
                new Scoring(scheme, Scheme.Cadence.YEAR_END).score(inputs(new UUID(1, seed), new Random(seed), raters));
        assertThat(score.of("work")).isNull();
        assertThat(score.indicators().getFirst().tiers())
                .allSatisfy(each -> assertThat(each.mean()).isNull())
                .allSatisfy(each -> assertThat(each.count()).isNull());
        assertThat(score.total()).isEqualByComparingTo(score.of("duties").setScale(2, java.math.RoundingMode.HALF_UP));
    }

    @Property(tries = 200)
    void trimmedMeanLiesWithinWhatIsKeptAndMirrors(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 100) Integer> values,
            @ForAll @DoubleRange(min = 0, max = 0.49) double trim) {
        List<BigDecimal> marks = values.stream().map(BigDecimal::valueOf).toList();
        int dropped = (int) (trim * marks.size());
        List<BigDecimal> sorted = marks.stream().sorted().toList();
        BigDecimal mean = Scoring.trimmedMean(marks, dropped);
        assertThat(mean).isBetween(sorted.get(dropped), sorted.get(sorted.size() - 1 - dropped));
        List<BigDecimal> mirrored = marks.stream()
                .map(each -> BigDecimal.valueOf(100).subtract(each))
                .toList();
        assertThat(Scoring.trimmedMean(mirrored, dropped).add(mean)).isEqualByComparingTo("100");
        List<BigDecimal> shuffled = new ArrayList<>(marks);
        Collections.shuffle(shuffled, new Random(values.size()));
        assertThat(Scoring.trimmedMean(shuffled, dropped)).isEqualTo(mean);
    }

    @Property(tries = 200)
    void excellentNeverPassesTheCapAndTiesShareRankAndGrade(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 60, max = 100) Integer> totals,
            @ForAll boolean special,
            @ForAll long seed) {
        BigDecimal cap = new BigDecimal(special ? "0.25" : "0.20");
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < totals.size(); i++) {
            scores.add(new Score(
                    new UUID(i, 1), "dept", BigDecimal.valueOf(totals.get(i)).setScale(2), List.of()));
        }
        Map<UUID, Grade> ceilings = new HashMap<>();
        ceilings.put(new UUID(0, 1), Grade.FAILING);
        List<Ranking.Place> places = Ranking.of(scores, scheme.rules(), cap, ceilings);
        Collections.shuffle(scores, new Random(seed));
        assertThat(Ranking.of(scores, scheme.rules(), cap, ceilings)).isEqualTo(places);
        long excellent =
                places.stream().filter(each -> each.grade() == Grade.EXCELLENT).count();
        assertThat(BigDecimal.valueOf(excellent)).isLessThanOrEqualTo(cap.multiply(BigDecimal.valueOf(totals.size())));
        for (Ranking.Place one : places) {
            if (one.score().subject().equals(new UUID(0, 1))) {
                assertThat(one.grade()).isEqualTo(Grade.FAILING);
                continue;
            }
            for (Ranking.Place other : places) {
                int order = one.score().total().compareTo(other.score().total());
                assertThat(Integer.signum(other.rank().compareTo(one.rank()))).isEqualTo(Integer.signum(order));
                if (order == 0 && !other.score().subject().equals(new UUID(0, 1))) {
                    assertThat(one.grade()).isEqualTo(other.grade());
                }
            }
        }
        assertThat(Ranking.lowest(places, 2)).hasSizeGreaterThanOrEqualTo(Math.min(2, places.size()));
    }
}
