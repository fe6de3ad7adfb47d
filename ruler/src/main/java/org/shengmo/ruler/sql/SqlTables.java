package org.shengmo.ruler.sql;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.shengmo.ruler.dmn.DecisionTable;
import org.shengmo.ruler.evaluation.HitPolicies;
import org.shengmo.ruler.sql.SqlType.Plain;

/** Decision tables as SQL: the rows that match become the bits of integers, and the hit policy picks by these bits. */
final class SqlTables {
    static final int BITS = 60;

    private final SqlResidual residual;
    private final ToIntFunction<SqlResidual.Ranked> ranks;
    private final IdentityHashMap<DecisionTable, Matched> compiled = new IdentityHashMap<>();

    SqlTables(SqlResidual residual, ToIntFunction<SqlResidual.Ranked> ranks) {
        this.residual = residual;
        this.ranks = ranks;
    }

    /** The matching rows as bits, {@link #BITS} of them in each mask, row 1 the lowest bit of the first. */
    record Matched(DecisionTable table, List<RowValue> masks) {
        RowValue mask(int row) {
            return masks.get(row / BITS);
        }

        static long bit(int row) {
            return 1L << (row % BITS);
        }

        String matches(int row) {
            return "(" + mask(row).text() + " & " + bit(row) + ") <> 0";
        }

        String none() {
            return masks.stream()
                    .map(mask -> mask.text() + " = 0")
                    .reduce((a, b) -> a + " AND " + b)
                    .orElse("TRUE");
        }
    }

    Matched matched(DecisionTable table) {
        return compiled.get(table);
    }

    Object compile(
            DecisionTable table,
            List<Object> inputs,
            List<List<Object>> matches,
            List<List<Object>> outputs,
            List<Object> defaults,
            Object allowed) {
        RowValue permitted = residual.reifier.of(allowed);
        List<RowValue> masks = new ArrayList<>();
        SqlMasks texts = new SqlMasks(
                residual.dialect,
                table,
                inputs.stream()
                        .map(input -> input instanceof RowValue row ? row : null)
                        .toList());
        for (int from = 0; from < Math.max(1, matches.size()); from += BITS) {
            masks.add(residual.layers.column(mask(texts, matches, from, permitted)));
        }
        Matched matched = new Matched(table, masks);
        compiled.put(table, matched);
        Object result = new SqlHits(residual, table, matched, ranks).result(outputs, defaults);
        return allowed instanceof RowValue ? residual.choose(permitted, () -> result, () -> blank(result)) : result;
    }

    private static Object blank(Object result) {
        if (result instanceof Map<?, ?> context) {
            Map<String, Object> blank = new LinkedHashMap<>();
            context.keySet().forEach(name -> blank.put((String) name, null));
            return blank;
        }
        return null;
    }

    private RowValue mask(SqlMasks masks, List<List<Object>> matches, int from, RowValue permitted) {
        List<RowValue> parts = new ArrayList<>();
        parts.add(permitted);
        List<SqlMasks.Rule> rules = new ArrayList<>();
        for (int row = from; row < Math.min(matches.size(), from + BITS); row++) {
            Map<Integer, String> conditions = new TreeMap<>();
            boolean never = false;
            List<Object> cells = matches.get(row);
            for (int column = 0; column < cells.size(); column++) {
                if (cells.get(column) instanceof RowValue condition) {
                    parts.add(condition);
                    conditions.put(column, SqlMasks.condition(condition.text()));
                } else {
                    never |= !Boolean.TRUE.equals(cells.get(column));
                }
            }
            if (!never) {
                rules.add(new SqlMasks.Rule(row, Matched.bit(row), conditions));
            }
        }
        String sum = masks.text(rules);
        String text = "TRUE".equals(permitted.text())
                ? sum
                : "CASE WHEN " + permitted.text() + " THEN " + sum + " ELSE 0 END";
        return new RowValue(Plain.MONTHS, text, Reifier.level(parts), Reifier.local(parts));
    }

    /** One output's value, or the context of several. */
    static Object shape(DecisionTable table, List<Object> outputs) {
        return HitPolicies.shape(table, outputs);
    }
}
