package org.shengmo.ruler.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shengmo.ruler.dmn.DmnReader;
import org.shengmo.ruler.dmn.Model;
import org.shengmo.ruler.evaluation.Decisions;
import org.shengmo.ruler.evaluation.FeelDateTime;
import org.shengmo.ruler.evaluation.MonthsDuration;
import org.shengmo.ruler.evaluation.Refusal;
import org.shengmo.ruler.evaluation.Residual;
import org.shengmo.ruler.sql.CompiledDecision;
import org.shengmo.ruler.sql.Compiler;
import org.shengmo.ruler.sql.Dialect;
import org.shengmo.ruler.sql.SqlType;

/** What every engine has to do, each with the same results to the digit. */
public abstract class EngineContract {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);
    private static final String ROWS = "收入,kind,note\n100.04,城,a\n100.05,城,\"b, c\"\nmany,城,d\n,乡,e\n";
    private static final String VALUES = """
            id,n,m,s,d,t,b
            1,12.50,7,foo bar,2021-01-31,2021-01-31T10:20:30.5,true
            2,-0.05,-3,,2020-02-29,2020-02-29T00:00:00,false
            3,,2,中文 ab,,,
            4,99999999.99,1,o'k\\,1999-12-31,1999-12-31T23:59:59.999999,true
            5,0,,a,2024-03-01,1969-07-20T20:17:40,false
            """;

    /** Expressions over the row, each an output of its own. */
    private static final List<String> EXPRESSIONS = List.of(
            "n + m",
            "n - m * 2.125",
            "n / m",
            "n / 3",
            "1 / n",
            "m / 7 / 11",
            "n ** 2",
            "-n",
            "abs(n)",
            "floor(n)",
            "ceiling(n)",
            "decimal(n, 1)",
            "round up(n, 1)",
            "round down(n, 1)",
            "round half up(n, 1)",
            "round half down(n, 1)",
            "modulo(m, 3)",
            "modulo(n, -4.5)",
            "sqrt(abs(m))",
            "if n > 0 then \"plus\" else \"minus\"",
            "n in [0..20)",
            "n in (< 0, > 50)",
            "n between -1 and 13",
            "not(b)",
            "b and n > 1",
            "b or n > 1",
            "s = \"foo bar\"",
            "s = null",
            "s < \"b\"",
            "s + \"!\"",
            "substring(s, 2, 3)",
            "substring(s, -2)",
            "string length(s)",
            "upper case(s)",
            "contains(s, \"o\")",
            "starts with(s, \"foo\")",
            "ends with(s, \"b\")",
            "substring before(s, \" \")",
            "substring after(s, \" \")",
            "matches(s, \"^[a-z]+ \")",
            "replace(s, \"[ao]\", \"*\")",
            "string(n)",
            "string(d)",
            "d > date(\"2020-12-31\")",
            "d + duration(\"P1M\")",
            "d - duration(\"P1Y1M\")",
            "d + duration(\"P3D\")",
            "d - date(\"2000-01-01\")",
            "d.year * 100 + d.month",
            "d.weekday",
            "day of year(d)",
            "week of year(d)",
            "years and months duration(d, date(\"2026-11-24\"))",
            "date(t)",
            "t + duration(\"PT36H\")",
            "t - date and time(\"2000-01-01T00:00:00\")",
            "t.hour * 60 + t.minute",
            "(t - date and time(\"2000-01-01T00:00:00\")).days",
            "count([n, m, 1][item > 0])",
            "sum([n, m, 0.001])",
            "min(n, m, 5)",
            "max(n, m, 5)",
            "mean([n, m])",
            "list contains([1, 2, 7], m)",
            "for x in [n, m] return x * 2",
            "some x in [n, m] satisfies x < 0",
            "every x in [n, m] satisfies x > 0",
            "concatenate([n], [m, 1])",
            "distinct values([m, m, 1])",
            "sort([id, 3, -1], function(x, y) x < y)",
            "reverse([n, m])",
            "{a: n, c: {x: s}}.c.x",
            "n instance of number");

    @TempDir
    protected static Path folder;

    /** The engine, which may be shared by all tests; it may read and write {@link #folder}. */
    protected abstract Engine engine();

    private RulerRun prepare(String cell, byte[] data) throws IOException {
        Path table = Files.writeString(
                folder.resolve("table.dmn"), resource("income.dmn").replace("%s", cell));
        Path file = Files.write(folder.resolve("data.csv"), data);
        return RulerRun.prepare(engine(), CLOCK, table, "Result", file);
    }

    private static String resource(String name) throws IOException {
        try (var stream = EngineContract.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void judgesEachRowAndCitesItsClause() throws Exception {
        RulerRun run = prepare("-", ROWS.getBytes(StandardCharsets.UTF_8));

        assertThat(run.row(1))
                .containsEntry("Result", "low")
                .containsEntry("收入", new BigDecimal("100.04"))
                .containsEntry("citations", List.of("law#3"));
        assertThat(run.row(2)).containsEntry("Result", "high").containsEntry("matched", List.of(2));
        assertThat(run.row(3)).containsEntry("Result", null).containsEntry("matched", List.of());
    }

    @Test
    void putsAsideWhatItCantReadWithItsLine() throws Exception {
        RulerRun run = prepare("-", ROWS.getBytes(StandardCharsets.UTF_8));

        assertThat(run.write(folder.resolve("out"), "csv")).isEqualTo(3);
        assertThat(run.rejected()).isEqualTo(1);
        assertThat(Files.readAllLines(folder.resolve("out/rejected.csv")).get(1))
                .startsWith("4,")
                .contains("many");
        assertThat(Files.readString(folder.resolve("out/judged.csv")))
                .contains("b, c")
                .contains("law#4");
    }

    @Test
    void readsGb18030AndWritesWorkbooksAndParquet() throws Exception {
        RulerRun run = prepare("\"城\"", ROWS.getBytes(Charset.forName("GB18030")));

        assertThat(run.row(2)).containsEntry("Result", "high");
        assertThat(run.write(folder.resolve("out"), "xlsx")).isEqualTo(3);
        assertThat(run.write(folder.resolve("out"), "parquet")).isEqualTo(3);
        assertThat(engine().load("again", folder.resolve("out/judged.parquet"), Map.of())
                        .rows())
                .isEqualTo(3);
        assertThat(Files.size(folder.resolve("out/judged.xlsx"))).isPositive();
    }

    @Test
    void readsLineEndsOfWindowsAndAByteOrderMark() throws Exception {
        RulerRun run = prepare("-", ("\uFEFF" + ROWS.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8));

        assertThat(run.columns()).containsExactly("收入", "kind", "note");
        assertThat(run.row(2)).containsEntry("note", "b, c").containsEntry("Result", "high");
        assertThat(run.write(folder.resolve("out"), "csv")).isEqualTo(3);
    }

    @Test
    void putsAsideALineThatIsNeitherEncoding() throws Exception {
        var bytes = new java.io.ByteArrayOutputStream();
        bytes.writeBytes("收入,kind,note\n100.04,城,\"甲，\"\"乙\"\"\"\n200,".getBytes(Charset.forName("GB18030")));
        bytes.write(0xFF);
        bytes.writeBytes(",x\n300,城,䶮\n400\n".getBytes(Charset.forName("GB18030")));
        RulerRun run = prepare("\"城\"", bytes.toByteArray());

        assertThat(run.row(1)).containsEntry("note", "甲，\"乙\"").containsEntry("Result", "low");
        assertThat(run.row(2)).containsEntry("note", "䶮").containsEntry("Result", "high");
        assertThat(run.write(folder.resolve("out"), "csv")).isEqualTo(2);
        assertThat(Files.readAllLines(folder.resolve("out/rejected.csv")))
                .satisfiesExactly(
                        header -> assertThat(header).isEqualTo("line,reason,text"),
                        neither -> assertThat(neither).startsWith("3,"),
                        tooShort -> assertThat(tooShort).startsWith("5,").contains("400"));
    }

    /** A list of citations is as long as that of matched rows: what cites nothing shows as that. */
    @Test
    void aRowThatCitesNothingSaysSo() throws Exception {
        Path table = Files.writeString(
                folder.resolve("uncited.dmn"),
                resource("income.dmn").replace("%s", "-").replace("law#4", ""));
        Path file = Files.writeString(folder.resolve("uncited.csv"), ROWS);
        RulerRun run = RulerRun.prepare(engine(), CLOCK, table, "Result", file);

        assertThat(run.row(1)).containsEntry("citations", List.of("law#3"));
        assertThat(run.row(2)).containsEntry("matched", List.of(2)).containsEntry("citations", List.of(""));
        assertThat(run.row(3)).containsEntry("matched", List.of()).containsEntry("citations", List.of());
    }

    @Test
    void readsAFolderOfParquetFilesAsOneTable() throws Exception {
        Path parts = Files.createDirectories(folder.resolve("parts.parquet"));
        for (String part : List.of("one", "two")) {
            RulerRun run = prepare("-", ROWS.getBytes(StandardCharsets.UTF_8));
            run.write(folder.resolve(part), "parquet");
            Path written = folder.resolve(part).resolve("judged.parquet");
            if (Files.isDirectory(written)) {
                try (var files = Files.list(written)) {
                    for (Path file : files.filter(each -> each.toString().endsWith(".parquet"))
                            .toList()) {
                        Files.copy(file, parts.resolve(part + file.getFileName()));
                    }
                }
            } else {
                Files.copy(written, parts.resolve(part + ".parquet"));
            }
        }

        assertThat(engine().load("parts", parts, Map.of()).rows()).isEqualTo(6);
    }

    @Test
    void refusesWhatItCantCompileWithTheCell() {
        assertThatThrownBy(() -> prepare("no such name", ROWS.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("row 2, input 2");
    }

    /** All hit policies over the same rows, against the evaluation of one case at a time. */
    @Test
    void tablesOfEveryHitPolicy() throws Exception {
        String model = resource("policies.dmn");
        for (String policy : List.of(
                "UNIQUE",
                "ANY",
                "FIRST",
                "PRIORITY",
                "RULE ORDER",
                "OUTPUT ORDER",
                "COLLECT",
                "COLLECT\" aggregation=\"SUM",
                "COLLECT\" aggregation=\"MIN",
                "COLLECT\" aggregation=\"MAX",
                "COLLECT\" aggregation=\"COUNT")) {
            agrees(DmnReader.read(model.replace("%s", policy)), "Result", policy);
        }
    }

    /** One decision with an entry for each expression, so that an engine reads the rows once. */
    @Test
    void expressionsToTheDigit() throws Exception {
        StringBuilder entries = new StringBuilder("<decision id='all' name='All'>");
        List.of("n", "m", "s", "d", "t", "b", "id")
                .forEach(input -> entries.append(
                        "<informationRequirement><requiredInput href='#" + input + "'/></informationRequirement>"));
        entries.append("<context>");
        for (int index = 0; index < EXPRESSIONS.size(); index++) {
            entries.append("<contextEntry><variable name='e" + index + "'/><literalExpression><text><![CDATA["
                    + EXPRESSIONS.get(index) + "]]></text></literalExpression></contextEntry>");
        }
        entries.append("</context></decision>");
        StringBuilder model = new StringBuilder(resource("expressions.dmn"));
        model.insert(model.indexOf("</definitions>"), entries);
        agrees(DmnReader.read(model.toString()), "All", "expressions");
    }

    private void agrees(Model model, String decision, String what) throws IOException {
        Path data = Files.writeString(folder.resolve("values.csv"), VALUES);
        Loaded loaded = engine().load("facts", data, RulerRun.types(model));
        assertThat(loaded.rows()).isEqualTo(5);
        assertThat(loaded.rejected()).isEmpty();
        Dialect sql = engine().dialect();
        String order = " ORDER BY " + sql.quote("id");
        List<Map<String, Object>> inputs = engine().rows("SELECT * FROM " + sql.quote("facts") + order);
        CompiledDecision compiled = new Compiler(CLOCK, sql).compile(model, decision, loaded.schema());
        List<Map<String, Object>> rows = engine().rows(compiled.query(sql.quote("facts"), List.of("id")) + order);
        for (int row = 0; row < rows.size(); row++) {
            Object expected = new Decisions(model, inputs(inputs.get(row)), CLOCK, Residual.NONE).value(decision);
            for (CompiledDecision.Output output : compiled.outputs()) {
                Object each = expected instanceof Map<?, ?> context ? context.get(output.name()) : expected;
                assertThat(plain(rows.get(row).get(output.name()), output.type()))
                        .as("%s: %s of %s", what, output.name(), inputs.get(row))
                        .isEqualTo(plain(each, output.type()));
            }
        }
    }

    private static Map<String, Object> inputs(Map<String, Object> row) {
        Map<String, Object> inputs = new HashMap<>();
        row.forEach((name, value) ->
                inputs.put(name, value instanceof LocalDateTime moment ? new FeelDateTime(moment, null) : value));
        return inputs;
    }

    /** A value in one spelling: numbers to the scale that the column has, moments and durations in microseconds. */
    private static Object plain(Object value, SqlType type) {
        return switch (value) {
            case null -> null;
            case List<?> list ->
                list.stream()
                        .map(item ->
                                String.valueOf(plain(item, type instanceof SqlType.ListOf of ? of.element() : type)))
                        .toList();
            case Number number -> {
                int scale = type instanceof SqlType.Decimal decimal ? decimal.scale() : 8;
                yield new BigDecimal(number.toString()).setScale(Math.min(scale, 20), java.math.RoundingMode.HALF_UP);
            }
            case FeelDateTime moment -> moment.dateTime().toString();
            case LocalDateTime moment -> moment.toString();
            case LocalDate date -> date.toString();
            case java.time.Duration duration -> new BigDecimal(duration.toNanos() / 1000).setScale(8);
            case MonthsDuration duration -> new BigDecimal(duration.months()).setScale(8);
            default -> value;
        };
    }
}
