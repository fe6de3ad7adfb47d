package org.shengmo.ruler.dmn;

import java.util.List;
import org.shengmo.ruler.feel.Expression;
import org.shengmo.ruler.feel.FeelType;

/** A decision table; {@code place} names it in messages. */
public record DecisionTable(
        String place,
        HitPolicy hitPolicy,
        List<Input> inputs,
        List<Output> outputs,
        List<String> annotations,
        List<Rule> rules)
        implements Expression {

    /** A column of conditions; {@code type} and {@code allowed} may be null. */
    public record Input(String label, Expression expression, FeelType type, Expression.UnaryTests allowed) {}

    /** A column of results; {@code name} is empty for a single output, {@code allowed} and {@code otherwise} may be null. */
    public record Output(String name, FeelType type, Expression.UnaryTests allowed, Expression otherwise) {}

    /** A row; {@code annotations} stand in the order of the table's annotation columns. */
    public record Rule(String id, List<Expression> tests, List<Expression> outputs, List<String> annotations) {}

    /** The clauses that a row cites: its annotation {@code clause} if the table has such a column, else all its annotations. */
    public String citation(int row) {
        List<String> texts = rules.get(row).annotations();
        int clause = annotations.indexOf("clause");
        if (clause >= 0 && clause < texts.size()) {
            return texts.get(clause).strip();
        }
        return String.join(" ", texts.stream().filter(text -> !text.isBlank()).toList());
    }

    /** Whether the result is one value rather than a context of named outputs. */
    public boolean hasSingleOutput() {
        return outputs.size() == 1;
    }
}
