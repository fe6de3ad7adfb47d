package org.shengmo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.OrganizationImport;
import org.shengmo.organization.Reach;
import org.shengmo.organization.SmallDistrict;
import org.shengmo.portal.ProgramTest;
import org.shengmo.portal.Visitor;
import org.shengmo.store.TestDatabase;
import org.shengmo.wording.Words;
import org.shengmo.workbook.Layout;
import org.shengmo.workbook.Template;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** What a bad workbook gets, by the command, by the page and by the API: every fault by its place, and nothing is imported. */
@ProgramTest
class BadWorkbooksTest {

    private static final String PASSWORD = "wooden-ruler-keeps-straight";
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 1);
    private static final String IMPORT = "/organization/import";

    @LocalServerPort
    int port;

    @Autowired
    Organization organization;

    @Autowired
    OrganizationImport imports;

    @Autowired
    org.shengmo.access.Posts posts;

    @Autowired
    Accounts accounts;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, List<Map<String, Object>>> sheets = new LinkedHashMap<>();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private PGSimpleDataSource database;
    private Visitor clerk;

    @BeforeEach
    void aDistrictAndItsClerk() throws Exception {
        row("bodies", "code", code("root"), "name", "区委", "kind", "COMMITTEE");
        row("posts", "code", code("secretary"), "name", "书记", "body", code("root"), "head", "是");
        row("people", "code", code("p1"), "name", "陆一");
        row("tenures", "person", code("p1"), "post", code("secretary"), "from", MARCH);
    }

    private String code(String name) {
        return name + "-" + run;
    }

    private void row(String sheet, Object... cells) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put((String) cells[i], cells[i + 1]);
        }
        sheets.computeIfAbsent(sheet, each -> new ArrayList<>()).add(row);
    }

    private byte[] good() {
        return Template.filled(imports.layout(), Locale.SIMPLIFIED_CHINESE, sheets);
    }

    private byte[] bad() {
        row("bodies", "code", code("root"), "name", "重复", "kind", "COMMITTEE");
        row("tenures", "person", code("nobody"), "post", code("secretary"), "from", MARCH);
        row("tenures", "person", code("p1"), "post", code("secretary"), "from", "2025-02-30");
        return good();
    }

    // By the command

    private int command(Locale language, byte[] workbook, String... options) throws IOException {
        database = (PGSimpleDataSource) TestDatabase.freshAsOwner();
        Console console =
                new Console(Shengmo.words(), language, new PrintWriter(out, true), new PrintWriter(err, true));
        List<String> arguments =
                new ArrayList<>(List.of("organization", file(workbook).toString()));
        arguments.addAll(List.of(options));
        return new CommandLine(new ImportCommand(console, environment()))
                .setErr(console.err())
                .setExecutionExceptionHandler(new Failures(console))
                .execute(arguments.toArray(String[]::new));
    }

    private Map<String, String> environment() {
        return Map.of(
                "SHENGMO_DB_URL",
                "jdbc:postgresql://127.0.0.1:" + database.getPortNumbers()[0] + "/" + database.getDatabaseName(),
                "SHENGMO_DB_USER",
                TestDatabase.APPLICATION_ROLE,
                "SHENGMO_DB_PASSWORD",
                "wooden-ruler-straight",
                "SHENGMO_DB_OWNER_USER",
                "postgres",
                "SHENGMO_DB_OWNER_PASSWORD",
                "wooden-ruler-upright");
    }

    private Path file(byte[] workbook) throws IOException {
        return Files.write(folder.resolve("district.xlsx"), workbook);
    }

    private void nothingWasImported() {
        for (String table : List.of("organization.body", "organization.person", "organization.tenure")) {
            assertThat(JdbcClient.create(database)
                            .sql("SELECT count(*) FROM " + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void theCommandListsEveryFaultInTheReadersLanguageAndEndsWithOne() throws Exception {
        byte[] bad = bad();
        assertThat(command(Locale.SIMPLIFIED_CHINESE, bad)).isEqualTo(1);
        assertThat(err.toString())
                .contains("机构!A3", "任职!A3", code("nobody"), "任职!C4", "2025-02-30", "处有误，未导入任何内容")
                .doesNotContain("Exception");
        nothingWasImported();
    }

    @Test
    void aDryRunTellsWhatWouldBeAndImportsNothing() throws Exception {
        assertThat(command(Locale.ENGLISH, good(), "--dry-run")).isZero();
        assertThat(out.toString()).contains("1 bodies, 1 posts, 1 people, 1 tenures", "Nothing imported");
        nothingWasImported();
    }

    // By the page and the API

    private HttpResponse<String> upload(String language, byte[] workbook) throws Exception {
        if (clerk == null) {
            clerk = new Visitor(port).signedIn(clerk(), PASSWORD);
        }
        HttpResponse<String> form = clerk.speaking(language).get(IMPORT);
        return clerk.upload(IMPORT, "district.xlsx", workbook, Map.of("_csrf", Visitor.token(form), "_page", IMPORT));
    }

    /** Whoever may manage the whole organization. @return the login */
    private String clerk() {
        SmallDistrict district = SmallDistrict.in(organization, posts);
        var post = organization.createPost(
                SmallDistrict.SETTER,
                NewPost.of(
                        code("clerk"),
                        "区委办公室主任",
                        district.body("committee"),
                        false,
                        9,
                        Reach.ALL,
                        "organization.manage",
                        "organization.appoint"));
        var person = organization.register(SmallDistrict.SETTER, new NewPerson(code("clerk"), "周正"));
        organization.appoint(SmallDistrict.SETTER, person.id(), post.id(), SmallDistrict.FIRST_DAY);
        accounts.createForDemonstration(
                new Actor(
                        null,
                        null,
                        "",
                        java.util.Set.of(Permission.of("access.account.manage")),
                        new Scope.All(),
                        List.of()),
                Map.of(person.id(), code("clerk")),
                PASSWORD);
        return code("clerk");
    }

    private void nothingCameIn() {
        assertThat(organization.bodyByCode(code("root"))).isEmpty();
        assertThat(organization.personByCode(code("p1"))).isEmpty();
    }

    @Test
    void thePageListsEveryFaultByItsPlaceInBothLanguages() throws Exception {
        byte[] bad = bad();
        HttpResponse<String> chinese = upload("zh-CN", bad);
        assertThat(chinese.statusCode()).isEqualTo(422);
        assertThat(chinese.body()).contains("机构!A3", "任职!A3", code("nobody"), "任职!C4", "2025-02-30");
        HttpResponse<String> english = upload("en", bad);
        assertThat(english.statusCode()).isEqualTo(422);
        assertThat(english.body())
                .contains("任职!C4", "2025-02-30", words().say(Locale.ENGLISH, "access.page.invalid"))
                .doesNotContain(words().say(Locale.SIMPLIFIED_CHINESE, "access.page.invalid"));
        nothingCameIn();
    }

    private static Words words() {
        return Shengmo.words();
    }

    @Test
    void theApiAnswersWithTheSameFaults() throws Exception {
        String login = clerk();
        HttpResponse<String> answer = new Visitor(port)
                .speaking("en")
                .as(login, PASSWORD)
                .upload("/api/v1/organization/import", "district.xlsx", bad(), Map.of("dryRun", "true"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"place\":\"机构!A3\"", "\"place\":\"任职!C4\"");
        nothingCameIn();
    }

    @Test
    void aFormulaAWrongHeaderAndAMissingSheetAreTold() throws Exception {
        HttpResponse<String> formula = upload("zh-CN", bodies("类别"));
        assertThat(formula.statusCode()).isEqualTo(422);
        assertThat(formula.body()).contains("机构!B2", "公式", "缺少工作表“任职”");
        HttpResponse<String> header = upload("zh-CN", bodies("级别类型"));
        assertThat(header.statusCode()).isEqualTo(422);
        assertThat(header.body()).contains("机构!C1", "表头“级别类型”不在模板中");
        nothingCameIn();
    }

    /** The sheet of bodies alone, with a third header and a formula in its second cell. */
    private byte[] bodies(String third) throws IOException {
        Layout.Sheet bodies = imports.layout().sheet("bodies");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(bodies.name().zh());
            for (int i = 0; i < bodies.columns().size(); i++) {
                sheet.value(
                        0, i, i == 2 ? third : bodies.columns().get(i).name().zh());
            }
            sheet.value(1, 0, code("root"));
            sheet.formula(1, 1, "CONCATENATE(A2,A2)");
            sheet.value(1, 2, "COMMITTEE");
        }
        return bytes.toByteArray();
    }

    @Test
    void aMacroIsRefusedWhateverTheFileIsCalled() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(file(good()).toFile());
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(from.getInputStream(entry).readAllBytes());
            }
            to.putNextEntry(new ZipEntry("xl/vbaProject.bin"));
            to.write(new byte[] {1, 2, 3});
        }
        HttpResponse<String> page = upload("zh-CN", bytes.toByteArray());
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("宏");
        nothingCameIn();
    }

    @Test
    void twentyMegabytesOfRowsAreRefusedByNameAndTheFormIsThereAgain() throws Exception {
        byte[] vast = vast();
        assertThat(vast.length).isGreaterThan(20 << 20);
        HttpResponse<String> chinese = upload("zh-CN", vast);
        assertThat(chinese.statusCode()).isIn(413, 422);
        assertThat(chinese.body()).contains("20", "MB").doesNotContain("Exception");
        HttpResponse<String> english = upload("en", vast);
        assertThat(english.body()).contains("20", "MB").doesNotContain("太大");
        nothingCameIn();
    }

    /** More than twenty megabytes, of rows that hardly compress. */
    private byte[] vast() throws IOException {
        Random random = new Random(20250301);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            workbook.setCompressionLevel(0);
            Worksheet sheet = workbook.newWorksheet(
                    imports.layout().sheet("bodies").name().zh());
            for (int row = 1; row < 120_000; row++) {
                sheet.inlineString(row, 0, code("b" + row));
                sheet.inlineString(row, 1, Long.toString(random.nextLong(), 36).repeat(12));
                sheet.inlineString(row, 2, "DEPARTMENT");
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aGoodWorkbookComesIn() throws Exception {
        assertThat(upload("zh-CN", good()).statusCode()).isEqualTo(303);
        assertThat(organization.bodyByCode(code("root"))).isPresent();
    }
}
