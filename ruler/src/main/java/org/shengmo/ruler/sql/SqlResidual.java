package org.shengmo.ruler.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.shengmo.ruler.dmn.DecisionTable;
import org.shengmo.ruler.evaluation.Refusal;
import org.shengmo.ruler.evaluation.Residual;
import org.shengmo.ruler.evaluation.Unknown;
import org.shengmo.ruler.feel.BinaryOperator;
import org.shengmo.ruler.feel.FeelType;
import org.shengmo.ruler.sql.SqlType.Plain;

/** What the evaluator leaves over, as SQL. */
final class SqlResidual implements Residual {
    final Dialect dialect;
    final Layers layers;
    final Reifier reifier;
    final SqlNumbers numbers;
    final SqlTimes times;
    private final SqlFunctions functions;
    private final SqlTables tables;
    private int variables;

    SqlResidual(Dialect dialect, java.util.function.ToIntFunction<Ranked> ranks) {
        this.dialect = dialect;
        this.layers = new Layers(dialect);
        this.reifier = new Reifier(dialect);
        this.numbers = new SqlNumbers(dialect, reifier, layers);
        this.times = new SqlTimes(dialect, reifier);
        this.functions = new SqlFunctions(this);
        this.tables = new SqlTables(this, ranks);
    }

    /** A row's output value whose place among the output values is asked for. */
    record Ranked(DecisionTable.Output output, Object value) {}

    /** The masks of matching rows of a table that was compiled, or null. */
    SqlTables.Matched matched(DecisionTable table) {
        return tables.matched(table);
    }

    RowValue join(SqlType type, String text, RowValue... parts) {
        return new RowValue(type, text, Reifier.level(List.of(parts)), Reifier.local(List.of(parts)));
    }

    @Override
    public Object binary(BinaryOperator operator, Object left, Object right) {
        if (operator == BinaryOperator.AND || operator == BinaryOperator.OR) {
            RowValue a = reifier.of(left);
            RowValue b = reifier.of(right);
            return join(Plain.TRUTH, "(" + a.text() + " " + operator.name() + " " + b.text() + ")", a, b);
        }
        if (operator.compares()) {
            return new SqlComparison(this).compare(operator, left, right);
        }
        if (left == null || right == null) {
            return null;
        }
        RowValue a = reifier.of(left);
        RowValue b = reifier.of(right);
        if (a.sqlType().isNumber() && b.sqlType().isNumber()) {
            return numbers.apply(operator, a, b);
        }
        if (a.sqlType() == Plain.TEXT && b.sqlType() == Plain.TEXT) {
            return operator == BinaryOperator.ADD
                    ? join(Plain.TEXT, "(" + a.text() + " || " + b.text() + ")", a, b)
                    : null;
        }
        return times.apply(operator, a, b);
    }

    @Override
    public Object negate(Object value) {
        RowValue row = reifier.of(value);
        if (row.sqlType().isNumber()) {
            return numbers.negate(row);
        }
        boolean duration = row.sqlType() == Plain.DAYS || row.sqlType() == Plain.MONTHS;
        return duration ? row.as(row.sqlType(), "(-" + row.text() + ")") : null;
    }

    @Override
    public Object not(Object value) {
        RowValue row = reifier.of(value);
        return row.sqlType() == Plain.TRUTH ? row.as(Plain.TRUTH, "(NOT " + row.text() + ")") : null;
    }

    @Override
    public Object property(Unknown source, String name) {
        RowValue row = (RowValue) source;
        return switch (row.sqlType()) {
            case SqlType.Struct struct -> {
                SqlType field = struct.fields().get(name);
                yield field == null ? null : row.as(field, dialect.field(row.text(), name));
            }
            case SqlType.ListOf list -> each(row, item -> property((Unknown) item, name));
            default -> times.property(row, name);
        };
    }

    @Override
    public Object choose(Object condition, Supplier<Object> then, Supplier<Object> otherwise) {
        RowValue test = reifier.of(condition);
        Object first = then.get();
        Object second = otherwise.get();
        if (test.sqlType() != Plain.TRUTH) {
            return second;
        }
        if (first instanceof Map<?, ?> a
                && second instanceof Map<?, ?> b
                && a.keySet().equals(b.keySet())) {
            Map<String, Object> merged = new LinkedHashMap<>();
            a.forEach((name, value) -> merged.put((String) name, choose(condition, () -> value, () -> b.get(name))));
            return merged;
        }
        RowValue a = reifier.of(first);
        RowValue b = reifier.of(second);
        SqlType type = Reifier.common(a.sqlType(), b.sqlType());
        if (type == Plain.NOTHING) {
            return null;
        }
        String text =
                "CASE WHEN " + test.text() + " THEN " + reifier.cast(a, type).text() + " ELSE "
                        + reifier.cast(b, type).text() + " END";
        return join(type, text, test, a, b);
    }

    @Override
    public Object call(String function, List<Object> arguments) {
        return functions.call(function, arguments);
    }

    RowValue variable(SqlType type) {
        String name = "v" + ++variables;
        return new RowValue(type, name, 0, Set.of(name));
    }

    @Override
    public Object each(Unknown list, UnaryOperator<Object> body) {
        RowValue row = (RowValue) list;
        if (!(row.sqlType() instanceof SqlType.ListOf type)) {
            return each(single(row), body);
        }
        RowValue variable = variable(type.element());
        RowValue result = reifier.exact(reifier.of(body.apply(variable)));
        return join(
                        new SqlType.ListOf(result.sqlType()),
                        dialect.transform(row.text(), variable.text(), result.text()),
                        row,
                        result)
                .binding(variable.text());
    }

    private RowValue single(RowValue value) {
        return value.as(
                new SqlType.ListOf(value.sqlType()),
                "CASE WHEN " + value.text() + " IS NULL THEN NULL ELSE " + dialect.list(List.of(value.text()))
                        + " END");
    }

    @Override
    public Object filter(Object list, UnaryOperator<Object> condition) {
        RowValue row = reifier.of(list);
        if (!(row.sqlType() instanceof SqlType.ListOf type)) {
            return filter(single(row), condition);
        }
        RowValue variable = variable(type.element());
        Object result = condition.apply(variable);
        if (result instanceof BigDecimal index) {
            return index.signum() == 0
                    ? null
                    : row.as(
                            type.element(),
                            dialect.element(row.text(), index.toBigInteger().toString()));
        }
        RowValue test = reifier.of(result);
        if (test.sqlType().isNumber()) {
            return join(type.element(), dialect.element(row.text(), test.text()), row, test);
        }
        if (test.sqlType() != Plain.TRUTH) {
            return new ArrayList<>();
        }
        return join(type, dialect.filter(row.text(), variable.text(), test.text()), row, test)
                .binding(variable.text());
    }

    @Override
    public Object quantified(boolean every, Unknown list, UnaryOperator<Object> condition) {
        RowValue row = (RowValue) list;
        if (!(row.sqlType() instanceof SqlType.ListOf type)) {
            return quantified(every, single(row), condition);
        }
        RowValue variable = variable(type.element());
        RowValue test = reifier.of(condition.apply(variable));
        if (test.sqlType() != Plain.TRUTH) {
            return null;
        }
        String decisive = every ? "(NOT " + test.text() + ")" : test.text();
        String text = "CASE WHEN " + row.text() + " IS NULL THEN NULL WHEN "
                + dialect.size(dialect.filter(row.text(), variable.text(), decisive)) + " > 0 THEN "
                + (every ? "FALSE" : "TRUE") + " WHEN "
                + dialect.size(dialect.filter(row.text(), variable.text(), test.text() + " IS NULL"))
                + " > 0 THEN NULL ELSE " + (every ? "TRUE" : "FALSE") + " END";
        return join(Plain.TRUTH, text, row, test).binding(variable.text());
    }

    @Override
    public Object series(Object from, Object to) {
        RowValue low = reifier.of(from);
        RowValue high = reifier.of(to);
        if (!(low.sqlType() instanceof SqlType.Decimal a && a.scale() == 0)
                || !(high.sqlType() instanceof SqlType.Decimal b && b.scale() == 0)) {
            throw new Refusal("loop between bounds that aren't whole numbers", "");
        }
        RowValue series = join(new SqlType.ListOf(Plain.MONTHS), dialect.series(low.text(), high.text()), low, high);
        SqlType whole = new SqlType.Decimal(18, 0);
        return each(series, item -> reifier.cast((RowValue) item, whole));
    }

    @Override
    public Object instanceOf(Object value, FeelType type) {
        RowValue row = reifier.of(value);
        if (type == FeelType.Simple.NULL) {
            return row.as(Plain.TRUTH, "(" + row.text() + " IS NULL)");
        }
        return SqlTypes.conforms(row.type(), type)
                ? row.as(Plain.TRUTH, "(" + row.text() + " IS NOT NULL)")
                : (Object) false;
    }

    @Override
    public Object coerce(Object value, FeelType type) {
        RowValue row = (RowValue) value;
        if (SqlTypes.conforms(row.type(), type)) {
            return row;
        }
        boolean wantsList = type instanceof FeelType.ListOf;
        if (row.sqlType() instanceof SqlType.ListOf list && !wantsList) {
            RowValue element = row.as(
                    list.element(),
                    "CASE WHEN " + dialect.size(row.text()) + " = 1 THEN " + dialect.element(row.text(), "1") + " END");
            return coerce(element, type);
        }
        if (type instanceof FeelType.ListOf list && !(row.sqlType() instanceof SqlType.ListOf)) {
            return SqlTypes.conforms(row.type(), list.element()) ? single(row) : null;
        }
        if (row.sqlType() == Plain.DATE && type == FeelType.Simple.DATE_TIME) {
            throw new Refusal("date of the row as a date and time", "");
        }
        return null;
    }

    @Override
    public Object table(
            DecisionTable table,
            List<Object> inputs,
            List<List<Object>> matches,
            List<List<Object>> outputs,
            List<Object> defaults,
            Object allowed) {
        return tables.compile(table, inputs, matches, outputs, defaults, allowed);
    }

    @Override
    public Object named(String name, Object value) {
        return switch (value) {
            case RowValue row -> layers.name(row);
            case Map<?, ?> context -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                context.forEach((key, entry) -> entries.put((String) key, named((String) key, entry)));
                yield entries;
            }
            case null -> null;
            default -> value;
        };
    }
}
