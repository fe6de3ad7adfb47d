package org.shengmo.ruler.sql;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            List<List<Object>> matches,
            List<List<Object>> outputs,
            List<Object> defaults,
            Object allowed) {
        RowValue permitted = residual.reifier.of(allowed);
        List<RowValue> masks = new ArrayList<>();
        for (int from = 0; from < Math.max(1, matches.size()); from += BITS) {
            masks.add(residual.layers.column(
                    mask(matches.subList(from, Math.min(matches.size(), from + BITS)), permitted)));
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

    private RowValue mask(List<List<Object>> rows, RowValue permitted) {
        List<RowValue> parts = new ArrayList<>();
        parts.add(permitted);
        List<String> bits = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            List<String> conditions = new ArrayList<>();
            boolean never = false;
            for (Object cell : rows.get(row)) {
                if (cell instanceof RowValue condition) {
                    parts.add(condition);
                    conditions.add(condition.text());
                } else {
                    never |= !Boolean.TRUE.equals(cell);
                }
            }
            if (!never) {
                bits.add(bit(conditions, 1L << row));
            }
        }
        String sum = bits.isEmpty() ? "CAST(0 AS BIGINT)" : "(" + String.join(" + ", bits) + ")";
        String text = "TRUE".equals(permitted.text())
                ? sum
                : "CASE WHEN " + permitted.text() + " THEN " + sum + " ELSE 0 END";
        return new RowValue(Plain.MONTHS, text, Reifier.level(parts), Reifier.local(parts));
    }

    private static String bit(List<String> conditions, long bit) {
        String value = "CAST(" + bit + " AS BIGINT)";
        return conditions.isEmpty()
                ? value
                : "CASE WHEN " + String.join(" AND ", conditions) + " THEN " + value + " ELSE 0 END";
    }

    /** One output's value, or the context of several. */
    static Object shape(DecisionTable table, List<Object> outputs) {
        return HitPolicies.shape(table, outputs);
    }
}
