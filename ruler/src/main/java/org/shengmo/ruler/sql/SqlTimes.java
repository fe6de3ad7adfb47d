package org.shengmo.ruler.sql;

import java.util.List;
import org.shengmo.ruler.evaluation.Refusal;
import org.shengmo.ruler.feel.BinaryOperator;
import org.shengmo.ruler.sql.SqlType.Plain;

/** Arithmetic on dates, moments and durations of the row. */
final class SqlTimes {
    private static final long DAY = 86_400_000_000L;

    private final Dialect dialect;
    private final Reifier reifier;

    SqlTimes(Dialect dialect, Reifier reifier) {
        this.dialect = dialect;
        this.reifier = reifier;
    }

    /** The result, or null where FEEL defines none between these types. */
    RowValue apply(BinaryOperator operator, RowValue left, RowValue right) {
        return switch (operator) {
            case ADD -> add(left, right);
            case SUBTRACT -> subtract(left, right);
            case MULTIPLY, DIVIDE -> scale(operator, left, right);
            default -> null;
        };
    }

    private RowValue add(RowValue left, RowValue right) {
        if (isDuration(left) && left.sqlType().equals(right.sqlType())) {
            return join(left.sqlType(), "(" + left.text() + " + " + right.text() + ")", left, right);
        }
        return isDuration(left) ? shift(right, left, "+") : shift(left, right, "+");
    }

    private RowValue subtract(RowValue left, RowValue right) {
        if (isDuration(left) && left.sqlType().equals(right.sqlType())) {
            return join(left.sqlType(), "(" + left.text() + " - " + right.text() + ")", left, right);
        }
        if (left.sqlType() == Plain.DATE && right.sqlType() == Plain.DATE) {
            String days = dialect.daysBetween(right.text(), left.text());
            return join(Plain.DAYS, "(" + days + " * " + DAY + ")", left, right);
        }
        if (isPoint(left) && left.sqlType().equals(right.sqlType())) {
            return join(Plain.DAYS, "(" + left.text() + " - " + right.text() + ")", left, right);
        }
        return isDuration(right) ? shift(left, right, "-") : null;
    }

    private static boolean isDuration(RowValue value) {
        return value.sqlType() == Plain.DAYS || value.sqlType() == Plain.MONTHS;
    }

    private static boolean isPoint(RowValue value) {
        return value.sqlType() == Plain.MOMENT || value.sqlType() == Plain.TIME || value.sqlType() == Plain.INSTANT;
    }

    private RowValue shift(RowValue point, RowValue duration, String sign) {
        if (duration.sqlType() == Plain.MONTHS) {
            return shiftMonths(point, duration, sign);
        }
        if (duration.sqlType() != Plain.DAYS) {
            return null;
        }
        String text = point.text() + " " + sign + " " + duration.text();
        return switch (point.sqlType()) {
            case Plain plain ->
                switch (plain) {
                    case MOMENT, INSTANT -> join(point.sqlType(), "(" + text + ")", point, duration);
                    case TIME ->
                        join(
                                Plain.TIME,
                                "((((" + text + ") % " + DAY + ") + " + DAY + ") % " + DAY + ")",
                                point,
                                duration);
                    case DATE ->
                        join(
                                Plain.DATE,
                                dialect.dateOf("(" + dialect.microsOf(point.text()) + " " + sign + " " + duration.text()
                                        + ")"),
                                point,
                                duration);
                    default -> null;
                };
            default -> null;
        };
    }

    private RowValue shiftMonths(RowValue point, RowValue duration, String sign) {
        String months = "(" + sign + duration.text() + ")";
        if (point.sqlType() == Plain.DATE) {
            return join(Plain.DATE, dialect.addMonths(point.text(), months), point, duration);
        }
        if (point.sqlType() == Plain.MOMENT) {
            String date = dialect.addMonths(dialect.dateOf(point.text()), months);
            return join(
                    Plain.MOMENT, "(" + dialect.microsOf(date) + " + " + timeOf(point.text()) + ")", point, duration);
        }
        return null;
    }

    /** Microseconds since the day's beginning. */
    static String timeOf(String moment) {
        return "(((" + moment + " % " + DAY + ") + " + DAY + ") % " + DAY + ")";
    }

    private RowValue scale(BinaryOperator operator, RowValue left, RowValue right) {
        boolean swapped = operator == BinaryOperator.MULTIPLY && left.sqlType().isNumber() && isDuration(right);
        RowValue duration = swapped ? right : left;
        RowValue factor = swapped ? left : right;
        if (!isDuration(duration) || !factor.sqlType().isNumber()) {
            if (isDuration(left) && left.sqlType().equals(right.sqlType()) && operator == BinaryOperator.DIVIDE) {
                throw new Refusal("quotient of two durations of the row", "");
            }
            return null;
        }
        SqlType wide = new SqlType.Decimal(18, 0);
        SqlNumbers numbers = new SqlNumbers(dialect, reifier, new Layers(dialect));
        RowValue scaled = numbers.apply(operator, reifier.cast(duration.as(wide, duration.text()), wide), factor);
        return scaled.as(
                duration.sqlType(),
                "CAST(" + dialect.truncate(scaled.text()) + " AS " + dialect.typeName(Plain.DAYS) + ")");
    }

    private static RowValue join(SqlType type, String text, RowValue left, RowValue right) {
        return new RowValue(type, text, Reifier.level(List.of(left, right)), Reifier.local(List.of(left, right)));
    }

    /** A property of a date, moment, time or duration. */
    Object property(RowValue value, String name) {
        return switch (value.sqlType()) {
            case Plain plain ->
                switch (plain) {
                    case DATE -> datePart(value, value.text(), name);
                    case MOMENT -> {
                        Object part = datePart(value, dialect.dateOf(value.text()), name);
                        yield part != null ? part : clockPart(value, timeOf(value.text()), name);
                    }
                    case TIME -> clockPart(value, value.text(), name);
                    case INSTANT, ZONED_TIME -> throw new Refusal("part of a time whose zone isn't kept", "");
                    case DAYS -> durationPart(value, name);
                    case MONTHS -> monthsPart(value, name);
                    default -> null;
                };
            default -> null;
        };
    }

    private RowValue datePart(RowValue value, String date, String name) {
        String part = switch (name) {
            case "year", "month", "day" -> name;
            case "weekday" -> "isodow";
            default -> null;
        };
        return part == null ? null : value.as(new SqlType.Decimal(18, 0), dialect.datePart(part, date));
    }

    private RowValue clockPart(RowValue value, String micros, String name) {
        return switch (name) {
            case "hour" -> whole(value, dialect.floorDivide(micros, 3_600_000_000L));
            case "minute" -> whole(value, "(" + dialect.floorDivide(micros, 60_000_000L) + " % 60)");
            case "second" -> whole(value, "(" + dialect.floorDivide(micros, 1_000_000L) + " % 60)");
            default -> null;
        };
    }

    private RowValue durationPart(RowValue value, String name) {
        String micros = value.text();
        return switch (name) {
            case "days" -> truncated(value, micros, DAY, 0);
            case "hours" -> truncated(value, micros, 3_600_000_000L, 24);
            case "minutes" -> truncated(value, micros, 60_000_000L, 60);
            case "seconds" -> truncated(value, micros, 1_000_000L, 60);
            default -> null;
        };
    }

    private RowValue monthsPart(RowValue value, String name) {
        return switch (name) {
            case "years" -> truncated(value, value.text(), 12, 0);
            case "months" -> truncated(value, value.text(), 1, 12);
            default -> null;
        };
    }

    private RowValue truncated(RowValue value, String amount, long unit, int modulus) {
        String quotient = "(" + dialect.sign(amount) + " * " + dialect.floorDivide("abs(" + amount + ")", unit) + ")";
        return whole(value, modulus == 0 ? quotient : "(" + quotient + " % " + modulus + ")");
    }

    private RowValue whole(RowValue value, String text) {
        SqlType type = new SqlType.Decimal(18, 0);
        return value.as(type, "CAST(" + text + " AS " + dialect.typeName(type) + ")");
    }
}
