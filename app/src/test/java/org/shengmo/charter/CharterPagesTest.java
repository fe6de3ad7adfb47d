package org.shengmo.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.calendar.DailyRound;
import org.shengmo.portal.Program;
import org.shengmo.store.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People draft, endorse, report and answer in the charter's pages over real HTTP, each in a session of their own. */
@SpringBootTest(
        classes = {Program.class, CharterGround.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CharterPagesTest {

    /** Who has signed in, for all tests: a password takes its time. */
    private static final Map<String, TestBrowser> BROWSERS = new HashMap<>();

    private static int nextYear = 2026;

    @LocalServerPort
    int port;

    @Autowired
    Charter charter;

    @Autowired
    CharterImport workbooks;

    @Autowired
    List<DailyRound> rounds;

    @Autowired
    TestClock clock;

    private int year;

    @BeforeEach
    void aYearOfItsOwn() {
        year = nextYear++;
        clock.moveTo(LocalDate.of(year, 1, 6));
    }

    private TestBrowser as(String login) throws IOException, InterruptedException {
        if (!BROWSERS.containsKey(login)) {
            BROWSERS.put(login, TestBrowser.of(port, login, CharterGround.PASSWORD));
        }
        return BROWSERS.get(login);
    }

    private AnnualPlan plan() {
        Named office = new Named("BGS", "区委办主任");
        Named bureau = new Named("JYJ", "教育局");
        SubItem check = new SubItem(
                "1.1", "开学检查", "逐校检查", new Named("SJ", "区委书记"), bureau, List.of(), LocalDate.of(year, 3, 31));
        SubItem fees = new SubItem(
                "1.2", "收费清理", "逐校清理", new Named("FSJ", "区委副书记"), bureau, List.of(), LocalDate.of(year, 6, 30));
        return new AnnualPlan(
                year,
                "年度任务",
                new Named("QW", "区委"),
                List.of(new PlanItem("1", "教育领域", office, bureau, List.of(check, fees))));
    }

    private String draft() {
        Draft draft = charter.draft(drafter(), plan());
        return "/charter/documents/" + draft.document() + "/draft";
    }

    private static org.shengmo.access.Actor drafter() {
        return new org.shengmo.access.Actor(
                null,
                null,
                "",
                java.util.Set.of(Charter.DRAFT, Charter.CIRCULATE),
                new org.shengmo.access.Scope.All(),
                List.of());
    }

    private Map<String, String> subItem(int revision, String measure) {
        Map<String, String> form = new HashMap<>();
        form.put("revision", Integer.toString(revision));
        form.put("code", "1.1");
        form.put("item", "1");
        form.put("title", "开学检查");
        form.put("measure", measure);
        form.put("owner", "区委书记 (SJ)");
        form.put("leadUnit", "教育局");
        form.put("support", "财政局 (CZJ)\n");
        form.put("deadline", year + "-04-30");
        return form;
    }

    private SubItem saved(String home) {
        UUID document = UUID.fromString(home.split("/", -1)[3]);
        return ((AnnualPlan) charter.draft(document).orElseThrow().text())
                .subItem("1.1")
                .orElseThrow();
    }

    @Test
    void aPartIsEditedAndTheTextSavedAsANewRevision() throws Exception {
        String home = draft();
        TestBrowser office = as("bgs");
        assertThat(office.get(home).body()).contains("开学检查").contains("part?kind=sub-item&amp;part=1.1");
        String part = home + "/part?kind=sub-item&part=1.1";
        assertThat(office.get(part).body()).contains("逐校检查").contains("教育局 (JYJ)");

        HttpResponse<String> done = office.post(part, subItem(1, "逐校检查并通报"));

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(saved(home).measure()).isEqualTo("逐校检查并通报");
        assertThat(saved(home).supportingUnits()).containsExactly(new Named("CZJ", "财政局"));
        assertThat(office.get(home).body()).contains("Revision 2").contains("区委办主任甲");
    }

    @Test
    void aPartWithFaultsComesBackWithWhatWasTyped() throws Exception {
        String home = draft();
        TestBrowser office = as("bgs");
        String part = home + "/part?kind=sub-item&part=1.1";
        office.get(part);
        Map<String, String> form = subItem(1, "一字未失");
        form.put("_page", part);
        form.put("owner", "不存在的职务");
        form.put("deadline", "1999-01-01");
        form.put("code", "1.2");
        HttpResponse<String> again = office.post(part, form);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body())
                .contains("一字未失")
                .contains("不存在的职务")
                .contains("href=\"#field-owner\"")
                .contains("href=\"#field-deadline\"");

        form.put("owner", "SJ");
        form.put("deadline", year + "-04-30");
        assertThat(office.post(part, form).body()).contains("一字未失").contains("is used twice");
        assertThat(saved(home).measure()).isEqualTo("逐校检查");
    }

    @Test
    void theSecondOfTwoEditorsSeesBothTextsSideBySideAndLosesNothing() throws Exception {
        String home = draft();
        String part = home + "/part?kind=sub-item&part=1.1";
        TestBrowser first = as("bgs");
        TestBrowser second = as("bgy");
        first.get(part);
        second.get(part);
        assertThat(first.post(part, subItem(1, "第一位写的")).statusCode()).isEqualTo(303);

        HttpResponse<String> told = second.post(part, subItem(1, "第二位写的"));

        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(told.body())
                .contains("Somebody else saved first")
                .contains("区委办主任甲")
                .contains("<del>一</del>")
                .contains("<ins>二</ins>")
                .contains("rows=\"5\" maxlength=\"2000\"")
                .contains(">第二位写的</textarea>")
                .contains("name=\"revision\" value=\"2\"");
        assertThat(saved(home).measure()).isEqualTo("第一位写的");

        second.get(home);
        assertThat(second.post(part, subItem(2, "第一位和第二位写的")).statusCode()).isEqualTo(303);
        assertThat(saved(home).measure()).isEqualTo("第一位和第二位写的");
    }

    @Test
    void whoWasOvertakenByTheCirculationKeepsTheirTextInANewAmendment() throws Exception {
        String home = draft();
        String part = home + "/part?kind=sub-item&part=1.1";
        TestBrowser late = as("bgy");
        late.get(part);
        UUID document = UUID.fromString(home.split("/", -1)[3]);
        charter.circulate(drafter(), document, 1);

        HttpResponse<String> told = late.post(part, subItem(1, "印发后才保存"));
        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(told.body()).contains("the draft was circulated").contains(">印发后才保存</textarea>");

        assertThat(late.post(part, subItem(0, "印发后才保存")).statusCode()).isEqualTo(303);
        assertThat(saved(home).measure()).isEqualTo("印发后才保存");
    }

    @Test
    void partsAreAddedAndRemovedAndOnlyDraftersMay() throws Exception {
        String home = draft();
        TestBrowser office = as("bgs");
        office.get(home);
        Map<String, String> form = subItem(1, "新的一项");
        form.put("code", "1.3");
        assertThat(office.post(home + "/part?kind=sub-item&part=", form).statusCode())
                .isEqualTo(303);
        assertThat(office.post(home + "/remove", Map.of("revision", "1", "part", "1.2", "_page", home))
                        .statusCode())
                .as("removed on a revision that is gone")
                .isEqualTo(409);
        assertThat(office.post(home + "/remove", Map.of("revision", "2", "part", "1.2"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(office.get(home).body()).contains("1.3 开学检查").doesNotContain("收费清理");

        TestBrowser stranger = as("czj-jz");
        assertThat(stranger.get(home).statusCode()).isEqualTo(403);
        assertThat(stranger.post(home + "/part?kind=sub-item&part=1.1", subItem(3, "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(office.get("/charter/documents/" + UUID.randomUUID() + "/draft")
                        .statusCode())
                .isEqualTo(404);
    }

    private ResponsibilityList list() {
        Named secretary = new Named("SJ", "区委书记");
        Named committee = new Named("QW", "区委");
        return new ResponsibilityList(
                year,
                "责任清单",
                committee,
                List.of(new Responsibility("Z1", Tier.PRINCIPAL, "部署", "重要工作亲自部署", secretary)),
                List.of(
                        new LeadingBody(committee, secretary, List.of(new Named("FSJ", "区委副书记"))),
                        new LeadingBody(new Named("JYJ", "教育局"), new Named("JYJ-JZ", "教育局局长"), List.of())));
    }

    /** Circulated, and endorsed in the page by everyone. */
    private void inForce(CharterText text, String... endorsers) throws Exception {
        Draft draft = charter.draft(drafter(), text);
        Version version = charter.circulate(drafter(), draft.document(), draft.revision());
        String here = "/charter/versions/" + version.id();
        for (String endorser : endorsers) {
            TestBrowser browser = as(endorser);
            browser.get(here);
            assertThat(browser.post(
                                    here + "/endorse",
                                    Map.of("sha256", version.details().sha256(), "password", CharterGround.PASSWORD))
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(charter.version(version.id())).isInstanceOf(Version.InForce.class);
    }

    private void day(LocalDate day) {
        clock.moveTo(day);
        rounds.forEach(each -> each.onDay(day));
    }

    private static String linked(String page, String prefix) {
        Matcher link =
                Pattern.compile(Pattern.quote(prefix) + "([0-9a-f-]{36})").matcher(page);
        assertThat(link.find()).as("a link to " + prefix).isTrue();
        return prefix + link.group(1);
    }

    @Test
    void aMissedQuarterShowsByItselfAndASessionIsRecordedWithItsPapers() throws Exception {
        inForce(list(), "sj", "fsj", "jyj-jz");
        TestBrowser office = as("bgs");
        day(LocalDate.of(year, 4, 20));
        assertThat(office.get("/charter/reviews?year=" + year).body())
                .contains("One quarter passed without a review")
                .as("filtering the list stays in its year")
                .contains("<input type=\"hidden\" name=\"year\" value=\"" + year + "\">");

        office.get("/charter/reviews/new");
        HttpResponse<String> blank = office.upload(
                "/charter/reviews",
                Map.of(
                        "on",
                        year + "-04-20",
                        "sort",
                        "quarterly",
                        "topic",
                        "",
                        "decisions",
                        "x",
                        "_page",
                        "/charter/reviews/new"),
                "files",
                "agenda.txt",
                "议程".getBytes(StandardCharsets.UTF_8));
        assertThat(blank.statusCode()).isEqualTo(422);
        HttpResponse<String> held = office.upload(
                "/charter/reviews",
                Map.of("on", year + "-04-20", "sort", "quarterly", "topic", "二季度研究", "decisions", "逐项落实"),
                "files",
                "agenda.txt",
                "议程".getBytes(StandardCharsets.UTF_8));
        String session = held.headers().firstValue("Location").orElseThrow();
        String page = office.get(session).body();
        assertThat(page).contains("二季度研究").contains("逐项落实").contains("agenda.txt");
        assertThat(office.get("/charter/reviews?year=" + year + "&topic=&q=二季度").body())
                .contains(session.substring(session.length() - 36));

        TestBrowser stranger = as("czj-jz");
        assertThat(stranger.get(session).body()).doesNotContain("agenda.txt");
        assertThat(stranger.get(linked(page, "/attachments/")).statusCode()).isEqualTo(409);
        assertThat(as("sj").get(linked(page, "/attachments/")).statusCode()).isEqualTo(200);
    }

    @Test
    void aProblemIsAssignedByPortfolioChasedCirculatedAndAnsweredFor() throws Exception {
        TestBrowser office = as("bgs");
        office.get("/charter/problems/new");
        HttpResponse<String> raised = office.post(
                "/charter/problems",
                Map.of(
                        "title", "择校收费",
                        "text", "家长反映多收",
                        "source", "第一次群众评议",
                        "severity", "serious",
                        "body", "教育局 (JYJ)"));
        String problem = raised.headers().firstValue("Location").orElseThrow();
        assertThat(office.get(problem).body()).contains("区委副书记").contains("in charge of 教育");
        assertThat(office.post(problem + "/chase", Map.of("text", "请抓紧办理")).statusCode())
                .isEqualTo(303);

        TestBrowser leader = as("fsj");
        assertThat(leader.get(problem).body()).contains("请抓紧办理").contains("Account for its solution");
        TestBrowser stranger = as("czj-jz");
        assertThat(stranger.get(problem).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/charter/problems?year=" + year).body()).doesNotContain("择校收费");

        day(LocalDate.of(year, 5, 20));
        assertThat(office.get(problem).body()).contains("Circulated as late");
        leader.get(problem);
        HttpResponse<String> solved = leader.upload(
                problem + "/solve",
                Map.of("account", "已全部退费"),
                "files",
                "退费.txt",
                "名单".getBytes(StandardCharsets.UTF_8));
        assertThat(solved.statusCode()).isEqualTo(303);
        String page = leader.get(problem).body();
        assertThat(page).contains("已全部退费").contains("Solved late");
        String file = linked(page, "/attachments/");
        assertThat(as("jyj-jz").get(file).statusCode())
                .as("the body it is about")
                .isEqualTo(200);
        assertThat(stranger.get(file).statusCode()).as("out of scope").isEqualTo(409);
        assertThat(office.bytes("/charter/problems?year=" + year + "&format=xlsx"))
                .startsWith('P', 'K');
        assertThat(office.get("/charter/problems/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aReportWithItsPapersOpensOnlyWithinTheScope() throws Exception {
        inForce(list(), "sj", "fsj", "jyj-jz");
        day(LocalDate.of(year, 3, 31));
        TestBrowser bureau = as("jyj-jz");
        String report = linked(bureau.get("/charter/reports?year=" + year).body(), "/charter/reports/");
        bureau.get(report);
        assertThat(bureau.upload(
                                report,
                                Map.of("done", "逐校检查两轮", "problems", "", "next", "继续"),
                                "files",
                                "检查.txt",
                                "记录".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(303);
        String page = bureau.get(report).body();
        assertThat(page).contains("逐校检查两轮");
        String file = linked(page, "/attachments/");
        assertThat(as("sj").get(report).statusCode()).isEqualTo(200);
        assertThat(as("sj").get(file).statusCode()).isEqualTo(200);
        TestBrowser stranger = as("czj-jz");
        assertThat(stranger.get(report).statusCode()).isEqualTo(404);
        assertThat(stranger.get(file).statusCode()).isEqualTo(409);
        assertThat(stranger.get("/charter/reports?year=" + year).body()).doesNotContain("教育局");
    }

    @Test
    void aLedgerHasTheActsAndOwnEntriesWithWhatShowsThem() throws Exception {
        inForce(list(), "sj", "fsj", "jyj-jz");
        TestBrowser bureau = as("jyj-jz");
        String ledger = URI.create(bureau.get("/charter/ledger")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .getPath();
        assertThat(bureau.get(ledger).body()).contains("Endorsed").contains("Add an own entry");
        HttpResponse<String> noted = bureau.upload(
                "/charter/ledger",
                Map.of("on", year + "-01-06", "text", "到校听取意见", "about", ""),
                "files",
                "照片.txt",
                "x".getBytes(StandardCharsets.UTF_8));
        assertThat(noted.statusCode()).isEqualTo(303);
        String page = bureau.get(ledger).body();
        assertThat(page).contains("到校听取意见");
        String file = linked(page, "/attachments/");
        assertThat(as("sj").get(ledger).body()).contains("到校听取意见").doesNotContain("Add an own entry");
        assertThat(as("sj").get(file).statusCode()).isEqualTo(200);
        TestBrowser stranger = as("czj-jz");
        assertThat(stranger.get(ledger).statusCode()).isEqualTo(404);
        assertThat(stranger.get(file).statusCode()).isEqualTo(409);
        assertThat(bureau.bytes(ledger + "?format=xlsx")).startsWith('P', 'K');
        HttpResponse<String> future = bureau.upload(
                "/charter/ledger",
                Map.of("on", (year + 1) + "-01-01", "text", "还没做", "_page", ledger),
                "files",
                "",
                new byte[0]);
        assertThat(future.statusCode()).isEqualTo(422);
        assertThat(future.body()).contains("还没做").contains("has not come yet");
    }

    @Test
    void thePlanIsATreeWithLightsThatNarrowsToALeaderOrAUnit() throws Exception {
        inForce(plan(), "sj", "fsj", "bgs");
        day(LocalDate.of(year, 4, 2));
        TestBrowser reader = as("czj-jz");
        String whole = reader.get("/plan?year=" + year).body();
        assertThat(whole)
                .contains("One item and 2 sub-items, one of them late")
                .contains("status-late")
                .contains("/plan?year=" + year + "&amp;leader=");
        String secretary = "/plan?year=" + year + "&leader=" + encoded("区委书记");
        assertThat(reader.get(secretary).body()).contains("1.1 开学检查").doesNotContain("1.2 收费清理");
        assertThat(reader.get("/plan?year=" + year + "&light=done").body())
                .contains("1.2 收费清理")
                .doesNotContain("1.1 开学检查");
        assertThat(reader.get("/plan?year=" + year + "&unit=" + encoded("财政局")).body())
                .doesNotContain("1.1 开学检查");
        assertThat(reader.bytes(secretary + "&format=xlsx")).startsWith('P', 'K');
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void theListShowsEachBodysLightsAndGoesOutAsTheWorkbookThatComesIn() throws Exception {
        inForce(list(), "sj", "fsj", "jyj-jz");
        inForce(plan(), "sj", "fsj", "bgs");
        day(LocalDate.of(year, 5, 20));
        TestBrowser office = as("bgs");
        String whole = office.get("/charter?year=" + year).body();
        assertThat(whole).contains("<strong>教育局</strong>").contains("status-late");
        assertThat(office.get("/charter?year=" + year + "&unit=" + encoded("教育局"))
                        .body())
                .contains("<strong>教育局</strong>")
                .doesNotContain("<strong>区委</strong>");
        assertThat(office.bytes("/charter?year=" + year + "&format=xlsx")).startsWith('P', 'K');
        byte[] out = office.bytes("/charter/" + year + "/workbook.xlsx");
        assertThat(workbooks.run(drafter(), out, true).list()).isEqualTo(list());
        assertThat(workbooks.run(drafter(), out, true).plan()).isEqualTo(plan());
    }

    @Test
    void whatWaitsStandsInMyDutiesAndOnMyPageAndIsFoundBySearch() throws Exception {
        charter.circulate(drafter(), charter.draft(drafter(), plan()).document(), 1);
        TestBrowser deputy = as("fsj");
        assertThat(deputy.get("/duties").body()).contains("<strong>Endorse</strong> 年度任务");

        inForce(list(), "sj", "fsj", "jyj-jz");
        clock.moveTo(LocalDate.of(year, 3, 31));
        assertThat(deputy.get("/duties").body()).contains("<strong>File the quarterly report</strong>");

        TestBrowser bureau = as("jyj-jz");
        assertThat(bureau.get("/search?q=" + encoded("重要工作亲自部署")).body()).contains("Responsibility " + year);
        String report = linked(bureau.get("/charter/reports?year=" + year).body(), "/charter/reports/");
        bureau.get(report);
        String said = "独一无二的说法" + year;
        assertThat(bureau.post(report, Map.of("done", said)).statusCode()).isEqualTo(303);
        String found = report.substring(report.length() - 36);
        assertThat(bureau.get("/search?q=" + encoded(said)).body()).contains(found);
        assertThat(as("czj-jz").get("/search?q=" + encoded(said)).body()).doesNotContain(found);

        String person = URI.create(bureau.get("/charter/ledger")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .getPath()
                .replace("/charter/ledger/", "/people/");
        assertThat(bureau.get(person).body())
                .contains("Open the duty ledger")
                .contains("Endorsed “责任清单”")
                .contains("Report of the leading body, quarter 1");
        assertThat(as("czj-jz").get(person).body()).doesNotContain("Open the duty ledger");
    }
}
