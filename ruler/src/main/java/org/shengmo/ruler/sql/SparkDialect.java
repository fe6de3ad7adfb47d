package org.shengmo.ruler.sql;

import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * SQL as Spark 4 reads it in ANSI mode, with {@code spark.sql.decimalOperations.allowPrecisionLoss} off and the session's time zone UTC.
 * Spark rounds quotients of decimals twice, so they are the function {@value #QUOTIENT} with the number of places at its end, which the
 * engine registers.
 */
public final class SparkDialect implements Dialect {
    /** Prefix of the exact quotients' names. */
    public static final String QUOTIENT = "shengmo_quotient_";

    @Override
    public String quote(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    @Override
    public String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    @Override
    public String typeName(SqlType type) {
        return switch (type) {
            case SqlType.Decimal decimal -> "DECIMAL(" + decimal.precision() + "," + decimal.scale() + ")";
            case SqlType.ListOf list -> "ARRAY<" + typeName(list.element()) + ">";
            case SqlType.Struct struct -> {
                StringJoiner fields = new StringJoiner(", ", "STRUCT<", ">");
                struct.fields().forEach((name, field) -> fields.add(quote(name) + ": " + typeName(field)));
                yield fields.toString();
            }
            case SqlType.Plain plain ->
                switch (plain) {
                    case APPROXIMATE -> "DOUBLE";
                    case TEXT -> "STRING";
                    case TRUTH -> "BOOLEAN";
                    case DATE -> "DATE";
                    case TIME, ZONED_TIME, MOMENT, INSTANT, DAYS, MONTHS -> "BIGINT";
                    case NOTHING -> "INT";
                };
        };
    }

    @Override
    public String list(List<String> items) {
        return "array(" + String.join(", ", items) + ")";
    }

    @Override
    public String struct(Map<String, String> fields) {
        if (fields.isEmpty()) {
            return "NULL";
        }
        StringJoiner joined = new StringJoiner(", ", "named_struct(", ")");
        fields.forEach((name, value) -> joined.add(text(name) + ", " + value));
        return joined.toString();
    }

    @Override
    public String field(String struct, String name) {
        return "(" + struct + ")." + quote(name);
    }

    @Override
    public String transform(String list, String variable, String body) {
        return "transform(" + list + ", " + variable + " -> " + body + ")";
    }

    /** Spark counts places from 0; they are used for their order alone. */
    @Override
    public String transformIndexed(String list, String variable, String place, String body) {
        return "transform(" + list + ", (" + variable + ", " + place + ") -> " + body + ")";
    }

    @Override
    public String filter(String list, String variable, String condition) {
        return "filter(" + list + ", " + variable + " -> " + condition + ")";
    }

    @Override
    public String element(String list, String position) {
        return "try_element_at(" + list + ", CAST(" + position + " AS INT))";
    }

    @Override
    public String size(String list) {
        return "CAST(array_size(" + list + ") AS DECIMAL(18,0))";
    }

    @Override
    public String contains(String list, String item) {
        return "array_contains(" + list + ", " + item + ")";
    }

    @Override
    public String concat(List<String> lists) {
        return "concat(" + String.join(", ", lists) + ")";
    }

    @Override
    public String reverse(String list) {
        return "reverse(" + list + ")";
    }

    @Override
    public String slice(String list, String from, String to) {
        return "slice(" + list + ", CAST(" + from + " AS INT), CAST(" + to + " - " + from + " + 1 AS INT))";
    }

    @Override
    public String sort(String list) {
        return "array_sort(" + list + ")";
    }

    @Override
    public String distinct(String list) {
        return "array_distinct(" + list + ")";
    }

    @Override
    public String sum(String list, SqlType.Decimal type) {
        String name = typeName(type);
        return "CASE WHEN array_size(" + list + ") > 0 THEN aggregate(" + list + ", CAST(0 AS " + name
                + "), (total, each) -> CAST(total + each AS " + name + ")) END";
    }

    @Override
    public String least(String list) {
        return "array_min(" + list + ")";
    }

    @Override
    public String greatest(String list) {
        return "array_max(" + list + ")";
    }

    @Override
    public String series(String from, String to) {
        return "sequence(CAST(" + from + " AS BIGINT), CAST(" + to + " AS BIGINT))";
    }

    @Override
    public String join(String list, String delimiter) {
        return "array_join(" + list + ", " + delimiter + ")";
    }

    @Override
    public String divide(
            String dividend, SqlType.Decimal dividendType, String divisor, SqlType.Decimal divisorType, int scale) {
        return QUOTIENT + scale + "(" + dividend + ", " + divisor + ")";
    }

    @Override
    public String round(String number, SqlType.Decimal type, int scale, RoundingMode mode) {
        return switch (mode) {
            case HALF_UP -> "round(" + number + ", " + scale + ")";
            case HALF_EVEN -> "bround(" + number + ", " + scale + ")";
            case FLOOR -> "floor(" + number + ", " + scale + ")";
            case CEILING -> "ceil(" + number + ", " + scale + ")";
            case DOWN -> towardsZero(number, scale, "floor", "ceil");
            case UP -> towardsZero(number, scale, "ceil", "floor");
            case HALF_DOWN -> {
                String half =
                        java.math.BigDecimal.valueOf(5).movePointLeft(scale + 1).toPlainString();
                yield "CASE WHEN " + number + " < 0 THEN floor(" + number + " + " + half + ", " + scale + ") ELSE ceil("
                        + number + " - " + half + ", " + scale + ") END";
            }
            case UNNECESSARY -> throw new IllegalArgumentException(mode.name());
        };
    }

    private static String towardsZero(String number, int scale, String positive, String negative) {
        return "CASE WHEN " + number + " < 0 THEN " + negative + "(" + number + ", " + scale + ") ELSE " + positive
                + "(" + number + ", " + scale + ") END";
    }

    @Override
    public String truncate(String number) {
        return "CASE WHEN " + number + " < 0 THEN ceil(" + number + ") ELSE floor(" + number + ") END";
    }

    @Override
    public String sign(String number) {
        return "CAST(sign(" + number + ") AS INT)";
    }

    @Override
    public String stripZeros(String text) {
        return "trim(TRAILING '.' FROM trim(TRAILING '0' FROM " + text + "))";
    }

    @Override
    public String matches(String text, String pattern) {
        return "regexp_like(" + text + ", " + pattern + ")";
    }

    @Override
    public String replace(String text, String pattern, String replacement) {
        return "regexp_replace(" + text + ", " + pattern + ", " + replacement + ")";
    }

    @Override
    public String addMonths(String date, String months) {
        return "add_months(" + date + ", CAST(" + months + " AS INT))";
    }

    @Override
    public String daysBetween(String from, String to) {
        return "CAST(datediff(" + to + ", " + from + ") AS BIGINT)";
    }

    @Override
    public String addDays(String date, String days) {
        return "date_add(" + date + ", CAST(" + days + " AS INT))";
    }

    @Override
    public String datePart(String part, String date) {
        String function = switch (part) {
            case "isodow" -> "weekday(" + date + ") + 1";
            case "doy" -> "dayofyear(" + date + ")";
            case "week" -> "weekofyear(" + date + ")";
            default -> part + "(" + date + ")";
        };
        return "CAST(" + function + " AS DECIMAL(18,0))";
    }

    @Override
    public String microsOf(String date) {
        return "unix_micros(CAST(" + date + " AS TIMESTAMP))";
    }

    @Override
    public String dateOf(String micros) {
        return "CAST(timestamp_micros(" + micros + ") AS DATE)";
    }

    @Override
    public String parseDate(String text) {
        return "CASE WHEN regexp_like(" + text + ", '^[0-9]{4}-[0-9]{2}-[0-9]{2}$') THEN TRY_CAST(" + text
                + " AS DATE) END";
    }

    @Override
    public String position(String text, String match) {
        return "instr(" + text + ", " + match + ")";
    }

    @Override
    public String startsWith(String text, String match) {
        return "startswith(" + text + ", " + match + ")";
    }

    @Override
    public String endsWith(String text, String match) {
        return "endswith(" + text + ", " + match + ")";
    }

    @Override
    public String characters(String text) {
        return "CAST(char_length(" + text + ") AS DECIMAL(18,0))";
    }

    @Override
    public String substring(String text, String start, String length) {
        String from = "CAST(" + start + " AS INT)";
        return length == null
                ? "substr(" + text + ", " + from + ")"
                : "substr(" + text + ", " + from + ", CAST(" + length + " AS INT))";
    }

    @Override
    public String floorDivide(String dividend, long divisor) {
        return "((" + dividend + " - pmod(" + dividend + ", " + divisor + ")) div " + divisor + ")";
    }

    /** Parquet's time of day reaches Spark as its microseconds. */
    @Override
    public String fromSource(String column, SqlType type) {
        return type == SqlType.Plain.MOMENT || type == SqlType.Plain.INSTANT
                ? "unix_micros(CAST(" + column + " AS TIMESTAMP))"
                : column;
    }

    @Override
    public String toResult(String value, SqlType type) {
        return switch (type) {
            case SqlType.Plain plain ->
                switch (plain) {
                    case MOMENT -> "CAST(timestamp_micros(" + value + ") AS TIMESTAMP_NTZ)";
                    case INSTANT -> "timestamp_micros(" + value + ")";
                    case APPROXIMATE -> "CAST(" + value + " AS DECIMAL(38,10))";
                    default -> value;
                };
            default -> value;
        };
    }

    @Override
    public String bits(String mask, int first, int count) {
        StringJoiner places = new StringJoiner(", ", "array(", ")");
        for (int bit = 1; bit <= count; bit++) {
            places.add(Integer.toString(first + bit));
        }
        return "filter(" + places + ", place -> (shiftright(" + mask + ", place - " + (first + 1) + ") & 1) = 1)";
    }
}
