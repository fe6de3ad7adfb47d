package org.shengmo.rulebook.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shengmo.rulebook.Clause;
import org.shengmo.rulebook.Version;

/**
 * Two versions of a document side by side.
 *
 * @param earlier the one on the left
 * @param later the one on the right
 * @param pairs an entry for each article that one of them has
 */
public record Comparison(Version earlier, Version later, List<Pair> pairs) {

    public Comparison {
        pairs = List.copyOf(pairs);
    }

    /**
     * An article in both versions.
     *
     * @param earlier null where the article is new
     * @param later null where it is gone
     */
    public record Pair(String article, ClauseView earlier, ClauseView later) {

        /** Key of what happened to it. */
        public String change() {
            if (earlier == null) {
                return "rulebook.change.added";
            }
            if (later == null) {
                return "rulebook.change.gone";
            }
            return earlier.clause().text().equals(later.clause().text())
                    ? "rulebook.change.same"
                    : "rulebook.change.changed";
        }
    }

    static Comparison of(Version one, Version other) {
        boolean inOrder = one.from().isBefore(other.from())
                || (one.from().equals(other.from()) && one.revision() < other.revision());
        Version earlier = inOrder ? one : other;
        Version later = inOrder ? other : one;
        Map<String, Clause> left = byArticle(earlier);
        Map<String, Clause> right = byArticle(later);
        Map<String, Pair> pairs = new LinkedHashMap<>();
        List.of(right, left)
                .forEach(side -> side.keySet()
                        .forEach(article -> pairs.put(
                                article, new Pair(article, view(left.get(article)), view(right.get(article))))));
        return new Comparison(
                earlier,
                later,
                pairs.values().stream()
                        .sorted(java.util.Comparator.comparing(Pair::article, Comparison::byNumber))
                        .toList());
    }

    private static int byNumber(String one, String other) {
        boolean numbers = one.matches("\\d+") && other.matches("\\d+");
        return numbers ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other)) : one.compareTo(other);
    }

    private static ClauseView view(Clause clause) {
        return clause == null ? null : ClauseView.of(clause);
    }

    private static Map<String, Clause> byArticle(Version version) {
        return version.clauses().stream()
                .collect(
                        Collectors.toMap(Clause::article, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }
}
