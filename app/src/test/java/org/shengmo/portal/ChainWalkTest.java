package org.shengmo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.access.Scope;
import org.shengmo.consequence.Consequence;
import org.shengmo.consequence.Consequences;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyTerms;
import org.shengmo.duty.NewDuty;
import org.shengmo.finding.Finding;
import org.shengmo.finding.Findings;
import org.shengmo.organization.Organization;
import org.shengmo.organization.SmallDistrict;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.store.TestClock;
import org.shengmo.store.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Four people walk the chain in a real browser: the owner who lets a duty slip and replies, the superior it is escalated
 * to, the inspector who upholds, the secretary who decides the measure. In between only the days pass.
 */
@SpringBootTest(
        classes = {Program.class, ChainWalkTest.Ground.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class ChainWalkTest {

    private static final LocalDate DUE = LocalDate.of(2025, 4, 15);
    private static final String PASSWORD = "shengmo-demo";

    static class Ground {
        @Bean
        DataSource dataSource() {
            return TestDatabase.fresh();
        }

        @Bean
        TestClock clock() {
            return new TestClock(LocalDate.of(2025, 4, 1));
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Organization organization;

    @Autowired
    Posts posts;

    @Autowired
    Accounts accounts;

    @Autowired
    Duties duties;

    @Autowired
    Findings findings;

    @Autowired
    Consequences consequences;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Days days;

    @Autowired
    TestClock clock;

    @Test
    void fourPeopleWalkTheChainFromTheMissedDutyToTheMeasureInForce() {
        SmallDistrict district = SmallDistrict.in(organization, posts);
        Map<UUID, String> logins = new HashMap<>();
        for (String post : List.of("finance-head", "deputy-governor", "inspector", "discipline-secretary")) {
            logins.put(district.person(post + "-person"), post);
        }
        Actor installer =
                new Actor(null, null, "", Set.of(Permission.of("access.account.manage")), new Scope.All(), List.of());
        accounts.createForDemonstration(installer, logins, PASSWORD);
        UUID duty = owe(district);

        try (Chromium browser = Chromium.at("http://127.0.0.1:" + port)) {
            try (BrowserContext owner = signedIn(browser, "finance-head")) {
                assertThat(owner.pages().getFirst().innerText("main")).contains("公布节点完成情况");
            }
            passDaysUntil(DUE.plusDays(8));
            try (BrowserContext superior = signedIn(browser, "deputy-governor")) {
                assertThat(superior.pages().getFirst().innerText("main")).contains("公布节点完成情况");
            }
            passDaysUntil(DUE.plusDays(12));
            Finding finding = findings.restingOn(new Subject("duty", duty)).getFirst();
            reply(browser, finding.id());
            clock.moveTo(DUE.plusDays(14));
            uphold(browser, finding.id());
            UUID consequence = consequences.following(finding.id()).getFirst().id();
            clock.moveTo(DUE.plusDays(20));
            decide(browser, consequence);
            assertThat(consequences.consequence(consequence)).isInstanceOf(Consequence.Imposed.class);
            try (BrowserContext owner = signedIn(browser, "finance-head")) {
                Page page = owner.pages().getFirst();
                page.navigate("/consequences/" + consequence);
                assertThat(page.innerText("main")).contains("公布节点完成情况");
            }
        }
    }

    private UUID owe(SmallDistrict district) {
        return duties.owe(
                Actor.CALENDAR,
                new NewDuty(
                        Kind.of("pledge.milestone"),
                        "公布节点完成情况",
                        district.post("finance-head"),
                        district.body("government"),
                        rulebook.cite("livelihood-measures", "5", LocalDate.of(2025, 4, 1)),
                        new Subject("pledge", UUID.randomUUID()),
                        LocalDate.of(2025, 4, 1),
                        DUE,
                        new DutyTerms(List.of(7, 1), List.of(1, 5), 10, Kind.of("duty.missed"), "pledge-terms")));
    }

    private void passDaysUntil(LocalDate last) {
        for (LocalDate day = LocalDate.now(clock); !day.isAfter(last); day = day.plusDays(1)) {
            clock.moveTo(day);
            days.run(day);
        }
    }

    private void reply(Chromium browser, UUID finding) {
        try (BrowserContext owner = signedIn(browser, "finance-head")) {
            Page page = owner.pages().getFirst();
            page.navigate("/findings/" + finding);
            page.fill("#field-text", "经办人员调离，交接时漏列，责任在我。");
            page.click("form[action$='/reply'] button[type=submit]");
            assertThat(page.innerText("main")).contains("经办人员调离");
        }
    }

    private void uphold(Chromium browser, UUID finding) {
        try (BrowserContext inspector = signedIn(browser, "inspector")) {
            Page page = inspector.pages().getFirst();
            page.navigate("/findings/" + finding);
            page.fill("#field-reasons", "逾期事实清楚，申辩理由不足以免除责任。");
            page.click("form[action$='/uphold'] button.btn-primary");
            assertThat(page.innerText("main")).contains("申辩理由不足");
        }
    }

    private void decide(Chromium browser, UUID consequence) {
        try (BrowserContext secretary = signedIn(browser, "discipline-secretary")) {
            Page page = secretary.pages().getFirst();
            page.navigate("/consequences/" + consequence);
            page.selectOption("#field-outcome", "confirm");
            page.fill("#field-reasons", "事实清楚，按决策表办理。");
            page.click("form[action$='/decide'] button.btn-primary");
            assertThat(page.innerText("main")).contains("按决策表办理");
        }
    }

    private static BrowserContext signedIn(Chromium browser, String login) {
        Page page = browser.signedIn(login, PASSWORD);
        page.navigate("/duties");
        return page.context();
    }
}
