package org.shengmo.ruler.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shengmo.ruler.dmn.DmnException;
import org.shengmo.ruler.dmn.DmnReader;
import org.shengmo.ruler.dmn.Model;
import org.shengmo.ruler.engine.DuckDbEngine;
import org.shengmo.ruler.engine.DuckDbSettings;
import org.shengmo.ruler.evaluation.Refusal;
import org.shengmo.ruler.feel.FeelType;

/** The vendors' kit: each case, compiled to SQL and run, equals the expected result or is refused with the reason. */
class DmnTckTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path spill;

    private record Outcome(TckCase test, String state, String detail) {}

    @Test
    void everyCaseEqualsOrIsRefused() throws Exception {
        Path kit = Path.of(System.getProperty("shengmo.data"), "dmn-tck");
        Assumptions.assumeTrue(Files.isDirectory(kit), "no DMN kit at " + kit + " (-Dshengmo.data=DIR)");
        List<Outcome> outcomes = new ArrayList<>();
        try (DuckDbEngine engine = DuckDbEngine.open(new DuckDbSettings("1GB", spill, 1, List.of()));
                Stream<Path> files = Files.walk(kit)) {
            List<Path> tests = files.filter(file -> file.toString().matches(".*-test-.*\\.xml"))
                    .sorted()
                    .toList();
            Map<Path, Object> models = new HashMap<>();
            for (Path test : tests) {
                for (TckCase each : TckCase.read(test)) {
                    outcomes.add(run(each, models.computeIfAbsent(each.model(), DmnTckTest::read), engine));
                }
            }
        }
        Files.writeString(Path.of("target", "dmn-tck.md"), page(outcomes));
        assertThat(outcomes.stream().filter(outcome -> "wrong".equals(outcome.state())))
                .isEmpty();
    }

    private static Object read(Path file) {
        try {
            return DmnReader.read(file);
        } catch (DmnException unreadable) {
            return unreadable;
        }
    }

    private static Outcome run(TckCase test, Object model, DuckDbEngine engine) {
        if (!(model instanceof Model readable)) {
            return new Outcome(test, "refused", ((DmnException) model).getMessage());
        }
        try {
            Object actual = judge(test, readable, engine);
            Object expected = test.error() ? null : test.expected();
            return FeelValues.same(expected, actual)
                    ? new Outcome(test, "equal", "")
                    : new Outcome(test, "wrong", "expected " + expected + ", got " + actual);
        } catch (Refusal refusal) {
            return new Outcome(test, "refused", refusal.getMessage());
        } catch (RuntimeException broken) {
            return new Outcome(test, "wrong", String.valueOf(broken));
        }
    }

    private static Object judge(TckCase test, Model model, DuckDbEngine engine) {
        Dialect dialect = engine.dialect();
        Reifier reifier = new Reifier(dialect);
        Map<String, SqlType> columns = new LinkedHashMap<>();
        List<String> row = new ArrayList<>();
        row.add("1 AS \"row\"");
        Map<String, Object> inputs = new LinkedHashMap<>();
        model.inputs().forEach(input -> inputs.put(input.name(), null));
        inputs.putAll(test.inputs());
        inputs.forEach((name, value) -> {
            RowValue literal = value == null ? nothing(model, name, dialect) : reifier.of(value);
            columns.put(name, literal.sqlType());
            row.add(dialect.toResult(reifier.exact(literal).text(), literal.sqlType()) + " AS " + dialect.quote(name));
        });
        CompiledDecision compiled = new Compiler(CLOCK, dialect).compile(model, test.node(), new Schema(columns));
        Map<String, Object> result = engine.rows(compiled.query("(SELECT " + String.join(", ", row) + ")", List.of()))
                .get(0);
        List<CompiledDecision.Output> outputs = compiled.outputs();
        if (outputs.size() == 1 && outputs.get(0).name().equals(test.node())) {
            return value(outputs.get(0), result);
        }
        Map<String, Object> context = new LinkedHashMap<>();
        outputs.forEach(output -> context.put(output.name(), value(output, result)));
        return context;
    }

    private static Object value(CompiledDecision.Output output, Map<String, Object> result) {
        Object value = result.get(output.name());
        return output.constant() == null ? FeelValues.of(value, output.type()) : output.constant();
    }

    private static RowValue nothing(Model model, String name, Dialect dialect) {
        FeelType type = model.inputs().stream()
                .filter(input -> input.name().equals(name))
                .map(input -> model.resolve(input.type()))
                .findFirst()
                .orElse(FeelType.Simple.ANY);
        SqlType column = SqlTypes.column(type);
        return new RowValue(column, "CAST(NULL AS " + dialect.typeName(column) + ")", 0, java.util.Set.of());
    }

    private static String page(List<Outcome> outcomes) {
        Map<String, Long> counts =
                outcomes.stream().collect(Collectors.groupingBy(Outcome::state, Collectors.counting()));
        StringBuilder page = new StringBuilder("# DMN kit, case by case\n\n");
        page.append("Each case compiled to SQL and run on DuckDB: ")
                .append(outcomes.size())
                .append(" results, ");
        page.append(counts)
                .append(".\n\n| model | case | decision | outcome | reason |\n| --- | --- | --- | --- | --- |\n");
        for (Outcome outcome : outcomes) {
            TckCase test = outcome.test();
            page.append("| ").append(test.model().getFileName()).append(" | ").append(test.id());
            page.append(" | ")
                    .append(test.node())
                    .append(" | ")
                    .append(outcome.state())
                    .append(" | ");
            page.append(outcome.detail().replace("|", "\\|").replaceAll("\\s+", " "))
                    .append(" |\n");
        }
        return page.toString();
    }
}
