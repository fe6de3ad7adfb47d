package org.shengmo.ruler.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.shengmo.ruler.evaluation.Refusal;
import org.shengmo.ruler.feel.BinaryOperator;
import org.shengmo.ruler.sql.SqlType.Decimal;
import org.shengmo.ruler.sql.SqlType.Plain;

/**
 * Arithmetic on numbers of the row. Sums, differences and products are exact; a quotient has as many places as 38 digits leave, halves
 * rounded away from zero; where fewer than {@link #FEWEST_PLACES} would be left, and for roots, logarithms and general powers, the
 * engine computes in binary floating point (about 15 digits).
 */
final class SqlNumbers {
    static final int FEWEST_PLACES = 8;
    private static final int MOST_PLACES = 20;
    private static final int WIDEST_PRODUCT_SCALE = 26;
    private static final int LARGEST_POWER = 6;

    private final Dialect dialect;
    private final Reifier reifier;
    private final Layers layers;

    SqlNumbers(Dialect dialect, Reifier reifier, Layers layers) {
        this.dialect = dialect;
        this.reifier = reifier;
        this.layers = layers;
    }

    RowValue apply(BinaryOperator operator, RowValue left, RowValue right) {
        if (!(left.sqlType() instanceof Decimal a) || !(right.sqlType() instanceof Decimal b)) {
            return approximate(operator, left, right);
        }
        return switch (operator) {
            case ADD, SUBTRACT -> sum(operator, left, a, right, b);
            case MULTIPLY -> product(left, a, right, b);
            case DIVIDE -> quotient(left, a, right, b);
            case POWER -> power(left, right);
            default -> throw new IllegalArgumentException(operator.symbol());
        };
    }

    private RowValue join(SqlType type, String text, RowValue left, RowValue right) {
        return new RowValue(type, text, Reifier.level(List.of(left, right)), Reifier.local(List.of(left, right)));
    }

    private RowValue sum(BinaryOperator operator, RowValue left, Decimal a, RowValue right, Decimal b) {
        int scale = Math.max(a.scale(), b.scale());
        int whole = Math.max(a.precision() - a.scale(), b.precision() - b.scale()) + 1;
        Decimal type = new Decimal(Math.min(SqlType.MOST_DIGITS, whole + scale), scale);
        String text = "(" + reifier.cast(left, type).text() + " " + operator.symbol() + " "
                + reifier.cast(right, type).text() + ")";
        return join(type, cast(text, type), left, right);
    }

    private String cast(String text, SqlType type) {
        return "CAST(" + text + " AS " + dialect.typeName(type) + ")";
    }

    private RowValue product(RowValue left, Decimal a, RowValue right, Decimal b) {
        if (a.scale() + b.scale() > WIDEST_PRODUCT_SCALE) {
            return approximate(BinaryOperator.MULTIPLY, left, right);
        }
        Decimal type = new Decimal(Math.min(SqlType.MOST_DIGITS, a.precision() + b.precision()), a.scale() + b.scale());
        boolean wide = a.precision() + b.precision() > 18;
        String text = "(" + widened(left, a, wide) + " * " + widened(right, b, wide) + ")";
        return join(type, cast(text, type), left, right);
    }

    private String widened(RowValue value, Decimal type, boolean wide) {
        return cast(value.text(), wide ? new Decimal(Math.max(19, type.precision()), type.scale()) : type);
    }

    private RowValue quotient(RowValue left, Decimal a, RowValue right, Decimal b) {
        int room = SqlType.MOST_DIGITS - 1 - a.precision() - b.scale() + a.scale();
        int scale = Math.min(
                MOST_PLACES, Math.min(room, SqlType.MOST_DIGITS - 1 - (a.precision() - a.scale()) - b.scale()));
        if (scale < FEWEST_PLACES) {
            return approximate(BinaryOperator.DIVIDE, left, right);
        }
        RowValue dividend = layers.name(reifier.exact(left));
        RowValue divisor = layers.name(reifier.exact(right));
        Decimal type = new Decimal(SqlType.MOST_DIGITS, scale);
        return join(type, dialect.divide(dividend.text(), a, divisor.text(), b, scale), dividend, divisor);
    }

    private RowValue power(RowValue base, RowValue exponent) {
        if (exponent.text().matches("[0-9]") && Integer.parseInt(exponent.text()) <= LARGEST_POWER) {
            int times = Integer.parseInt(exponent.text());
            RowValue result = reifier.of(BigDecimal.ONE);
            for (int index = 0; index < times; index++) {
                result = index == 0 ? base : apply(BinaryOperator.MULTIPLY, result, base);
            }
            return result;
        }
        return approximate(BinaryOperator.POWER, base, exponent);
    }

    private RowValue approximate(BinaryOperator operator, RowValue left, RowValue right) {
        String a = approximate(left).text();
        String b = approximate(right).text();
        String text = switch (operator) {
            case DIVIDE -> "(" + a + " / NULLIF(" + b + ", 0))";
            case POWER ->
                "CASE WHEN " + a + " = 0 AND " + b + " < 0 THEN NULL ELSE NULLIF(pow(" + a + ", " + b
                        + "), CAST('NaN' AS DOUBLE)) END";
            default -> "(" + a + " " + operator.symbol() + " " + b + ")";
        };
        return join(Plain.APPROXIMATE, text, left, right);
    }

    RowValue approximate(RowValue value) {
        return value.sqlType() == Plain.APPROXIMATE
                ? value
                : value.as(Plain.APPROXIMATE, cast(value.text(), Plain.APPROXIMATE));
    }

    RowValue negate(RowValue value) {
        return value.as(value.sqlType(), "(-" + reifier.exact(value).text() + ")");
    }

    RowValue abs(RowValue value) {
        return value.as(value.sqlType(), "abs(" + value.text() + ")");
    }

    RowValue round(RowValue value, int scale, RoundingMode mode) {
        if (scale < 0) {
            throw new Refusal("rounding to tens or hundreds", "");
        }
        RowValue number = value.sqlType() == Plain.APPROXIMATE ? decimal(value) : value;
        Decimal type = (Decimal) number.sqlType();
        if (type.scale() <= scale) {
            return number;
        }
        Decimal result = new Decimal(Math.min(SqlType.MOST_DIGITS, type.precision() - type.scale() + 1 + scale), scale);
        RowValue named = layers.name(reifier.exact(number));
        return named.as(result, cast(dialect.round(named.text(), type, scale, mode), result));
    }

    private RowValue decimal(RowValue value) {
        return reifier.cast(value, new Decimal(SqlType.MOST_DIGITS, 12));
    }

    RowValue modulo(RowValue left, RowValue right) {
        Decimal type = (Decimal) Reifier.common(decimalOnly(left), decimalOnly(right));
        RowValue a = layers.name(reifier.cast(left, type));
        RowValue b = layers.name(reifier.cast(right, type));
        String text = "((" + a.text() + " % NULLIF(" + b.text() + ", 0)) + CASE WHEN (" + a.text() + " % NULLIF("
                + b.text() + ", 0)) * " + dialect.sign(b.text()) + " < 0 THEN " + b.text() + " ELSE 0 END)";
        return join(type, cast(text, type), a, b);
    }

    private static SqlType decimalOnly(RowValue value) {
        if (!(value.sqlType() instanceof Decimal)) {
            throw new Refusal("modulo of a number that isn't exact", "");
        }
        return value.sqlType();
    }

    /** A function of the engine on a floating-point number, null where it isn't defined. */
    RowValue function(String name, RowValue value, String defined) {
        RowValue number = layers.name(approximate(value));
        return number.as(
                Plain.APPROXIMATE,
                "CASE WHEN " + number.text() + " " + defined + " THEN " + name + "(" + number.text() + ") END");
    }
}
