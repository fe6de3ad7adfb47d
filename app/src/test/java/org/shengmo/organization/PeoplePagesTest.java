package org.shengmo.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.portal.ProgramTest;
import org.shengmo.portal.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody signs in and reads the pages of the organization as a browser would. */
@ProgramTest
class PeoplePagesTest {

    private static final Actor OFFICE = new Actor(
            null,
            null,
            "",
            Set.of(
                    Permission.of("organization.manage"),
                    Permission.of("organization.appoint"),
                    Permission.of("access.account.manage")),
            new Scope.All(),
            List.of());

    @LocalServerPort
    int port;

    @Autowired
    Organization organization;

    @Autowired
    Accounts accounts;

    private Visitor browser;
    private Body town;
    private Post mayor;
    private Person person;

    @BeforeEach
    void district() throws Exception {
        String run = UUID.randomUUID().toString().substring(0, 8);
        town = organization.establish(OFFICE, new NewBody("T" + run, "青石镇", BodyKind.TOWNSHIP, null, 1, null));
        mayor = organization.createPost(
                OFFICE, NewPost.of("P" + run, "镇长", town.id(), true, 1, Reach.ALL, "organization.appoint"));
        person = organization.register(OFFICE, new NewPerson("R" + run, "陆一"));
        organization.appoint(OFFICE, person.id(), mayor.id(), LocalDate.of(2025, 2, 1));
        accounts.createForDemonstration(OFFICE, Map.of(person.id(), "lu" + run), "shengmo-demo");
        browser = new Visitor(port).signedIn("lu" + run, "shengmo-demo");
    }

    @Test
    void thePagesShowWhoHoldsWhat() throws Exception {
        assertThat(browser.get("/people?q=" + person.code()).body()).contains("陆一", "青石镇", "镇长");
        assertThat(browser.get("/people/" + person.id()).body()).contains("现任青石镇镇长", "2025年2月1日");
        assertThat(browser.get("/bodies").body()).contains("青石镇", "陆一");
        assertThat(browser.get("/bodies/" + town.id()).body()).contains("镇长", "由陆一主持工作");
        assertThat(browser.get("/bodies/" + town.id() + "?on=2025-01-01").body())
                .contains("空缺");
        assertThat(browser.get("/posts/" + mayor.id() + "?lang=en").body()).contains("Holders over time", "陆一");
        assertThat(browser.get("/organization/import").statusCode()).isEqualTo(200);
        assertThat(browser.get("/people/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void aPostIsHandedOverOnItsPageAndAnOverlapIsRefusedInWords() throws Exception {
        Person next = organization.register(OFFICE, new NewPerson("N" + person.code(), "陆二"));
        String page = "/posts/" + mayor.id();
        Map<String, String> appointment = Map.of("person", next.code(), "from", "2025-07-01", "_page", page);
        HttpResponse<String> refused = browser.post(page + "/appoint", browser.get(page), appointment);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("只设1个席位", next.code());

        UUID tenure = organization.tenuresIn(mayor.id()).getFirst().id();
        browser.post(page + "/end", browser.get(page), Map.of("tenure", tenure.toString(), "until", "2025-07-01"));
        assertThat(browser.post(page + "/appoint", browser.get(page), appointment)
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get(page).body()).contains("陆二");
    }
}
