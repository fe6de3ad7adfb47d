package org.shengmo.ruler.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.shengmo.ruler.dmn.DmnReader;
import org.shengmo.ruler.dmn.HitPolicy;
import org.shengmo.ruler.engine.DuckDbEngine;
import org.shengmo.ruler.engine.DuckDbSettings;

/** Random tables over random rows: what SQL gives is what the KIE engine gives, nulls and edges included. */
class KieProperties {
    private static DuckDbEngine engine;

    @BeforeContainer
    static void open() throws Exception {
        Path spill = Files.createTempDirectory("spill");
        engine = DuckDbEngine.open(new DuckDbSettings("1GB", spill, 1, List.of()));
    }

    @AfterContainer
    static void close() {
        engine.close();
    }

    @Property(tries = 60)
    void sqlAgreesWithKie(@ForAll long seed) {
        RandomTable table = new RandomTable(new Random(seed));
        String xml = table.xml();
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newReaderResource(new StringReader(xml))))
                .getOrElseThrow(IllegalStateException::new);
        DMNModel kie = runtime.getModels().get(0);
        assertThat(kie.hasErrors()).as(xml).isFalse();
        Map<String, SqlType> columns = new LinkedHashMap<>();
        columns.put("row", new SqlType.Decimal(10, 0));
        columns.put("amount", new SqlType.Decimal(12, 2));
        columns.put("count", new SqlType.Decimal(10, 0));
        columns.put("kind", SqlType.Plain.TEXT);
        columns.put("since", SqlType.Plain.DATE);
        columns.put("live", SqlType.Plain.TRUTH);
        CompiledDecision compiled = new Compiler(Clock.systemUTC(), engine.dialect())
                .compile(DmnReader.read(xml), "Result", new Schema(columns));
        List<Map<String, Object>> rows = table.rows(40);
        String source = "(SELECT * FROM (VALUES " + table.values(rows)
                + ") AS t(\"row\", amount, count, kind, since, live) ORDER BY 1)";
        List<Map<String, Object>> results = engine.rows(compiled.query(source, List.of("row")) + " ORDER BY 1");
        for (int index = 0; index < rows.size(); index++) {
            DMNContext context = runtime.newContext();
            rows.get(index).forEach(context::set);
            Object expected = runtime.evaluateByName(kie, context, "Result")
                    .getDecisionResultByName("Result")
                    .getResult();
            Object actual = actual(compiled, results.get(index));
            assertThat(FeelValues.same(plain(expected), actual))
                    .as("%s%nrow %s%nKIE %s%nSQL %s", xml, rows.get(index), expected, actual)
                    .isTrue();
        }
    }

    private static Object actual(CompiledDecision compiled, Map<String, Object> row) {
        List<CompiledDecision.Output> outputs = compiled.outputs();
        if (outputs.size() == 1) {
            return FeelValues.of(row.get("Result"), outputs.get(0).type());
        }
        Map<String, Object> context = new LinkedHashMap<>();
        outputs.forEach(output -> context.put(output.name(), FeelValues.of(row.get(output.name()), output.type())));
        return context;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case BigDecimal number -> number.round(MathContext.DECIMAL128);
            case Number number -> new BigDecimal(number.toString());
            case List<?> list -> {
                List<Object> items = new ArrayList<>();
                list.forEach(item -> items.add(plain(item)));
                yield items;
            }
            case Map<?, ?> map -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                map.forEach((name, entry) -> entries.put((String) name, plain(entry)));
                yield entries;
            }
            case null -> null;
            default -> value;
        };
    }

    /** A table of two to five inputs' cells over fixed columns, with any hit policy. */
    private record RandomTable(Random random) {
        private static final List<String> KINDS = List.of("a", "b", "", "中文", "o'k");

        String xml() {
            List<HitPolicy> policies = List.of(HitPolicy.values());
            HitPolicy policy = policies.get(random.nextInt(policies.size()));
            boolean several = !policy.aggregates() && random.nextBoolean();
            boolean numbers = policy.aggregates() || random.nextBoolean();
            boolean ranked = policy == HitPolicy.PRIORITY || policy == HitPolicy.OUTPUT_ORDER;
            StringBuilder xml = new StringBuilder("""
                    <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:random" name="random" id="r">
                    """);
            List<String> inputs = List.of("amount:number", "count:number", "kind:string", "since:date", "live:boolean");
            for (String input : inputs) {
                String[] parts = input.split(":", -1);
                xml.append(
                        "<inputData id=\"i_%1$s\" name=\"%1$s\"><variable name=\"%1$s\" typeRef=\"%2$s\"/></inputData>\n"
                                .formatted(parts[0], parts[1]));
            }
            xml.append("<decision id=\"d\" name=\"Result\"><variable name=\"Result\"/>\n");
            for (String input : inputs) {
                xml.append(
                        "<informationRequirement id=\"q_%1$s\"><requiredInput href=\"#i_%1$s\"/></informationRequirement>\n"
                                .formatted(input.split(":", -1)[0]));
            }
            xml.append("<decisionTable id=\"t\" hitPolicy=\"")
                    .append(name(policy))
                    .append(">\n");
            for (String input : inputs) {
                String[] parts = input.split(":", -1);
                String text = parts[0].equals("count") && random.nextInt(3) == 0 ? "count * 2 - amount" : parts[0];
                xml.append(
                        "<input id=\"c_%s\"><inputExpression id=\"e_%s\" typeRef=\"%s\"><text>%s</text></inputExpression></input>\n"
                                .formatted(parts[0], parts[0], parts[1], text));
            }
            for (int output = 0; output < (several ? 2 : 1); output++) {
                xml.append("<output id=\"o").append(output).append("\"");
                xml.append(several ? " name=\"out" + output + "\"" : "");
                xml.append(" typeRef=\"").append(numbers ? "number" : "string").append("\">");
                if (ranked) {
                    xml.append("<outputValues><text>").append(numbers ? "3, 1, 2" : "\"z\", \"x\", \"y\"");
                    xml.append("</text></outputValues>");
                }
                xml.append("</output>\n");
            }
            int rules = random.nextInt(7);
            for (int rule = 0; rule <= rules; rule++) {
                xml.append("<rule id=\"r").append(rule).append("\">");
                for (String input : inputs) {
                    xml.append("<inputEntry id=\"x")
                            .append(rule)
                            .append(input.charAt(0))
                            .append(input.charAt(1));
                    xml.append("\"><text>").append(escape(cell(input))).append("</text></inputEntry>");
                }
                for (int output = 0; output < (several ? 2 : 1); output++) {
                    xml.append("<outputEntry id=\"y")
                            .append(rule)
                            .append(output)
                            .append("\"><text>");
                    xml.append(escape(output(
                                    numbers, ranked || policy == HitPolicy.ANY || policy == HitPolicy.COLLECT_COUNT)))
                            .append("</text></outputEntry>");
                }
                xml.append("</rule>\n");
            }
            return xml.append("</decisionTable></decision></definitions>").toString();
        }

        private static String name(HitPolicy policy) {
            return policy.aggregates()
                    ? "COLLECT\" aggregation=\"" + policy.name().substring("COLLECT_".length()) + "\""
                    : policy.name().replace('_', ' ') + "\"";
        }

        private static String escape(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;");
        }

        /** Constants where KIE tells numbers apart by their scale, or where ranks need them. */
        private String output(boolean numbers, boolean ranked) {
            if (numbers) {
                return ranked
                        ? List.of("1", "2", "3").get(random.nextInt(3))
                        : List.of("1", "2.5", "-3", "amount * 1.1", "count + 1").get(random.nextInt(5));
            }
            return List.of("\"x\"", "\"y\"", "\"z\"").get(random.nextInt(3));
        }

        private String cell(String input) {
            if (random.nextInt(3) == 0) {
                return "-";
            }
            return switch (input.split(":", -1)[1]) {
                case "number" -> number();
                case "string" ->
                    List.of(
                                    "\"a\"",
                                    "\"a\", \"b\"",
                                    "not(\"a\")",
                                    "null",
                                    "not(null)",
                                    "\"\"",
                                    "\"中文\"",
                                    "? != null and starts with(?, \"a\")")
                            .get(random.nextInt(8));
                case "date" ->
                    List.of(
                                    "< date(\"2020-02-29\")",
                                    "[date(\"2019-12-31\")..date(\"2020-03-01\"))",
                                    "date(\"2020-02-29\")",
                                    "null",
                                    ">= date(\"2019-12-31\")")
                            .get(random.nextInt(5));
                default -> List.of("true", "false", "not(true)", "null").get(random.nextInt(4));
            };
        }

        private String number() {
            String a = bound();
            String b = bound();
            boolean ordered = new BigDecimal(a).compareTo(new BigDecimal(b)) <= 0;
            String range = (random.nextBoolean() ? "[" : "(")
                    + (ordered ? a + ".." + b : b + ".." + a)
                    + (random.nextBoolean() ? "]" : ")");
            return List.of(
                            "< " + a,
                            ">= " + a,
                            a,
                            a + ", " + b,
                            range,
                            "not(" + range + ")",
                            "null",
                            "> count",
                            "<= amount / 3")
                    .get(random.nextInt(9));
        }

        private String bound() {
            return List.of("0", "1", "-1", "10", "9.99", "10.01", "100").get(random.nextInt(7));
        }

        List<Map<String, Object>> rows(int size) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (int index = 0; index < size; index++) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("amount", random.nextInt(5) == 0 ? null : new BigDecimal(bound()));
                row.put("count", random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(12) - 1));
                row.put("kind", random.nextInt(5) == 0 ? null : KINDS.get(random.nextInt(KINDS.size())));
                row.put(
                        "since",
                        random.nextInt(5) == 0
                                ? null
                                : java.time.LocalDate.of(2020, 2, 28).plusDays(random.nextInt(4) - 1L));
                row.put("live", random.nextInt(5) == 0 ? null : random.nextBoolean());
                rows.add(row);
            }
            return rows;
        }

        String values(List<Map<String, Object>> rows) {
            List<String> texts = new ArrayList<>();
            for (Map<String, Object> row : rows) {
                texts.add("(" + (texts.size() + 1) + ", CAST(" + row.get("amount") + " AS DECIMAL(12,2)), CAST("
                        + row.get("count") + " AS BIGINT), " + quoted(row.get("kind"), "VARCHAR") + ", "
                        + quoted(row.get("since"), "DATE") + ", CAST(" + row.get("live") + " AS BOOLEAN))");
            }
            return String.join(", ", texts);
        }

        private static String quoted(Object value, String type) {
            return "CAST(" + (value == null ? "NULL" : "'" + value.toString().replace("'", "''") + "'") + " AS " + type
                    + ")";
        }
    }
}
