package org.shengmo.ruler.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.shengmo.ruler.dmn.DecisionTable;
import org.shengmo.ruler.dmn.HitPolicy;
import org.shengmo.ruler.evaluation.Refusal;
import org.shengmo.ruler.sql.SqlType.Plain;

/** What a hit policy makes of the matching rows' bits. */
final class SqlHits {
    private final SqlResidual residual;
    private final DecisionTable table;
    private final SqlTables.Matched matched;
    private final ToIntFunction<SqlResidual.Ranked> ranks;

    SqlHits(
            SqlResidual residual,
            DecisionTable table,
            SqlTables.Matched matched,
            ToIntFunction<SqlResidual.Ranked> ranks) {
        this.residual = residual;
        this.table = table;
        this.matched = matched;
        this.ranks = ranks;
    }

    Object result(List<List<Object>> outputs, List<Object> defaults) {
        return switch (table.hitPolicy()) {
            case UNIQUE -> columns(outputs, defaults, this::only);
            case FIRST -> columns(outputs, defaults, column -> firstOf(column, inOrder(outputs.size())));
            case ANY -> columns(outputs, defaults, column -> agreed(column, outputs));
            case PRIORITY -> columns(outputs, defaults, column -> firstOf(column, byRank(outputs)));
            case OUTPUT_ORDER -> lists(outputs, defaults, byRank(outputs));
            case RULE_ORDER, COLLECT -> lists(outputs, defaults, inOrder(outputs.size()));
            case COLLECT_SUM -> aggregates(outputs, defaults, "sum");
            case COLLECT_MIN -> aggregates(outputs, defaults, "min");
            case COLLECT_MAX -> aggregates(outputs, defaults, "max");
            case COLLECT_COUNT -> aggregates(outputs, defaults, SqlLists.COUNT_DISTINCT);
        };
    }

    /** One column of outputs: its rows' values, their common type and the value without a match. */
    private record Column(List<RowValue> values, RowValue otherwise, SqlType type) {}

    private Object columns(List<List<Object>> outputs, List<Object> defaults, Function<Column, RowValue> pick) {
        List<Object> results = new ArrayList<>();
        for (int index = 0; index < table.outputs().size(); index++) {
            Column column = column(outputs, defaults, index);
            results.add(column.type() == Plain.NOTHING ? null : residual.layers.name(pick.apply(column)));
        }
        return SqlTables.shape(table, results);
    }

    private Column column(List<List<Object>> outputs, List<Object> defaults, int index) {
        List<RowValue> values = new ArrayList<>();
        RowValue otherwise = residual.reifier.of(defaults == null ? null : defaults.get(index));
        SqlType type = otherwise.sqlType();
        for (int row = 0; row < outputs.size(); row++) {
            RowValue value = residual.reifier.of(outputs.get(row).get(index));
            try {
                type = Reifier.common(type, value.sqlType());
            } catch (Refusal refusal) {
                throw refusal.at(table.place() + ", row " + (row + 1) + ", output " + (index + 1));
            }
            values.add(value);
        }
        return new Column(values, otherwise, type);
    }

    private String cast(RowValue value, SqlType type) {
        return residual.reifier.cast(value, type).text();
    }

    private RowValue value(Column column, String text) {
        List<RowValue> parts = new ArrayList<>(column.values());
        parts.add(column.otherwise());
        parts.addAll(matched.masks());
        return new RowValue(column.type(), text, Reifier.level(parts), Reifier.local(parts));
    }

    private RowValue only(Column column) {
        StringBuilder text = new StringBuilder();
        boolean oneMask = matched.masks().size() == 1;
        text.append(oneMask ? "CASE " + matched.masks().get(0).text() : "CASE");
        for (int row = 0; row < column.values().size(); row++) {
            String when = oneMask ? Long.toString(SqlTables.Matched.bit(row)) : alone(row);
            text.append(" WHEN ")
                    .append(when)
                    .append(" THEN ")
                    .append(cast(column.values().get(row), column.type()));
        }
        if (column.otherwise().sqlType() != Plain.NOTHING) {
            text.append(" WHEN ").append(oneMask ? "0" : matched.none());
            text.append(" THEN ").append(cast(column.otherwise(), column.type()));
        }
        return value(column, column.values().isEmpty() ? "NULL" : text + " END");
    }

    private String alone(int row) {
        StringBuilder text = new StringBuilder();
        for (int mask = 0; mask < matched.masks().size(); mask++) {
            long wanted = mask == row / SqlTables.BITS ? SqlTables.Matched.bit(row) : 0;
            text.append(mask == 0 ? "" : " AND ")
                    .append(matched.masks().get(mask).text())
                    .append(" = ")
                    .append(wanted);
        }
        return text.toString();
    }

    private static List<Integer> inOrder(int rows) {
        return IntStream.range(0, rows).boxed().toList();
    }

    private RowValue firstOf(Column column, List<Integer> order) {
        StringBuilder text = new StringBuilder("CASE");
        for (int row : order) {
            text.append(" WHEN ").append(matched.matches(row));
            text.append(" THEN ").append(cast(column.values().get(row), column.type()));
        }
        text.append(" ELSE ").append(cast(column.otherwise(), column.type())).append(" END");
        return value(column, text.toString());
    }

    /** The first match's value if all outputs of all matches agree with it. */
    private RowValue agreed(Column column, List<List<Object>> outputs) {
        List<Integer> order = inOrder(outputs.size());
        StringBuilder agree = new StringBuilder("TRUE");
        List<RowValue> parts = new ArrayList<>();
        for (int index = 0; index < table.outputs().size(); index++) {
            Column each = column(outputs, null, index);
            RowValue first = residual.layers.name(firstOf(each, order));
            parts.add(first);
            for (int row : order) {
                agree.append(" AND (NOT ").append(matched.matches(row)).append(" OR ");
                agree.append(first.text()).append(" IS NOT DISTINCT FROM ");
                agree.append(cast(each.values().get(row), each.type())).append(")");
            }
        }
        RowValue first = firstOf(column, order);
        parts.add(first);
        String text = "CASE WHEN " + agree + " THEN " + first.text() + " END";
        return new RowValue(column.type(), text, Reifier.level(parts), Reifier.local(parts));
    }

    /** The rows by their outputs' places among the output values, highest first. */
    private List<Integer> byRank(List<List<Object>> outputs) {
        Comparator<Integer> comparator = Comparator.comparingInt(row -> 0);
        for (int index = 0; index < table.outputs().size(); index++) {
            int column = index;
            comparator = comparator.thenComparingInt(row -> ranks.applyAsInt(new SqlResidual.Ranked(
                    table.outputs().get(column), outputs.get(row).get(column))));
        }
        return inOrder(outputs.size()).stream().sorted(comparator).toList();
    }

    private Object lists(List<List<Object>> outputs, List<Object> defaults, List<Integer> order) {
        List<Object> shapes = new ArrayList<>();
        outputs.forEach(each -> shapes.add(SqlTables.shape(table, each)));
        RowValue list = list(shapes, order);
        if (defaults == null && table.hitPolicy() == HitPolicy.COLLECT) {
            return list;
        }
        Object otherwise = defaults == null ? null : List.of(SqlTables.shape(table, defaults));
        RowValue none = new RowValue(Plain.TRUTH, "(" + matched.none() + ")", list.level(), list.variables());
        return residual.choose(none, () -> otherwise, () -> list);
    }

    /** The values of the matching rows. */
    private RowValue list(List<Object> values, List<Integer> order) {
        SqlType type = Plain.NOTHING;
        List<RowValue> rows = new ArrayList<>();
        for (Object value : values) {
            RowValue row = residual.reifier.of(value);
            type = Reifier.common(type, row.sqlType());
            rows.add(row);
        }
        List<String> items = new ArrayList<>();
        for (int row : order) {
            java.util.Map<String, String> fields = new java.util.LinkedHashMap<>();
            fields.put("m", "(" + matched.matches(row) + ")");
            fields.put("v", cast(rows.get(row), type));
            items.add(residual.dialect.struct(fields));
        }
        String variable = residual.variable(type).text();
        String kept =
                residual.dialect.filter(residual.dialect.list(items), variable, residual.dialect.field(variable, "m"));
        String text = residual.dialect.transform(kept, variable, residual.dialect.field(variable, "v"));
        List<RowValue> parts = new ArrayList<>(rows);
        parts.addAll(matched.masks());
        RowValue list = new RowValue(new SqlType.ListOf(type), text, Reifier.level(parts), Reifier.local(parts));
        return residual.layers.name(list);
    }

    private Object aggregates(List<List<Object>> outputs, List<Object> defaults, String function) {
        List<Object> results = new ArrayList<>();
        for (int index = 0; index < table.outputs().size(); index++) {
            int column = index;
            List<Object> values = new ArrayList<>();
            outputs.forEach(each -> values.add(each.get(column)));
            RowValue list = list(values, inOrder(values.size()));
            Object aggregate = residual.call(function, java.util.Collections.singletonList(list));
            if (defaults == null) {
                results.add(aggregate);
                continue;
            }
            RowValue none = new RowValue(Plain.TRUTH, "(" + matched.none() + ")", list.level(), list.variables());
            results.add(residual.choose(none, () -> defaults.get(column), () -> aggregate));
        }
        return SqlTables.shape(table, results);
    }
}
