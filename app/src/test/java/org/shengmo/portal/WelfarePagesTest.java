package org.shengmo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
import org.shengmo.entitlement.Entitlement;
import org.shengmo.entitlement.Household;
import org.shengmo.measurement.Measurements;
import org.shengmo.measurement.Run;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.NewBody;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Reach;
import org.shengmo.ruler.check.Family;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The welfare review over real HTTP: from a register with a fault to a household's own answer. */
@ProgramTest
class WelfarePagesTest {

    private static final String PASSWORD = "wooden-ruler-keeps-straight";
    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    private static final String ROSTER =
            "household_id,person_id,id_number,name,relation,township,village,approved_on,approved_by,monthly_amount\n";
    private static final String NUMBER = "429981196001010018";

    @LocalServerPort
    int port;

    @Autowired
    Organization organization;

    @Autowired
    Accounts accounts;

    @Autowired
    Measurements measurements;

    @Autowired
    Entitlement entitlement;

    private String suffix;
    private Actor officer;
    private Visitor desk;
    private Visitor stranger;
    private UUID post;

    @BeforeEach
    void aDesk() throws Exception {
        suffix = UUID.randomUUID().toString().substring(0, 8);
        Actor installer =
                actor(null, null, Set.of("organization.manage", "organization.appoint", "access.account.manage"));
        var body = organization.establish(
                installer, new NewBody("B" + suffix, "民政局" + suffix, BodyKind.DEPARTMENT, null, 1, DAY.minusYears(1)));
        String[] may = {
            "measurement.run.welfare",
            "entitlement.read",
            "entitlement.reveal",
            "entitlement.tell",
            "entitlement.hear",
            "entitlement.decide"
        };
        post = organization
                .createPost(installer, NewPost.of("P" + suffix, "科长", body.id(), true, 1, Reach.ALL, may))
                .id();
        UUID other = organization
                .createPost(installer, NewPost.of("Q" + suffix, "科员", body.id(), false, 2, Reach.OWN_BODY))
                .id();
        UUID person = organization
                .register(installer, new NewPerson("R" + suffix, "衡清"))
                .id();
        UUID clerk = organization
                .register(installer, new NewPerson("S" + suffix, "秦正"))
                .id();
        organization.appoint(installer, person, post, DAY.minusMonths(2));
        organization.appoint(installer, clerk, other, DAY.minusMonths(2));
        accounts.createForDemonstration(installer, Map.of(person, "a" + suffix, clerk, "b" + suffix), PASSWORD);
        officer = actor(person, post, Set.of(may));
        desk = new Visitor(port).signedIn("a" + suffix, PASSWORD);
        stranger = new Visitor(port).signedIn("b" + suffix, PASSWORD);
    }

    private static Actor actor(UUID person, UUID post, Set<String> permissions) {
        return new Actor(
                person,
                post,
                "",
                permissions.stream().map(Permission::of).collect(java.util.stream.Collectors.toSet()),
                new Scope.All(),
                List.of());
    }

    private byte[] roster(String amount) {
        return (ROSTER + "H" + suffix + ",P1," + NUMBER + ",王光林,户主,南桥镇,东岸村,2023-05-06,," + amount + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private Run measured() {
        UUID dataset = measurements.open(officer, Family.WELFARE, "名册" + suffix);
        measurements.put(officer, dataset, "roster", "roster.csv", roster("300.00"), false);
        measurements.put(
                officer,
                dataset,
                "deaths",
                "deaths.csv",
                ("id_number,died_on\n" + NUMBER + ",2024-11-02\n").getBytes(StandardCharsets.UTF_8),
                false);
        return measurements.await(measurements.start(officer, dataset, List.of("welfare"), DAY, Map.of()));
    }

    @Test
    void aRegisterIsPutInRunAndFoundAgain() throws Exception {
        HttpResponse<String> overview = desk.get("/entitlement");
        assertThat(overview.statusCode()).isEqualTo(200);
        String dataset = location(
                desk.post("/measurement/datasets", overview, Map.of("family", "WELFARE", "title", "名册" + suffix)));
        HttpResponse<String> form = desk.get(dataset);
        HttpResponse<String> faulty = desk.upload(
                dataset + "/registers?_csrf=" + token(form), "名册.csv", roster("many"), Map.of("register", "roster"));
        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(faulty.body()).contains("名册.csv:2");
        desk.upload(dataset + "/registers?_csrf=" + token(form), "名册.csv", roster("300"), Map.of("register", "roster"));
        assertThat(desk.get(dataset).body()).contains("名册.csv");
        String run = location(desk.post(dataset + "/runs", desk.get(dataset), Map.of("on", "2025-03-03")));
        measurements.await(UUID.fromString(run.substring(run.lastIndexOf('/') + 1)));
        assertThat(desk.get(run).statusCode()).isEqualTo(200);
        assertThat(desk.get("/entitlement").body()).contains("名册" + suffix);
        assertThat(stranger.get(run).statusCode()).isEqualTo(403);
        assertThat(stranger.get("/entitlement").statusCode()).isEqualTo(403);
        assertThat(new Visitor(port).get("/entitlement").statusCode()).isEqualTo(302);
    }

    private static String token(HttpResponse<String> form) {
        var found = java.util.regex.Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
                .matcher(form.body());
        assertThat(found.find()).isTrue();
        return java.net.URLEncoder.encode(found.group(1), StandardCharsets.UTF_8);
    }

    @Test
    void whoTheyAreShowsOnlyWithAPurposeAndAnUnheardDecisionIsRefusedWithItsClause() throws Exception {
        Household household = entitlement.of(officer, measured().id()).getFirst();
        String href = "/entitlement/households/" + household.id();
        HttpResponse<String> page = desk.get(href);
        assertThat(page.body()).contains("死亡后仍领取").contains("2024-11-02").contains("王**");
        assertThat(page.body()).doesNotContain("王光林").doesNotContain(NUMBER);
        assertThat(page.body()).contains("/rulebook/social-assistance-measures");
        assertThat(desk.post(href + "/reveal", page, Map.of("purpose", "VERIFY", "note", ""))
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> open = desk.post(href + "/reveal", page, Map.of("purpose", "VERIFY", "note", "核对死亡登记"));
        assertThat(open.body()).contains("王光林").contains(NUMBER);
        assertThat(open.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(desk.get(href).body()).doesNotContain("王光林").contains("核对死亡登记");
        HttpResponse<String> refused =
                desk.post(href + "/decide", page, Map.of("outcome", "STOPPED", "reasons", "已死亡"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("/rulebook/entitlement-measures");
        assertThat(new Visitor(port)
                        .speaking("en")
                        .signedIn("a" + suffix, PASSWORD)
                        .get(href)
                        .body())
                .contains("Paid after death");
    }

    @Test
    void aHouseholdAnswersFromItsPhone() throws Exception {
        Household household = entitlement.of(officer, measured().id()).getFirst();
        entitlement.tell(officer, List.of(household.id()), post);
        String number = String.valueOf(household.details().number());
        Visitor phone = new Visitor(port);
        HttpResponse<String> door = phone.get("/hearing");
        HttpResponse<String> wrong = phone.post("/hearing", door, Map.of("number", number, "code", "AAAA"));
        assertThat(wrong.statusCode()).isEqualTo(409);
        String code = entitlement.code(officer, household.id());
        HttpResponse<String> open = phone.post("/hearing", door, Map.of("number", number, "code", code));
        assertThat(open.body()).contains("死亡后仍领取").doesNotContain("王光林");
        HttpResponse<String> said =
                phone.post("/hearing/answer", open, Map.of("number", number, "code", code, "reply", "人还在，登记错了。"));
        assertThat(said.body()).contains("人还在，登记错了。");
        assertThat(entitlement.household(household.id()).orElseThrow()).isInstanceOf(Household.Heard.class);
        HttpResponse<String> notice =
                desk.post("/entitlement/households/" + household.id() + "/notice", desk.get("/entitlement"), Map.of());
        assertThat(notice.body()).contains(code).contains("王光林");
    }

    @Test
    void theApiHidesTheSameAndThePublicSeesOnlyWhatWasPublished() throws Exception {
        Run run = measured();
        UUID household = entitlement.of(officer, run.id()).getFirst().id();
        Visitor program = new Visitor(port).as("a" + suffix, PASSWORD);
        assertThat(program.get("/api/v1/entitlement/households/" + household + "/members")
                        .body())
                .contains("王**")
                .doesNotContain(NUMBER);
        assertThat(program.get("/api/v1/entitlement/runs/" + run.id() + "/households")
                        .body())
                .contains("\"found\"")
                .doesNotContain("王");
        assertThat(new Visitor(port)
                        .as("b" + suffix, PASSWORD)
                        .get("/api/v1/entitlement/runs/" + run.id() + "/households")
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Visitor(port).get("/api/v1/welfare/" + run.id()).statusCode())
                .isEqualTo(404);
        assertThat(new Visitor(port).get("/welfare").statusCode()).isEqualTo(200);
        entitlement.decide(
                officer,
                List.of(new Entitlement.Ruled(
                        household, Household.Outcome.KEPT, new java.math.BigDecimal("300.00"), Set.of(), "")),
                "");
        entitlement.publish(officer, run.id());
        HttpResponse<String> open = new Visitor(port).get("/welfare/" + run.id());
        assertThat(open.body()).contains("南桥镇").doesNotContain("王").doesNotContain("H" + suffix);
        assertThat(new Visitor(port)
                        .get("/welfare/" + run.id() + "/results.csv")
                        .body())
                .contains("东岸村,1,0,0,0,0");
        assertThat(new Visitor(port).get("/compensation/results").statusCode()).isEqualTo(200);
    }
}
