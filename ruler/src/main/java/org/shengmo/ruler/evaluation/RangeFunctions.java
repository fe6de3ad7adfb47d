package org.shengmo.ruler.evaluation;

import java.util.Map;
import java.util.function.BiPredicate;
import org.shengmo.ruler.feel.Expression;
import org.shengmo.ruler.feel.FeelSyntaxException;
import org.shengmo.ruler.feel.Parser;

/** Functions on points and ranges (DMN 1.5, table 80). */
final class RangeFunctions {
    private RangeFunctions() {}

    static void define(Builtins builtins) {
        relation(builtins, "before", (a, b) -> highOf(a, b) < 0);
        relation(builtins, "after", (a, b) -> highOf(b, a) < 0);
        ranges(builtins, "meets", (a, b) -> a.highIncluded() && b.lowIncluded() && order(a.high(), b.low()) == 0);
        ranges(builtins, "met by", (a, b) -> a.lowIncluded() && b.highIncluded() && order(a.low(), b.high()) == 0);
        ranges(builtins, "overlaps", (a, b) -> highOf(a, b) >= 0 && highOf(b, a) >= 0);
        ranges(builtins, "overlaps before", (a, b) -> lows(a, b) < 0 && highOf(a, b) >= 0 && highs(a, b) <= 0);
        ranges(builtins, "overlaps after", (a, b) -> lows(a, b) > 0 && highOf(b, a) >= 0 && highs(a, b) >= 0);
        relation(
                builtins,
                "finishes",
                (a, b) -> b.highIncluded() == a.highIncluded() && highs(a, b) == 0 && lows(a, b) >= 0);
        swapped(
                builtins,
                "finished by",
                (a, b) -> b.highIncluded() == a.highIncluded() && highs(a, b) == 0 && lows(a, b) >= 0);
        swapped(builtins, "includes", (a, b) -> lows(a, b) >= 0 && highs(a, b) <= 0);
        relation(builtins, "during", (a, b) -> lows(a, b) >= 0 && highs(a, b) <= 0);
        relation(
                builtins,
                "starts",
                (a, b) -> a.lowIncluded() == b.lowIncluded() && lows(a, b) == 0 && highs(a, b) <= 0);
        swapped(
                builtins,
                "started by",
                (a, b) -> a.lowIncluded() == b.lowIncluded() && lows(a, b) == 0 && highs(a, b) <= 0);
        relation(builtins, "coincides", (a, b) -> lows(a, b) == 0 && highs(a, b) == 0);
        builtins.define("range", "from", arguments -> parse(builtins, arguments.string(0)));
    }

    private static void relation(Builtins builtins, String name, BiPredicate<FeelRange, FeelRange> test) {
        builtins.define(
                name,
                "point1, point2 | point, range | range, point | range1, range2 | value1, value2",
                arguments -> test.test(of(arguments.any(0)), of(arguments.any(1))));
    }

    private static void swapped(Builtins builtins, String name, BiPredicate<FeelRange, FeelRange> test) {
        builtins.define(
                name,
                "range, point | range1, range2 | range, value",
                arguments -> test.test(of(arguments.any(1)), of(arguments.range(0))));
    }

    private static void ranges(Builtins builtins, String name, BiPredicate<FeelRange, FeelRange> test) {
        builtins.define(name, "range1, range2", arguments -> test.test(arguments.range(0), arguments.range(1)));
    }

    /** A point is the range from itself to itself. */
    private static FeelRange of(Object value) {
        if (value == null) {
            throw new Fault("point or range expected");
        }
        return value instanceof FeelRange range ? range : new FeelRange(true, value, value, true);
    }

    private static int order(Object left, Object right) {
        Integer order = Values.order(left, right);
        if (order == null) {
            throw new Fault("no order between the bounds");
        }
        return order;
    }

    /** Negative when a ends before b begins, zero when they share exactly one point. */
    private static int highOf(FeelRange a, FeelRange b) {
        if (a.high() == null || b.low() == null) {
            return 1;
        }
        int order = order(a.high(), b.low());
        return order == 0 && !(a.highIncluded() && b.lowIncluded()) ? -1 : order;
    }

    private static int lows(FeelRange a, FeelRange b) {
        if (a.low() == null || b.low() == null) {
            return Boolean.compare(a.low() != null, b.low() != null);
        }
        int order = order(a.low(), b.low());
        return order != 0 ? order : Boolean.compare(b.lowIncluded(), a.lowIncluded());
    }

    private static int highs(FeelRange a, FeelRange b) {
        if (a.high() == null || b.high() == null) {
            return Boolean.compare(b.high() != null, a.high() != null);
        }
        int order = order(a.high(), b.high());
        return order != 0 ? order : Boolean.compare(a.highIncluded(), b.highIncluded());
    }

    private static Object parse(Builtins builtins, String text) {
        try {
            Expression expression = Parser.expression(text, builtins.names());
            return expression instanceof Expression.Range
                    ? new Evaluator(builtins, Residual.NONE, type -> type).evaluate(expression, Scope.of(Map.of()))
                    : null;
        } catch (FeelSyntaxException | Refusal notARange) {
            return null;
        }
    }
}
