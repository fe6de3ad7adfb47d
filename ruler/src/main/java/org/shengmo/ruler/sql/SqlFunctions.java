package org.shengmo.ruler.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.shengmo.ruler.evaluation.FeelFunction;
import org.shengmo.ruler.evaluation.Refusal;
import org.shengmo.ruler.sql.SqlType.Decimal;
import org.shengmo.ruler.sql.SqlType.Plain;

/** FEEL's built-in functions on values of the row; what has no equal in SQL is refused by name. */
final class SqlFunctions {
    private static final Decimal WHOLE = new Decimal(18, 0);
    private static final Decimal TWO = new Decimal(1, 0);

    /** Constructs that RE2 and Java's expressions don't share. */
    private static final Pattern UNSHARED =
            Pattern.compile("\\\\[1-9cibBkpPAGZ]|\\(\\?|\\[[^\\]]*\\[|[*+?}]\\+|&&|\\$\\d{2}");

    private final SqlResidual residual;
    private final SqlLists lists;

    SqlFunctions(SqlResidual residual) {
        this.residual = residual;
        this.lists = new SqlLists(residual);
    }

    Object call(String name, List<Object> arguments) {
        if (SqlLists.NAMES.contains(name)) {
            return lists.call(name, arguments);
        }
        if (arguments.stream().anyMatch(each -> each == null) && !"date and time".equals(name) && !"is".equals(name)) {
            return null;
        }
        return switch (name) {
            case "floor", "ceiling" -> round(name, arguments);
            case "decimal", "round up", "round down", "round half up", "round half down" -> round(name, arguments);
            case "abs" -> abs(row(arguments, 0));
            case "modulo" -> number(arguments, 1) == null ? null : modulo(arguments);
            case "sqrt" -> numeric(arguments, value -> residual.numbers.function("sqrt", value, ">= 0"));
            case "log" -> numeric(arguments, value -> residual.numbers.function("ln", value, "> 0"));
            case "exp" -> numeric(arguments, value -> residual.numbers.function("exp", value, "IS NOT NULL"));
            case "odd", "even" -> parity(name, arguments);
            case "not" -> residual.not(arguments.get(0));
            case "number" -> row(arguments, 0).sqlType().isNumber() ? row(arguments, 0) : refuse(name);
            case "date" -> date(arguments);
            case "day of year" -> datePart(arguments, "doy");
            case "week of year" -> datePart(arguments, "week");
            case "years and months duration" -> monthsBetween(arguments);
            case "string" -> string(row(arguments, 0));
            default -> text(name, arguments);
        };
    }

    private static Object refuse(String name) {
        throw new Refusal("function '" + name + "' on values of the row", "");
    }

    private RowValue row(List<Object> arguments, int index) {
        RowValue value = residual.reifier.of(arguments.get(index));
        if (value.sqlType() instanceof SqlType.ListOf list) {
            return value.as(
                    list.element(),
                    "CASE WHEN " + residual.dialect.size(value.text()) + " = 1 THEN "
                            + residual.dialect.element(value.text(), "1") + " END");
        }
        return value;
    }

    private RowValue number(List<Object> arguments, int index) {
        RowValue value = row(arguments, index);
        return value.sqlType().isNumber() ? value : null;
    }

    private Object numeric(List<Object> arguments, java.util.function.UnaryOperator<RowValue> function) {
        RowValue value = number(arguments, 0);
        return value == null ? null : function.apply(value);
    }

    private Object modulo(List<Object> arguments) {
        RowValue dividend = number(arguments, 0);
        return dividend == null ? null : residual.numbers.modulo(dividend, number(arguments, 1));
    }

    private Object round(String name, List<Object> arguments) {
        RowValue value = number(arguments, 0);
        if (value == null) {
            return null;
        }
        Object scale = arguments.size() > 1 ? arguments.get(1) : BigDecimal.ZERO;
        if (!(scale instanceof BigDecimal places)) {
            throw new Refusal("'" + name + "' to a number of places that only the row knows", "");
        }
        RoundingMode mode = switch (name) {
            case "floor" -> RoundingMode.FLOOR;
            case "ceiling" -> RoundingMode.CEILING;
            case "decimal" -> RoundingMode.HALF_EVEN;
            case "round up" -> RoundingMode.UP;
            case "round down" -> RoundingMode.DOWN;
            case "round half up" -> RoundingMode.HALF_UP;
            default -> RoundingMode.HALF_DOWN;
        };
        return residual.numbers.round(value, places.intValue(), mode);
    }

    private Object abs(RowValue value) {
        boolean duration = value.sqlType() == Plain.DAYS || value.sqlType() == Plain.MONTHS;
        return value.sqlType().isNumber() || duration ? residual.numbers.abs(value) : null;
    }

    private Object parity(String name, List<Object> arguments) {
        RowValue value = number(arguments, 0);
        if (value == null) {
            return null;
        }
        RowValue rest = residual.numbers.modulo(
                value, residual.reifier.of(BigDecimal.valueOf(2)).as(TWO, "2"));
        return rest.as(Plain.TRUTH, "(" + rest.text() + " = " + ("odd".equals(name) ? 1 : 0) + ")");
    }

    private Object date(List<Object> arguments) {
        if (arguments.size() != 1) {
            return refuse("date");
        }
        RowValue value = row(arguments, 0);
        return switch (value.sqlType()) {
            case Plain plain ->
                switch (plain) {
                    case DATE -> value;
                    case MOMENT -> value.as(Plain.DATE, residual.dialect.dateOf(value.text()));
                    case TEXT -> value.as(Plain.DATE, residual.dialect.parseDate(value.text()));
                    default -> null;
                };
            default -> null;
        };
    }

    private RowValue asDate(RowValue value) {
        return value.sqlType() == Plain.MOMENT
                ? value.as(Plain.DATE, residual.dialect.dateOf(value.text()))
                : value.sqlType() == Plain.DATE ? value : null;
    }

    private Object datePart(List<Object> arguments, String part) {
        RowValue date = asDate(row(arguments, 0));
        return date == null ? null : date.as(WHOLE, residual.dialect.datePart(part, date.text()));
    }

    /** Whole months from the first date to the second, towards zero. */
    private Object monthsBetween(List<Object> arguments) {
        RowValue from = asDate(row(arguments, 0));
        RowValue to = asDate(row(arguments, 1));
        if (from == null || to == null) {
            return null;
        }
        RowValue a = residual.layers.name(from);
        RowValue b = residual.layers.name(to);
        String months = "(" + part("year", b) + " - " + part("year", a) + ") * 12 + " + part("month", b) + " - "
                + part("month", a);
        String text = "CAST(" + months + " - CASE WHEN " + a.text() + " <= " + b.text() + " AND " + part("day", b)
                + " < "
                + part("day", a) + " THEN 1 WHEN " + a.text() + " > " + b.text() + " AND " + part("day", b) + " > "
                + part("day", a) + " THEN -1 ELSE 0 END AS BIGINT)";
        return residual.join(Plain.MONTHS, text, a, b);
    }

    private String part(String part, RowValue date) {
        return residual.dialect.datePart(part, date.text());
    }

    private Object string(RowValue value) {
        return switch (value.sqlType()) {
            case Decimal decimal -> {
                String text = "CAST(" + residual.reifier.exact(value).text() + " AS "
                        + residual.dialect.typeName(Plain.TEXT) + ")";
                yield value.as(Plain.TEXT, decimal.scale() == 0 ? text : residual.dialect.stripZeros(text));
            }
            case Plain plain ->
                switch (plain) {
                    case TEXT -> value;
                    case TRUTH ->
                        value.as(
                                Plain.TEXT,
                                "CASE WHEN " + value.text() + " THEN 'true' WHEN NOT " + value.text()
                                        + " THEN 'false' END");
                    case DATE ->
                        value.as(
                                Plain.TEXT,
                                "CAST(" + value.text() + " AS " + residual.dialect.typeName(Plain.TEXT) + ")");
                    default -> refuse("string");
                };
            default -> refuse("string");
        };
    }

    private Object text(String name, List<Object> arguments) {
        List<RowValue> rows = new ArrayList<>();
        for (int index = 0; index < arguments.size(); index++) {
            if (arguments.get(index) instanceof FeelFunction) {
                return refuse(name);
            }
            rows.add(row(arguments, index));
        }
        RowValue first = rows.get(0);
        if (first.sqlType() != Plain.TEXT) {
            return refuse(name);
        }
        Dialect dialect = residual.dialect;
        if ("substring".equals(name)) {
            return substring(rows);
        }
        if (rows.stream().anyMatch(each -> each.sqlType() != Plain.TEXT)) {
            return null;
        }
        RowValue second = rows.size() > 1 ? rows.get(1) : first;
        RowValue[] all = rows.toArray(RowValue[]::new);
        String a = first.text();
        String b = second.text();
        return switch (name) {
            case "string length" -> first.as(WHOLE, dialect.characters(a));
            case "upper case" -> first.as(Plain.TEXT, "upper(" + a + ")");
            case "lower case" -> first.as(Plain.TEXT, "lower(" + a + ")");
            case "contains" -> residual.join(Plain.TRUTH, "contains(" + a + ", " + b + ")", all);
            case "starts with" -> residual.join(Plain.TRUTH, dialect.startsWith(a, b), all);
            case "ends with" -> residual.join(Plain.TRUTH, dialect.endsWith(a, b), all);
            case "substring before" ->
                residual.join(
                        Plain.TEXT,
                        "CASE WHEN " + dialect.position(a, b) + " > 0 THEN "
                                + dialect.substring(a, "1", dialect.position(a, b) + " - 1") + " WHEN " + b
                                + " IS NULL OR " + a + " IS NULL THEN NULL ELSE '' END",
                        all);
            case "substring after" ->
                residual.join(
                        Plain.TEXT,
                        "CASE WHEN " + b + " = '' THEN " + a + " WHEN " + dialect.position(a, b) + " > 0 THEN "
                                + dialect.substring(a, dialect.position(a, b) + " + length(" + b + ")", null) + " WHEN "
                                + b + " IS NULL OR " + a + " IS NULL THEN NULL ELSE '' END",
                        all);
            case "matches" ->
                arguments.size() == 2
                        ? residual.join(Plain.TRUTH, dialect.matches(a, pattern(arguments, 1)), all)
                        : refuse("matches with flags");
            case "replace" -> replace(arguments, first);
            default -> refuse(name);
        };
    }

    private Object replace(List<Object> arguments, RowValue first) {
        if (arguments.size() != 3
                || !(arguments.get(2) instanceof String replacement)
                || replacement.matches(".*[$\\\\].*")) {
            return refuse("replace");
        }
        return first.as(
                Plain.TEXT,
                residual.dialect.replace(first.text(), pattern(arguments, 1), residual.dialect.text(replacement)));
    }

    private String pattern(List<Object> arguments, int index) {
        if (!(arguments.get(index) instanceof String pattern)) {
            throw new Refusal("pattern that only the row knows", "");
        }
        if (UNSHARED.matcher(pattern).find()) {
            throw new Refusal("pattern that the engines don't read alike: " + pattern, "");
        }
        return residual.dialect.text(pattern);
    }

    private Object substring(List<RowValue> rows) {
        RowValue text = residual.layers.name(rows.get(0));
        RowValue start = residual.layers.name(rows.get(1));
        if (!start.sqlType().isNumber()
                || (rows.size() > 2 && !rows.get(2).sqlType().isNumber())) {
            return null;
        }
        Dialect dialect = residual.dialect;
        String length = rows.size() > 2 ? rows.get(2).text() : null;
        String size = dialect.characters(text.text());
        String from = "CASE WHEN " + start.text() + " > 0 THEN " + start.text() + " ELSE " + size + " + " + start.text()
                + " + 1 END";
        String value = "CASE WHEN " + start.text() + " = 0 OR abs(" + start.text() + ") > " + size
                + (length == null ? "" : " OR " + length + " < 1") + " THEN NULL ELSE "
                + dialect.substring(text.text(), from, length) + " END";
        RowValue[] parts = rows.toArray(RowValue[]::new);
        parts[0] = text;
        parts[1] = start;
        return residual.join(Plain.TEXT, value, parts);
    }
}
