package org.shengmo.ruler.evaluation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.shengmo.ruler.feel.BinaryOperator;

/** FEEL's arithmetic on numbers, strings, dates, times and durations (DMN 1.5, 10.3.2.4); null where it isn't defined. */
final class Arithmetic {
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);
    private static final BigDecimal LARGEST = new BigDecimal("9.999999999999999999999999999999999E+6144");

    private Arithmetic() {}

    static Object apply(BinaryOperator operator, Object left, Object right) {
        if (left == null || right == null) {
            return null;
        }
        try {
            return switch (operator) {
                case ADD -> add(left, right);
                case SUBTRACT -> subtract(left, right);
                case MULTIPLY -> multiply(left, right);
                case DIVIDE -> divide(left, right);
                case POWER -> left instanceof BigDecimal a && right instanceof BigDecimal b ? power(a, b) : null;
                default -> throw new IllegalArgumentException(operator.symbol());
            };
        } catch (ArithmeticException | java.time.DateTimeException outOfRange) {
            return null;
        }
    }

    private static BigDecimal finite(BigDecimal value) {
        return value.abs().compareTo(LARGEST) > 0 ? null : value;
    }

    private static Object add(Object left, Object right) {
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return finite(a.add(b, Values.PRECISION));
        }
        if (left instanceof String a && right instanceof String b) {
            return a + b;
        }
        if (left instanceof Duration a && right instanceof Duration b) {
            return a.plus(b);
        }
        if (left instanceof MonthsDuration a && right instanceof MonthsDuration b) {
            return new MonthsDuration(Math.addExact(a.months(), b.months()));
        }
        return isDuration(left) ? shift(right, left, 1) : shift(left, right, 1);
    }

    private static boolean isDuration(Object value) {
        return value instanceof Duration || value instanceof MonthsDuration;
    }

    private static Object subtract(Object left, Object right) {
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return finite(a.subtract(b, Values.PRECISION));
        }
        if (left instanceof Duration a && right instanceof Duration b) {
            return a.minus(b);
        }
        if (left instanceof MonthsDuration a && right instanceof MonthsDuration b) {
            return new MonthsDuration(Math.subtractExact(a.months(), b.months()));
        }
        if (left instanceof FeelTime a && right instanceof FeelTime b) {
            return (a.zone() == null) == (b.zone() == null)
                    ? Duration.ofNanos(Values.nanosOf(a) - Values.nanosOf(b))
                    : null;
        }
        FeelDateTime a = moment(left);
        FeelDateTime b = moment(right);
        return a != null && b != null ? between(a, b, left, right) : shift(left, right, -1);
    }

    private static Duration between(FeelDateTime a, FeelDateTime b, Object left, Object right) {
        boolean dates = left instanceof LocalDate || right instanceof LocalDate;
        boolean bothDates = left instanceof LocalDate && right instanceof LocalDate;
        if (!bothDates && (a.zone() == null) != (b.zone() == null)) {
            return null;
        }
        LocalDateTime from = Values.instantOf(b);
        return dates || (a.zone() == null) == (b.zone() == null) ? Duration.between(from, Values.instantOf(a)) : null;
    }

    private static FeelDateTime moment(Object value) {
        return value instanceof FeelDateTime dateTime
                ? dateTime
                : value instanceof LocalDate date ? Values.atStart(date) : null;
    }

    private static Object shift(Object value, Object duration, int sign) {
        if (duration instanceof Duration days) {
            Duration signed = sign > 0 ? days : days.negated();
            return switch (value) {
                case FeelDateTime moment -> plus(moment, signed);
                case LocalDate date ->
                    date.atTime(LocalTime.MIDNIGHT).plus(signed).toLocalDate();
                case FeelTime time -> new FeelTime(time.time().plus(signed), time.zone());
                default -> null;
            };
        }
        if (duration instanceof MonthsDuration months) {
            long signed = sign > 0 ? months.months() : -months.months();
            return switch (value) {
                case FeelDateTime moment -> new FeelDateTime(moment.dateTime().plusMonths(signed), moment.zone());
                case LocalDate date -> date.plusMonths(signed);
                default -> null;
            };
        }
        return null;
    }

    private static FeelDateTime plus(FeelDateTime moment, Duration duration) {
        if (moment.zone() == null) {
            return new FeelDateTime(moment.dateTime().plus(duration), null);
        }
        return new FeelDateTime(
                moment.dateTime().atZone(moment.zone()).plus(duration).toLocalDateTime(), moment.zone());
    }

    private static Object multiply(Object left, Object right) {
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return finite(a.multiply(b, Values.PRECISION));
        }
        if (left instanceof BigDecimal && isDuration(right)) {
            return multiply(right, left);
        }
        if (left instanceof Duration duration && right instanceof BigDecimal factor) {
            return ofSeconds(seconds(duration).multiply(factor, Values.PRECISION));
        }
        if (left instanceof MonthsDuration duration && right instanceof BigDecimal factor) {
            return ofMonths(BigDecimal.valueOf(duration.months()).multiply(factor, Values.PRECISION));
        }
        return null;
    }

    private static Object divide(Object left, Object right) {
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return finite(a.divide(b, Values.PRECISION));
        }
        if (left instanceof Duration duration && right instanceof BigDecimal divisor) {
            return ofSeconds(seconds(duration).divide(divisor, Values.PRECISION));
        }
        if (left instanceof MonthsDuration duration && right instanceof BigDecimal divisor) {
            return ofMonths(BigDecimal.valueOf(duration.months()).divide(divisor, Values.PRECISION));
        }
        if (left instanceof Duration a && right instanceof Duration b) {
            return seconds(a).divide(seconds(b), Values.PRECISION);
        }
        if (left instanceof MonthsDuration a && right instanceof MonthsDuration b) {
            return BigDecimal.valueOf(a.months()).divide(BigDecimal.valueOf(b.months()), Values.PRECISION);
        }
        return null;
    }

    static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    }

    static Duration ofSeconds(BigDecimal seconds) {
        BigInteger nanos =
                seconds.multiply(NANOS).setScale(0, RoundingMode.DOWN).toBigIntegerExact();
        BigInteger[] parts = nanos.divideAndRemainder(NANOS.toBigInteger());
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
    }

    private static MonthsDuration ofMonths(BigDecimal months) {
        return new MonthsDuration(months.setScale(0, RoundingMode.DOWN).longValueExact());
    }

    static BigDecimal power(BigDecimal base, BigDecimal exponent) {
        if (exponent.stripTrailingZeros().scale() <= 0 && exponent.abs().compareTo(new BigDecimal(999_999_999)) <= 0) {
            int whole = exponent.intValueExact();
            if (whole < 0 && base.signum() == 0) {
                return null;
            }
            BigDecimal power = base.pow(Math.abs(whole), new java.math.MathContext(50));
            return finite(whole < 0 ? BigDecimal.ONE.divide(power, Values.PRECISION) : power.round(Values.PRECISION));
        }
        double power = Math.pow(base.doubleValue(), exponent.doubleValue());
        return Double.isFinite(power) ? new BigDecimal(power, java.math.MathContext.DECIMAL64) : null;
    }
}
