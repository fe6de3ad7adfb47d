package org.shengmo.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    private static int nextYear = 2026;

    @LocalServerPort
    int port;

    @Autowired
    Charter charter;

    @Autowired
    TestClock clock;

    private int year;

    @BeforeEach
    void aYearOfItsOwn() {
        year = nextYear++;
        clock.moveTo(LocalDate.of(year, 1, 6));
    }

    private TestBrowser as(String login) throws IOException, InterruptedException {
        return TestBrowser.of(port, login, CharterGround.PASSWORD);
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
}
