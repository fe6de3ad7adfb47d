package org.shengmo.ruler.evaluation;

import java.util.List;
import org.shengmo.ruler.feel.BinaryOperator;
import org.shengmo.ruler.feel.Expression;
import org.shengmo.ruler.feel.FeelType;
import org.shengmo.ruler.feel.Trees;

/** Unary tests and the operator {@code in} (DMN 1.5, 7.3.15 and table 42). */
final class UnaryTesting {
    private final Evaluator evaluator;
    private final Logic logic;

    UnaryTesting(Evaluator evaluator, Logic logic) {
        this.evaluator = evaluator;
        this.logic = logic;
    }

    Object matches(Expression.UnaryTests tests, Object value, Scope scope) {
        if (tests.any()) {
            return true;
        }
        Object any = false;
        for (Expression test : tests.tests()) {
            Object result = test(test, value, scope);
            any = logic.or(any, tests.negated() ? told(test, result, value) : result);
        }
        return tests.negated() ? logic.not(any) : any;
    }

    /** In a cell, null lies outside every range, so that {@code not([1..2])} accepts it, as the vendors' engine has it. */
    private Object told(Expression test, Object result, Object value) {
        if (!(test instanceof Expression.Range)) {
            return result;
        }
        return result == null && value == null
                ? (Object) false
                : logic.and(result, evaluator.binary(BinaryOperator.NOT_EQUAL, value, null));
    }

    /** The operator {@code in}: what can't be compared with a test doesn't lie in it, as the vendors' engine has it. */
    Object anyOf(List<Expression> tests, Object value, Scope scope) {
        Object result = false;
        for (Expression test : tests) {
            Object found = test(test, value, scope);
            result = logic.or(
                    result,
                    found instanceof Unknown
                            ? evaluator.residual.choose(found, () -> true, () -> false)
                            : Boolean.TRUE.equals(found));
        }
        return result;
    }

    private Object test(Expression test, Object value, Scope scope) {
        if (test instanceof Expression.Comparison comparison) {
            return evaluator.binary(comparison.operator(), value, evaluator.evaluate(comparison.bound(), scope));
        }
        if (test instanceof Expression.UnaryTests nested) {
            return matches(nested, value, scope);
        }
        Object result = evaluator.evaluate(test, scope.with("?", value));
        if (Trees.mentions(test, "?") && isBoolean(result)) {
            return result;
        }
        if (isBoolean(result) && !isBoolean(value) && value != null && !(test instanceof Expression.Literal)) {
            return result;
        }
        return match(value, result);
    }

    private static boolean isBoolean(Object value) {
        return value instanceof Boolean
                || (value instanceof Unknown unknown && unknown.type() == FeelType.Simple.BOOLEAN);
    }

    /** Whether a value equals what a test gave, is in its range or among its list. */
    private Object match(Object value, Object result) {
        if (result instanceof FeelRange range) {
            return within(value, range);
        }
        boolean list = result instanceof List<?>
                || (result instanceof Unknown unknown && unknown.type() instanceof FeelType.ListOf);
        if (!list) {
            return evaluator.binary(BinaryOperator.EQUAL, value, result);
        }
        boolean listValue = value instanceof List<?>
                || (value instanceof Unknown unknown && unknown.type() instanceof FeelType.ListOf);
        Object equal = listValue ? evaluator.binary(BinaryOperator.EQUAL, value, result) : (Object) false;
        if (!(result instanceof List<?> items)) {
            return logic.or(equal, evaluator.residual.call("list contains", Arguments.of(result, value)));
        }
        for (Object item : items) {
            Object matched = item instanceof FeelRange range
                    ? within(value, range)
                    : evaluator.binary(BinaryOperator.EQUAL, value, item);
            equal = logic.or(equal, matched == null ? (Object) false : matched);
        }
        return equal;
    }

    private Object within(Object value, FeelRange range) {
        if (!Residual.isUnknown(value) && !Residual.isUnknown(range)) {
            return Values.within(value, range);
        }
        Object above = range.low() == null
                ? range.lowIncluded() ? null : Boolean.TRUE
                : evaluator.binary(
                        range.lowIncluded() ? BinaryOperator.GREATER_OR_EQUAL : BinaryOperator.GREATER,
                        value,
                        range.low());
        Object below = range.high() == null
                ? range.highIncluded() ? null : Boolean.TRUE
                : evaluator.binary(
                        range.highIncluded() ? BinaryOperator.LESS_OR_EQUAL : BinaryOperator.LESS, value, range.high());
        return logic.and(above, below);
    }
}
