package org.shengmo.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.access.Scope;
import org.shengmo.organization.Organization;
import org.shengmo.organization.SmallDistrict;
import org.shengmo.portal.Chromium;
import org.shengmo.portal.ProgramTest;
import org.shengmo.portal.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The catalogue and a case over real HTTP and in a real browser. */
@ProgramTest
class PowerPagesTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 3, 3);
    private static final String PASSWORD = "wooden-ruler-keeps-straight";

    @LocalServerPort
    int port;

    @Autowired
    Mandate mandate;

    @Autowired
    Exercises exercises;

    @Autowired
    Organization organization;

    @Autowired
    Posts posts;

    @Autowired
    Accounts accounts;

    private SmallDistrict district;
    private String run;
    private String code;

    @BeforeEach
    void aPowerOfTheFinanceBureau() {
        run = UUID.randomUUID().toString().substring(0, 8);
        code = "ZF-" + run;
        district = SmallDistrict.in(organization, posts);
        Map<UUID, String> logins = new HashMap<>();
        for (String post : List.of("finance-head", "finance-deputy", "inspector")) {
            logins.put(district.person(post + "-person"), run + post);
        }
        accounts.createForDemonstration(
                new Actor(null, null, "", Set.of(Permission.of("access.account.manage")), new Scope.All(), List.of()),
                logins,
                PASSWORD);
        mandate.importList(with("mandate.manage"), list(), TODAY, "常务会议纪要", false);
    }

    private static Actor with(String permission) {
        return new Actor(null, null, "", Set.of(Permission.of(permission)), new Scope.All(), List.of());
    }

    private byte[] list() {
        String bureau = organization.body(district.body("finance")).code();
        String government = organization.body(district.body("government")).code();
        return ("code,name,type,department,levels,basis,catalogue,holder,responsible,applicants,limit,fee,documents,risks,event,flowchart\n"
                        + code + ",代理记账许可" + run + ",01," + bureau + ",4,《会计法》第三十四条,政府," + government + "," + bureau
                        + ",企业,20个工作日,不收费,申请书,以贷代审|高|双人审查,创业,licence\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Visitor anyone() {
        return new Visitor(port).speaking("zh-CN");
    }

    private Actor clerk() {
        return district.actor("finance-deputy", TODAY);
    }

    private Exercise begun() {
        return exercises.begin(clerk(), new Exercises.NewExercise(code, "甲公司" + run, null, "开办记账业务"));
    }

    @Test
    void anyoneFindsAPowerReadsItsStepsAndTakesItsChart() throws Exception {
        HttpResponse<String> found = anyone().get("/powers?q=" + run);
        assertThat(found.body()).contains(code).contains("行政许可");
        HttpResponse<String> item = anyone().get("/powers/" + code);
        assertThat(item.body())
                .contains("《会计法》第三十四条", "双人审查", "受理", "不予许可", "chart.bpmn?hash=")
                .doesNotContain("style=\"");
        assertThat(anyone().speaking("en").get("/powers/" + code).body()).contains("Who may apply", "within");
        assertThat(anyone().get("/powers/" + code + "/chart.bpmn").body()).contains("<userTask id=\"decide\"");
        assertThat(anyone().get("/powers.csv").body()).contains(code).startsWith("\uFEFFcode,name,type");
        assertThat(anyone().get("/api/v1/powers?q=" + run).body()).contains(code, "chart");
        assertThat(anyone().get("/powers/NONE").statusCode()).isEqualTo(404);
        assertThat(anyone().get("/catalogue/import").statusCode()).isIn(302, 401);
    }

    @Test
    void theCatalogueIsSearchedByWordsBodyClassAndLifeEvent() throws Exception {
        String bureau = organization.body(district.body("finance")).name();
        for (String filter : List.of(
                "q=" + encoded("代理记账许可" + run),
                "q=" + run + "&department=" + encoded(bureau),
                "q=" + run + "&class=mandate.class.01",
                "q=" + run + "&event=" + encoded("创业"))) {
            assertThat(anyone().get("/powers?" + filter).body()).as(filter).contains("/powers/" + code);
        }
        for (String other :
                List.of("department=" + encoded("别的局"), "class=mandate.class.02", "event=" + encoded("养老"))) {
            assertThat(anyone().get("/powers?q=" + run + "&" + other).body())
                    .as(other)
                    .doesNotContain("/powers/" + code);
        }
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void anApplicantAppliesAndFollowsTheCaseAndNobodyElseSeesWhoItIs() throws Exception {
        Visitor applicant = anyone();
        HttpResponse<String> sent = applicant.post(
                "/powers/" + code + "/apply",
                applicant.get("/powers/" + code),
                Map.of("applicant", "乙公司" + run, "matter", "开办记账业务"));
        String location = sent.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> progress = anyone().get(location.replaceFirst("^https?://[^/]+", ""));
        assertThat(progress.body()).contains("正在办", "受理", "审查").doesNotContain("乙公司" + run);
        String receipt = location.replaceFirst(".*/", "");
        assertThat(anyone().get("/powers/cases?receipt=" + receipt.replace("-", ""))
                        .statusCode())
                .isEqualTo(302);
        assertThat(anyone().get("/powers/cases?receipt=0000-0000-0000").body()).contains("没有这个回执码");
        assertThat(anyone().get("/api/v1/powers/cases/" + receipt).body())
                .contains("running")
                .doesNotContain("乙公司");

        UUID id = exercises.byReceipt(receipt).orElseThrow().id();
        Visitor inspector = anyone().signedIn(run + "inspector", PASSWORD);
        assertThat(inspector.get("/exercises/" + id).statusCode()).isEqualTo(404);
        Visitor officer = anyone().signedIn(run + "finance-deputy", PASSWORD);
        assertThat(officer.get("/exercises/" + id).body()).contains("乙公司" + run, "办理本环节");
        assertThat(officer.get("/exercises").body()).contains(receipt);
    }

    @Test
    void aStaleTabAndAnothersStepAreRefusedWithTheClause() throws Exception {
        Exercise exercise = begun();
        UUID step = exercise.open().getFirst().id();
        Visitor officer = anyone().signedIn(run + "finance-deputy", PASSWORD);
        HttpResponse<String> page = officer.get("/exercises/" + exercise.id());
        String address = "/exercises/" + exercise.id() + "/steps/" + step + "/complete";
        Map<String, String> done = Map.of("answer", "受理", "account", "材料齐全");
        Visitor head = anyone().signedIn(run + "finance-head", PASSWORD);
        HttpResponse<String> foreign = head.post(address, head.get("/exercises/" + exercise.id()), done);
        assertThat(foreign.statusCode()).isEqualTo(409);
        assertThat(officer.post(address, page, done).statusCode()).isEqualTo(303);
        HttpResponse<String> twice = officer.post(address, page, done);
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.body()).contains("已经办结").contains("power-catalogue-rules");
        assertThat(anyone().json("/api/v1/exercises", "{}").statusCode()).isIn(401, 403);
    }

    @Test
    void aCaseIsFollowedOnItsChartInARealBrowser() {
        Exercise exercise = begun();
        exercises.complete(clerk(), exercise.open().getFirst().id(), "受理", "材料齐全");
        try (Chromium browser = Chromium.at("http://127.0.0.1:" + port)) {
            Page page = browser.visitor();
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.navigate("/powers/cases");
            page.fill("#field-receipt", exercise.receipt());
            page.click("main button[type=submit]");
            page.waitForSelector(".flowchart[data-drawn] svg");
            assertThat(page.locator(".flowchart svg .flow-done").count()).isPositive();
            assertThat(page.locator(".flowchart svg .flow-open").count()).isPositive();
            assertThat(page.locator(".flowchart").innerText()).contains("3-3").contains("审查");
            assertThat(page.innerText("main")).contains("正在办", "决定");
            assertThat(complaints).as("nothing that the page's policy forbids").isEmpty();
        }
    }
}
