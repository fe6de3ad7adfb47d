package org.shengmo.ruler.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.shengmo.ruler.feel.Expression;
import org.shengmo.ruler.feel.Expression.Iteration;
import org.shengmo.ruler.feel.FeelType;

/** {@code for}, {@code some}, {@code every} and filters (DMN 1.5, 10.3.2.5 and 10.3.2.14). */
final class Iterating {
    private static final int LONGEST_SERIES = 1_000_000;

    private final Evaluator evaluator;

    Iterating(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Object loop(Expression.For loop, Scope scope) {
        List<Object> partial = new ArrayList<>();
        return loop(loop, 0, scope.with("partial", partial), partial);
    }

    private Object loop(Expression.For loop, int depth, Scope scope, List<Object> partial) {
        Iteration iteration = loop.iterations().get(depth);
        boolean innermost = depth == loop.iterations().size() - 1;
        Object domain = domain(iteration, scope);
        if (domain instanceof Unknown list) {
            if (!innermost || depth > 0) {
                throw new Refusal("several lists in one loop when only the row knows their length", "");
            }
            return evaluator.residual.each(
                    list, item -> evaluator.evaluate(loop.body(), scope.with(iteration.variable(), item)));
        }
        if (!(domain instanceof List<?> items)) {
            return null;
        }
        for (Object item : items) {
            Scope inner = scope.with(iteration.variable(), item);
            if (innermost) {
                partial.add(evaluator.evaluate(loop.body(), inner));
            } else if (loop(loop, depth + 1, inner, partial) == null) {
                return null;
            }
        }
        return depth == 0 ? new ArrayList<>(partial) : partial;
    }

    private Object domain(Iteration iteration, Scope scope) {
        Object from = evaluator.evaluate(iteration.domain(), scope);
        if (iteration.end() != null) {
            return series(from, evaluator.evaluate(iteration.end(), scope), true, true);
        }
        if (from instanceof FeelRange range) {
            return series(range.low(), range.high(), range.lowIncluded(), range.highIncluded());
        }
        return from == null || from instanceof List<?> || from instanceof Unknown ? from : List.of(from);
    }

    private Object series(Object from, Object to, boolean fromIncluded, boolean toIncluded) {
        if (Residual.isUnknown(from) || Residual.isUnknown(to)) {
            return evaluator.residual.series(from, to);
        }
        List<Object> items = new ArrayList<>();
        if (from instanceof BigDecimal low && to instanceof BigDecimal high) {
            BigDecimal step = BigDecimal.valueOf(low.compareTo(high) <= 0 ? 1 : -1);
            for (BigDecimal at = low; Integer.signum(at.compareTo(high)) * step.signum() <= 0; at = at.add(step)) {
                add(items, at);
            }
        } else if (from instanceof LocalDate low && to instanceof LocalDate high) {
            int step = low.isAfter(high) ? -1 : 1;
            for (LocalDate at = low; Integer.signum(at.compareTo(high)) * step <= 0; at = at.plusDays(step)) {
                add(items, at);
            }
        } else {
            return null;
        }
        if (!fromIncluded && !items.isEmpty()) {
            items.remove(0);
        }
        if (!toIncluded && !items.isEmpty()) {
            items.remove(items.size() - 1);
        }
        return items;
    }

    private static void add(List<Object> items, Object item) {
        if (items.size() >= LONGEST_SERIES) {
            throw new Refusal("loop of more than " + LONGEST_SERIES + " steps", "");
        }
        items.add(item);
    }

    Object quantified(Expression.Quantified quantified, Scope scope) {
        return quantified(quantified, 0, scope);
    }

    private Object quantified(Expression.Quantified quantified, int depth, Scope scope) {
        if (depth == quantified.iterations().size()) {
            return evaluator.evaluate(quantified.condition(), scope);
        }
        Iteration iteration = quantified.iterations().get(depth);
        UnaryOperator<Object> inner = item -> quantified(quantified, depth + 1, scope.with(iteration.variable(), item));
        Object domain = domain(iteration, scope);
        if (domain instanceof Unknown list) {
            return evaluator.residual.quantified(quantified.every(), list, inner);
        }
        if (!(domain instanceof List<?> items)) {
            return null;
        }
        Logic logic = new Logic(evaluator.residual);
        Object result = quantified.every();
        for (Object item : items) {
            Object each = inner.apply(item);
            result = quantified.every() ? logic.and(result, each) : logic.or(result, each);
        }
        return result;
    }

    Object filter(Expression.Filter filter, Scope scope) {
        Object source = evaluator.evaluate(filter.source(), scope);
        UnaryOperator<Object> condition = item -> evaluator.evaluate(filter.condition(), itemScope(scope, item));
        if (source instanceof Unknown) {
            return evaluator.residual.filter(source, condition);
        }
        List<?> items = source instanceof List<?> list ? list : source == null ? List.of() : List.of(source);
        if (items.isEmpty()) {
            return filter.condition() instanceof Expression.Literal literal && literal.value() instanceof BigDecimal
                    ? null
                    : new ArrayList<>();
        }
        Object first = condition.apply(items.get(0));
        if (first instanceof BigDecimal index) {
            return at(items, index);
        }
        List<Object> kept = new ArrayList<>();
        for (Object item : items) {
            Object matched = condition.apply(item);
            if (matched instanceof Unknown) {
                return evaluator.residual.filter(source, condition);
            }
            if (Boolean.TRUE.equals(matched)) {
                kept.add(item);
            }
        }
        return kept;
    }

    private static Object at(List<?> items, BigDecimal position) {
        BigDecimal whole = position.stripTrailingZeros();
        if (whole.scale() > 0 || whole.abs().compareTo(BigDecimal.valueOf(items.size())) > 0 || whole.signum() == 0) {
            return null;
        }
        int index = whole.intValueExact();
        return items.get(index > 0 ? index - 1 : items.size() + index);
    }

    private Scope itemScope(Scope scope, Object item) {
        Map<String, Object> entries = new HashMap<>();
        entries.put("item", item);
        if (item instanceof Map<?, ?> context) {
            context.forEach((name, value) -> entries.put((String) name, value));
            return scope.element(entries);
        }
        if (item instanceof Unknown unknown && unknown.type() instanceof FeelType.ContextOf context) {
            context.entries().keySet().forEach(name -> entries.put(name, evaluator.residual.property(unknown, name)));
            return scope.element(entries);
        }
        return scope.inner(entries);
    }
}
