package org.shengmo.ruler.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shengmo.ruler.feel.BinaryOperator;
import org.shengmo.ruler.feel.FeelType;
import org.shengmo.ruler.feel.FeelType.Simple;

/**
 * Comparison of FEEL values (DMN 1.5, 10.3.2). Values are null, BigDecimal, String, Boolean, LocalDate, {@link FeelTime},
 * {@link FeelDateTime}, Duration, {@link MonthsDuration}, List, Map, {@link FeelRange} and {@link FeelFunction}.
 */
public final class Values {
    /** DMN's numbers: IEEE 754-2008 decimal128, 34 digits, ties to even. */
    public static final MathContext PRECISION = MathContext.DECIMAL128;

    private Values() {}

    /** The type that a value shows by itself. */
    public static FeelType typeOf(Object value) {
        return switch (value) {
            case null -> Simple.NULL;
            case BigDecimal number -> Simple.NUMBER;
            case String string -> Simple.STRING;
            case Boolean truth -> Simple.BOOLEAN;
            case LocalDate date -> Simple.DATE;
            case FeelTime time -> Simple.TIME;
            case FeelDateTime dateTime -> Simple.DATE_TIME;
            case Duration duration -> Simple.DAYS_DURATION;
            case MonthsDuration duration -> Simple.MONTHS_DURATION;
            case List<?> list -> new FeelType.ListOf(Simple.ANY);
            case Map<?, ?> context -> new FeelType.ContextOf(Map.of());
            case FeelRange range -> new FeelType.RangeOf(Simple.ANY);
            case FeelFunction function -> new FeelType.FunctionOf(List.of(), Simple.ANY);
            default -> Simple.ANY;
        };
    }

    /** Whether two values are equal; null when their types differ. */
    public static Boolean equal(Object left, Object right) {
        if (left == null || right == null) {
            return left == null && right == null;
        }
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return listsEqual(a, b);
        }
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return contextsEqual(a, b);
        }
        if (left instanceof FeelRange a && right instanceof FeelRange b) {
            return a.lowIncluded() == b.lowIncluded()
                    && a.highIncluded() == b.highIncluded()
                    && Boolean.TRUE.equals(equal(a.low(), b.low()))
                    && Boolean.TRUE.equals(equal(a.high(), b.high()));
        }
        if (left instanceof FeelTime a && right instanceof FeelTime b) {
            return timesEqual(a, b);
        }
        if (left instanceof FeelDateTime a && right instanceof FeelDateTime b) {
            return dateTimesEqual(a, b);
        }
        boolean alike =
                left.getClass() == right.getClass() || (left instanceof FeelFunction && right instanceof FeelFunction);
        return alike ? left.equals(right) : null;
    }

    private static boolean timesEqual(FeelTime a, FeelTime b) {
        if ((a.zone() == null) != (b.zone() == null)) {
            return false;
        }
        return a.zone() == null ? a.time().equals(b.time()) : nanosOf(a) == nanosOf(b);
    }

    private static boolean dateTimesEqual(FeelDateTime a, FeelDateTime b) {
        if ((a.zone() == null) != (b.zone() == null)) {
            return false;
        }
        return instantOf(a).equals(instantOf(b));
    }

    private static boolean listsEqual(List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        Iterator<?> other = right.iterator();
        for (Object item : left) {
            if (!Boolean.TRUE.equals(equal(item, other.next()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean contextsEqual(Map<?, ?> left, Map<?, ?> right) {
        return left.keySet().equals(right.keySet())
                && left.entrySet().stream()
                        .allMatch(entry -> Boolean.TRUE.equals(equal(entry.getValue(), right.get(entry.getKey()))));
    }

    /** Evaluates a comparison; null where the values don't compare. */
    public static Boolean compare(BinaryOperator operator, Object left, Object right) {
        if (operator == BinaryOperator.EQUAL) {
            return equal(left, right);
        }
        if (operator == BinaryOperator.NOT_EQUAL) {
            Boolean equal = equal(left, right);
            return equal == null ? null : !equal;
        }
        Integer order = order(left, right);
        if (order == null) {
            return null;
        }
        return switch (operator) {
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
            default -> throw new IllegalArgumentException(operator.symbol());
        };
    }

    /** Negative, zero or positive; null where the values have no order between them. */
    public static Integer order(Object left, Object right) {
        if (left == null || right == null || left.getClass() != right.getClass()) {
            return null;
        }
        return switch (left) {
            case BigDecimal a -> a.compareTo((BigDecimal) right);
            case String a -> compareCodePoints(a, (String) right);
            case LocalDate a -> a.compareTo((LocalDate) right);
            case FeelTime a -> timeOrder(a, (FeelTime) right);
            case FeelDateTime a -> dateTimeOrder(a, (FeelDateTime) right);
            case Duration a -> a.compareTo((Duration) right);
            case MonthsDuration a -> Long.compare(a.months(), ((MonthsDuration) right).months());
            default -> null;
        };
    }

    private static Integer timeOrder(FeelTime a, FeelTime b) {
        return (a.zone() == null) == (b.zone() == null) ? Long.compare(nanosOf(a), nanosOf(b)) : null;
    }

    private static Integer dateTimeOrder(FeelDateTime a, FeelDateTime b) {
        return (a.zone() == null) == (b.zone() == null)
                ? Integer.valueOf(instantOf(a).compareTo(instantOf(b)))
                : null;
    }

    /** Order by code point, which is the order of UTF-8 bytes, as SQL engines compare. */
    static int compareCodePoints(String left, String right) {
        int[] a = left.codePoints().toArray();
        int[] b = right.codePoints().toArray();
        return java.util.Arrays.compare(a, b);
    }

    /** Nanoseconds since midnight UTC, or since local midnight without a zone. */
    public static long nanosOf(FeelTime time) {
        long nanos = time.time().toNanoOfDay();
        if (time.zone() == null) {
            return nanos;
        }
        int offset = time.zone()
                .getRules()
                .getOffset(LocalDateTime.of(LocalDate.EPOCH, time.time()))
                .getTotalSeconds();
        return nanos - offset * 1_000_000_000L;
    }

    /** The moment in UTC; a local value is taken as if it were UTC. */
    public static LocalDateTime instantOf(FeelDateTime value) {
        if (value.zone() == null) {
            return value.dateTime();
        }
        ZoneOffset offset = value.zone().getRules().getOffset(value.dateTime());
        return value.dateTime().minusSeconds(offset.getTotalSeconds());
    }

    /** A date as the moment it begins, in UTC. */
    static FeelDateTime atStart(LocalDate date) {
        return new FeelDateTime(date.atTime(LocalTime.MIDNIGHT), ZoneOffset.UTC);
    }

    /** Whether a value lies in a range; null where it can't be told. */
    public static Boolean within(Object value, FeelRange range) {
        if (value == null) {
            return null;
        }
        Boolean above = side(value, range.low(), range.lowIncluded(), BinaryOperator.GREATER);
        Boolean below = side(value, range.high(), range.highIncluded(), BinaryOperator.LESS);
        return and(above, below);
    }

    /** A bound that is missing lets everything pass; one that was given as null is marked as included and lets nothing be told. */
    private static Boolean side(Object value, Object bound, boolean included, BinaryOperator strict) {
        if (bound == null) {
            Boolean open = true;
            return included ? null : open;
        }
        Boolean inside = compare(strict, value, bound);
        boolean onBound = included && Boolean.FALSE.equals(inside);
        return onBound ? equal(value, bound) : inside;
    }

    /** Three-valued conjunction; anything but a boolean counts as null. */
    public static Boolean and(Object left, Object right) {
        if (Objects.equals(left, false) || Objects.equals(right, false)) {
            return false;
        }
        boolean both = Objects.equals(left, true) && Objects.equals(right, true);
        return both ? Boolean.TRUE : null;
    }

    /** Three-valued disjunction; anything but a boolean counts as null. */
    public static Boolean or(Object left, Object right) {
        if (Objects.equals(left, true) || Objects.equals(right, true)) {
            return true;
        }
        boolean neither = Objects.equals(left, false) && Objects.equals(right, false);
        return neither ? Boolean.FALSE : null;
    }
}
