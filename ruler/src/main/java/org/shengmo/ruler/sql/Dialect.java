package org.shengmo.ruler.sql;

import java.util.List;
import java.util.Map;

/** What differs between the SQL of the engines. Every method gives text; arguments are texts of whole expressions. */
public interface Dialect {
    /** A name as an identifier. */
    String quote(String name);

    /** The engine's name of a type. */
    String typeName(SqlType type);

    /** A string literal. */
    default String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** A number literal whose type is wide enough for its digits. */
    default String quoteNumber(java.math.BigDecimal number, SqlType.Decimal type) {
        String text = number.setScale(type.scale(), java.math.RoundingMode.UNNECESSARY)
                .toPlainString();
        return number.signum() < 0 ? "(" + text + ")" : text;
    }

    String list(List<String> items);

    String struct(Map<String, String> fields);

    String field(String struct, String name);

    /** A list with the body applied to each element under the variable's name. */
    String transform(String list, String variable, String body);

    /** The same with the element's place, from 1, under a second name. */
    String transformIndexed(String list, String variable, String place, String body);

    String filter(String list, String variable, String condition);

    /** The element at a position from 1; null outside. */
    String element(String list, String position);

    String size(String list);

    String contains(String list, String item);

    String concat(List<String> lists);

    String reverse(String list);

    /** The elements from one position to another, both from 1 and included. */
    String slice(String list, String from, String to);

    /** Sorts structs by their first field, then the second. */
    String sort(String list);

    /** The elements without repetition, in order of first occurrence. */
    String distinct(String list);

    String sum(String list, SqlType.Decimal type);

    String least(String list);

    String greatest(String list);

    /** The whole numbers from one to the other, counting down if need be. */
    String series(String from, String to);

    String join(String list, String delimiter);

    /** The quotient of decimals, halves rounded away from zero at a scale. */
    String divide(
            String dividend, SqlType.Decimal dividendType, String divisor, SqlType.Decimal divisorType, int scale);

    /** A decimal rounded to a scale: {@code mode} is one of Java's rounding modes. */
    String round(String number, SqlType.Decimal type, int scale, java.math.RoundingMode mode);

    /** A decimal without its places, towards zero. */
    default String truncate(String number) {
        return "trunc(" + number + ")";
    }

    /** -1, 0 or 1. */
    default String sign(String number) {
        return "sign(" + number + ")";
    }

    /** The text of a decimal without zeros at its end, and without the point where no places are left. */
    String stripZeros(String text);

    String matches(String text, String pattern);

    String replace(String text, String pattern, String replacement);

    String addMonths(String date, String months);

    /** Days from the first date to the second. */
    String daysBetween(String from, String to);

    String addDays(String date, String days);

    /** A part of a date: year, month, day, isodow, doy, week. */
    String datePart(String part, String date);

    /** Microseconds since 1970-01-01 of a date's beginning, as BIGINT. */
    String microsOf(String date);

    /** The date of microseconds since 1970-01-01. */
    String dateOf(String micros);

    /** The date that a text writes as yyyy-mm-dd, else null. */
    String parseDate(String text);

    String position(String text, String match);

    String startsWith(String text, String match);

    String endsWith(String text, String match);

    String characters(String text);

    /** A substring from a position from 1, {@code length} null for the rest. */
    String substring(String text, String start, String length);

    /** A whole-number quotient towards minus infinity of integers. */
    String floorDivide(String dividend, long divisor);

    /** A source column as its type holds it. */
    String fromSource(String column, SqlType type);

    /** The value as users get it: dates and moments as such. */
    String toResult(String value, SqlType type);

    /** How many bits of an integer are set. */
    default String bitCount(String number) {
        return "bit_count(" + number + ")";
    }

    /** The bits set in an integer as a list of their places from 1, counted on from {@code first}. */
    String bits(String mask, int first, int count);
}
