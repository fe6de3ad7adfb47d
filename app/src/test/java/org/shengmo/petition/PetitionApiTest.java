package org.shengmo.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.access.Scope;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Reach;
import org.shengmo.organization.SmallDistrict;
import org.shengmo.portal.ProgramTest;
import org.shengmo.portal.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The petition office's day and a sender's, by operations alone. */
@ProgramTest
class PetitionApiTest {

    private static final String BASE = "/api/v1/petitions";
    private static final String PASSWORD = "a long enough password";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    Organization organization;

    @Autowired
    Posts posts;

    @Autowired
    Accounts accounts;

    private SmallDistrict district;
    private Visitor desk;
    private Visitor anyone;

    @BeforeEach
    void anOffice() {
        String run = UUID.randomUUID().toString().substring(0, 8);
        district = SmallDistrict.in(organization, posts);
        var post = organization.createPost(
                SmallDistrict.SETTER,
                NewPost.of(
                        run + "-desk",
                        "接访科科长",
                        district.body("government"),
                        false,
                        9,
                        Reach.ALL,
                        "petition.desk",
                        "petition.handle",
                        "petition.rectify",
                        "petition.discipline.intake"));
        var person = organization.register(SmallDistrict.SETTER, new NewPerson(run + "-desk", "郑访"));
        organization.appoint(SmallDistrict.SETTER, person.id(), post.id(), SmallDistrict.FIRST_DAY);
        Actor keeper = new Actor(
                null,
                null,
                "",
                java.util.Set.of(Permission.of("access.account.manage")),
                new Scope.All(),
                java.util.List.of());
        accounts.createForDemonstration(keeper, Map.of(person.id(), run + "-desk"), PASSWORD);
        desk = new Visitor(port).speaking("en").as(run + "-desk", PASSWORD);
        anyone = new Visitor(port).speaking("en");
    }

    private static JsonNode ok(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body().isEmpty() ? null : JSON.readTree(answer.body());
    }

    private String petition(String text) {
        return "{\"published\":false,\"topic\":\"WATER\",\"naming\":\"NAMED\",\"name\":\"周明\",\"phone\":\"0571-1234567\",\"text\":\"%s\",\"place\":\"%s\"}"
                .formatted(text + UUID.randomUUID(), district.body("township"));
    }

    private String entered(String text) throws Exception {
        JsonNode receipt =
                ok(desk.json(BASE + "/desk", "{\"channel\":\"PHONE\",\"petition\":" + petition(text) + "}"), 201);
        return receipt.get("code").asString();
    }

    private String latest(String text) throws Exception {
        for (JsonNode each : ok(desk.get(BASE), 200)) {
            if (each.toString().contains(text)) {
                return each.get("details").get("id").asString();
            }
        }
        throw new AssertionError("no petition says " + text);
    }

    @Test
    void theOfficeEntersJoinsAsksWhoAndHandsOver() throws Exception {
        entered("东村停水");
        entered("西村停水");
        String east = latest("东村停水");
        String west = latest("西村停水");
        ok(desk.json(BASE + "/" + west + "/join", "{\"into\":\"" + east + "\"}"), 204);
        assertThat(ok(desk.json(BASE + "/" + east + "/identity", "{\"text\":\"回访\"}"), 200)
                        .get("name")
                        .asString())
                .isEqualTo("周明");
        assertThat(desk.json(BASE + "/" + east + "/resume", "").statusCode())
                .as("nothing stands still: refused")
                .isEqualTo(409);
        ok(desk.json(BASE + "/" + east + "/seal", "{\"name\":\"某站长\"}"), 204);
        ok(desk.get(BASE + "/" + east), 404);
        JsonNode sealed = ok(desk.get(BASE + "/accusations"), 200);
        String accusation = sealed.get(sealed.size() - 1).get("id").asString();
        ok(desk.json(BASE + "/accusations/" + accusation + "/take", ""), 204);
        ok(anyone.get(BASE + "/accusations"), 401);
    }

    @Test
    void aSenderTakesItBackByTheCodeAndAWrongCodeOpensNothing() throws Exception {
        String code = entered("南村停水");
        ok(anyone.json(BASE + "/follow/withdraw", "{\"code\":\"0000000000000000\"}"), 404);
        assertThat(anyone.json(BASE + "/follow/reopen", "{\"code\":\"" + code + "\",\"reasons\":\"没有解决\"}")
                        .statusCode())
                .as("nothing was answered yet")
                .isEqualTo(409);
        ok(anyone.json(BASE + "/follow/withdraw", "{\"code\":\"" + code + "\"}"), 204);
    }

    @Test
    void anOfficerOpensACalendarFeed() throws Exception {
        String secret =
                ok(desk.json(BASE + "/desk/feed", ""), 201).get("secret").asString();
        assertThat(anyone.get("/petitions/calendar/" + secret + ".ics").body()).startsWith("BEGIN:VCALENDAR");
    }
}
