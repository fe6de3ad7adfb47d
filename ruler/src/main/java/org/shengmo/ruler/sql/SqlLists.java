package org.shengmo.ruler.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.shengmo.ruler.evaluation.FeelFunction;
import org.shengmo.ruler.evaluation.Refusal;
import org.shengmo.ruler.feel.BinaryOperator;
import org.shengmo.ruler.sql.SqlType.Decimal;
import org.shengmo.ruler.sql.SqlType.Plain;

/** FEEL's list functions on lists of the row. */
final class SqlLists {
    /** The hit policy C# counts different outputs; no name in FEEL. */
    static final String COUNT_DISTINCT = "count distinct";

    static final Set<String> NAMES = Set.of(
            COUNT_DISTINCT,
            "count",
            "reverse",
            "distinct values",
            "min",
            "max",
            "sum",
            "mean",
            "all",
            "and",
            "any",
            "or",
            "list contains",
            "append",
            "concatenate",
            "sort",
            "sublist",
            "string join",
            "union",
            "flatten",
            "insert before",
            "remove",
            "index of",
            "list replace",
            "product",
            "median",
            "stddev",
            "mode");
    private static final Decimal WHOLE = new Decimal(18, 0);

    private final SqlResidual residual;

    SqlLists(SqlResidual residual) {
        this.residual = residual;
    }

    Object call(String name, List<Object> arguments) {
        return switch (name) {
            case "count" -> unary(arguments, list -> list.as(WHOLE, residual.dialect.size(list.text())));
            case COUNT_DISTINCT -> unary(arguments, this::countDistinct);
            case "reverse" -> unary(arguments, list -> list.as(list.sqlType(), residual.dialect.reverse(list.text())));
            case "distinct values" ->
                unary(arguments, list -> {
                    RowValue named = residual.layers.name(list);
                    return named.as(named.sqlType(), residual.dialect.distinct(named.text()));
                });
            case "min" -> extreme(all(arguments), true);
            case "max" -> extreme(all(arguments), false);
            case "sum" -> sum(all(arguments));
            case "mean" -> mean(all(arguments));
            case "all", "and" -> truths(all(arguments), true);
            case "any", "or" -> truths(all(arguments), false);
            case "list contains" -> contains(arguments);
            case "append" -> append(arguments);
            case "concatenate" -> concatenate(arguments);
            case "sort" -> sort(arguments);
            case "sublist" -> sublist(arguments);
            case "string join" -> join(arguments);
            default -> throw new Refusal("function '" + name + "' on values of the row", "");
        };
    }

    private RowValue list(Object value) {
        if (value == null) {
            return null;
        }
        RowValue row = residual.reifier.of(value);
        if (row.sqlType() instanceof SqlType.ListOf) {
            return residual.layers.name(row);
        }
        return row.as(
                new SqlType.ListOf(row.sqlType()),
                "CASE WHEN " + row.text() + " IS NULL THEN NULL ELSE " + residual.dialect.list(List.of(row.text()))
                        + " END");
    }

    /** The one list given, or all arguments. */
    private RowValue all(List<Object> arguments) {
        return list(arguments.size() == 1 ? arguments.get(0) : arguments);
    }

    private Object unary(List<Object> arguments, UnaryOperator<RowValue> function) {
        RowValue list = list(arguments.get(0));
        return list == null ? null : function.apply(list);
    }

    private RowValue countDistinct(RowValue list) {
        String variable = residual.variable(Plain.NOTHING).text();
        RowValue present = residual.layers.name(
                list.as(list.sqlType(), residual.dialect.filter(list.text(), variable, variable + " IS NOT NULL")));
        String text = "CAST(" + residual.dialect.size(residual.dialect.distinct(present.text())) + " + CASE WHEN "
                + holdsNull(list) + " THEN 1 ELSE 0 END AS " + residual.dialect.typeName(WHOLE) + ")";
        return residual.join(WHOLE, text, list, present);
    }

    private static SqlType element(RowValue list) {
        return ((SqlType.ListOf) list.sqlType()).element();
    }

    private String holdsNull(RowValue list) {
        String variable = residual.variable(Plain.NOTHING).text();
        return residual.dialect.size(residual.dialect.filter(list.text(), variable, variable + " IS NULL")) + " > 0";
    }

    private Object extreme(RowValue list, boolean least) {
        if (list == null || !(element(list) instanceof Decimal || element(list) instanceof Plain)) {
            return null;
        }
        String found = least ? residual.dialect.least(list.text()) : residual.dialect.greatest(list.text());
        return list.as(element(list), "CASE WHEN " + holdsNull(list) + " THEN NULL ELSE " + found + " END");
    }

    private Object sum(RowValue list) {
        if (list == null || !(element(list) instanceof Decimal number)) {
            if (list != null && element(list).isNumber()) {
                throw new Refusal("sum of numbers that aren't exact", "");
            }
            return null;
        }
        Decimal type = new Decimal(SqlType.MOST_DIGITS, number.scale());
        return list.as(
                type,
                "CASE WHEN " + holdsNull(list) + " THEN NULL ELSE " + residual.dialect.sum(list.text(), type) + " END");
    }

    private Object mean(RowValue list) {
        if (!(sum(list) instanceof RowValue sum)) {
            return null;
        }
        Decimal narrow = new Decimal(24, ((Decimal) sum.sqlType()).scale());
        RowValue total = residual.layers.name(residual.reifier.cast(sum, narrow));
        RowValue count = list.as(new Decimal(9, 0), "NULLIF(" + residual.dialect.size(list.text()) + ", 0)");
        return residual.numbers.apply(BinaryOperator.DIVIDE, total, count);
    }

    private Object truths(RowValue list, boolean all) {
        if (list == null || element(list) != Plain.TRUTH) {
            return null;
        }
        return residual.quantified(all, list, item -> item);
    }

    private Object contains(List<Object> arguments) {
        RowValue list = list(arguments.get(0));
        if (list == null) {
            return null;
        }
        Object item = arguments.get(1);
        if (item == null) {
            return list.as(Plain.TRUTH, "CASE WHEN " + list.text() + " IS NOT NULL THEN " + holdsNull(list) + " END");
        }
        RowValue row = residual.reifier.of(item);
        SqlType common = SqlType.common(element(list), row.sqlType());
        if (common == null) {
            return false;
        }
        String found = residual.dialect.contains(
                residual.reifier.cast(list, new SqlType.ListOf(common)).text(),
                residual.reifier.cast(row, common).text());
        String text = "CASE WHEN " + list.text() + " IS NULL THEN NULL WHEN " + row.text() + " IS NULL THEN "
                + holdsNull(list) + " ELSE COALESCE(" + found + ", FALSE) END";
        return residual.join(Plain.TRUTH, text, list, row);
    }

    private Object append(List<Object> arguments) {
        RowValue list = list(arguments.get(0));
        List<Object> rest = new ArrayList<>(arguments.subList(1, arguments.size()));
        return list == null ? null : concatenate(List.of(list, rest));
    }

    private Object concatenate(List<Object> arguments) {
        List<RowValue> lists = new ArrayList<>();
        SqlType type = new SqlType.ListOf(Plain.NOTHING);
        for (Object argument : arguments) {
            RowValue list = list(argument);
            if (list == null) {
                return null;
            }
            type = Reifier.common(type, list.sqlType());
            lists.add(list);
        }
        List<String> texts = new ArrayList<>();
        StringBuilder missing = new StringBuilder();
        for (RowValue list : lists) {
            texts.add(residual.reifier.cast(list, type).text());
            missing.append(missing.isEmpty() ? "" : " OR ").append(list.text()).append(" IS NULL");
        }
        String text = "CASE WHEN " + missing + " THEN NULL ELSE " + residual.dialect.concat(texts) + " END";
        return residual.join(type, text, lists.toArray(RowValue[]::new));
    }

    /** Sorting by a function of the shape {@code function(x, y) f(x) < f(y)}: both sides give the key. */
    private Object sort(List<Object> arguments) {
        RowValue list = list(arguments.get(0));
        if (list == null || arguments.size() < 2 || !(arguments.get(1) instanceof FeelFunction precedes)) {
            throw new Refusal("'sort' without a function that compares two elements", "");
        }
        RowValue left = residual.variable(element(list));
        RowValue right = residual.variable(element(list));
        List<Object> pair = new ArrayList<>();
        pair.add(left);
        pair.add(right);
        Object compared = precedes.apply(pair);
        SortKey key = compared instanceof RowValue row ? SortKey.of(row, left.text(), right.text()) : null;
        if (key == null) {
            throw new Refusal("'sort' by anything but one key of each element", "");
        }
        return sorted(list, left, key);
    }

    private RowValue sorted(RowValue list, RowValue item, SortKey key) {
        String place = residual.variable(WHOLE).text();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("k", key.descending() ? "-(" + key.text() + ")" : key.text());
        fields.put("i", place);
        fields.put("v", item.text());
        String keyed =
                residual.dialect.transformIndexed(list.text(), item.text(), place, residual.dialect.struct(fields));
        String variable = residual.variable(WHOLE).text();
        return list.as(
                list.sqlType(),
                residual.dialect.transform(
                        residual.dialect.sort(keyed), variable, residual.dialect.field(variable, "v")));
    }

    /** A comparison of the same expression over two variables. */
    private record SortKey(String text, boolean descending) {
        static SortKey of(RowValue comparison, String left, String right) {
            String text = comparison.text();
            for (String operator : List.of(" < ", " > ")) {
                int at = text.indexOf(operator);
                if (at > 0 && text.startsWith("(") && text.endsWith(")")) {
                    String a = text.substring(1, at);
                    String b = text.substring(at + operator.length(), text.length() - 1);
                    if (a.replace(left, right).equals(b)) {
                        return new SortKey(a, operator.contains(">"));
                    }
                    if (a.replace(right, left).equals(b)) {
                        return new SortKey(b, operator.contains("<"));
                    }
                }
            }
            return null;
        }
    }

    private Object sublist(List<Object> arguments) {
        RowValue list = list(arguments.get(0));
        boolean known = list != null
                && arguments.get(1) instanceof BigDecimal
                && (arguments.size() < 3 || arguments.get(2) instanceof BigDecimal);
        if (!known || ((BigDecimal) arguments.get(1)).signum() <= 0) {
            throw new Refusal("'sublist' from a place that only the row knows, or from the end", "");
        }
        int from = ((BigDecimal) arguments.get(1)).intValue();
        String size = residual.dialect.size(list.text());
        String to =
                arguments.size() < 3 ? size : Integer.toString(from + ((BigDecimal) arguments.get(2)).intValue() - 1);
        String text = "CASE WHEN " + from + " > " + size + " OR " + to + " > " + size + " OR " + to + " < " + from
                + " THEN NULL ELSE " + residual.dialect.slice(list.text(), Integer.toString(from), to) + " END";
        return list.as(list.sqlType(), text);
    }

    private Object join(List<Object> arguments) {
        RowValue list = list(arguments.get(0));
        if (list == null || element(list) != Plain.TEXT) {
            return null;
        }
        RowValue delimiter =
                residual.reifier.of(arguments.size() > 1 && arguments.get(1) != null ? arguments.get(1) : "");
        return residual.join(Plain.TEXT, residual.dialect.join(list.text(), delimiter.text()), list, delimiter);
    }
}
