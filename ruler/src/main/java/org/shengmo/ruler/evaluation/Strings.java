package org.shengmo.ruler.evaluation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** FEEL's {@code string()} of any value. */
public final class Strings {
    private Strings() {}

    /** The text of a value; null for null. */
    public static String of(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case BigDecimal number -> number(number);
            case Boolean truth -> truth.toString();
            case LocalDate date -> Temporal.format(date);
            case FeelTime time -> Temporal.format(time);
            case FeelDateTime dateTime -> Temporal.format(dateTime);
            case Duration duration -> Temporal.format(duration);
            case MonthsDuration duration -> Temporal.format(duration);
            default -> literal(value);
        };
    }

    /** A number without exponent and without zeros at its end. */
    static String number(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return number.signum() == 0 ? "0" : stripped.toPlainString();
    }

    private static String literal(Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case List<?> list -> list.stream().map(Strings::literal).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> context ->
                context.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + literal(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case FeelRange range ->
                (range.lowIncluded() ? "[" : "(")
                        + literal(range.low())
                        + " .. "
                        + literal(range.high())
                        + (range.highIncluded() ? "]" : ")");
            case FeelFunction function -> "function";
            default -> of(value);
        };
    }
}
