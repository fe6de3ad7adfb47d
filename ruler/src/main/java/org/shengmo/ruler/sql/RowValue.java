package org.shengmo.ruler.sql;

import java.util.HashSet;
import java.util.Set;
import org.shengmo.ruler.evaluation.Unknown;
import org.shengmo.ruler.feel.FeelType;

/**
 * A value as SQL text over the columns of a row. {@code level} is the layer of the query whose columns it needs; {@code variables} are
 * the variables of lambdas that it names without binding them.
 */
public record RowValue(SqlType sqlType, String text, int level, Set<String> variables) implements Unknown {
    @Override
    public FeelType type() {
        return sqlType.feel();
    }

    /** Whether the value belongs inside a lambda and so can't become a column. */
    boolean local() {
        return !variables.isEmpty();
    }

    RowValue as(SqlType type, String newText) {
        return new RowValue(type, newText, level, variables);
    }

    /** The value once a lambda has bound a variable. */
    RowValue binding(String variable) {
        Set<String> rest = new HashSet<>(variables);
        rest.remove(variable);
        return new RowValue(sqlType, text, level, rest);
    }
}
