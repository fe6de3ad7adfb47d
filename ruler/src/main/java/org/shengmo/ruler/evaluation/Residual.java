package org.shengmo.ruler.evaluation;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.shengmo.ruler.dmn.DecisionTable;
import org.shengmo.ruler.feel.BinaryOperator;
import org.shengmo.ruler.feel.FeelType;

/**
 * What becomes of an operation when an operand is {@link Unknown}, or holds one: it is left for later, as another value, or refused.
 */
public interface Residual {
    Object binary(BinaryOperator operator, Object left, Object right);

    Object negate(Object value);

    Object not(Object value);

    Object property(Unknown source, String name);

    Object choose(Object condition, Supplier<Object> then, Supplier<Object> otherwise);

    Object call(String function, List<Object> arguments);

    /** Applies a body to each element of an unknown list. */
    Object each(Unknown list, UnaryOperator<Object> body);

    /** The elements of an unknown list for which the condition is true, or the one at a numeric index. */
    Object filter(Object list, UnaryOperator<Object> condition);

    Object quantified(boolean every, Unknown list, UnaryOperator<Object> condition);

    /** The numbers or dates from one bound to the other as a list. */
    Object series(Object from, Object to);

    Object instanceOf(Object value, FeelType type);

    Object coerce(Object value, FeelType type);

    /**
     * A decision table: {@code matches} holds for each row its cells' results, true, false, null or unknown; {@code outputs} the rows'
     * outputs; {@code defaults} is null without any.
     */
    Object table(
            DecisionTable table,
            List<Object> inputs,
            List<List<Object>> matches,
            List<List<Object>> outputs,
            List<Object> defaults,
            Object allowed);

    /** Gives a value a name, so that it is computed once where the residual can. */
    Object named(String name, Object value);

    /** What evaluates without unknown values. */
    Residual NONE = new NoResidual();

    /** Whether a value is unknown or holds an unknown. */
    static boolean isUnknown(Object value) {
        return switch (value) {
            case null -> false;
            case Unknown unknown -> true;
            case List<?> list -> list.stream().anyMatch(Residual::isUnknown);
            case Map<?, ?> context -> context.values().stream().anyMatch(Residual::isUnknown);
            case FeelRange range -> isUnknown(range.low()) || isUnknown(range.high());
            default -> false;
        };
    }
}
