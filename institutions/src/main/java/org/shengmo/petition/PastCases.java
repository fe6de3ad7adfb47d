package org.shengmo.petition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares a petition with the latest thousand that were passed on: pieces of words that few cases have weigh more (tf-idf),
 * the seven most alike cases vote. Nothing is learnt and nothing is hidden: what is shown is all there is.
 */
@Service
class PastCases implements Triage {

    private static final int LOOKED_AT = 1000;
    private static final int VOTERS = 7;
    private static final int WORDS = 6;
    private static final int DUPLICATES = 5;
    private static final double LEAST_LIKENESS = 0.05;
    private static final double LIKE_ENOUGH = 0.25;
    private static final List<String> ACCUSING = List.of(
            "贪污", "受贿", "行贿", "好处费", "吃拿卡要", "以权谋私", "侵吞", "挪用", "截留", "冒领", "优亲厚友", "包庇", "收红包", "举报", "检举", "控告");

    private final PetitionRows rows;

    PastCases(PetitionRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional(readOnly = true)
    public Suggestion suggest(Petition petition) {
        List<Petition.Details> past = rows
                .select(
                        "WHERE p.body IS NOT NULL AND p.id <> ? ORDER BY p.received_on DESC, p.number DESC LIMIT ?",
                        List.of(petition.id(), LOOKED_AT))
                .stream()
                .map(Petition::details)
                .toList();
        List<Alike> voters = alike(petition.details(), past).limit(VOTERS).toList();
        String text = petition.details().text();
        return new Suggestion(
                votes(voters, Alike::topic),
                votes(voters, Alike::body),
                voters,
                ACCUSING.stream().filter(text::contains).toList());
    }

    private static Stream<Alike> alike(Petition.Details asked, List<Petition.Details> past) {
        Map<UUID, Set<String>> grams = new LinkedHashMap<>();
        Map<String, Integer> cases = new HashMap<>();
        for (Petition.Details each : past) {
            Set<String> own = Grams.of(each.text());
            grams.put(each.id(), own);
            own.forEach(gram -> cases.merge(gram, 1, Integer::sum));
        }
        Set<String> words = Grams.of(asked.text());
        Map<String, Double> weight = new HashMap<>();
        words.forEach(gram -> weight.put(gram, Math.log((past.size() + 1.0) / (cases.getOrDefault(gram, 0) + 0.5))));
        double all = weight.values().stream().mapToDouble(Double::doubleValue).sum();
        return past.stream()
                .map(each -> {
                    List<String> shared = words.stream()
                            .filter(grams.get(each.id())::contains)
                            .toList();
                    double likeness = shared.stream().mapToDouble(weight::get).sum() / Math.max(all, 1e-9);
                    return alike(each, asked, likeness, shared, weight);
                })
                .filter(each -> each.likeness() >= LEAST_LIKENESS)
                .sorted(Comparator.comparingDouble(Alike::likeness).reversed());
    }

    private static Alike alike(
            Petition.Details each,
            Petition.Details asked,
            double likeness,
            List<String> shared,
            Map<String, Double> weight) {
        Set<String> telling = shared.stream()
                .sorted(Comparator.comparingDouble((String gram) -> -weight.get(gram)))
                .limit(WORDS)
                .collect(Collectors.toSet());
        return new Alike(
                each.id(),
                each.handle(),
                each.title(),
                each.topic(),
                each.body(),
                each.receivedOn(),
                likeness,
                Grams.joined(asked.text(), telling));
    }

    private static <T> List<Choice<T>> votes(List<Alike> voters, Function<Alike, T> vote) {
        Map<T, Double> sums = new LinkedHashMap<>();
        voters.forEach(each -> sums.merge(vote.apply(each), each.likeness(), Double::sum));
        double all = sums.values().stream().mapToDouble(Double::doubleValue).sum();
        List<Choice<T>> choices = new ArrayList<>();
        sums.forEach((value, sum) -> choices.add(new Choice<>(value, sum / all)));
        choices.sort(Comparator.comparingDouble((Choice<T> choice) -> -choice.share()));
        return choices;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Alike> duplicates(Petition petition) {
        Petition.Details asked = petition.details();
        Set<String> words = Grams.of(asked.text());
        Map<String, Double> even = words.stream().collect(Collectors.toMap(gram -> gram, gram -> 1.0));
        return rows
                .select(
                        """
                        WHERE p.area = ? AND p.id <> ? AND p.state <> 'CLOSED' AND p.received_on >= ?
                        ORDER BY p.received_on DESC LIMIT 300
                        """,
                        List.of(asked.area(), asked.id(), asked.receivedOn().minusMonths(6)))
                .stream()
                .map(Petition::details)
                .map(each -> {
                    Set<String> own = Grams.of(each.text());
                    return alike(
                            each,
                            asked,
                            Grams.likeness(words, own),
                            words.stream().filter(own::contains).toList(),
                            even);
                })
                .filter(each -> each.likeness() >= LIKE_ENOUGH)
                .sorted(Comparator.comparingDouble(Alike::likeness).reversed())
                .limit(DUPLICATES)
                .toList();
    }
}
