package org.shengmo.ruler.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.shengmo.ruler.dmn.DecisionTable;
import org.shengmo.ruler.dmn.IsolatedContext;
import org.shengmo.ruler.dmn.Unreadable;
import org.shengmo.ruler.feel.BinaryOperator;
import org.shengmo.ruler.feel.Expression;
import org.shengmo.ruler.feel.FeelType;

/**
 * Evaluates expressions: exactly where all values are known; where some are not, what depends on them is left to the residual.
 */
final class Evaluator {
    private static final int DEEPEST_CALL = 200;

    final Builtins builtins;
    final Residual residual;
    final UnaryOperator<FeelType> types;
    private final Logic logic;
    private final UnaryTesting testing;
    private final Iterating iterating;
    private final Tables tables;
    private final Coercion coercion;
    private int depth;

    Evaluator(Builtins builtins, Residual residual, UnaryOperator<FeelType> types) {
        this.builtins = builtins;
        this.residual = residual;
        this.types = types;
        this.logic = new Logic(residual);
        this.testing = new UnaryTesting(this, logic);
        this.iterating = new Iterating(this);
        this.coercion = new Coercion(this);
        this.tables = new Tables(this, testing, logic);
    }

    Object evaluate(Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.Literal literal -> literal.value();
            case Expression.AtLiteral literal -> Temporal.at(literal.text());
            case Expression.Name name -> variable(name.name(), scope);
            case Expression.Placed placed -> placed(placed, scope);
            case Expression.Path path -> Properties.of(evaluate(path.source(), scope), path.name(), residual);
            case Expression.Binary binary -> binary(binary, scope);
            case Expression.Negation negation -> negate(evaluate(negation.operand(), scope));
            case Expression.Between between -> between(between, scope);
            case Expression.In in -> testing.anyOf(in.tests(), evaluate(in.value(), scope), scope);
            case Expression.InstanceOf instance -> instanceOf(instance, scope);
            case Expression.If choice -> choose(choice, scope);
            case Expression.For loop -> iterating.loop(loop, scope);
            case Expression.Quantified quantified -> iterating.quantified(quantified, scope);
            case Expression.Filter filter -> iterating.filter(filter, scope);
            case Expression.ListOf list -> list(list, scope);
            case Expression.Context context -> context(context, scope);
            case IsolatedContext context -> isolated(context, scope);
            case Expression.Range range -> range(range, scope);
            case Expression.Comparison comparison -> throw new Refusal("comparison without a value to its left", "");
            case Expression.UnaryTests tests -> testing.matches(tests, scope.get("?"), scope);
            case Expression.Call call -> call(call, scope);
            case Expression.Function function -> function(function, scope);
            case DecisionTable table -> tables.evaluate(table, scope);
            case Unreadable unreadable -> throw new Refusal("not FEEL: " + unreadable.reason(), unreadable.place());
            default ->
                throw new Refusal(
                        "unknown kind of expression " + expression.getClass().getSimpleName(), "");
        };
    }

    private Object variable(String name, Scope scope) {
        if (scope.knows(name)) {
            return scope.get(name);
        }
        FeelFunction builtin = builtins.find(name);
        if (builtin == null && !scope.isLenient()) {
            throw new Refusal("unknown name '" + name + "'", "");
        }
        return builtin;
    }

    private Object placed(Expression.Placed placed, Scope scope) {
        try {
            Object value = evaluate(placed.expression(), scope);
            return placed.type() == null ? value : coerce(value, placed.type());
        } catch (Refusal refusal) {
            throw refusal.at(placed.place());
        }
    }

    Object coerce(Object value, FeelType type) {
        return coercion.to(value, types.apply(type));
    }

    private Object binary(Expression.Binary binary, Scope scope) {
        Object left = evaluate(binary.left(), scope);
        BinaryOperator operator = binary.operator();
        if (operator == BinaryOperator.AND) {
            return Objects.equals(left, false) ? left : logic.and(left, evaluate(binary.right(), scope));
        }
        if (operator == BinaryOperator.OR) {
            return Objects.equals(left, true) ? left : logic.or(left, evaluate(binary.right(), scope));
        }
        return binary(operator, left, evaluate(binary.right(), scope));
    }

    Object binary(BinaryOperator operator, Object left, Object right) {
        if (Residual.isUnknown(left) || Residual.isUnknown(right)) {
            return residual.binary(operator, left, right);
        }
        if (operator.compares()) {
            return Values.compare(operator, left, right);
        }
        return Arithmetic.apply(operator, left, right);
    }

    private Object negate(Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.negate();
            case java.time.Duration duration -> duration.negated();
            case MonthsDuration duration -> new MonthsDuration(-duration.months());
            default -> Residual.isUnknown(value) ? residual.negate(value) : null;
        };
    }

    private Object between(Expression.Between between, Scope scope) {
        Object value = evaluate(between.value(), scope);
        return logic.and(
                binary(BinaryOperator.GREATER_OR_EQUAL, value, evaluate(between.low(), scope)),
                binary(BinaryOperator.LESS_OR_EQUAL, value, evaluate(between.high(), scope)));
    }

    private Object instanceOf(Expression.InstanceOf instance, Scope scope) {
        Object value = evaluate(instance.value(), scope);
        FeelType type = types.apply(instance.type());
        return Residual.isUnknown(value) ? residual.instanceOf(value, type) : coercion.isInstance(value, type);
    }

    private Object choose(Expression.If choice, Scope scope) {
        Object condition = evaluate(choice.condition(), scope);
        if (condition instanceof Unknown) {
            return residual.choose(
                    condition, () -> evaluate(choice.then(), scope), () -> evaluate(choice.otherwise(), scope));
        }
        return evaluate(Objects.equals(condition, true) ? choice.then() : choice.otherwise(), scope);
    }

    private Object list(Expression.ListOf list, Scope scope) {
        List<Object> items = new ArrayList<>();
        for (Expression item : list.items()) {
            items.add(evaluate(item, scope));
        }
        return items;
    }

    private Object context(Expression.Context context, Scope scope) {
        Map<String, Object> values = new LinkedHashMap<>();
        Scope inner = scope.inner(values);
        for (Expression.Entry entry : context.entries()) {
            if (values.containsKey(entry.name()) && context.result() == null) {
                return null;
            }
            values.put(entry.name(), entry(entry, inner));
        }
        return context.result() == null ? values : evaluate(context.result(), inner);
    }

    private Object isolated(IsolatedContext context, Scope scope) {
        Map<String, Object> values = new LinkedHashMap<>();
        context.entries().forEach(entry -> values.put(entry.name(), entry(entry, scope)));
        return values;
    }

    private Object entry(Expression.Entry entry, Scope scope) {
        Object value = evaluate(entry.value(), scope);
        return residual.named(entry.name(), entry.type() == null ? value : coerce(value, entry.type()));
    }

    private Object range(Expression.Range range, Scope scope) {
        Object low = range.low() == null ? null : evaluate(range.low(), scope);
        Object high = range.high() == null ? null : evaluate(range.high(), scope);
        boolean given = (low == null && range.low() != null) || (high == null && range.high() != null);
        if (given) {
            return low == null && high == null
                    ? null
                    : new FeelRange(
                            low == null || range.lowIncluded(), low, high, high == null || range.highIncluded());
        }
        if (!Residual.isUnknown(low)
                && !Residual.isUnknown(high)
                && low != null
                && high != null
                && (Values.order(low, high) == null || Values.order(low, high) > 0)) {
            return null;
        }
        return new FeelRange(range.lowIncluded(), low, high, range.highIncluded());
    }

    private Object call(Expression.Call call, Scope scope) {
        Object function = evaluate(call.function(), scope);
        if (!(function instanceof FeelFunction callable)) {
            if (function instanceof Unknown) {
                throw new Refusal("call of a function that only the row knows", "");
            }
            return null;
        }
        List<Object> arguments = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            arguments.add(evaluate(argument, scope));
        }
        List<Object> positional = call.names() == null ? arguments : order(callable, call.names(), arguments);
        return positional == null ? null : apply(callable, positional);
    }

    /** Arguments given by name in the order of the signature that has exactly these names, or null. */
    private static List<Object> order(FeelFunction function, List<String> names, List<Object> arguments) {
        for (List<String> signature : function.signatures()) {
            boolean complete = signature.containsAll(names)
                    && names.stream().distinct().count() == names.size()
                    && (names.size() == signature.size() || !(function instanceof Builtin));
            if (complete) {
                return signature.stream()
                        .map(parameter -> names.contains(parameter) ? arguments.get(names.indexOf(parameter)) : null)
                        .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
            }
        }
        return null;
    }

    Object apply(FeelFunction function, List<Object> arguments) {
        if (function instanceof Builtin builtin
                && arguments.stream().anyMatch(Residual::isUnknown)
                && !structural(builtin.name(), arguments)) {
            return residual.call(builtin.name(), arguments);
        }
        if (++depth > DEEPEST_CALL) {
            depth = 0;
            throw new Refusal("functions call each other more than " + DEEPEST_CALL + " deep", "");
        }
        try {
            return function.apply(arguments);
        } finally {
            depth = Math.max(0, depth - 1);
        }
    }

    /** Functions that move elements without looking at them work on unknown ones, too. */
    private static boolean structural(String name, List<Object> arguments) {
        Object first = arguments.get(0);
        boolean known = !(first instanceof Unknown);
        return switch (name) {
            case "count", "reverse" -> first instanceof List<?>;
            case "append" -> first instanceof List<?>;
            case "concatenate" -> arguments.stream().allMatch(List.class::isInstance);
            case "sublist", "insert before", "remove" ->
                first instanceof List<?> && known && !Residual.isUnknown(arguments.get(1));
            case "get value", "get entries", "context put" ->
                first instanceof Map<?, ?> && (arguments.size() < 2 || !Residual.isUnknown(arguments.get(1)));
            case "context", "context merge" ->
                first instanceof List<?> list && list.stream().allMatch(Map.class::isInstance);
            default -> false;
        };
    }

    private Object function(Expression.Function function, Scope scope) {
        if (function.external()) {
            throw new Refusal("function defined outside DMN", "");
        }
        return new Closure(this, function, scope);
    }

    /** A function of the model or of an expression, with the variables it was made among. */
    record Closure(Evaluator evaluator, Expression.Function definition, Scope scope) implements FeelFunction {
        @Override
        public List<List<String>> signatures() {
            return Collections.singletonList(definition.parameters().stream()
                    .map(Expression.Parameter::name)
                    .toList());
        }

        @Override
        public Object apply(List<Object> arguments) {
            List<Expression.Parameter> parameters = definition.parameters();
            if (arguments.size() != parameters.size()) {
                return null;
            }
            Map<String, Object> values = new LinkedHashMap<>();
            for (int index = 0; index < parameters.size(); index++) {
                Expression.Parameter parameter = parameters.get(index);
                Object argument = arguments.get(index);
                Object value = parameter.type() == null ? argument : evaluator.coerce(argument, parameter.type());
                values.put(parameter.name(), evaluator.residual.named(parameter.name(), value));
            }
            Object result = evaluator.evaluate(definition.body(), scope.inner(values));
            return definition.result() == null ? result : evaluator.coerce(result, definition.result());
        }
    }
}
