package org.shengmo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.docket.Subject;
import org.shengmo.supervision.Observations;
import org.shengmo.supervision.Supervision;
import org.shengmo.supervision.Supervisor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A citizen is appointed, reports with a photo from a phone, is answered twice, and what is not settled is looked into. */
@ProgramTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupervisorWalkTest {

    private static final int WIDTH = 360;

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory program;

    @Autowired
    Observations observations;

    @Autowired
    Supervision supervision;

    @Autowired
    Accounts accounts;

    private Chromium chromium;
    private PetitionDistrict district;

    @BeforeAll
    void arrive() {
        chromium = Chromium.at("http://127.0.0.1:" + port);
        district = new PetitionDistrict(program);
    }

    @AfterAll
    void leave() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private Supervisor appointed() {
        Page office = chromium.signedIn(district.login("intake"), PetitionDistrict.PASSWORD);
        office.navigate("/observations/supervisors");
        office.fill("#field-name", "何知远");
        office.selectOption("#field-bodies", district.body("water").toString());
        office.fill("#field-from", PetitionDistrict.TODAY.toString());
        office.fill("#field-until", PetitionDistrict.TODAY.plusYears(2).toString());
        office.click("main form button.btn-primary");
        assertThat(office.innerText("main table")).contains("何知远").contains("区水利局");
        PageWalk walk = new PageWalk(office).here();
        assertThat(walk.faults()).isEmpty();
        Supervisor made = observations.supervisors().stream()
                .filter(each -> each.bodies().contains(district.body("water")))
                .findFirst()
                .orElseThrow();
        accounts.createForDemonstration(
                new Actor(null, null, "", Set.of(Permission.of("access.account.manage")), new Scope.All(), List.of()),
                Map.of(made.person(), district.login("citizen")),
                PetitionDistrict.PASSWORD);
        return made;
    }

    private Page phone(String login) {
        Page page = chromium.visitor(new Browser.NewContextOptions().setViewportSize(WIDTH, 740));
        page.navigate("/sign-in");
        page.fill("input[name=login]", login);
        page.fill("input[name=password]", PetitionDistrict.PASSWORD);
        page.click("main button[type=submit]");
        return page;
    }

    private void answer(Page head, UUID observation, String text) {
        head.navigate("/observations/" + observation);
        head.fill("form[action$='/answer'] textarea", text);
        head.click("form[action$='/answer'] button[type=submit]");
    }

    private static void notSettled(Page citizen, UUID observation, String why) {
        citizen.navigate("/observations/" + observation);
        citizen.selectOption("#field-satisfied", "no");
        citizen.fill("form[action$='/judge'] textarea", why);
        citizen.click("form[action$='/judge'] button[type=submit]");
    }

    @Test
    void fromTheAppointmentToWhatIsLookedInto() throws Exception {
        Supervisor supervisor = appointed();
        Page citizen = phone(district.login("citizen"));
        citizen.navigate("/observations/new");
        PageWalk walk = new PageWalk(citizen).here();
        assertThat(citizen.innerText("main"))
                .as("what the rule grants: these bodies, and the clause")
                .contains("区水利局")
                .contains("临墨区特邀监督员工作办法")
                .doesNotContain("青山镇");
        citizen.selectOption("#field-body", district.body("water").toString());
        citizen.fill("#field-title", "水费公示栏过期");
        citizen.fill("#field-text", "公示栏仍是去年的水价，没有更新。");
        citizen.setInputFiles("#field-photos", new FilePayload("公示栏.png", "image/png", PublicContent.picture()));
        citizen.click("main form button.btn-primary");
        walk.here();
        var made = observations.readableBy(district.in("intake")).getFirst();
        UUID id = made.id();
        assertThat(made.details().photos()).hasSize(1);

        Page head = chromium.signedIn(district.login("water-head"), PetitionDistrict.PASSWORD);
        head.navigate("/duties");
        assertThat(head.innerText("main")).as("an answer is owed").contains("水费公示栏过期");
        answer(head, id, "已更换公示。");
        notSettled(citizen, id, "还是旧的水价。");
        answer(head, id, "已核对。");
        notSettled(citizen, id, "仍未更换。");
        assertThat(citizen.innerText("main")).contains("已登记为疑点");
        walk.here();
        citizen.navigate("/observations");
        walk.here();
        assertThat(walk.faults()).isEmpty();
        assertThat(supervision.clues(Optional.empty()))
                .filteredOn(clue -> clue.details().subject().equals(Subject.body(district.body("water"))))
                .singleElement()
                .satisfies(clue -> assertThat(clue.details().source()).isEqualTo(Supervision.Source.SUPERVISOR));
        shutToOthers(id, made.details().photos().getFirst(), supervisor);
    }

    private void shutToOthers(UUID id, UUID photo, Supervisor supervisor) throws Exception {
        Visitor town = new Visitor(port).signedIn(district.login("town-head"), PetitionDistrict.PASSWORD);
        assertThat(town.get("/observations/" + id).statusCode()).isEqualTo(404);
        assertThat(town.get("/attachments/" + photo).statusCode()).isEqualTo(409);
        assertThat(town.get("/observations/supervisors").statusCode()).isEqualTo(403);
        Visitor citizen = new Visitor(port).as(district.login("citizen"), PetitionDistrict.PASSWORD);
        assertThat(citizen.get("/api/v1/supervision/observations").body()).contains("水费公示栏过期");
        assertThat(citizen.json(
                                "/api/v1/supervision/observations",
                                "{\"body\":\"%s\",\"title\":\"题\",\"text\":\"文\"}".formatted(district.body("town")))
                        .statusCode())
                .as("a body beyond the appointment of " + supervisor.name())
                .isEqualTo(409);
        assertThat(citizen.get("/api/v1/supervision/supervisors").statusCode()).isEqualTo(403);
    }
}
