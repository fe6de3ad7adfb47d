package org.shengmo.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The order of a class and its grades, by the scheme's rules. */
public final class Ranking {

    private Ranking() {}

    /**
     * A subject's place.
     *
     * @param rank 1 is the best; tied subjects share the better rank and the ones after it stay empty; null without a total
     */
    public record Place(Score score, Integer rank, Grade grade) {}

    /**
     * The places of one class, best first.
     *
     * @param cap the largest share of the class that may be graded excellent
     * @param ceilings by subject that is vetoed, the best grade it can have
     */
    public static List<Place> of(List<Score> scores, Scheme.Rules rules, BigDecimal cap, Map<UUID, Grade> ceilings) {
        Comparator<Score> order = order(rules);
        List<Score> ordered = scores.stream()
                .filter(each -> each.total() != null)
                .sorted(order.thenComparing(Score::subject))
                .toList();
        Map<UUID, Integer> ranks = ranks(ordered, order);
        Set<UUID> excellent = excellent(ordered, ranks, rules, cap, scores.size(), ceilings);
        List<Place> places = new ArrayList<>();
        for (Score score : ordered) {
            places.add(new Place(
                    score, ranks.get(score.subject()), grade(score, rules, excellent, ceilings.get(score.subject()))));
        }
        scores.stream()
                .filter(each -> each.total() == null)
                .forEach(each -> places.add(new Place(each, null, ceilings.get(each.subject()))));
        return places;
    }

    /** Higher totals first, then by the indicators that part a tie; one without that indicator's score comes after. */
    private static Comparator<Score> order(Scheme.Rules rules) {
        Comparator<Score> order = Comparator.comparing(Score::total, Comparator.reverseOrder());
        for (String indicator : rules.ties()) {
            order = order.thenComparing(
                    score -> score.of(indicator), Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()));
        }
        return order;
    }

    private static Map<UUID, Integer> ranks(List<Score> ordered, Comparator<Score> order) {
        Map<UUID, Integer> ranks = new HashMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            boolean tied = i > 0 && order.compare(ordered.get(i - 1), ordered.get(i)) == 0;
            ranks.put(
                    ordered.get(i).subject(),
                    tied ? ranks.get(ordered.get(i - 1).subject()) : Integer.valueOf(i + 1));
        }
        return ranks;
    }

    /** As many of the best as the cap allows; tied subjects that don't all fit are all left out: a cap is never passed. */
    private static Set<UUID> excellent(
            List<Score> ordered,
            Map<UUID, Integer> ranks,
            Scheme.Rules rules,
            BigDecimal cap,
            int classSize,
            Map<UUID, Grade> ceilings) {
        int most = cap.multiply(BigDecimal.valueOf(classSize))
                .setScale(0, RoundingMode.DOWN)
                .intValue();
        List<Score> able = ordered.stream()
                .filter(each -> each.total().compareTo(rules.excellent()) >= 0 && !ceilings.containsKey(each.subject()))
                .toList();
        int taken = Math.min(most, able.size());
        while (taken > 0
                && taken < able.size()
                && ranks.get(able.get(taken).subject())
                        .equals(ranks.get(able.get(taken - 1).subject()))) {
            taken--;
        }
        return able.subList(0, taken).stream().map(Score::subject).collect(java.util.stream.Collectors.toSet());
    }

    private static Grade grade(Score score, Scheme.Rules rules, Set<UUID> excellent, Grade ceiling) {
        Grade earned;
        if (excellent.contains(score.subject())) {
            earned = Grade.EXCELLENT;
        } else if (score.total().compareTo(rules.competent()) >= 0) {
            earned = Grade.COMPETENT;
        } else {
            earned = score.total().compareTo(rules.basic()) >= 0 ? Grade.BASIC : Grade.FAILING;
        }
        return ceiling != null && ceiling.compareTo(earned) > 0 ? ceiling : earned;
    }

    /** The lowest ranked, worst first: as many as the scheme says, and all that are tied with the last of them. */
    public static List<Place> lowest(List<Place> places, int count) {
        List<Place> ranked =
                places.stream().filter(each -> each.rank() != null).toList().reversed();
        if (count <= 0 || ranked.isEmpty()) {
            return List.of();
        }
        int last = ranked.get(Math.min(count, ranked.size()) - 1).rank();
        return ranked.stream().filter(each -> each.rank() >= last).toList();
    }
}
