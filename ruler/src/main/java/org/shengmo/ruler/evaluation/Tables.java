package org.shengmo.ruler.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.shengmo.ruler.dmn.DecisionTable;
import org.shengmo.ruler.feel.Expression;
import org.shengmo.ruler.feel.FeelType;

/** Decision tables: which rows match, and what the hit policy makes of them. */
final class Tables {
    private final Evaluator evaluator;
    private final UnaryTesting testing;
    private final Logic logic;

    Tables(Evaluator evaluator, UnaryTesting testing, Logic logic) {
        this.evaluator = evaluator;
        this.testing = testing;
        this.logic = logic;
    }

    Object evaluate(DecisionTable table, Scope scope) {
        List<Object> inputs = new ArrayList<>();
        Object allowed = true;
        for (DecisionTable.Input input : table.inputs()) {
            Object value = input(table, input, scope);
            inputs.add(value);
            if (input.allowed() != null) {
                allowed = logic.and(allowed, allowed(input.allowed(), value, scope));
            }
        }
        List<List<Object>> matches = new ArrayList<>();
        List<List<Object>> outputs = new ArrayList<>();
        for (int index = 0; index < table.rules().size(); index++) {
            matches.add(cells(table, index, inputs, scope));
            outputs.add(outputs(table, table.rules().get(index), scope));
        }
        List<Object> defaults = defaults(table, scope);
        boolean unknown = allowed instanceof Unknown
                || inputs.stream().anyMatch(Residual::isUnknown)
                || matches.stream().anyMatch(cells -> cells.stream().anyMatch(Unknown.class::isInstance));
        if (unknown) {
            return evaluator.residual.table(table, inputs, matches, outputs, defaults, allowed);
        }
        return Boolean.TRUE.equals(allowed) ? new HitPolicies(evaluator, table).of(matches, outputs, defaults) : null;
    }

    private Object input(DecisionTable table, DecisionTable.Input input, Scope scope) {
        try {
            Object value = evaluator.evaluate(input.expression(), scope);
            return evaluator.residual.named(
                    input.label(), input.type() == null ? value : evaluator.coerce(value, input.type()));
        } catch (Refusal refusal) {
            throw refusal.at(table.place() + ", input " + input.label());
        }
    }

    /** An input without a value passes. */
    private Object allowed(Expression.UnaryTests tests, Object value, Scope scope) {
        if (value == null) {
            return true;
        }
        Object result = testing.matches(tests, value, scope.with("?", value));
        if (!(value instanceof Unknown)) {
            return Boolean.TRUE.equals(result) || result instanceof Unknown ? result : (Object) false;
        }
        return logic.or(result, evaluator.binary(org.shengmo.ruler.feel.BinaryOperator.EQUAL, value, null));
    }

    private List<Object> cells(DecisionTable table, int row, List<Object> inputs, Scope scope) {
        List<Object> cells = new ArrayList<>();
        List<Expression> tests = table.rules().get(row).tests();
        for (int column = 0; column < tests.size(); column++) {
            Object value = inputs.get(column);
            try {
                Object cell = evaluator.evaluate(tests.get(column), scope.with("?", value));
                cells.add(cell);
                if (!(cell instanceof Unknown) && !Boolean.TRUE.equals(cell)) {
                    return List.of(false);
                }
            } catch (Refusal refusal) {
                throw refusal.at(table.place() + ", row " + (row + 1) + ", input " + (column + 1));
            }
        }
        return cells;
    }

    private List<Object> outputs(DecisionTable table, DecisionTable.Rule rule, Scope scope) {
        List<Object> outputs = new ArrayList<>();
        for (int column = 0; column < rule.outputs().size(); column++) {
            Object value = evaluator.evaluate(rule.outputs().get(column), scope);
            FeelType type = table.outputs().get(column).type();
            outputs.add(type == null ? value : evaluator.coerce(value, type));
        }
        return outputs;
    }

    private List<Object> defaults(DecisionTable table, Scope scope) {
        if (table.outputs().stream().allMatch(output -> output.otherwise() == null)) {
            return null;
        }
        List<Object> defaults = new ArrayList<>();
        for (DecisionTable.Output output : table.outputs()) {
            Object value = output.otherwise() == null ? null : evaluator.evaluate(output.otherwise(), scope);
            defaults.add(output.type() == null ? value : evaluator.coerce(value, output.type()));
        }
        return defaults;
    }
}
