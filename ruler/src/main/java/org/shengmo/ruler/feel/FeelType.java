package org.shengmo.ruler.feel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A FEEL type (DMN 1.5, 10.3.2.9). */
public sealed interface FeelType {
    /** The types without parts. */
    enum Simple implements FeelType {
        ANY("Any"),
        NULL("Null"),
        NUMBER("number"),
        STRING("string"),
        BOOLEAN("boolean"),
        DATE("date"),
        TIME("time"),
        DATE_TIME("date and time"),
        DAYS_DURATION("days and time duration"),
        MONTHS_DURATION("years and months duration");

        private final String text;

        Simple(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** A list whose elements share a type. */
    record ListOf(FeelType element) implements FeelType {
        @Override
        public String toString() {
            return "list<" + element + ">";
        }
    }

    /** A context; a value conforms when it has at least these entries. */
    record ContextOf(Map<String, FeelType> entries) implements FeelType {
        public ContextOf {
            entries = new LinkedHashMap<>(entries);
        }

        @Override
        public String toString() {
            return "context" + entries;
        }
    }

    /** A range between two values of a type. */
    record RangeOf(FeelType bound) implements FeelType {}

    /** A function by its parameters and result. */
    record FunctionOf(List<FeelType> parameters, FeelType result) implements FeelType {}

    /** A type that the model defines, by name. */
    record Named(String name) implements FeelType {}

    /** A defined type together with the unary tests that its values have to pass; {@code allowed} is FEEL text. */
    record Restricted(FeelType base, String allowed) implements FeelType {}

    /** The built-in type of this name in DMN's or FEEL's spelling, or {@link Named}. */
    static FeelType named(String name) {
        return switch (name) {
            case "Any" -> Simple.ANY;
            case "Null" -> Simple.NULL;
            case "number" -> Simple.NUMBER;
            case "string" -> Simple.STRING;
            case "boolean" -> Simple.BOOLEAN;
            case "date" -> Simple.DATE;
            case "time" -> Simple.TIME;
            case "dateTime", "date and time", "date time" -> Simple.DATE_TIME;
            case "dayTimeDuration", "days and time duration" -> Simple.DAYS_DURATION;
            case "yearMonthDuration", "years and months duration" -> Simple.MONTHS_DURATION;
            case "list" -> new ListOf(Simple.ANY);
            case "context" -> new ContextOf(Map.of());
            case "range" -> new RangeOf(Simple.ANY);
            case "function" -> new FunctionOf(List.of(), Simple.ANY);
            default -> new Named(name);
        };
    }
}
