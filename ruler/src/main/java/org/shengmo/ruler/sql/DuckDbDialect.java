package org.shengmo.ruler.sql;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** SQL as DuckDB 1.5 writes it. */
public final class DuckDbDialect implements Dialect {
    @Override
    public String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public String typeName(SqlType type) {
        return switch (type) {
            case SqlType.Decimal decimal -> "DECIMAL(" + decimal.precision() + "," + decimal.scale() + ")";
            case SqlType.ListOf list -> typeName(list.element()) + "[]";
            case SqlType.Struct struct -> {
                StringJoiner fields = new StringJoiner(", ", "STRUCT(", ")");
                struct.fields().forEach((name, field) -> fields.add(quote(name) + " " + typeName(field)));
                yield fields.toString();
            }
            case SqlType.Plain plain ->
                switch (plain) {
                    case APPROXIMATE -> "DOUBLE";
                    case TEXT -> "VARCHAR";
                    case TRUTH -> "BOOLEAN";
                    case DATE -> "DATE";
                    case TIME, ZONED_TIME, MOMENT, INSTANT, DAYS, MONTHS -> "BIGINT";
                    case NOTHING -> "INTEGER";
                };
        };
    }

    @Override
    public String list(List<String> items) {
        return "[" + String.join(", ", items) + "]";
    }

    @Override
    public String struct(Map<String, String> fields) {
        if (fields.isEmpty()) {
            return "NULL";
        }
        StringJoiner joined = new StringJoiner(", ", "{", "}");
        fields.forEach((name, value) -> joined.add(text(name) + ": " + value));
        return joined.toString();
    }

    @Override
    public String field(String struct, String name) {
        return "struct_extract(" + struct + ", " + text(name) + ")";
    }

    @Override
    public String transform(String list, String variable, String body) {
        return "list_transform(" + list + ", lambda " + variable + ": " + body + ")";
    }

    @Override
    public String transformIndexed(String list, String variable, String place, String body) {
        return "list_transform(" + list + ", lambda " + variable + ", " + place + ": " + body + ")";
    }

    @Override
    public String filter(String list, String variable, String condition) {
        return "list_filter(" + list + ", lambda " + variable + ": " + condition + ")";
    }

    @Override
    public String element(String list, String position) {
        return "list_extract(" + list + ", CAST(" + position + " AS BIGINT))";
    }

    @Override
    public String size(String list) {
        return "CAST(len(" + list + ") AS DECIMAL(18,0))";
    }

    @Override
    public String contains(String list, String item) {
        return "list_contains(" + list + ", " + item + ")";
    }

    @Override
    public String concat(List<String> lists) {
        return "list_concat(" + String.join(", ", lists) + ")";
    }

    @Override
    public String reverse(String list) {
        return "list_reverse(" + list + ")";
    }

    @Override
    public String slice(String list, String from, String to) {
        return "list_slice(" + list + ", CAST(" + from + " AS BIGINT), CAST(" + to + " AS BIGINT))";
    }

    @Override
    public String sort(String list) {
        return "list_sort(" + list + ")";
    }

    @Override
    public String distinct(String list) {
        return "list_filter(" + list + ", lambda kept, place: list_position(" + list + ", kept) = place)";
    }

    @Override
    public String sum(String list, SqlType.Decimal type) {
        return "CAST(list_sum(" + list + ") AS " + typeName(type) + ")";
    }

    @Override
    public String least(String list) {
        return "list_min(" + list + ")";
    }

    @Override
    public String greatest(String list) {
        return "list_max(" + list + ")";
    }

    @Override
    public String series(String from, String to) {
        String low = "CAST(" + from + " AS BIGINT)";
        String high = "CAST(" + to + " AS BIGINT)";
        return "generate_series(" + low + ", " + high + ", CASE WHEN " + low + " <= " + high + " THEN 1 ELSE -1 END)";
    }

    @Override
    public String join(String list, String delimiter) {
        return "array_to_string(" + list + ", " + delimiter + ")";
    }

    /** DECIMAL division goes through DOUBLE in DuckDB; 128-bit integers give it exactly. */
    @Override
    public String divide(
            String dividend, SqlType.Decimal dividendType, String divisor, SqlType.Decimal divisorType, int scale) {
        String a = unscaled(dividend, dividendType);
        int shift = scale + divisorType.scale() - dividendType.scale();
        String scaled = shift > 0 ? "(" + a + " * " + power(shift) + ")" : a;
        String whole = unscaled(divisor, divisorType);
        String b = shift < 0 ? "(" + whole + " * " + power(-shift) + ")" : whole;
        String quotient = "CASE WHEN " + divisor + " = 0 THEN NULL WHEN abs(" + scaled + " % " + b + ") >= abs(" + b
                + ") - abs(" + scaled + " % " + b + ") THEN " + scaled + " // " + b + " + CAST(sign(" + dividend
                + ") * sign(" + divisor + ") AS HUGEINT) ELSE " + scaled + " // " + b + " END";
        return rescaled("(" + quotient + ")", scale);
    }

    private String unscaled(String number, SqlType.Decimal type) {
        if (type.scale() == 0) {
            return "CAST(" + number + " AS HUGEINT)";
        }
        if (type.precision() + type.scale() <= SqlType.MOST_DIGITS) {
            return "CAST(CAST(" + number + " AS DECIMAL(38," + type.scale() + ")) * CAST(" + plain(type.scale())
                    + " AS DECIMAL(38,0)) AS HUGEINT)";
        }
        return "CAST(replace(CAST(" + number + " AS VARCHAR), '.', '') AS HUGEINT)";
    }

    private static String plain(int exponent) {
        return "1" + "0".repeat(exponent);
    }

    private static String power(int exponent) {
        return "CAST(" + plain(exponent) + " AS HUGEINT)";
    }

    /** An integer read as a decimal of a scale: whole part and fraction apart, since the cast alone would overflow. */
    private static String rescaled(String integer, int scale) {
        if (scale == 0) {
            return "CAST(" + integer + " AS DECIMAL(38,0))";
        }
        String unit = "CAST(0." + "0".repeat(scale - 1) + "1 AS DECIMAL(" + scale + "," + scale + "))";
        return "(CAST(" + integer + " // " + power(scale) + " AS DECIMAL(" + SqlType.MOST_DIGITS + "," + scale
                + ")) + CAST(CAST(" + integer + " % " + power(scale) + " AS DECIMAL(" + Math.max(scale, 19)
                + ",0)) * " + unit + " AS DECIMAL(" + SqlType.MOST_DIGITS + "," + scale + ")))";
    }

    @Override
    public String round(String number, SqlType.Decimal type, int scale, RoundingMode mode) {
        return switch (mode) {
            case HALF_UP -> "round(" + number + ", " + scale + ")";
            case DOWN -> "trunc(" + number + ", " + scale + ")";
            case FLOOR -> stepped(number, scale, "<", "-");
            case CEILING -> stepped(number, scale, ">", "+");
            case UP ->
                "(trunc(" + number + ", " + scale + ") + sign(" + rest(number, scale) + ") * " + unit(scale) + ")";
            case HALF_DOWN -> half(number, scale, "TRUE");
            case HALF_EVEN -> half(number, scale, "trunc(" + number + ", " + scale + ") % " + two(scale) + " = 0");
            case UNNECESSARY -> throw new IllegalArgumentException(mode.name());
        };
    }

    private static String rest(String number, int scale) {
        return "(" + number + " - trunc(" + number + ", " + scale + "))";
    }

    private static String stepped(String number, int scale, String comparison, String sign) {
        return "(trunc(" + number + ", " + scale + ") " + sign + " CASE WHEN " + rest(number, scale) + " " + comparison
                + " 0 THEN " + unit(scale) + " ELSE 0 END)";
    }

    private static String half(String number, int scale, String down) {
        return "CASE WHEN abs(" + rest(number, scale) + ") * 2 = " + unit(scale) + " AND " + down + " THEN trunc("
                + number + ", " + scale + ") ELSE round(" + number + ", " + scale + ") END";
    }

    private static String unit(int scale) {
        return java.math.BigDecimal.ONE.movePointLeft(scale).toPlainString();
    }

    private static String two(int scale) {
        return java.math.BigDecimal.valueOf(2).movePointLeft(scale).toPlainString();
    }

    @Override
    public String stripZeros(String text) {
        return "rtrim(rtrim(" + text + ", '0'), '.')";
    }

    @Override
    public String matches(String text, String pattern) {
        return "regexp_matches(" + text + ", " + pattern + ")";
    }

    @Override
    public String replace(String text, String pattern, String replacement) {
        return "regexp_replace(" + text + ", " + pattern + ", " + replacement + ", 'g')";
    }

    @Override
    public String addMonths(String date, String months) {
        return "CAST(" + date + " + to_months(CAST(" + months + " AS INTEGER)) AS DATE)";
    }

    @Override
    public String daysBetween(String from, String to) {
        return "(" + to + " - " + from + ")";
    }

    @Override
    public String addDays(String date, String days) {
        return "(" + date + " + CAST(" + days + " AS INTEGER))";
    }

    @Override
    public String datePart(String part, String date) {
        return "CAST(date_part('" + part + "', " + date + ") AS DECIMAL(18,0))";
    }

    @Override
    public String microsOf(String date) {
        return "epoch_us(CAST(" + date + " AS TIMESTAMP))";
    }

    @Override
    public String dateOf(String micros) {
        return "CAST(make_timestamp(" + micros + ") AS DATE)";
    }

    @Override
    public String parseDate(String text) {
        return "CASE WHEN regexp_full_match(" + text + ", '[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN TRY_CAST(" + text
                + " AS DATE) END";
    }

    @Override
    public String position(String text, String match) {
        return "strpos(" + text + ", " + match + ")";
    }

    @Override
    public String startsWith(String text, String match) {
        return "starts_with(" + text + ", " + match + ")";
    }

    @Override
    public String endsWith(String text, String match) {
        return "ends_with(" + text + ", " + match + ")";
    }

    @Override
    public String characters(String text) {
        return "CAST(length(" + text + ") AS DECIMAL(18,0))";
    }

    @Override
    public String substring(String text, String start, String length) {
        String from = "CAST(" + start + " AS BIGINT)";
        return length == null
                ? "substr(" + text + ", " + from + ")"
                : "substr(" + text + ", " + from + ", CAST(" + length + " AS BIGINT))";
    }

    @Override
    public String floorDivide(String dividend, long divisor) {
        return "((" + dividend + " - ((" + dividend + " % " + divisor + ") + " + divisor + ") % " + divisor + ") // "
                + divisor + ")";
    }

    @Override
    public String fromSource(String column, SqlType type) {
        return switch (type) {
            case SqlType.Plain plain ->
                switch (plain) {
                    case MOMENT -> "epoch_us(CAST(" + column + " AS TIMESTAMP))";
                    case INSTANT -> "epoch_us(" + column + ")";
                    case TIME -> "epoch_us(CAST(" + column + " AS TIME))";
                    default -> column;
                };
            default -> column;
        };
    }

    @Override
    public String toResult(String value, SqlType type) {
        return switch (type) {
            case SqlType.Plain plain ->
                switch (plain) {
                    case MOMENT -> "make_timestamp(" + value + ")";
                    case INSTANT -> "make_timestamptz(" + value + ")";
                    case TIME -> "CAST(make_timestamp(" + value + ") AS TIME)";
                    case APPROXIMATE -> "CAST(" + value + " AS DECIMAL(38,10))";
                    default -> value;
                };
            default -> value;
        };
    }

    @Override
    public String bits(String mask, int first, int count) {
        List<String> places = new ArrayList<>();
        for (int bit = 1; bit <= count; bit++) {
            places.add(Integer.toString(first + bit));
        }
        return "list_filter([" + String.join(", ", places) + "], lambda place: (" + mask + " >> (place - " + (first + 1)
                + ")) & 1 = 1)";
    }
}
