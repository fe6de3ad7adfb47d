package org.shengmo.ruler.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shengmo.ruler.dmn.DecisionTable;
import org.shengmo.ruler.dmn.HitPolicy;
import org.shengmo.ruler.feel.Expression;

/** What a table gives for rows that are known to match (DMN 1.5, 8.2.8). */
public final class HitPolicies {
    private final Evaluator evaluator;
    private final DecisionTable table;

    HitPolicies(Evaluator evaluator, DecisionTable table) {
        this.evaluator = evaluator;
        this.table = table;
    }

    Object of(List<List<Object>> matches, List<List<Object>> outputs, List<Object> defaults) {
        List<List<Object>> hits = new ArrayList<>();
        for (int row = 0; row < matches.size(); row++) {
            if (matches.get(row).stream().allMatch(Boolean.TRUE::equals)) {
                hits.add(outputs.get(row));
            }
        }
        if (hits.isEmpty()) {
            return defaults == null ? none(table.hitPolicy()) : otherwise(defaults);
        }
        return of(hits);
    }

    private Object otherwise(List<Object> defaults) {
        Object shape = shape(table, defaults);
        return table.hitPolicy().lists() ? new ArrayList<>(java.util.Arrays.asList(shape)) : shape;
    }

    /** What no match gives without a default, as the vendors' engine has it. */
    static Object none(HitPolicy policy) {
        return switch (policy) {
            case COLLECT_COUNT -> BigDecimal.ZERO;
            case COLLECT -> new ArrayList<>();
            default -> null;
        };
    }

    /** One output's value, or the context of several. */
    public static Object shape(DecisionTable table, List<Object> outputs) {
        if (table.hasSingleOutput()) {
            return outputs.get(0);
        }
        Map<String, Object> context = new LinkedHashMap<>();
        for (int column = 0; column < outputs.size(); column++) {
            context.put(table.outputs().get(column).name(), outputs.get(column));
        }
        return context;
    }

    private Object of(List<List<Object>> hits) {
        return switch (table.hitPolicy()) {
            case UNIQUE -> hits.size() == 1 ? shape(table, hits.get(0)) : null;
            case ANY ->
                hits.stream().allMatch(hit -> Boolean.TRUE.equals(Values.equal(hit, hits.get(0))))
                        ? shape(table, hits.get(0))
                        : null;
            case FIRST -> shape(table, hits.get(0));
            case PRIORITY -> shape(table, sorted(hits).get(0));
            case OUTPUT_ORDER -> shapes(sorted(hits));
            case RULE_ORDER, COLLECT -> shapes(hits);
            case COLLECT_SUM -> aggregate("sum", hits);
            case COLLECT_MIN -> aggregate("min", hits);
            case COLLECT_MAX -> aggregate("max", hits);
            case COLLECT_COUNT -> count(hits);
        };
    }

    private List<Object> shapes(List<List<Object>> hits) {
        List<Object> results = new ArrayList<>();
        hits.forEach(hit -> results.add(shape(table, hit)));
        return results;
    }

    /** How many different outputs: as the vendors' engine counts. */
    private Object count(List<List<Object>> hits) {
        List<Object> counts = new ArrayList<>();
        for (int column = 0; column < table.outputs().size(); column++) {
            List<Object> values = new ArrayList<>();
            for (List<Object> hit : hits) {
                values.add(hit.get(column));
            }
            counts.add(BigDecimal.valueOf(ListFunctions.distinct(values).size()));
        }
        return shape(table, counts);
    }

    private Object aggregate(String function, List<List<Object>> hits) {
        List<Object> results = new ArrayList<>();
        for (int column = 0; column < table.outputs().size(); column++) {
            List<Object> values = new ArrayList<>();
            for (List<Object> hit : hits) {
                values.add(hit.get(column));
            }
            results.add(evaluator.apply(evaluator.builtins.find(function), Arguments.of((Object) values)));
        }
        return shape(table, results);
    }

    private List<List<Object>> sorted(List<List<Object>> hits) {
        List<List<Object>> sorted = new ArrayList<>(hits);
        sorted.sort(Comparator.<List<Object>, List<Integer>>comparing(
                hit -> ranks(evaluator, table, hit), HitPolicies::compareRanks));
        return sorted;
    }

    private static int compareRanks(List<Integer> left, List<Integer> right) {
        for (int column = 0; column < left.size(); column++) {
            int order = Integer.compare(left.get(column), right.get(column));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Each output's place among its column's output values, the first ranking highest. */
    static List<Integer> ranks(Evaluator evaluator, DecisionTable table, List<Object> outputs) {
        List<Integer> ranks = new ArrayList<>();
        for (int column = 0; column < outputs.size(); column++) {
            ranks.add(rank(evaluator, table.outputs().get(column).allowed(), outputs.get(column)));
        }
        return ranks;
    }

    static int rank(Evaluator evaluator, Expression.UnaryTests allowed, Object value) {
        if (allowed == null) {
            return 0;
        }
        for (int index = 0; index < allowed.tests().size(); index++) {
            Expression.UnaryTests one = new Expression.UnaryTests(
                    false, false, List.of(allowed.tests().get(index)));
            Object matched = evaluator.evaluate(one, Scope.of(Map.of()).with("?", value));
            if (Boolean.TRUE.equals(matched)) {
                return index;
            }
        }
        return Integer.MAX_VALUE;
    }
}
