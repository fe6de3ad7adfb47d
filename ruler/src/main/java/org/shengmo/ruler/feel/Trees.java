package org.shengmo.ruler.feel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Questions about expressions as trees. */
public final class Trees {
    private Trees() {}

    /** Whether a variable of this name occurs anywhere in the expression. */
    public static boolean mentions(Expression expression, String name) {
        return expression instanceof Expression.Name variable
                ? variable.name().equals(name)
                : children(expression).stream().anyMatch(child -> mentions(child, name));
    }

    /** The direct parts of an expression; boxed tables count as having none. */
    public static List<Expression> children(Expression expression) {
        return switch (expression) {
            case Expression.Path path -> List.of(path.source());
            case Expression.Binary binary -> List.of(binary.left(), binary.right());
            case Expression.Negation negation -> List.of(negation.operand());
            case Expression.Between between -> List.of(between.value(), between.low(), between.high());
            case Expression.In in -> with(in.value(), in.tests());
            case Expression.InstanceOf instance -> List.of(instance.value());
            case Expression.If choice -> List.of(choice.condition(), choice.then(), choice.otherwise());
            case Expression.For loop -> with(loop.body(), domains(loop.iterations()));
            case Expression.Quantified quantified -> with(quantified.condition(), domains(quantified.iterations()));
            case Expression.Filter filter -> List.of(filter.source(), filter.condition());
            case Expression.ListOf list -> list.items();
            case Expression.Context context ->
                nonNull(
                        context.result(),
                        context.entries().stream().map(Expression.Entry::value).toList());
            case Expression.Range range -> nonNull(range.low(), Arrays.asList(range.high()));
            case Expression.Comparison comparison -> List.of(comparison.bound());
            case Expression.UnaryTests tests -> tests.tests();
            case Expression.Call call -> with(call.function(), call.arguments());
            case Expression.Function function -> List.of(function.body());
            case Expression.Placed placed -> List.of(placed.expression());
            default -> List.of();
        };
    }

    private static List<Expression> with(Expression first, List<Expression> rest) {
        List<Expression> all = new ArrayList<>(rest);
        all.add(first);
        return all;
    }

    private static List<Expression> nonNull(Expression first, List<Expression> rest) {
        return with(first, rest).stream().filter(Objects::nonNull).toList();
    }

    private static List<Expression> domains(List<Expression.Iteration> iterations) {
        List<Expression> domains = new ArrayList<>();
        for (Expression.Iteration iteration : iterations) {
            domains.add(iteration.domain());
            if (iteration.end() != null) {
                domains.add(iteration.end());
            }
        }
        return domains;
    }
}
