package org.shengmo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.access.Scope;
import org.shengmo.consequence.Consequence;
import org.shengmo.consequence.Consequences;
import org.shengmo.consequence.Decision;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.Duties2025;
import org.shengmo.duty.NewDuty;
import org.shengmo.duty.OpenDuty;
import org.shengmo.finding.Findings;
import org.shengmo.finding.NewFinding;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.organization.Reach;
import org.shengmo.organization.SmallDistrict;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.HtmlUtils;

/** What the kernel's rooms show and refuse over HTTP, to whom: pages, API, exports and search give the same answer. */
@ProgramTest
class RoomsTest {

    private static final String PASSWORD = "wooden-ruler-keeps-straight";
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 3);
    private static final Set<String> KERNEL = Set.of("duty", "finding", "consequence", "organization", "access");

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
    Docket docket;

    @Autowired
    RequestMappingHandlerMapping mappings;

    private SmallDistrict district;
    private String mark;

    @BeforeEach
    void setUp() {
        district = SmallDistrict.in(organization, posts);
        mark = UUID.randomUUID().toString().substring(0, 6);
        Map<UUID, String> logins = new HashMap<>();
        for (String post : List.of(
                "secretary",
                "governor",
                "deputy-governor",
                "discipline-secretary",
                "inspector",
                "finance-head",
                "finance-deputy",
                "township-head")) {
            logins.put(district.person(post + "-person"), login(post));
        }
        accounts.createForDemonstration(clerk("access.account.manage"), logins, PASSWORD);
    }

    private static Actor clerk(String... permissions) {
        Set<Permission> may =
                java.util.Arrays.stream(permissions).map(Permission::of).collect(java.util.stream.Collectors.toSet());
        return new Actor(null, null, "", may, new Scope.All(), List.of());
    }

    private String login(String post) {
        return mark + "." + post;
    }

    /** At the pages. */
    private Visitor at(String post) throws Exception {
        return new Visitor(port).signedIn(login(post), PASSWORD);
    }

    /** A program at the API. */
    private Visitor by(String post) {
        return new Visitor(port).as(login(post), PASSWORD);
    }

    private UUID owe(String owner) {
        NewDuty duty =
                Duties2025.quarterlyReturn(district.post(owner), district.body("committee"), LocalDate.of(2025, 6, 6));
        return duties.owe(
                Actor.CALENDAR,
                new NewDuty(
                        duty.kind(),
                        mark + "-" + owner,
                        duty.ownerPost(),
                        duty.creditorBody(),
                        duty.clause(),
                        duty.about(),
                        TODAY,
                        LocalDate.of(2025, 3, 6),
                        duty.terms()));
    }

    /** A post whose scope is the township alone, and its holder's login. */
    private void watchTheTownship(String... permissions) {
        Post watch = organization.createPost(
                SmallDistrict.SETTER,
                new NewPost(
                        mark + "-watch",
                        "驻镇监督员",
                        district.body("discipline"),
                        null,
                        false,
                        3,
                        1,
                        java.util.Arrays.stream(permissions)
                                .map(Permission::of)
                                .collect(java.util.stream.Collectors.toSet()),
                        Reach.CHOSEN_BODIES,
                        Set.of(district.body("township"))));
        var person = organization.register(
                SmallDistrict.SETTER, new org.shengmo.organization.NewPerson(mark + "-watch", "人驻镇"));
        organization.appoint(SmallDistrict.SETTER, person.id(), watch.id(), SmallDistrict.FIRST_DAY);
        accounts.createForDemonstration(clerk("access.account.manage"), Map.of(person.id(), login("watch")), PASSWORD);
    }

    @Test
    void whatIsNotThereIsA404ProblemAtEveryAddressOfTheApi() throws Exception {
        Visitor governor = by("governor");
        UUID nobody = UUID.randomUUID();
        for (String[] call : kernelCalls()) {
            if (!call[1].contains("{id}")) {
                continue;
            }
            String path = call[1].replace("{id}", nobody.toString()).replace("{type}", "person");
            HttpResponse<String> answer =
                    call[0].equals("GET") ? governor.get("/api/v1" + path) : governor.json("/api/v1" + path, "{}");
            assertThat(answer.statusCode())
                    .as("%s %s: %s", call[0], path, answer.body())
                    .isBetween(400, 499);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as("%s %s", call[0], path)
                    .startsWith("application/problem+json");
            if (call[0].equals("GET") && answer.statusCode() != 403) {
                assertThat(answer.statusCode()).as(path).isEqualTo(404);
                assertThat(answer.body()).as(path).contains("没有这个");
            }
        }
        assertThat(governor.json("/api/v1" + "/duties/" + nobody + "/meet", "{\"account\":\"a\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(at("governor").get("/duties/" + nobody).statusCode()).isEqualTo(404);
    }

    /** Method and path (below {@code /api/v1}) of every address that the kernel's rooms answer at. */
    private List<String[]> kernelCalls() {
        List<String[]> calls = new ArrayList<>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            String room = handler.getBeanType().getPackageName().replaceAll("org\\.shengmo\\.([a-z]+).*", "$1");
            for (String path : info.getPatternValues()) {
                if (KERNEL.contains(room) && path.startsWith("/api/v1/") && !path.contains("import")) {
                    for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                        calls.add(new String[] {method.name(), path.substring("/api/v1".length())});
                    }
                }
            }
        });
        assertThat(calls).hasSizeGreaterThan(20);
        return calls;
    }

    @Test
    void whatCannotBeReadIsToldByItsPlaceInTheReadersLanguage() throws Exception {
        Visitor governor = by("governor");
        UUID duty = owe("finance-head");
        HttpResponse<String> identifier = governor.get("/api/v1" + "/duties/not-an-identifier");
        assertThat(identifier.statusCode()).isEqualTo(422);
        assertThat(identifier.body()).contains("\"place\":\"id\"").contains("不是有效的编号");
        assertThat(by("governor")
                        .speaking("en")
                        .get("/api/v1" + "/duties/not-an-identifier")
                        .body())
                .contains("no identifier");

        HttpResponse<String> broken = governor.json("/api/v1" + "/duties/" + duty + "/extend", "{\"due\": ");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(broken.body()).contains("JSON");

        HttpResponse<String> date =
                governor.json("/api/v1" + "/duties/" + duty + "/extend", "{\"due\":\"April\",\"reasons\":\"x\"}");
        assertThat(date.statusCode()).isEqualTo(400);
        assertThat(date.body()).contains("\"place\":\"due\"").contains("的值无法识别");

        HttpResponse<String> missing = governor.json("/api/v1" + "/duties/" + duty + "/extend", "{}");
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.body()).contains("\"place\":\"due\"");

        assertThat(at("governor").get("/duties/not-an-identifier").statusCode()).isEqualTo(404);
        assertThat(governor.get("/api/v1" + "/clearance/person/" + district.person("governor-person") + "?on=soon")
                        .statusCode())
                .isEqualTo(422);
    }

    private void assertShows(String post, String path, String api, List<String> shown, List<String> hidden)
            throws Exception {
        Visitor visitor = at(post);
        String page = visitor.get(path + "?q=" + mark).body();
        String json = by(post).get("/api/v1" + api).body();
        String exported = text(visitor.bytes(path + "?format=xlsx"));
        for (String title : shown) {
            assertThat(page).as("%s at %s", post, path).contains(title);
            assertThat(json).as("%s at %s", post, api).contains(title);
            assertThat(exported).as("%s exports %s", post, path).contains(title);
            assertThat(visitor.get("/search?q=" + encode(title)).body())
                    .as("%s searches %s", post, title)
                    .contains("class=\"hit\"");
        }
        for (String title : hidden) {
            assertThat(page).as("%s at %s", post, path).doesNotContain(title);
            assertThat(json).as("%s at %s", post, api).doesNotContain(title);
            assertThat(exported).as("%s exports %s", post, path).doesNotContain(title);
            assertThat(visitor.get("/search?q=" + encode(title)).body())
                    .as("%s searches %s", post, title)
                    .doesNotContain("class=\"hit\"");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The strings of a workbook. */
    private static String text(byte[] workbook) {
        StringBuilder text = new StringBuilder();
        try {
            Path file = Files.createTempFile("export", ".xlsx");
            Files.write(file, workbook);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(text).as("a workbook came").isNotEmpty();
        return HtmlUtils.htmlUnescape(text.toString());
    }

    @Test
    void dutiesShowAsFarAsThePostsScopeReaches() throws Exception {
        watchTheTownship();
        Map<String, UUID> owed = new HashMap<>();
        for (String owner : List.of("secretary", "finance-head", "finance-deputy", "township-head")) {
            owed.put(owner, owe(owner));
        }
        String secretary = mark + "-secretary";
        String head = mark + "-finance-head";
        String deputy = mark + "-finance-deputy";
        String township = mark + "-township-head";
        assertShows("governor", "/duties/all", "/duties/all", List.of(secretary, head, deputy, township), List.of());
        assertShows(
                "deputy-governor", "/duties/all", "/duties/all", List.of(head, deputy, township), List.of(secretary));
        assertShows("finance-head", "/duties/all", "/duties/all", List.of(head, deputy), List.of(secretary, township));
        assertShows(
                "finance-deputy", "/duties/all", "/duties/all", List.of(deputy), List.of(secretary, head, township));
        assertShows("watch", "/duties/all", "/duties/all", List.of(township), List.of(secretary, head, deputy));

        Visitor self = at("finance-deputy");
        assertThat(self.get("/duties/" + owed.get("finance-deputy")).statusCode())
                .isEqualTo(200);
        assertThat(self.get("/duties/" + owed.get("township-head")).statusCode())
                .isEqualTo(404);
        assertThat(by("finance-deputy")
                        .get("/api/v1" + "/duties/" + owed.get("township-head"))
                        .statusCode())
                .isEqualTo(404);
        String person =
                self.get("/people/" + district.person("township-head-person")).body();
        assertThat(person).doesNotContain(township);
        assertThat(at("governor")
                        .get("/people/" + district.person("township-head-person"))
                        .body())
                .contains(township);
        assertThat(at("governor").get("/bodies/" + district.body("township")).body())
                .contains(township);
    }

    private UUID find(String post, String title) {
        return findings.state(
                district.actor("discipline-secretary", TODAY),
                new NewFinding(
                        Kind.of("duty.missed"),
                        Subject.person(district.person(post + "-person")),
                        null,
                        title,
                        Map.of("gravity", "serious", "observed", "公示栏空白"),
                        List.of(),
                        List.of(),
                        Duties2025.CLAUSE,
                        null,
                        null));
    }

    private Consequence punish(String post, String title) {
        UUID finding = find(post, title);
        findings.reply(district.actor(post, TODAY), finding, "情况属实", List.of());
        findings.uphold(district.actor("inspector", TODAY), finding, "证据确凿");
        Consequence proposed = consequences.following(finding).getFirst();
        consequences.decide(district.actor("discipline-secretary", TODAY), proposed.id(), new Decision.Confirm(), "较重");
        return consequences.consequence(proposed.id());
    }

    @Test
    void findingsAndConsequencesShowAsFarAsThePostsScopeReaches() throws Exception {
        watchTheTownship("finding.read", "consequence.read");
        String head = mark + "-财政未公开";
        String township = mark + "-镇里未公开";
        UUID onHead = punish("finance-head", head).id();
        punish("township-head", township);
        for (String[] room : new String[][] {{"/findings", "/findings"}, {"/consequences", "/consequences"}}) {
            assertShows("discipline-secretary", room[0], room[1], List.of(head, township), List.of());
            assertShows("watch", room[0], room[1], List.of(township), List.of(head));
            assertShows("finance-head", room[0], room[1], List.of(head), List.of(township));
            assertShows("finance-deputy", room[0], room[1], List.of(), List.of(head, township));
            assertShows("governor", room[0], room[1], List.of(), List.of(head, township));
        }
        assertThat(by("governor").get("/api/v1" + "/consequences/" + onHead).statusCode())
                .isEqualTo(404);

        String path = "/people/" + district.person("finance-head-person");
        assertThat(at("discipline-secretary").get(path).body()).contains(head).contains("影响期内");
        assertThat(at("finance-head").get(path).body()).contains(head).contains("影响期内");
        assertThat(at("watch").get(path).body()).doesNotContain(head).doesNotContain("影响期内");
        assertThat(at("finance-deputy").get(path).body()).doesNotContain(head).doesNotContain("影响期内");
    }

    @Test
    void whatAnEntrySaysIsForThoseItConcernsAndItsProofForAnyone() throws Exception {
        watchTheTownship("docket.read");
        String title = mark + "-记录";
        UUID consequence = punish("finance-head", title).id();
        long entry = docket.timeline(new Subject("consequence", consequence), List.of(), 1)
                .getFirst()
                .id();
        for (String reader : List.of("finance-head", "discipline-secretary")) {
            assertThat(at(reader).get("/record/" + entry).body()).as(reader).contains(title);
            assertThat(by(reader).get("/api/v1" + "/record/" + entry).body())
                    .as(reader)
                    .contains(title);
        }
        for (String reader : List.of("governor", "finance-deputy", "township-head", "watch")) {
            String page = at(reader).get("/record/" + entry).body();
            assertThat(page).as(reader).doesNotContain(title).contains("内容不在您职务的范围之内");
            assertThat(by(reader).get("/api/v1" + "/record/" + entry).body())
                    .as(reader)
                    .doesNotContain(title)
                    .contains("\"kind\":\"consequence.imposed\"");
        }
        long appointed = docket.timeline(Subject.post(district.post("township-head")), List.of(), 50).stream()
                .filter(each -> each.kind().code().equals("organization.appointed"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(at("watch").get("/record/" + appointed).body())
                .as("an auditor within the chosen body")
                .doesNotContain("内容不在您职务的范围之内");
        assertThat(at("finance-head").get("/record/" + appointed).body()).contains("内容不在您职务的范围之内");
        assertThat(at("township-head").get("/record/" + appointed).body()).doesNotContain("内容不在您职务的范围之内");
    }

    private UUID secondPostOfTheFinanceHead() {
        Post second = organization.createPost(
                SmallDistrict.SETTER,
                NewPost.of(mark + "-second", "县债务办主任", district.body("finance"), false, 4, Reach.OWN_SELF));
        district.hold("finance-head-person", second.id());
        return second.id();
    }

    @Test
    void aSessionWhosePostEndedActsInNoOtherPostUntilThePersonChooses() throws Exception {
        UUID second = secondPostOfTheFinanceHead();
        UUID duty = owe("finance-head");
        Visitor head = at("finance-head");
        head.post(
                "/account/post",
                head.get("/account"),
                Map.of("post", district.post("finance-head").toString()));
        assertThat(head.get("/duties").body()).contains(mark + "-finance-head");
        var form = head.get("/duties/" + duty);
        district.vacate("finance-head", TODAY);

        var refused = head.post("/duties/" + duty + "/meet", form, Map.of("account", "离任后补报"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("临墨区履职记录规则").contains("href=\"/account\"");
        assertThat(duties.duty(duty)).isInstanceOf(OpenDuty.class);
        assertThat(head.get("/account").body()).contains("您已不再担任").contains("县债务办主任");

        head.post("/account/post", head.get("/account"), Map.of("post", second.toString()));
        assertThat(head.get("/account").body()).doesNotContain("您已不再担任").contains("正以此职务办事");
    }

    @Test
    void anActByWhoseTenureEndedYesterdayIsRefusedWithTheRule() throws Exception {
        UUID duty = owe("finance-head");
        UUID post = district.post("finance-head");
        district.vacate("finance-head", TODAY);
        String path = "/api/v1/duties/" + duty + "/meet";
        var named = by("finance-head").inPost(post).json(path, "{\"account\":\"补报\"}");
        assertThat(named.statusCode()).isEqualTo(409);
        assertThat(named.body()).contains("organization.act.tenure-ended").contains("\"document\":\"acting-in-post\"");
        var unnamed = by("finance-head").json(path, "{\"account\":\"补报\"}");
        assertThat(unnamed.statusCode()).isEqualTo(409);
        assertThat(unnamed.body()).contains("duty.tenure-ended").contains("\"document\":\"sample-measures\"");
        assertThat(duties.duty(duty)).isInstanceOf(OpenDuty.class);
    }

    @Test
    void whosePasswordWasGivenChangesItBeforeAnythingElse() throws Exception {
        var person = organization.register(
                SmallDistrict.SETTER, new org.shengmo.organization.NewPerson(mark + "-new", "人新任"));
        String first = "given-by-the-office-once";
        String own = "chosen-by-nobody-else-but-me";
        accounts.create(clerk("access.account.manage"), person.id(), mark + ".new", first);
        Visitor newcomer = new Visitor(port).signedIn(mark + ".new", first);
        for (String page : List.of("/duties", "/people", "/search?q=x", "/report/2025")) {
            assertThat(newcomer.get(page).headers().firstValue("Location").orElse(""))
                    .as(page)
                    .endsWith("/account?first");
        }
        Visitor program = new Visitor(port).as(mark + ".new", first);
        var refused = program.get("/api/v1/duties");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("access.password.first");

        newcomer.post(
                "/account/password",
                newcomer.get("/account"),
                Map.of("oldPassword", first, "newPassword", own, "_page", "/account"));
        assertThat(newcomer.get("/duties").statusCode()).isEqualTo(200);
        assertThat(new Visitor(port)
                        .as(mark + ".new", own)
                        .get("/api/v1/duties")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLoginThatNobodyHasIsAnsweredAsOneThatSomebodyHas() throws Exception {
        List<String> known = wrongAnswers(login("inspector"));
        List<String> unknown = wrongAnswers(mark + ".nobody");
        assertThat(unknown).isEqualTo(known);
        assertThat(known).last().asString().contains("locked");
        var locked = new Visitor(port).as(login("inspector"), PASSWORD).get("/api/v1/duties");
        assertThat(locked.statusCode()).isEqualTo(401);
        assertThat(locked.body()).contains("已锁定");
        assertThat(new Visitor(port)
                        .as(mark + ".nobody", PASSWORD)
                        .get("/api/v1/duties")
                        .body())
                .isEqualTo(locked.body());
    }

    private List<String> wrongAnswers(String login) throws Exception {
        Visitor guest = new Visitor(port);
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < Accounts.FAILURES_BEFORE_LOCK + 2; i++) {
            answers.add(guest.post(
                            "/sign-in", guest.get("/sign-in"), Map.of("login", login, "password", "not-the-password"))
                    .headers()
                    .firstValue("Location")
                    .orElse(""));
        }
        return answers;
    }

    @Test
    void whoManagesAccountsDoesSoWithinTheirScope() throws Exception {
        Post keeper = organization.createPost(
                SmallDistrict.SETTER,
                NewPost.of(
                        mark + "-keeper",
                        "县财政局办公室主任",
                        district.body("finance"),
                        false,
                        5,
                        Reach.OWN_BODY,
                        "access.account.manage"));
        var person = organization.register(
                SmallDistrict.SETTER, new org.shengmo.organization.NewPerson(mark + "-keeper", "人管账户"));
        organization.appoint(SmallDistrict.SETTER, person.id(), keeper.id(), SmallDistrict.FIRST_DAY);
        accounts.createForDemonstration(clerk("access.account.manage"), Map.of(person.id(), login("keeper")), PASSWORD);
        Visitor office = at("keeper");
        UUID deputy = district.person("finance-deputy-person");
        assertThat(office.get("/accounts").body())
                .contains(login("finance-deputy"))
                .doesNotContain(login("township-head"));
        assertThat(at("governor").get("/accounts").statusCode()).isEqualTo(403);

        String path = "/accounts/" + deputy;
        office.post(path + "/lock", office.get(path), Map.of());
        assertThat(by("finance-deputy").get("/api/v1/duties").statusCode()).isEqualTo(401);
        assertThat(office.get(path).body()).contains("已锁定");
        office.post(path + "/unlock", office.get(path), Map.of());
        assertThat(by("finance-deputy").get("/api/v1/duties").statusCode()).isEqualTo(200);
        office.post(path + "/reset", office.get(path), Map.of("newPassword", "handed-over-in-person"));
        assertThat(by("finance-deputy").get("/api/v1/duties").statusCode()).isEqualTo(401);

        Visitor program = by("keeper");
        UUID township = district.person("township-head-person");
        var refused = program.json("/api/v1/accounts/" + township + "/lock", "{}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("access.scope.exceeded");
        assertThat(program.get("/api/v1/accounts").body()).contains("\"state\":\"first\"");
    }

    /** A post that sets up the structure, and its holder at the pages. */
    private Visitor office() throws Exception {
        Post office = organization.createPost(
                SmallDistrict.SETTER,
                NewPost.of(
                        mark + "-office",
                        "县委组织部部长",
                        district.body("committee"),
                        false,
                        6,
                        Reach.ALL,
                        "organization.manage",
                        "organization.appoint"));
        var person = organization.register(
                SmallDistrict.SETTER, new org.shengmo.organization.NewPerson(mark + "-office", "人组织"));
        organization.appoint(SmallDistrict.SETTER, person.id(), office.id(), SmallDistrict.FIRST_DAY);
        accounts.createForDemonstration(clerk("access.account.manage"), Map.of(person.id(), login("office")), PASSWORD);
        return at("office");
    }

    @Test
    void theStructureIsChangedOnItsPagesAndAnOverlapIsRefusedInPlainWords() throws Exception {
        Visitor office = office();
        String above = "/bodies/" + district.body("government");
        var made = office.post(
                above + "/establish",
                office.get(above),
                Map.of(
                        "code", mark + "-audit",
                        "name", "县审计局",
                        "kind", "DEPARTMENT",
                        "established", "2025-03-01"));
        assertThat(made.statusCode()).isEqualTo(303);
        UUID audit = organization.bodyByCode(mark + "-audit").orElseThrow().id();
        String body = "/bodies/" + audit;
        office.post(
                body + "/posts",
                office.get(body),
                Map.of(
                        "code",
                        mark + "-audit-head",
                        "name",
                        "县审计局局长",
                        "head",
                        "true",
                        "rank",
                        "1",
                        "reach",
                        "OWN_BODY",
                        "permissions",
                        "finding.state"));
        UUID director =
                organization.postByCode(mark + "-audit-head").orElseThrow().id();
        String post = "/posts/" + director;
        office.post("/people", office.get("/people"), Map.of("code", mark + "-first", "name", "人甲"));
        office.post("/people", office.get("/people"), Map.of("code", mark + "-next", "name", "人乙"));
        office.post(post + "/appoint", office.get(post), Map.of("person", mark + "-first", "from", "2025-03-01"));
        UUID first = organization.personByCode(mark + "-first").orElseThrow().id();
        assertThat(office.get(body).body()).contains("县审计局局长").contains("/people/" + first);
        assertThat(office.get(body + "?on=2025-02-01").body()).doesNotContain("/people/" + first);

        var overlap = office.post(
                post + "/appoint", office.get(post), Map.of("person", mark + "-next", "from", "2025-03-02"));
        assertThat(overlap.statusCode()).isEqualTo(409);
        assertThat(overlap.body()).contains("人甲");
        UUID next = organization.personByCode(mark + "-next").orElseThrow().id();
        var byProgram = by("office")
                .json(
                        "/api/v1/organization/tenures",
                        "{\"person\":\"%s\",\"post\":\"%s\",\"from\":\"2025-03-02\"}".formatted(next, director));
        assertThat(byProgram.statusCode()).isEqualTo(409);

        office.post(body + "/rename", office.get(body), Map.of("name", "县审计委", "from", "2025-03-03"));
        assertThat(office.get(body).body()).contains("县审计委");
        assertThat(office.get(body + "?on=2025-03-02").body()).contains("<h1>县审计局</h1>");
        assertThat(office.get("/people/" + first + "?on=2025-02-01").body()).contains("目前不任职务");
        assertThat(office.get("/people/" + first + "?on=2025-03-02").body()).contains("现任");
        Visitor head = at("finance-head");
        var refused = head.post(body + "/abolish", head.get(body), Map.of("on", "2025-03-03"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).as("a permission is missing, not a token").contains("id=\"refusal\"");
    }

    @Test
    void portfoliosAreAssignedAndEndedByTheApi() throws Exception {
        office();
        Visitor program = by("office");
        var made = program.json(
                "/api/v1/organization/portfolios", "{\"code\":\"%s-audit\",\"name\":\"审计\"}".formatted(mark));
        assertThat(made.statusCode()).isEqualTo(200);
        UUID portfolio =
                organization.portfolioByCode(mark + "-audit").orElseThrow().id();
        String path = "/api/v1/organization/portfolios/" + portfolio;
        String assignment = "{\"post\":\"%s\",\"from\":\"2025-03-01\"}";
        assertThat(program.json(path + "/assign", assignment.formatted(district.post("deputy-governor")))
                        .statusCode())
                .isEqualTo(200);
        var twice = program.json(path + "/assign", assignment.formatted(district.post("governor")));
        assertThat(twice.statusCode()).isEqualTo(409);
        UUID holding = organization.holdingsOf(portfolio).getFirst().id();
        assertThat(program.json(
                                "/api/v1/organization/portfolio-holdings/" + holding + "/end",
                                "{\"on\":\"2025-03-02\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(organization.inCharge(mark + "-audit", TODAY)).isEmpty();
    }
}
