package org.shengmo.ruler.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shengmo.ruler.evaluation.Refusal;

/** A published table over a file, from reading to writing. */
class RulerRunTest {
    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="urn:t" name="t" id="t">
              <inputData id="i1" name="收入"><variable name="收入" typeRef="number"/></inputData>
              <inputData id="i2" name="kind"><variable name="kind" typeRef="string"/></inputData>
              <decision id="d" name="Result"><variable name="Result"/>
                <informationRequirement id="q1"><requiredInput href="#i1"/></informationRequirement>
                <informationRequirement id="q2"><requiredInput href="#i2"/></informationRequirement>
                <decisionTable id="x" hitPolicy="UNIQUE">
                  <input id="c1"><inputExpression id="e1" typeRef="number"><text>收入</text></inputExpression></input>
                  <input id="c2"><inputExpression id="e2" typeRef="string"><text>kind</text></inputExpression></input>
                  <output id="o" typeRef="string"/>
                  <annotation name="clause"/>
                  <rule id="r1"><inputEntry id="a1"><text>&lt; 100.05</text></inputEntry><inputEntry id="a2"><text>-</text></inputEntry>
                    <outputEntry id="b1"><text>"low"</text></outputEntry><annotationEntry><text>law#3</text></annotationEntry></rule>
                  <rule id="r2"><inputEntry id="a3"><text>&gt;= 100.05</text></inputEntry><inputEntry id="a4"><text>%s</text></inputEntry>
                    <outputEntry id="b2"><text>"high"</text></outputEntry><annotationEntry><text>law#4</text></annotationEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;
    private static final String ROWS = "收入,kind,note\n100.04,城,a\n100.05,城,\"b, c\"\nmany,城,d\n,乡,e\n";

    @TempDir
    Path folder;

    private DuckDbEngine engine;

    @BeforeEach
    void open() {
        engine = DuckDbEngine.open(new DuckDbSettings("500MB", folder.resolve("spill"), 1, List.of(folder)));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private RulerRun prepare(String cell, byte[] data) throws IOException {
        Path table = Files.writeString(folder.resolve("table.dmn"), TABLE.replace("%s", cell));
        Path file = Files.write(folder.resolve("data.csv"), data);
        return RulerRun.prepare(engine, Clock.systemUTC(), table, "Result", file);
    }

    @Test
    void judgesEachRowAndCitesItsClause() throws Exception {
        RulerRun run = prepare("-", ROWS.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(run.row(1))
                .containsEntry("Result", "low")
                .containsEntry("收入", new BigDecimal("100.04"))
                .containsEntry("citations", List.of("law#3"));
        assertThat(run.row(2)).containsEntry("Result", "high").containsEntry("matched", List.of(2));
        assertThat(run.row(3)).containsEntry("Result", null).containsEntry("matched", List.of());
    }

    @Test
    void putsAsideWhatItCantReadWithItsLine() throws Exception {
        RulerRun run = prepare("-", ROWS.getBytes(java.nio.charset.StandardCharsets.UTF_8));

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
        engine.load("again", folder.resolve("out/judged.parquet"), Map.of());
        assertThat(engine.count("again")).isEqualTo(3);
        assertThat(Files.size(folder.resolve("out/judged.xlsx"))).isPositive();
    }

    @Test
    void refusesWhatItCantCompileWithTheCell() {
        assertThatThrownBy(() -> prepare("no such name", ROWS.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("row 2, input 2");
    }

    @Test
    void readsNothingOutsideItsFolders() {
        assertThatThrownBy(() -> engine.rows("SELECT * FROM read_csv('/etc/hostname')"))
                .isInstanceOf(EngineException.class);
        assertThatThrownBy(() -> engine.execute("SET enable_external_access = true"))
                .isInstanceOf(EngineException.class);
    }
}
