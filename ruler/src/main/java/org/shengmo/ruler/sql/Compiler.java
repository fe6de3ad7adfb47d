package org.shengmo.ruler.sql;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shengmo.ruler.dmn.DecisionTable;
import org.shengmo.ruler.dmn.Model;
import org.shengmo.ruler.evaluation.Decisions;
import org.shengmo.ruler.evaluation.OutputRank;
import org.shengmo.ruler.evaluation.Refusal;
import org.shengmo.ruler.evaluation.Residual;
import org.shengmo.ruler.evaluation.Strings;
import org.shengmo.ruler.feel.Expression;

/** Compiles a decision with all it requires to one pass over the rows of a source. */
public final class Compiler {
    private final Clock clock;
    private final Dialect dialect;

    /** {@code clock} answers {@code now()} and {@code today()}, once for the whole run. */
    public Compiler(Clock clock, Dialect dialect) {
        this.clock = clock;
        this.dialect = dialect;
    }

    /** The decision over a source of these columns; a {@link Refusal} says what can't be compiled, and where it stands. */
    public CompiledDecision compile(Model model, String decision, Schema schema) {
        SqlResidual residual =
                new SqlResidual(dialect, ranked -> OutputRank.of(ranked.output(), ranked.value(), clock));
        Object value = new Decisions(model, inputs(model, schema), clock, residual).value(decision);
        return new CompiledDecision(
                decision,
                dialect,
                residual.layers,
                outputs(decision, value, residual),
                matched(model, decision, residual));
    }

    private Map<String, Object> inputs(Model model, Schema schema) {
        Map<String, Object> inputs = new HashMap<>();
        schema.columns().forEach((name, type) -> inputs.put(name, column(name, type)));
        for (Model.InputData input : model.inputs()) {
            if (!inputs.containsKey(input.name())) {
                inputs.put(input.name(), entries(input.name(), schema));
            }
        }
        return inputs;
    }

    private RowValue column(String name, SqlType type) {
        return new RowValue(type, dialect.fromSource(dialect.quote(name), type), 0, Set.of());
    }

    /** The columns {@code input.entry} as a context, or a refusal when it is used. */
    private Object entries(String input, Schema schema) {
        Map<String, Object> context = new LinkedHashMap<>();
        String prefix = input + ".";
        schema.columns().forEach((name, type) -> {
            if (name.startsWith(prefix)) {
                put(context, name.substring(prefix.length()), column(name, type));
            }
        });
        return context.isEmpty() ? new Decisions.Missing("no column '" + input + "' in the data") : context;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> context, String path, RowValue column) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            context.put(path, column);
        } else {
            Object inner = context.computeIfAbsent(path.substring(0, dot), key -> new LinkedHashMap<String, Object>());
            put((Map<String, Object>) inner, path.substring(dot + 1), column);
        }
    }

    private static List<CompiledDecision.Output> outputs(String decision, Object value, SqlResidual residual) {
        List<CompiledDecision.Output> outputs = new ArrayList<>();
        if (value instanceof Map<?, ?> context && !context.isEmpty()) {
            context.forEach((name, entry) -> outputs.add(output((String) name, entry, residual)));
        } else {
            outputs.add(output(decision, value, residual));
        }
        return outputs;
    }

    private static CompiledDecision.Output output(String name, Object value, SqlResidual residual) {
        try {
            RowValue row = residual.reifier.of(value);
            return new CompiledDecision.Output(
                    name, row.sqlType(), residual.reifier.exact(row).text(), null);
        } catch (Refusal unheld) {
            if (Residual.isUnknown(value)) {
                throw unheld;
            }
            String text = residual.dialect.text(Strings.of(value));
            return new CompiledDecision.Output(name, SqlType.Plain.TEXT, text, value);
        }
    }

    private static SqlTables.Matched matched(Model model, String decision, SqlResidual residual) {
        Expression logic = model.decision(decision).map(Model.Decision::logic).orElse(null);
        while (logic instanceof Expression.Placed placed) {
            logic = placed.expression();
        }
        return logic instanceof DecisionTable table ? residual.matched(table) : null;
    }
}
