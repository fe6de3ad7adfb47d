package org.shengmo.ruler.sql;

import java.util.ArrayList;
import java.util.List;
import org.shengmo.ruler.dmn.DecisionTable;

/**
 * A decision as SQL. {@link #query} reads each row of a source once and adds the outputs, the numbers of the table's rows that matched
 * ({@value #MATCHED}) and the clauses that these rows cite ({@value #CITATIONS}).
 */
public final class CompiledDecision {
    public static final String MATCHED = "matched";
    public static final String CITATIONS = "citations";

    /** How the places of rows and the citations are held. */
    private static final SqlType.ListOf WHOLE = new SqlType.ListOf(SqlType.Plain.NOTHING);

    private static final SqlType.ListOf TEXTS = new SqlType.ListOf(SqlType.Plain.TEXT);

    /**
     * A column of the result. {@code constant} is the value, the same for every row, where no column type holds it (a list of different
     * types, a range, a date outside SQL's years); the column then has FEEL's text of it. It is null in all other cases.
     */
    public record Output(String name, SqlType type, String text, Object constant) {}

    private final String decision;
    private final Dialect dialect;
    private final Layers layers;
    private final List<Output> outputs;
    private final SqlTables.Matched matched;

    CompiledDecision(String decision, Dialect dialect, Layers layers, List<Output> outputs, SqlTables.Matched matched) {
        this.decision = decision;
        this.dialect = dialect;
        this.layers = layers;
        this.outputs = outputs;
        this.matched = matched;
    }

    public String decision() {
        return decision;
    }

    /** The output columns in order: one named as the decision, or one for each output of a table with several. */
    public List<Output> outputs() {
        return outputs;
    }

    /** Whether the decision is a table, so that rows match and clauses are cited. */
    public boolean isTable() {
        return matched != null;
    }

    /** The table whose rows match; only if {@link #isTable()}. */
    public DecisionTable table() {
        return matched.table();
    }

    /**
     * The query over a source: a table's quoted name or a query in parentheses. {@code keep} are columns of the source to carry over.
     */
    public String query(String source, List<String> keep) {
        List<String> columns = new ArrayList<>();
        keep.forEach(name -> columns.add(dialect.quote(name)));
        for (Output output : outputs) {
            columns.add(dialect.toResult(output.text(), output.type()) + " AS " + dialect.quote(output.name()));
        }
        if (matched != null) {
            columns.add(matchedRows() + " AS " + dialect.quote(MATCHED));
            columns.add(citations() + " AS " + dialect.quote(CITATIONS));
        }
        return "SELECT " + String.join(",\n  ", columns) + "\nFROM (" + layers.over("SELECT * FROM " + source) + ") AS "
                + dialect.quote("judged");
    }

    private String matchedRows() {
        List<String> lists = new ArrayList<>();
        int rows = matched.table().rules().size();
        for (int mask = 0; mask < matched.masks().size(); mask++) {
            int first = mask * SqlTables.BITS;
            lists.add(places(matched.masks().get(mask).text(), first, Math.min(SqlTables.BITS, rows - first)));
        }
        return lists.size() == 1 ? lists.get(0) : dialect.concat(lists);
    }

    /** Most rows match one row of the table or none: these need no look at every bit. */
    private String places(String mask, int first, int count) {
        String only = "CAST(" + (first + 1) + " + " + dialect.bitCount(mask + " - 1") + " AS INTEGER)";
        return "CASE WHEN " + mask + " = 0 THEN " + none(dialect.typeName(WHOLE)) + " WHEN (" + mask + " & (" + mask
                + " - 1)) = 0 THEN " + dialect.list(List.of(only)) + " ELSE " + dialect.bits(mask, first, count)
                + " END";
    }

    private String none(String type) {
        return "CAST(" + dialect.list(List.of()) + " AS " + type + ")";
    }

    private String citations() {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < matched.table().rules().size(); row++) {
            texts.add(dialect.text(matched.table().citation(row)));
        }
        if (texts.isEmpty()) {
            return "NULL";
        }
        String all = dialect.list(texts);
        String every = dialect.transform(matchedRows(), "place", dialect.element(all, "place"));
        if (matched.masks().size() > 1) {
            return every;
        }
        String mask = matched.masks().get(0).text();
        String only = dialect.element(all, "1 + " + dialect.bitCount(mask + " - 1"));
        return "CASE WHEN " + mask + " = 0 THEN " + none(dialect.typeName(TEXTS)) + " WHEN (" + mask + " & (" + mask
                + " - 1)) = 0 THEN " + dialect.list(List.of(only)) + " ELSE " + every + " END";
    }
}
