package org.shengmo.ruler.evaluation;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** List functions (DMN 1.5, table 75) that make one value of many. */
final class AggregateFunctions {
    private AggregateFunctions() {}

    static void define(Builtins builtins) {
        builtins.variadic("min", "list", arguments -> extreme(arguments.listOrAll(), -1));
        builtins.variadic("max", "list", arguments -> extreme(arguments.listOrAll(), 1));
        builtins.variadic("sum", "list", arguments -> sum(arguments.listOrAll()));
        builtins.variadic("mean", "list", arguments -> mean(arguments.listOrAll()));
        builtins.variadic("product", "list", arguments -> product(arguments.numbers()));
        builtins.variadic("median", "list", arguments -> median(arguments.numbers()));
        builtins.variadic("stddev", "list", arguments -> stddev(arguments.numbers()));
        builtins.variadic("mode", "list", arguments -> mode(arguments.numbers()));
        builtins.variadic("all", "list", arguments -> truths(arguments.listOrAll(), true));
        builtins.variadic("and", "list", arguments -> truths(arguments.listOrAll(), true));
        builtins.variadic("any", "list", arguments -> truths(arguments.listOrAll(), false));
        builtins.variadic("or", "list", arguments -> truths(arguments.listOrAll(), false));
        builtins.define("not", "negand", arguments -> arguments.any(0) instanceof Boolean truth ? !truth : null);
        builtins.define("is", "value1, value2", AggregateFunctions::is);
    }

    private static Object extreme(List<Object> list, int sign) {
        if (list.isEmpty()) {
            return null;
        }
        Object found = list.get(0);
        for (Object item : list) {
            Integer order = Values.order(item, found);
            if (order == null) {
                return null;
            }
            found = order * sign > 0 ? item : found;
        }
        return found;
    }

    private static Object sum(List<Object> list) {
        Object total = null;
        for (Object item : list) {
            if (!(item instanceof BigDecimal || item instanceof Duration || item instanceof MonthsDuration)) {
                return null;
            }
            total = total == null ? item : Arithmetic.apply(org.shengmo.ruler.feel.BinaryOperator.ADD, total, item);
            if (total == null) {
                return null;
            }
        }
        return total;
    }

    private static Object mean(List<Object> list) {
        return list.isEmpty()
                ? null
                : Arithmetic.apply(
                        org.shengmo.ruler.feel.BinaryOperator.DIVIDE, sum(list), BigDecimal.valueOf(list.size()));
    }

    private static BigDecimal product(List<BigDecimal> numbers) {
        return numbers.isEmpty()
                ? null
                : numbers.stream().reduce(BigDecimal.ONE, (left, right) -> left.multiply(right, Values.PRECISION));
    }

    private static BigDecimal median(List<BigDecimal> numbers) {
        if (numbers.isEmpty()) {
            return null;
        }
        List<BigDecimal> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.valueOf(2), Values.PRECISION);
    }

    private static BigDecimal stddev(List<BigDecimal> numbers) {
        if (numbers.size() < 2) {
            return null;
        }
        BigDecimal mean = numbers.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(numbers.size()), Values.PRECISION);
        BigDecimal squares =
                numbers.stream().map(number -> number.subtract(mean).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return squares.divide(BigDecimal.valueOf(numbers.size() - 1L), Values.PRECISION)
                .sqrt(Values.PRECISION);
    }

    private static List<Object> mode(List<BigDecimal> numbers) {
        List<BigDecimal> sorted = numbers.stream().sorted().toList();
        List<Object> modes = new ArrayList<>();
        int best = 0;
        int run = 0;
        for (int index = 0; index < sorted.size(); index++) {
            run = index > 0 && sorted.get(index).compareTo(sorted.get(index - 1)) == 0 ? run + 1 : 1;
            if (run > best) {
                modes.clear();
                best = run;
            }
            if (run == best) {
                modes.add(sorted.get(index));
            }
        }
        return modes;
    }

    private static Boolean truths(List<Object> list, boolean all) {
        if (list.stream().anyMatch(item -> item != null && !(item instanceof Boolean))) {
            return null;
        }
        if (list.stream().anyMatch(item -> Objects.equals(item, !all))) {
            return !all;
        }
        return list.stream().allMatch(item -> Objects.equals(item, all)) ? all : null;
    }

    /** Same type and same value; times by their parts, not by their moment. */
    private static Boolean is(Arguments arguments) {
        Object left = arguments.any(0);
        Object right = arguments.any(1);
        if (left instanceof FeelTime || left instanceof FeelDateTime) {
            return left.equals(right);
        }
        return Boolean.TRUE.equals(Values.equal(left, right));
    }
}
