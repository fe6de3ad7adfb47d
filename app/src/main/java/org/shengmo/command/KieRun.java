package org.shengmo.command;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.shengmo.ruler.engine.DuckDbEngine;
import org.shengmo.ruler.engine.EngineException;
import org.shengmo.ruler.engine.RulerRun;
import org.shengmo.ruler.evaluation.Strings;
import org.shengmo.ruler.sql.CompiledDecision;

/** Rows judged one at a time by the KIE engine, on all cores: what the compiled table is held against. */
final class KieRun {

    /** The table with the results, in the order of the rows. */
    static final String JUDGED = "judged_by_kie";

    private static final int BATCH = 20_000;

    private final Path table;
    private final String decision;
    private final ThreadLocal<Judge> judges = ThreadLocal.withInitial(this::judge);

    KieRun(Path table, String decision) {
        this.table = table;
        this.decision = decision;
    }

    /** One thread's engine. */
    private record Judge(DMNRuntime runtime, DMNModel model, List<Integer> matched) {

        DMNResult evaluate(Map<String, Object> row) {
            matched.clear();
            DMNContext context = runtime.newContext();
            row.forEach(context::set);
            return runtime.evaluateAll(model, context);
        }
    }

    private Judge judge() {
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newFileResource(table.toFile())))
                .getOrElseThrow(failure -> new EngineException("KIE: " + failure.getMessage(), failure));
        List<Integer> matched = new ArrayList<>();
        runtime.addListener(new DMNRuntimeEventListener() {
            @Override
            public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
                matched.addAll(event.getMatches());
            }
        });
        return new Judge(runtime, runtime.getModels().getFirst(), matched);
    }

    /** How many rows of a query it judges; the results are dropped. */
    long count(DuckDbEngine database, String query) {
        long rows = 0;
        for (long from = 0; ; from += BATCH) {
            List<Map<String, Object>> batch = database.rows(query + " LIMIT " + BATCH + " OFFSET " + from);
            rows += batch.parallelStream()
                    .map(row -> judges.get().evaluate(contexts(row)))
                    .filter(result -> result.getDecisionResultByName(decision) != null)
                    .count();
            if (batch.size() < BATCH) {
                return rows;
            }
        }
    }

    /** Judges all rows of a run and leaves the results in the table {@value #JUDGED}. */
    void judge(DuckDbEngine database, RulerRun run) {
        List<CompiledDecision.Output> outputs = run.outputs();
        StringBuilder columns = new StringBuilder();
        StringBuilder typed = new StringBuilder();
        for (int index = 0; index <= outputs.size(); index++) {
            boolean places = index == outputs.size();
            String name = places ? CompiledDecision.MATCHED : outputs.get(index).name();
            String type = places
                    ? "INTEGER[]"
                    : database.dialect().typeName(outputs.get(index).type());
            columns.append(index == 0 ? "" : ", ").append("c").append(index).append(" VARCHAR");
            typed.append(index == 0 ? "" : ", ")
                    .append("CAST(c")
                    .append(index)
                    .append(" AS ")
                    .append(type);
            typed.append(") AS ").append(database.dialect().quote(name));
        }
        database.execute("CREATE OR REPLACE TABLE kie_texts (" + columns + ")");
        String query = "SELECT * FROM " + database.dialect().quote(RulerRun.DATA);
        try (DuckDBAppender appender = ((DuckDBConnection) database.connection()).createAppender("main", "kie_texts")) {
            for (long from = 0; ; from += BATCH) {
                List<Map<String, Object>> batch = database.rows(query + " LIMIT " + BATCH + " OFFSET " + from);
                for (List<String> row :
                        batch.parallelStream().map(each -> texts(each, outputs)).toList()) {
                    appender.beginRow();
                    for (String text : row) {
                        appender.append(text);
                    }
                    appender.endRow();
                }
                if (batch.size() < BATCH) {
                    break;
                }
            }
        } catch (SQLException failed) {
            throw new EngineException("DuckDB: " + failed.getMessage(), failed);
        }
        database.execute("CREATE OR REPLACE VIEW " + JUDGED + " AS SELECT "
                + database.dialect().quote(RulerRun.DATA) + ".*, " + typed + " FROM "
                + database.dialect().quote(RulerRun.DATA) + " POSITIONAL JOIN kie_texts");
    }

    private List<String> texts(Map<String, Object> row, List<CompiledDecision.Output> outputs) {
        Judge judge = judges.get();
        Object result =
                judge.evaluate(contexts(row)).getDecisionResultByName(decision).getResult();
        List<String> texts = new ArrayList<>();
        for (CompiledDecision.Output output : outputs) {
            boolean whole = outputs.size() == 1 && output.name().equals(decision);
            Object value = whole ? result : result instanceof Map<?, ?> context ? context.get(output.name()) : null;
            texts.add(value instanceof BigDecimal number ? number.toPlainString() : Strings.of(value));
        }
        texts.add(judge.matched().toString());
        return texts;
    }

    /** Columns {@code input.entry} as the entries of contexts. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> contexts(Map<String, Object> row) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        row.forEach((name, value) -> {
            int dot = name.indexOf('.');
            if (dot < 0) {
                inputs.put(name, value);
            } else {
                ((Map<String, Object>) inputs.computeIfAbsent(
                                name.substring(0, dot), key -> new LinkedHashMap<String, Object>()))
                        .put(name.substring(dot + 1), value);
            }
        });
        return inputs;
    }
}
