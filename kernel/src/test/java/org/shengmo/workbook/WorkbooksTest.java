package org.shengmo.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.shengmo.store.Ladder;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Words;
import org.shengmo.workbook.Layout.Column;

class WorkbooksTest {

    private static final Layout LAYOUT = Layout.of(
            Layout.Sheet.of(
                    "body",
                    "机构",
                    "Bodies",
                    Column.required("code", "编码", "Code", new CellForm.Code()),
                    Column.required("name", "名称", "Name", new CellForm.Text(10)),
                    Column.optional("parent", "上级", "Parent", new CellForm.Reference("body", "code"))),
            Layout.Sheet.of(
                    "post",
                    "职务",
                    "Posts",
                    Column.required("code", "编码", "Code", new CellForm.Code()),
                    Column.required("body", "机构编码", "Body", new CellForm.Reference("body", "code")),
                    Column.optional("from", "起始", "From", new CellForm.Date()),
                    Column.optional("rank", "序号", "Rank", new CellForm.WholeNumber(1, 99)),
                    Column.optional("amount", "金额", "Amount", new CellForm.DecimalNumber(2)),
                    Column.optional("head", "正职", "Head", CellForm.Choice.yesNo()),
                    Column.optional(
                            "person",
                            "人员",
                            "Person",
                            new CellForm.Known(Set.of("P1")::contains, "workbook.cell.number"))));

    private static byte[] workbook(Consumer<Workbook> fill) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            fill.accept(workbook);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void row(Worksheet sheet, int row, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            switch (cells[i]) {
                case null -> {}
                case String text -> {
                    if (text.startsWith("=")) {
                        sheet.formula(row, i, text.substring(1));
                    } else {
                        sheet.value(row, i, text);
                    }
                }
                case Number number -> sheet.value(row, i, number);
                case LocalDate day -> sheet.value(row, i, day);
                case Boolean truth -> sheet.value(row, i, truth);
                default -> throw new IllegalArgumentException(cells[i].toString());
            }
        }
    }

    private static byte[] posts(Object[]... rows) {
        return workbook(workbook -> {
            Worksheet bodies = workbook.newWorksheet("机构");
            row(bodies, 0, "编码", "名称", "上级");
            row(bodies, 1, "B1", "区委", null);
            Worksheet posts = workbook.newWorksheet("职务");
            row(posts, 0, "编码", "机构编码", "起始", "序号", "金额", "正职", "人员");
            for (int i = 0; i < rows.length; i++) {
                row(posts, i + 1, rows[i]);
            }
        });
    }

    private static Object[] cells(Object... cells) {
        return cells;
    }

    private static List<String> faults(byte[] file) {
        return Workbooks.read(file, LAYOUT).faults().stream()
                .map(fault -> fault.place() + " " + fault.text().key())
                .toList();
    }

    @Test
    void everyKindOfCellIsReadAsItsType() {
        Reading reading = Workbooks.read(
                        posts(
                                cells("S1", "B1", LocalDate.of(2025, 3, 1), 7, new BigDecimal("12.50"), "是", "P1"),
                                cells(102, "B1", "2025年3月1日", "8", "1,234.5", true, null),
                                cells("S3", "B1", 20250301, null, null, "no", "　"),
                                cells(null, null, null),
                                cells("S4", "B1", "2025/3/1", null, null, null, null)),
                        LAYOUT)
                .faultless();

        List<Row> rows = reading.rows("post");
        assertThat(rows).extracting(row -> row.text("code")).containsExactly("S1", "102", "S3", "S4");
        assertThat(rows).extracting(row -> row.date("from")).containsOnly(LocalDate.of(2025, 3, 1));
        assertThat(rows.get(0).wholeNumber("rank")).isEqualTo(7);
        assertThat(rows.get(0).decimal("amount")).isEqualByComparingTo("12.5");
        assertThat(rows.get(1).decimal("amount")).isEqualByComparingTo("1234.5");
        assertThat(rows).extracting(row -> row.yes("head")).containsExactly(true, true, false, false);
        assertThat(rows.get(2).optionalText("person")).isEmpty();
        assertThat(rows.get(3).place("person")).isEqualTo("职务!G6");
    }

    @Test
    void everyFaultOfAWorkbookIsToldAtOnceWithItsPlace() {
        byte[] file = workbook(workbook -> {
            Worksheet bodies = workbook.newWorksheet("Bodies");
            row(bodies, 0, "Code", "Name", "Parent");
            row(bodies, 1, "B1", "一二三四五六七八九十一", null);
            row(bodies, 2, "B1", "区政府", "B9");
            row(bodies, 3, "B 2", null, null, "旁注");
            Worksheet posts = workbook.newWorksheet("职务");
            row(posts, 0, "人员", "编码", "机构编码", "起始", "序号", "金额", "正职");
            row(posts, 1, "P9", "S1", "B1", "2025-02-30", 1.5, "1.234", "也许");
            row(posts, 2, "P1", "S2", "B7", 45000.5, 100, "很多", "=1+1");
        });

        assertThat(faults(file))
                .containsExactlyInAnyOrder(
                        "Bodies!B2 workbook.cell.too-long",
                        "Bodies!A3 workbook.cell.duplicate",
                        "Bodies!A4 workbook.cell.code",
                        "Bodies!B4 workbook.cell.empty",
                        "Bodies!D4 workbook.cell.no-header",
                        "职务!A2 workbook.cell.number",
                        "职务!D2 workbook.cell.date",
                        "职务!E2 workbook.cell.whole",
                        "职务!F2 workbook.cell.scale",
                        "职务!G2 workbook.cell.choice",
                        "职务!D3 workbook.cell.date",
                        "职务!E3 workbook.cell.out-of-range",
                        "职务!F3 workbook.cell.number",
                        "职务!G3 workbook.cell.formula",
                        "Bodies!C3 workbook.cell.reference",
                        "职务!C3 workbook.cell.reference");
        assertThatThrownBy(() -> Workbooks.read(file, LAYOUT).faultless()).isInstanceOf(Invalid.class);
    }

    @Test
    void everyFaultIsSaidInBothLanguages() {
        byte[] file = posts(cells("S1", "B9", "2025-13-01", "x", "y", "z", "P9"));
        Words words = Words.of(Ladder.read());
        for (Locale language : Words.LANGUAGES) {
            for (Fault fault : Workbooks.read(file, LAYOUT).faults()) {
                assertThat(words.say(language, fault.text())).isNotBlank().doesNotContain("{");
            }
        }
    }

    @Test
    void aWrongHeaderAndAMissingSheetAreFaults() {
        byte[] file = workbook(workbook -> row(workbook.newWorksheet("机构"), 0, "编码", "名字", "编码"));

        assertThat(faults(file))
                .containsExactly(
                        "机构!B1 workbook.header.unknown",
                        "机构!C1 workbook.header.twice",
                        "机构!A1 workbook.header.missing",
                        "机构!A1 workbook.header.missing",
                        "职务 workbook.sheet.missing");
        assertThat(faults(workbook(workbook -> {
                    workbook.newWorksheet("机构");
                    workbook.newWorksheet("职务");
                })))
                .containsExactly("机构!A1 workbook.sheet.empty", "职务!A1 workbook.sheet.empty");
    }

    @Test
    void aFormulaWhoseResultIsTextIsStillAFormula() {
        byte[] file = posts(cells("S1", "=A1", "=TODAY()"));
        assertThat(faults(file)).containsExactly("职务!B2 workbook.cell.formula", "职务!C2 workbook.cell.formula");
    }

    @Test
    void aFileThatIsNoWorkbookIsOneFault() throws IOException {
        byte[] zip = rewrite(posts(), Map.of("xl/workbook.xml", ""));
        assertThat(faults("编码,名称".getBytes(StandardCharsets.UTF_8))).containsExactly("file workbook.not-a-workbook");
        assertThat(faults(new byte[0])).containsExactly("file workbook.not-a-workbook");
        byte[] old = java.util.Arrays.copyOf(java.util.HexFormat.of().parseHex("d0cf11e0a1b11ae1"), 512);
        assertThat(faults(old)).containsExactly("file workbook.old-or-locked");
        assertThat(faults(zipOf(Map.of("a.txt", "a".getBytes(StandardCharsets.UTF_8)))))
                .containsExactly("file workbook.not-a-workbook");
        assertThat(faults(zip)).containsExactly("file workbook.damaged");
        byte[] cut = java.util.Arrays.copyOf(posts(), 700);
        assertThat(faults(cut)).containsExactly("file workbook.damaged");
    }

    @Test
    void aMacroWorkbookIsRefusedByItsContentWhateverItsName() throws IOException {
        byte[] byType = rewrite(
                posts(),
                Map.of(
                        "[Content_Types].xml",
                        "<Types><Override ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"));
        byte[] byPart = rewrite(posts(), Map.of("xl/vbaProject.bin", "x"));
        assertThat(faults(byType)).containsExactly("file workbook.macro");
        assertThat(faults(byPart)).containsExactly("file workbook.macro");
    }

    @Test
    void whatIsTooLargePackedOrUnpackedIsRefusedBeforeItIsRead() throws IOException {
        assertThat(faults(new byte[Container.MOST_BYTES + 1])).containsExactly("file workbook.too-large");
        byte[] bomb =
                rewrite(posts(), Map.of("xl/sharedStrings.xml", " ".repeat((int) Container.MOST_SHARED_TEXT + 1)));
        assertThat(bomb).hasSizeLessThan(Container.MOST_BYTES);
        assertThat(faults(bomb)).containsExactly("file workbook.bomb");
    }

    @Test
    void entitiesThatMultiplyAreNotExpanded() throws IOException {
        StringBuilder laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE sst [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        laughs.append(
                "]><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"1\"><si><t>&a11;</t></si></sst>");
        assertThat(faults(rewrite(posts(cells("S1", "B1")), Map.of("xl/sharedStrings.xml", laughs.toString()))))
                .isNotEmpty();
    }

    @Test
    void faultsBeyondAThousandAreCountedNotListed() {
        Object[][] rows = new Object[1500][];
        java.util.Arrays.fill(rows, cells("S1", "B9"));
        List<String> faults = faults(posts(rows));
        assertThat(faults).hasSize(Reading.MOST_FAULTS + 1);
        assertThat(faults.getLast()).isEqualTo("… workbook.faults.more");
    }

    @Test
    void aTemplateFilledInIsReadBackInEitherLanguage() {
        Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
        rows.put("body", List.of(Map.of("code", "B1", "name", "区委")));
        rows.put(
                "post",
                List.of(Map.of(
                        "code", "S1", "body", "B1", "from", LocalDate.of(2025, 1, 2), "rank", 3, "head", "true")));
        for (Locale language : Words.LANGUAGES) {
            Reading reading = Workbooks.read(Template.filled(LAYOUT, language, rows), LAYOUT)
                    .faultless();
            assertThat(reading.rows("post").getFirst().date("from")).isEqualTo(LocalDate.of(2025, 1, 2));
            assertThat(reading.rows("post").getFirst().yes("head")).isTrue();
        }
    }

    private static byte[] rewrite(byte[] file, Map<String, String> changes) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry part : java.util.Collections.list(zip.getEntries())) {
                parts.put(part.getName(), zip.getInputStream(part).readAllBytes());
            }
        }
        changes.forEach((name, content) -> parts.put(name, content.getBytes(StandardCharsets.UTF_8)));
        return zipOf(parts);
    }

    private static byte[] zipOf(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
