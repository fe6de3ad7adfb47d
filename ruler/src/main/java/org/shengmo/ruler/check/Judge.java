package org.shengmo.ruler.check;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shengmo.ruler.dmn.DecisionTable;
import org.shengmo.ruler.dmn.DmnException;
import org.shengmo.ruler.dmn.DmnReader;
import org.shengmo.ruler.engine.DuckDbTypes;
import org.shengmo.ruler.evaluation.Refusal;
import org.shengmo.ruler.sql.CompiledDecision;
import org.shengmo.ruler.sql.Compiler;
import org.shengmo.ruler.sql.DuckDbDialect;
import org.shengmo.ruler.sql.Schema;
import org.shengmo.ruler.sql.SqlType;

/** A check's table, compiled over its facts. The decision is named {@code finding}; null is no finding. */
final class Judge {

    private static final String DECISION = "finding";

    private final CompiledDecision decision;
    private final List<String> columns;

    /**
     * @param columns the facts' columns with DuckDB's names of their types
     * @throws CheckRefused where the table can't be compiled, with the cell's place
     */
    Judge(Check check, Map<String, String> columns, Clock clock) {
        var schema = new LinkedHashMap<String, SqlType>();
        columns.forEach((name, type) -> schema.put(name, DuckDbTypes.read(type)));
        this.columns = List.copyOf(columns.keySet());
        try {
            this.decision = new Compiler(clock, new DuckDbDialect())
                    .compile(DmnReader.read(check.table()), DECISION, new Schema(schema));
        } catch (Refusal | DmnException e) {
            throw new CheckRefused("check.table.refused", check.id(), e.getMessage());
        }
    }

    /** What the table adds to the facts beside the finding itself, such as the amount it computes. */
    List<String> computed() {
        return decision.outputs().stream()
                .map(CompiledDecision.Output::name)
                .filter(name -> !name.equals(DECISION))
                .toList();
    }

    /** The facts with a finding, and with the first row of the table that matched, its clause and the clause's words. */
    String query(String facts) {
        var kept = new ArrayList<>(columns);
        kept.removeAll(computed());
        var row = Setting.quoted(CompiledDecision.MATCHED) + "[1]";
        return "SELECT *, " + row + "::INTEGER AS table_row, array_to_string("
                + Setting.quoted(CompiledDecision.CITATIONS) + ", ' ') AS clause, [" + sources() + "][" + row
                + "::BIGINT] AS source FROM (" + decision.query(Setting.quoted(facts), kept) + ") WHERE "
                + Setting.quoted(DECISION) + " IS NOT NULL";
    }

    private String sources() {
        var place = decision.table().annotations().indexOf("source");
        return decision.table().rules().stream()
                .map(DecisionTable.Rule::annotations)
                .map(texts ->
                        place >= 0 && place < texts.size() ? texts.get(place).strip() : "")
                .map(Setting::text)
                .collect(Collectors.joining(", "));
    }
}
