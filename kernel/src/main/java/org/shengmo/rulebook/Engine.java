package org.shengmo.rulebook;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.shengmo.docket.Sha256;
import org.shengmo.wording.Invalid;

/** The KIE engine over all tables, in one runtime: it takes about a second to build, whatever the number of tables. */
final class Engine {

    /** Where the listener leaves the matched rows of one evaluation. */
    private static final String ROWS = "org.shengmo.rulebook.rows";

    /** Runtimes by the hash of their tables: what several contexts of one process share. */
    private static final Map<String, DMNRuntime> BUILT = new ConcurrentHashMap<>();

    private final DMNRuntime runtime;

    private Engine(DMNRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * Builds the engine.
     *
     * @param tables the DMN files
     * @throws IllegalStateException where the engine does not accept one
     */
    static Engine of(List<String> tables) {
        return new Engine(BUILT.computeIfAbsent(Sha256.hex(String.join("\n", tables)), hash -> build(tables)));
    }

    private static DMNRuntime build(List<String> tables) {
        List<Resource> resources = tables.stream()
                .map(table -> ResourceFactory.newReaderResource(new StringReader(table), "UTF-8"))
                .toList();
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(resources)
                .getOrElseThrow(problem -> new IllegalStateException("the engine refuses a table", problem));
        runtime.getModels().stream().filter(DMNModel::hasErrors).findAny().ifPresent(model -> {
            throw new IllegalStateException("the engine refuses " + model.getNamespace() + ": "
                    + words(model.getMessages(DMNMessage.Severity.ERROR)));
        });
        runtime.addListener(new MatchedRows());
        return runtime;
    }

    private static String words(List<DMNMessage> messages) {
        return messages.stream().map(DMNMessage::getText).collect(Collectors.joining("; "));
    }

    private static final class MatchedRows implements DMNRuntimeEventListener {
        @Override
        public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
            if (event.getResult().getContext().getMetadata().get(ROWS) instanceof Match match) {
                match.selected.addAll(event.getSelected() == null ? List.of() : event.getSelected());
                match.matched.addAll(event.getMatches() == null ? List.of() : event.getMatches());
            }
        }
    }

    private static final class Match {
        final List<Integer> selected = new ArrayList<>();
        final List<Integer> matched = new ArrayList<>();

        List<Integer> rows() {
            return selected.isEmpty() ? matched : selected;
        }
    }

    /**
     * What a table answers.
     *
     * @param rows matched rows, from 1
     * @param outputs one map a row; for an aggregated answer one in all
     */
    record Answer(List<Integer> rows, List<Map<String, Object>> outputs) {}

    /** @throws Invalid where the facts lie outside of what the table's columns take */
    Answer decide(DecisionTable table, Map<String, Object> facts) {
        DMNModel model =
                runtime.getModel("https://shengmo.org/rules/" + table.code() + "/" + table.from(), table.code());
        DMNContext context = runtime.newContext();
        facts.forEach(context::set);
        Match match = new Match();
        context.getMetadata().set(ROWS, match);
        DMNResult result = runtime.evaluateAll(model, context);
        if (match.matched.size() > 1 && table.hitPolicy().equals("UNIQUE")) {
            throw new IllegalStateException(
                    "rows " + match.matched + " of table " + table.code() + " of " + table.from() + " overlap");
        }
        if (result.hasErrors()) {
            throw Invalid.at("", "rulebook.facts.unfit", words(result.getMessages(DMNMessage.Severity.ERROR)));
        }
        Object answer = result.getDecisionResultByName(table.code()).getResult();
        return new Answer(match.rows(), outputs(table, answer));
    }

    private static List<Map<String, Object>> outputs(DecisionTable table, Object answer) {
        return switch (answer) {
            case null -> List.of();
            case List<?> many ->
                many.stream().map(one -> outputs(table, one).getFirst()).toList();
            case Map<?, ?> one -> {
                Map<String, Object> outputs = new TreeMap<>();
                one.forEach((name, value) -> outputs.put(name.toString(), value));
                yield List.of(outputs);
            }
            default -> List.of(Map.of(table.outputs().getFirst().name(), answer));
        };
    }
}
