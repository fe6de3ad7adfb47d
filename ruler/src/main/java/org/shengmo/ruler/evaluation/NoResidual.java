package org.shengmo.ruler.evaluation;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.shengmo.ruler.dmn.DecisionTable;
import org.shengmo.ruler.feel.BinaryOperator;
import org.shengmo.ruler.feel.FeelType;

/** For evaluation where everything is known: nothing is ever left over. */
final class NoResidual implements Residual {
    private static IllegalStateException never() {
        return new IllegalStateException("no value is unknown here");
    }

    @Override
    public Object binary(BinaryOperator operator, Object left, Object right) {
        throw never();
    }

    @Override
    public Object negate(Object value) {
        throw never();
    }

    @Override
    public Object not(Object value) {
        throw never();
    }

    @Override
    public Object property(Unknown source, String name) {
        throw never();
    }

    @Override
    public Object choose(Object condition, Supplier<Object> then, Supplier<Object> otherwise) {
        throw never();
    }

    @Override
    public Object call(String function, List<Object> arguments) {
        throw never();
    }

    @Override
    public Object each(Unknown list, UnaryOperator<Object> body) {
        throw never();
    }

    @Override
    public Object filter(Object list, UnaryOperator<Object> condition) {
        throw never();
    }

    @Override
    public Object quantified(boolean every, Unknown list, UnaryOperator<Object> condition) {
        throw never();
    }

    @Override
    public Object series(Object from, Object to) {
        throw never();
    }

    @Override
    public Object instanceOf(Object value, FeelType type) {
        throw never();
    }

    @Override
    public Object coerce(Object value, FeelType type) {
        throw never();
    }

    @Override
    public Object table(
            DecisionTable table,
            List<Object> inputs,
            List<List<Object>> matches,
            List<List<Object>> outputs,
            List<Object> defaults,
            Object allowed) {
        throw never();
    }

    @Override
    public Object named(String name, Object value) {
        return value;
    }
}
