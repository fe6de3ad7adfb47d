package org.shengmo.ruler.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numeric functions (DMN 1.5, table 76) and conversion to numbers. */
final class NumberFunctions {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private NumberFunctions() {}

    static void define(Builtins builtins) {
        rounding(builtins, "floor", RoundingMode.FLOOR);
        rounding(builtins, "ceiling", RoundingMode.CEILING);
        scaled(builtins, "decimal", RoundingMode.HALF_EVEN);
        scaled(builtins, "round up", RoundingMode.UP);
        scaled(builtins, "round down", RoundingMode.DOWN);
        scaled(builtins, "round half up", RoundingMode.HALF_UP);
        scaled(builtins, "round half down", RoundingMode.HALF_DOWN);
        builtins.define("abs", "n", arguments -> switch (arguments.given(0)) {
            case java.time.Duration duration -> duration.abs();
            case MonthsDuration duration -> new MonthsDuration(Math.abs(duration.months()));
            default -> arguments.number(0).abs();
        });
        builtins.define("modulo", "dividend, divisor", arguments -> modulo(arguments.number(0), arguments.number(1)));
        builtins.define("sqrt", "number", arguments -> sqrt(arguments.number(0)));
        builtins.define(
                "log",
                "number",
                arguments -> approximate(
                        arguments.number(0), Math.log(arguments.number(0).doubleValue())));
        builtins.define(
                "exp",
                "number",
                arguments ->
                        approximate(BigDecimal.ONE, Math.exp(arguments.number(0).doubleValue())));
        builtins.define("odd", "number", arguments -> parity(arguments.number(0), true));
        builtins.define("even", "number", arguments -> parity(arguments.number(0), false));
        builtins.define("number", "from | from, grouping separator, decimal separator", NumberFunctions::number);
    }

    private static void rounding(Builtins builtins, String name, RoundingMode mode) {
        builtins.define(name, "n | n, scale", arguments -> {
            int scale = arguments.has(1) ? scale(arguments) : 0;
            return arguments.number(0).setScale(scale, mode);
        });
    }

    private static void scaled(Builtins builtins, String name, RoundingMode mode) {
        builtins.define(name, "n, scale", arguments -> arguments.number(0).setScale(scale(arguments), mode));
    }

    private static int scale(Arguments arguments) {
        int scale = arguments.whole(1);
        if (scale < -6111 || scale > 6176) {
            throw new Fault("scale out of range");
        }
        return scale;
    }

    private static BigDecimal modulo(BigDecimal dividend, BigDecimal divisor) {
        BigDecimal quotient = dividend.divide(divisor, new MathContext(50)).setScale(0, RoundingMode.FLOOR);
        return dividend.subtract(divisor.multiply(quotient), Values.PRECISION);
    }

    private static BigDecimal sqrt(BigDecimal number) {
        return number.signum() < 0 ? null : number.sqrt(Values.PRECISION);
    }

    private static BigDecimal approximate(BigDecimal argument, double result) {
        return argument.signum() > 0 && Double.isFinite(result) ? new BigDecimal(Double.toString(result)) : null;
    }

    private static Boolean parity(BigDecimal number, boolean odd) {
        if (number.stripTrailingZeros().scale() > 0) {
            return null;
        }
        return number.remainder(TWO).signum() != 0 == odd;
    }

    private static Object number(Arguments arguments) {
        if (arguments.size() == 1) {
            return arguments.any(0) instanceof BigDecimal number ? number : parse(arguments.string(0));
        }
        String grouping = arguments.stringOr(1, "");
        String point = arguments.stringOr(2, ".");
        if (!(grouping.isEmpty() || " ".equals(grouping) || ",".equals(grouping) || ".".equals(grouping))
                || !(".".equals(point) || ",".equals(point))
                || grouping.equals(point)) {
            return null;
        }
        String text = arguments.string(0);
        if (!grouping.isEmpty()) {
            text = text.replace(grouping, "");
        }
        return parse(text.replace(point, "."));
    }

    private static BigDecimal parse(String text) {
        if (!text.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?")) {
            return null;
        }
        return new BigDecimal(text);
    }
}
