package org.shengmo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.NewBody;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Person;
import org.shengmo.organization.Portfolio;
import org.shengmo.organization.Post;
import org.shengmo.organization.Reach;
import org.shengmo.procurement.Procurement;
import org.shengmo.procurement.Project;
import org.shengmo.procurement.Tender;
import org.shengmo.procurement.Tenders;
import org.shengmo.store.TestClock;
import org.shengmo.store.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A tender from budget to contract by the pages alone: the office, the owner, the three centres, the supervisor and three
 * firms each in a browser of their own. Keys, bids and shares are made in those browsers; the budget's author tries to join
 * the review and is refused with the clause.
 */
@SpringBootTest(
        classes = {Program.class, TenderWalkTest.Ground.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class TenderWalkTest {

    private static final LocalDate START = LocalDate.of(2025, 3, 3);
    private static final LocalDate DEADLINE = START.plusDays(21);
    private static final String PASSWORD = "wooden-ruler-keeps-straight";
    private static final int EXPERTS = 6;
    private static final int REDIRECTED = 303;

    static class Ground {
        @Bean
        DataSource dataSource() {
            return TestDatabase.fresh();
        }

        @Bean
        TestClock clock() {
            return new TestClock(START);
        }
    }

    @DynamicPropertySource
    static void aLogIsKept(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory("tender-walk-log");
        registry.add("shengmo.log.key-file", () -> folder.resolve("log.key").toString());
        registry.add("shengmo.log.interval", () -> "50ms");
    }

    @LocalServerPort
    int port;

    @TempDir
    Path keys;

    @Autowired
    Organization organization;

    @Autowired
    Accounts accounts;

    @Autowired
    Procurement procurement;

    @Autowired
    Tenders tenders;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private final Actor installer = new Actor(
            null,
            null,
            "",
            Set.of(
                    Permission.of("organization.manage"),
                    Permission.of("organization.appoint"),
                    Permission.of("access.account.manage")),
            new Scope.All(),
            List.of());
    private final Map<String, Body> bodies = new HashMap<>();
    private final Map<String, Post> posts = new HashMap<>();
    private final Map<String, Page> seats = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private String project;

    @Test
    void aTenderIsWalkedFromBudgetToContractAndTheBudgetsAuthorStaysOutOfTheReview() {
        aDistrictWithThreeCentres();
        try (Chromium browser = Chromium.at("http://127.0.0.1:" + port)) {
            for (String login : List.of("office", "owner", "builder", "reviewer", "trader", "supervisor")) {
                seats.put(login, heard(browser.signedIn(login, PASSWORD)));
            }
            theOfficeSaysWhichBodyIsWhichCentreAndListsTheExperts();
            theOwnerTakesItUpAndTheOfficeAssigns();
            theBudgetIsDrawnUpAndItsAuthorIsRefusedTheReview();
            theTenderIsPublishedAndTheTwoMakeTheirKeys();
            Page late = seat(browser.visitor());
            bid(heard(browser.visitor()), "甲公司", "2600000");
            bid(heard(browser.visitor()), "乙公司", "2300000.50");
            bid(heard(browser.visitor()), "丙公司", "2450000");
            nothingOfABidIsReadableYet(browser);
            clock.moveTo(DEADLINE.plusDays(1));
            send(late, "丁公司", "1");
            assertThat(late.innerText("#refusal")).contains("招标投标法").contains("第二十八条");
            theTwoOpenTheBidsTogether();
            theCommitteeIsDrawnEvaluatesAndTheCandidatesArePublished();
            clock.moveTo(DEADLINE.plusDays(5));
            theWinnerIsNamedAndTheContractSigned();
            anyoneReadsHowItCameOut(browser);
        }
        assertThat(complaints).as("nothing that the pages' policy forbids").isEmpty();
        assertThat(procurement.projects()).singleElement().isInstanceOfSatisfying(Project.Contracted.class, signed -> {
            assertThat(signed.contract().firm()).isEqualTo("乙公司");
            assertThat(signed.saved()).isEqualByComparingTo("499999.50");
        });
    }

    private void aDistrictWithThreeCentres() {
        Body government = body("government", BodyKind.GOVERNMENT, null);
        for (String code : List.of("owner", "construction", "review", "trading", "supervision")) {
            Body body = body(code, BodyKind.DEPARTMENT, government.id());
            Portfolio portfolio = organization.createPortfolio(installer, code, code);
            organization.cover(installer, portfolio.id(), body.id(), START.minusYears(1));
            Post leader = post("leader-" + code, government, 3);
            organization.assignPortfolio(installer, leader.id(), portfolio.id(), START.minusMonths(2));
        }
        post("office", government, 2, "procurement.manage", "procurement.assign");
        post("owner", bodies.get("owner"), 1, "procurement.own");
        post("representative", bodies.get("owner"), 2);
        post("builder", bodies.get("construction"), 2, "procurement.handle");
        post("reviewer", bodies.get("review"), 2, "procurement.handle");
        post("trader", bodies.get("trading"), 2, "procurement.handle");
        post("supervisor", bodies.get("supervision"), 2, "procurement.handle");
    }

    private Body body(String code, BodyKind kind, UUID parent) {
        Body body = organization.establish(
                installer, new NewBody(code, code + "单位", kind, parent, bodies.size(), START.minusYears(2)));
        bodies.put(code, body);
        return body;
    }

    private Post post(String code, Body body, int rank, String... permissions) {
        Post post = organization.createPost(
                installer, NewPost.of(code + "-post", code, body.id(), rank == 1, rank, Reach.ALL, permissions));
        Person person = organization.register(installer, new NewPerson("P-" + code, code + "某"));
        organization.appoint(installer, person.id(), post.id(), START.minusMonths(3));
        accounts.createForDemonstration(installer, Map.of(person.id(), code), PASSWORD);
        posts.put(code, post);
        return post;
    }

    private Page heard(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("409")) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        return page;
    }

    private void theOfficeSaysWhichBodyIsWhichCentreAndListsTheExperts() {
        Page office = seats.get("office");
        for (String centre : List.of("construction", "review", "trading", "supervision")) {
            office.navigate("/procurement/centres");
            office.selectOption("#field-centre", centre.toUpperCase(java.util.Locale.ROOT));
            office.selectOption("#field-body", bodies.get(centre).id().toString());
            press(office, "明确单位");
        }
        assertThat(office.innerText("main")).contains("4 项职责已明确 4 项");
        for (int i = 1; i <= EXPERTS; i++) {
            office.navigate("/procurement/experts");
            office.click("summary:text-is('列入名单')");
            office.fill("#field-code", "E" + i);
            office.fill("#field-name", "专家" + i);
            office.fill("#field-specialty", "市政");
            office.fill("#field-employer", i == 1 ? "甲公司" : "设计院");
            press(office, "列入名单");
        }
        assertThat(office.innerText("main")).contains("E6").contains("专家6");
    }

    private void theOwnerTakesItUpAndTheOfficeAssigns() {
        Page owner = seats.get("owner");
        owner.navigate("/procurement");
        owner.click("summary:text-is('立项')");
        owner.fill("#field-title", "滨河路改造");
        owner.fill("#field-text", "改造道路两公里。");
        owner.selectOption("main form #field-category", "WORKS");
        owner.fill("#field-estimate", "2900000");
        press(owner, "立项");
        project = owner.url().replaceFirst("\\?.*", "");
        Page office = seat(seats.get("office"));
        for (Map.Entry<String, String> each : Map.of(
                        "CONSTRUCTION",
                        "builder",
                        "REVIEW",
                        "reviewer",
                        "TRADING",
                        "trader",
                        "SUPERVISION",
                        "supervisor")
                .entrySet()) {
            open(office, "form[action$='/assign']:has(#post-" + each.getKey() + ")");
            office.selectOption(
                    "#post-" + each.getKey(), posts.get(each.getValue()).id().toString());
            go(office, () -> office.click("form[action$='/assign']:has(#post-" + each.getKey() + ") button"));
        }
        assertThat(office.innerText("main")).contains("builder某", "reviewer某", "trader某", "supervisor某");
    }

    private void theBudgetIsDrawnUpAndItsAuthorIsRefusedTheReview() {
        Page builder = seat(seats.get("builder"));
        fillIn(builder, "budget", Map.of("amount", "2850000"));
        fillIn(builder, "review", Map.of("amount", "2850000", "note", "自己编制，自己评审。"));
        assertThat(builder.innerText("#refusal"))
                .contains("builder某")
                .contains("三中心管理办法")
                .contains("第三条");
        assertThat(procurement.projects().getFirst()).isInstanceOf(Project.Budgeted.class);
        fillIn(seat(seats.get("reviewer")), "review", Map.of("amount", "2800000", "note", "核减取费五万元。"));
        assertThat(seats.get("reviewer").innerText("main")).contains("核减取费五万元");
    }

    private void theTenderIsPublishedAndTheTwoMakeTheirKeys() {
        Page trader = seat(seats.get("trader"));
        open(trader, "form[action$='/publish']");
        trader.selectOption("#field-method", "OPEN");
        fill(
                trader,
                "publish",
                Map.of(
                        "saleUntil",
                        START.plusDays(6).toString(),
                        "deadline",
                        DEADLINE + "T09:00",
                        "bidDeposit",
                        "50000",
                        "specialty",
                        "市政"));
        send(trader, "publish");
        for (String holder : List.of("trader", "supervisor")) {
            Page seat = seat(seats.get(holder));
            Download download = seat.waitForDownload(() -> press(seat, "生成并登记开标密钥"));
            download.saveAs(keys.resolve(holder + ".json"));
        }
        assertThat(keys.resolve("trader.json")).content().contains("\"P-256\"").contains("\"d\"");
    }

    private void bid(Page firm, String name, String price) {
        send(seat(firm), name, price);
        assertThat(firm.innerText("main")).contains("投标文件已接收");
    }

    private void send(Page firm, String name, String price) {
        open(firm, "#bid-form");
        firm.fill("#bid-firm", name);
        firm.fill("#bid-code", "91320000" + price);
        firm.fill("#bid-price", price);
        firm.fill("#bid-days", "180");
        go(firm, () -> firm.click("#bid-form button"));
    }

    private void nothingOfABidIsReadableYet(Chromium browser) {
        assertThat(database.sql("SELECT envelope FROM procurement.bid")
                        .query(String.class)
                        .list())
                .hasSize(3)
                .allSatisfy(envelope ->
                        assertThat(envelope).doesNotContain("2300000").doesNotContain("乙公司"));
        Page anyone = seat(browser.visitor());
        assertThat(anyone.innerText("main")).doesNotContain("乙公司").doesNotContain("230.00");
        Page trader = seat(seats.get("trader"));
        open(trader, "#open-form");
        trader.setInputFiles("#key-file", keys.resolve("trader.json"));
        go(trader, () -> trader.click("#open-form button"));
        assertThat(trader.innerText("#refusal")).contains("三中心管理办法").contains("第七条");
    }

    private void theTwoOpenTheBidsTogether() {
        Page trader = seat(seats.get("trader"));
        press(trader, "固定专家抽取名单");
        for (String holder : List.of("trader", "supervisor")) {
            Page seat = seat(seats.get(holder));
            assertThat(seat.innerText("main")).doesNotContain("2,300,000.50");
            open(seat, "#open-form");
            seat.setInputFiles("#key-file", keys.resolve(holder + ".json"));
            go(seat, () -> seat.click("#open-form button"));
        }
        assertThat(seats.get("supervisor").innerText("main")).contains("甲公司", "乙公司", "丙公司", "2,300,000.50");
    }

    private void theCommitteeIsDrawnEvaluatesAndTheCandidatesArePublished() {
        Page trader = seats.get("trader");
        int presses = 0;
        do {
            seat(trader);
            trader.selectOption(
                    "#field-representatives", posts.get("representative").id().toString());
            press(trader, "抽取专家");
            presses++;
        } while (trader.locator("#refusal").count() > 0 && presses < 40);
        assertThat(trader.innerText("main")).contains("representative某");
        Tender.Evaluating drawn = (Tender.Evaluating)
                tenders.of(procurement.projects().getFirst().id()).getFirst();
        for (Tender.Member member : drawn.drawn().orElseThrow().members()) {
            if (member.sits()) {
                drawn.bids()
                        .forEach(bid -> trader.fill(
                                "[id='points-" + member.code() + "-" + bid.id() + "']",
                                bid.firm().equals("乙公司") ? "91" : "80"));
            }
        }
        press(trader, "录入评审结果");
        press(seat(trader), "公示中标候选人");
        press(seat(trader), "定标");
        assertThat(trader.innerText("#refusal")).contains("招标投标法实施条例").contains("第五十四条");
    }

    private void theWinnerIsNamedAndTheContractSigned() {
        press(seat(seats.get("trader")), "定标");
        Page owner = seat(seats.get("owner"));
        fillIn(owner, "contract", Map.of("amount", "2400000"));
        assertThat(owner.innerText("#refusal")).contains("招标投标法").contains("第四十六条");
        fillIn(seat(owner), "contract", Map.of("amount", "2300000.50"));
        assertThat(owner.innerText("main")).contains("乙公司");
    }

    private void anyoneReadsHowItCameOut(Chromium browser) {
        Page anyone = heard(browser.visitor());
        seat(anyone);
        assertThat(anyone.innerText("main")).contains("乙公司", "2,300,000.50", "节约");
        anyone.click("summary:text-is('专家抽取：怎样核算')");
        assertThat(anyone.innerText("main")).contains("E1").contains("甲公司");
        anyone.setViewportSize(360, 800);
        assertThat(anyone.evaluate("""
                [...document.querySelectorAll("main *")].filter(each => each.getBoundingClientRect().right > innerWidth)
                  .map(each => each.tagName + "." + each.className + " " + each.textContent.slice(0, 40)).join("; ")
                """)).as("nothing wider than a phone").isEqualTo("");
    }

    /** The project's page, as it stands now. */
    private Page seat(Page page) {
        page.navigate(project);
        return page;
    }

    private static void open(Page page, String form) {
        page.locator("details:has(" + form + ") > summary").click();
    }

    private static void fillIn(Page page, String act, Map<String, String> fields) {
        open(page, "form[action$='/" + act + "']");
        fill(page, act, fields);
        send(page, act);
    }

    private static void fill(Page page, String act, Map<String, String> fields) {
        fields.forEach((name, value) -> page.fill("form[action$='/" + act + "'] [name=" + name + "]", value));
    }

    private static void send(Page page, String act) {
        go(page, () -> page.click("form[action$='/" + act + "'] button[type=submit]"));
    }

    private static void press(Page page, String button) {
        go(
                page,
                () -> page.locator("main button:text-is('" + button + "')")
                        .first()
                        .click());
    }

    /** Does what sends a form, and waits for the page that answers it; keys and bids take the browser a moment before. */
    private static void go(Page page, Runnable act) {
        page.waitForResponse(
                response -> response.request().isNavigationRequest() && response.status() != REDIRECTED, act);
        page.waitForLoadState();
    }
}
