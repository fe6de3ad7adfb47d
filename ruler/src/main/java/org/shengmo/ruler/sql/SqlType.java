package org.shengmo.ruler.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shengmo.ruler.feel.FeelType;

/** How a FEEL type is held in a column. */
public sealed interface SqlType {
    /** The most digits that a DECIMAL holds, on DuckDB as on Spark. */
    int MOST_DIGITS = 38;

    /** An exact number of at most {@code precision} digits, {@code scale} of them after the point. */
    record Decimal(int precision, int scale) implements SqlType {}

    /** Types without parameters. */
    enum Plain implements SqlType {
        /** A number in binary floating point: about 15 digits are right. */
        APPROXIMATE,
        TEXT,
        TRUTH,
        DATE,
        /** A local time of day, as microseconds since midnight. */
        TIME,
        /** A local date and time, as microseconds since 1970-01-01. */
        MOMENT,
        /** A date and time in a time zone, as microseconds since 1970-01-01 UTC; the zone itself is not kept. */
        INSTANT,
        /** A time of day in a time zone, as microseconds since midnight UTC. */
        ZONED_TIME,
        /** A days and time duration, in microseconds. */
        DAYS,
        /** A years and months duration, in months. */
        MONTHS,
        /** The type of null. */
        NOTHING
    }

    record ListOf(SqlType element) implements SqlType {}

    record Struct(Map<String, SqlType> fields) implements SqlType {
        public Struct {
            fields = new LinkedHashMap<>(fields);
        }
    }

    /** The FEEL type of the values. */
    default FeelType feel() {
        return switch (this) {
            case Decimal decimal -> FeelType.Simple.NUMBER;
            case ListOf list -> new FeelType.ListOf(list.element().feel());
            case Struct struct -> {
                Map<String, FeelType> entries = new LinkedHashMap<>();
                struct.fields().forEach((name, type) -> entries.put(name, type.feel()));
                yield new FeelType.ContextOf(entries);
            }
            case Plain plain ->
                switch (plain) {
                    case APPROXIMATE -> FeelType.Simple.NUMBER;
                    case TEXT -> FeelType.Simple.STRING;
                    case TRUTH -> FeelType.Simple.BOOLEAN;
                    case DATE -> FeelType.Simple.DATE;
                    case TIME, ZONED_TIME -> FeelType.Simple.TIME;
                    case MOMENT, INSTANT -> FeelType.Simple.DATE_TIME;
                    case DAYS -> FeelType.Simple.DAYS_DURATION;
                    case MONTHS -> FeelType.Simple.MONTHS_DURATION;
                    case NOTHING -> FeelType.Simple.NULL;
                };
        };
    }

    /** Whether values are numbers. */
    default boolean isNumber() {
        return this instanceof Decimal || this == Plain.APPROXIMATE;
    }

    /** The narrowest type that holds the values of both, or null without one. */
    static SqlType common(SqlType left, SqlType right) {
        if (left.equals(right) || right == Plain.NOTHING) {
            return left;
        }
        if (left == Plain.NOTHING) {
            return right;
        }
        if (left instanceof Decimal a && right instanceof Decimal b) {
            int scale = Math.max(a.scale(), b.scale());
            int whole = Math.max(a.precision() - a.scale(), b.precision() - b.scale());
            return new Decimal(Math.min(MOST_DIGITS, whole + scale), scale);
        }
        if (left.isNumber() && right.isNumber()) {
            return Plain.APPROXIMATE;
        }
        if (left instanceof ListOf a && right instanceof ListOf b) {
            SqlType element = common(a.element(), b.element());
            return element == null ? null : new ListOf(element);
        }
        return left instanceof Struct a && right instanceof Struct b ? commonStruct(a, b) : null;
    }

    private static SqlType commonStruct(Struct a, Struct b) {
        if (!a.fields().keySet().equals(b.fields().keySet())) {
            return null;
        }
        Map<String, SqlType> fields = new LinkedHashMap<>();
        for (Map.Entry<String, SqlType> field : a.fields().entrySet()) {
            SqlType type = common(field.getValue(), b.fields().get(field.getKey()));
            if (type == null) {
                return null;
            }
            fields.put(field.getKey(), type);
        }
        return new Struct(fields);
    }
}
