package org.shengmo.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shengmo.rulebook.PackReader.PackFile;

class PackReaderTest {

    @Test
    void aVersionEndsWhereTheNextBegins() {
        Pack pack = SamplePack.pack();
        assertThat(pack.documents().getFirst().versions())
                .extracting(version -> version.until())
                .containsExactly(LocalDate.of(2025, 1, 1), null);
        assertThat(pack.tables()).extracting(table -> table.until()).containsExactly(LocalDate.of(2025, 1, 1), null);
    }

    @Test
    void aLaterFileOfTheSameVersionTakesItsPlace() {
        List<PackFile> files = SamplePack.files();
        files.add(new PackFile("own.dmn", "rulebook", SamplePack.table("2025-01-01", 7)));
        assertThat(PackReader.read(files).tables())
                .extracting(table -> table.content().contains("&gt; 7"))
                .containsExactly(false, true);
    }

    @Test
    void everyFaultOfEveryFileIsNamed() {
        List<PackFile> files = SamplePack.files();
        files.add(new PackFile("a.yaml", "rulebook", SamplePack.DOCUMENT.replace("issuer: 示例区\n", "")));
        files.add(new PackFile("b.yaml", "rulebook", SamplePack.DOCUMENT.replace("2019-12-01", "2019-13-01")));
        files.add(new PackFile("c.dmn", "rulebook", "<definitions"));
        files.add(new PackFile(
                "d.dmn", "rulebook", SamplePack.table("2026-01-01", 1).replace("sample-measures#2", "see the law")));
        files.add(new PackFile(
                "e.dmn",
                "rulebook",
                SamplePack.table("2026-01-01", 1).replace("typeRef=\"number\"", "typeRef=\"days\"")));
        assertThatThrownBy(() -> PackReader.read(files))
                .isInstanceOf(BrokenPack.class)
                .hasMessageContaining("a.yaml: issuer is missing")
                .hasMessageContaining("b.yaml: ")
                .hasMessageContaining("c.dmn: not XML")
                .hasMessageContaining("d.dmn: row 1 cites")
                .hasMessageContaining("e.dmn: column daysLate has type 'days'");
    }

    @Test
    void aClauseThatIsNotInForceAsLongAsTheTableIsFound() {
        List<PackFile> files = SamplePack.files();
        files.set(1, new PackFile("early.dmn", "rulebook", SamplePack.table("2019-01-01", 10)));
        assertThatThrownBy(() -> PackReader.read(files))
                .hasMessageContaining("cites sample-measures#2, which is not in force on 2019-01-01");

        files.set(
                1,
                new PackFile(
                        "stranger.dmn",
                        "rulebook",
                        SamplePack.table("2020-01-01", 10).replace("sample-measures#2", "other#2")));
        assertThatThrownBy(() -> PackReader.read(files))
                .hasMessageContaining("cites other#2, a document that no pack has");
    }

    @Test
    void aTableReadsWithLabelsAndWordsInBothLanguages() {
        DecisionTable table = TableFile.read(SamplePack.table("2025-01-01", 5), null, "rulebook", null, 1, true);
        assertThat(table.title()).isEqualTo("迟报怎么办");
        assertThat(table.inputs().get(1).values())
                .containsExactly(
                        new DecisionTable.Value("town", "乡镇", "Township"),
                        new DecisionTable.Value("department", "部门", "Department"));
        assertThat(table.rows().getFirst().conditions()).containsExactly("> 5", "-");
        assertThat(table.rows().get(1).clauses()).containsExactly("sample-measures#1.1");
    }
}
