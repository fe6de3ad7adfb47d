package org.shengmo.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Tenure;
import org.shengmo.portal.Program;
import org.shengmo.store.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs do over the API what people do in the charter's pages, and are refused by the same clauses. */
@SpringBootTest(
        classes = {Program.class, CharterGround.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CharterApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, TestBrowser> PROGRAMS = new HashMap<>();
    private static int nextYear = 2101;

    @LocalServerPort
    int port;

    @Autowired
    Charter charter;

    @Autowired
    CharterImport workbooks;

    @Autowired
    Organization organization;

    @Autowired
    List<org.shengmo.calendar.DailyRound> rounds;

    @Autowired
    TestClock clock;

    private int year;

    @BeforeEach
    void aYearOfItsOwn() {
        year = nextYear++;
        clock.moveTo(LocalDate.of(year, 1, 6));
    }

    private record Answer(int status, String type, JsonNode body) {
        static Answer of(HttpResponse<String> response) {
            String text = response.body();
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    JSON.readTree(text.isBlank() ? "{}" : text));
        }

        String text(String field) {
            return body.path(field).asString("");
        }
    }

    private TestBrowser program(String login) {
        return PROGRAMS.computeIfAbsent(login, key -> TestBrowser.program(port, key, CharterGround.PASSWORD));
    }

    private Answer call(String login, String method, String path, Object body)
            throws IOException, InterruptedException {
        return Answer.of(
                program(login).api(method, "/charter" + path, body == null ? null : JSON.writeValueAsString(body)));
    }

    private ResponsibilityList list() {
        Named secretary = new Named("SJ", "区委书记");
        Named committee = new Named("QW", "区委");
        return new ResponsibilityList(
                year,
                "责任清单",
                committee,
                List.of(new Responsibility("Z1", Tier.PRINCIPAL, "部署", "重要工作亲自部署", secretary)),
                List.of(new LeadingBody(committee, secretary, List.of(new Named("FSJ", "区委副书记")))));
    }

    private AnnualPlan plan(String measure) {
        Named bureau = new Named("JYJ", "教育局");
        Named secretary = new Named("SJ", "区委书记");
        SubItem check = new SubItem("1.1", "开学检查", measure, secretary, bureau, List.of(), LocalDate.of(year, 3, 31));
        return new AnnualPlan(
                year,
                "年度任务",
                new Named("QW", "区委"),
                List.of(new PlanItem("1", "教育领域", secretary, bureau, List.of(check))));
    }

    private static Map<String, Object> edit(int revision, CharterText text) {
        return Map.of("revision", revision, "text", text.content());
    }

    private Answer circulated(CharterText text) throws Exception {
        Answer begun = call("bgs", "POST", "/drafts", text.content());
        assertThat(begun.status()).isEqualTo(201);
        return call(
                "bgs",
                "POST",
                "/documents/" + begun.text("document") + "/circulate",
                Map.of("revision", begun.body().path("revision").asInt()));
    }

    private Answer endorse(String login, Answer version, String sha256, String password) throws Exception {
        return call(
                login,
                "POST",
                "/versions/" + version.text("id") + "/endorse",
                Map.of("sha256", sha256, "password", password));
    }

    @Test
    void aDraftIsBegunEditedAndTheSecondEditorGetsBothTexts() throws Exception {
        Answer begun = call("bgs", "POST", "/drafts", plan("逐校检查").content());
        assertThat(begun.status()).isEqualTo(201);
        String draft = "/documents/" + begun.text("document") + "/draft";
        assertThat(call("bgs", "PUT", draft, edit(1, plan("先写的"))).status()).isEqualTo(200);

        Answer second = call("bgy", "PUT", draft, edit(1, plan("后写的")));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.type()).startsWith("application/problem+json");
        assertThat(second.text("code")).isEqualTo("charter.overtaken");
        assertThat(second.body().path("current").path("revision").asInt()).isEqualTo(2);
        assertThat(second.body().path("current").toString()).contains("先写的");
        assertThat(second.body().path("yours").toString()).contains("后写的");
        assertThat(call("bgy", "PUT", draft, edit(2, plan("后写的"))).status()).isEqualTo(200);
        assertThat(call("bgs", "GET", "/plan/" + year + "/draft", null).body().toString())
                .contains("后写的");
        assertThat(call("czj-jz", "PUT", draft, edit(3, plan("x"))).status()).isEqualTo(403);
    }

    @Test
    void aTextThatIsNoneIsRefusedByPart() throws Exception {
        assertThat(call("bgs", "POST", "/drafts", Map.of("kind", "poem")).status())
                .isEqualTo(422);
        assertThat(call("bgs", "POST", "/drafts", Map.of("kind", "plan", "year", 12))
                        .status())
                .isEqualTo(422);
        String broken = JSON.writeValueAsString(plan("x").content()).replace(year + "-03-31", "someday");
        Answer noDate = call("bgs", "POST", "/drafts", JSON.readTree(broken));
        assertThat(noDate.status()).isEqualTo(422);
        assertThat(noDate.body().path("faults").get(0).path("place").asString(""))
                .isEqualTo("1.1");
        String stranger = JSON.writeValueAsString(plan("x").content()).replace("\"SJ\"", "\"NOBODY\"");
        assertThat(call("bgs", "POST", "/drafts", JSON.readTree(stranger))
                        .body()
                        .path("faults"))
                .hasSize(2);
    }

    @Test
    void anEndorsementAsksForThePasswordAndTheTextSeenAndHappensOnce() throws Exception {
        Answer version = circulated(plan("逐校检查"));
        String sha256 = version.text("sha256");
        assertThat(call("sj", "GET", "/waiting", null).body().toString()).contains(version.text("id"));

        Answer wrong = endorse("sj", version, sha256, "not the password");
        assertThat(wrong.status()).isEqualTo(409);
        assertThat(wrong.text("code")).isEqualTo("charter.endorse.password");
        Answer other = endorse("sj", version, "0".repeat(64), CharterGround.PASSWORD);
        assertThat(other.text("code")).isEqualTo("charter.endorse.changed");
        assertThat(other.body().path("clauses").get(0).path("article").asString(""))
                .isEqualTo("6");
        assertThat(endorse("sj", version, sha256, CharterGround.PASSWORD).text("state"))
                .isEqualTo("in-force");
        Answer twice = endorse("sj", version, sha256, CharterGround.PASSWORD);
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.text("code")).isEqualTo("charter.endorse.twice");
        assertThat(twice.body().path("clauses")).isNotEmpty();

        Answer next = circulated(plan("逐校检查。"));
        assertThat(next.body().path("endorsements")).isEmpty();
        assertThat(endorse("fsj", version, sha256, CharterGround.PASSWORD).status())
                .isEqualTo(409);
        Answer difference = call("sj", "GET", "/versions/" + next.text("id") + "/difference", null);
        assertThat(difference.body().path("parts").toString()).contains("\"text\":\"。\",\"changed\":true");
        assertThat(endorse("sj", next, sha256, CharterGround.PASSWORD).text("code"))
                .isEqualTo("charter.endorse.changed");
    }

    @Test
    void whoseTenureEndedYesterdaySignsNothing() throws Exception {
        Answer version = circulated(plan("逐校检查"));
        UUID post = organization.postByCode("SJ").orElseThrow().id();
        Tenure tenure = organization.holderOf(post, LocalDate.now(clock)).orElseThrow();
        organization.endTenure(CharterGround.FOUNDER, tenure.id(), LocalDate.now(clock));
        try {
            Answer gone = endorse("sj", version, version.text("sha256"), CharterGround.PASSWORD);
            assertThat(gone.status()).isEqualTo(409);
            assertThat(gone.text("remedy")).isNotBlank();
        } finally {
            organization.appoint(CharterGround.FOUNDER, tenure.person(), post, LocalDate.now(clock));
        }
        assertThat(charter.version(UUID.fromString(version.text("id")))
                        .details()
                        .endorsements())
                .isEmpty();
    }

    @Test
    void aWorkbookGoesInOrEveryFaultIsToldByItsPlace() throws Exception {
        byte[] good = workbooks.export(list(), plan("逐校检查"), Locale.ENGLISH);
        Answer tried = Answer.of(program("bgs").apiUpload("/charter/import?dryRun=true", "file", "charter.xlsx", good));
        assertThat(tried.status()).isEqualTo(200);
        assertThat(charter.document(CharterKind.PLAN, year)).isEmpty();
        assertThat(Answer.of(program("bgs").apiUpload("/charter/import", "file", "charter.xlsx", good))
                        .status())
                .isEqualTo(200);
        assertThat(charter.document(CharterKind.PLAN, year)).isPresent();

        SubItem wrong = new SubItem(
                "1.1",
                "开学检查",
                "检查",
                new Named("NOBODY", ""),
                new Named("JYJ", ""),
                List.of(),
                LocalDate.of(1999, 1, 1));
        AnnualPlan bad = new AnnualPlan(
                year,
                "年度任务",
                new Named("QW", ""),
                List.of(new PlanItem("1", "教育", new Named("SJ", ""), new Named("JYJ", ""), List.of(wrong, wrong))));
        Answer refused = Answer.of(program("bgs")
                .apiUpload(
                        "/charter/import",
                        "file",
                        "charter.xlsx",
                        workbooks.export(list(), bad, Locale.SIMPLIFIED_CHINESE)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("faults").toString())
                .contains("子任务!E2")
                .contains("子任务!A3")
                .contains("子任务!H2");
        Answer none = Answer.of(program("bgs")
                .apiUpload("/charter/import", "file", "x.xlsx", "not a workbook".getBytes(StandardCharsets.UTF_8)));
        assertThat(none.status()).isEqualTo(422);
    }

    @Test
    void reportsReviewsProblemsAndLedgersGoThroughTheSameCommands() throws Exception {
        Answer version = circulated(list());
        endorse("sj", version, version.text("sha256"), CharterGround.PASSWORD);
        endorse("fsj", version, version.text("sha256"), CharterGround.PASSWORD);
        JsonNode owed = call("fsj", "GET", "/reports?year=" + year, null).body();
        assertThat(owed).hasSize(1);
        String report = "/reports/" + owed.get(0).path("id").asString("");
        assertThat(call("fsj", "POST", report, Map.of("done", "部署")).text("code"))
                .isEqualTo("charter.report.early");
        clock.moveTo(LocalDate.of(year, 3, 31));
        rounds.forEach(each -> each.onDay(LocalDate.of(year, 3, 31)));
        assertThat(call("fsj", "POST", report, Map.of("done", " ")).status()).isEqualTo(422);
        assertThat(call("fsj", "POST", report, Map.of("done", "部署")).status()).isEqualTo(200);
        assertThat(call("czj-jz", "GET", report, null).status()).isEqualTo(404);

        Answer held = call("bgs", "POST", "/reviews", Map.of("on", year + "-03-31", "topic", "研究", "decisions", "落实"));
        assertThat(held.status()).isEqualTo(201);
        assertThat(call("sj", "GET", "/reviews/" + held.text("id"), null).text("topic"))
                .isEqualTo("研究");
        assertThat(call("bgs", "POST", "/reviews", Map.of("topic", "研究")).status())
                .isEqualTo(422);

        UUID bureau = organization.bodyByCode("JYJ").orElseThrow().id();
        Answer raised = call(
                "bgs",
                "POST",
                "/problems",
                Map.of("title", "收费", "text", "多收", "source", "评议", "severity", "SERIOUS", "body", bureau));
        assertThat(raised.status()).isEqualTo(201);
        String problem = "/problems/" + raised.text("id");
        assertThat(call("bgs", "POST", problem + "/chase", Map.of("text", "抓紧"))
                        .body()
                        .path("chases")
                        .asInt())
                .isEqualTo(1);
        assertThat(call("sj", "POST", problem + "/solve", Map.of("text", "已退")).text("code"))
                .isEqualTo("charter.problem.not-yours");
        assertThat(call("fsj", "POST", problem + "/solve", Map.of("text", "已退")).status())
                .isEqualTo(200);
        assertThat(call("bgs", "POST", "/problems", Map.of("title", "x")).status())
                .isEqualTo(422);

        assertThat(call("fsj", "POST", "/ledger", Map.of("on", year + "-03-30", "text", "到校听课"))
                        .status())
                .isEqualTo(201);
        UUID person = organization
                .holderOf(organization.postByCode("FSJ").orElseThrow().id(), LocalDate.now(clock))
                .orElseThrow()
                .person();
        assertThat(call("fsj", "GET", "/ledger/" + person + "?year=" + year, null)
                        .body()
                        .toString())
                .contains("到校听课")
                .contains("charter.problem.solved");
        assertThat(call("czj-jz", "GET", "/ledger/" + person + "?year=" + year, null)
                        .status())
                .isEqualTo(404);

        clock.moveTo(LocalDate.of(year + 1, 2, 10));
        JsonNode late = call("sj", "GET", "/reports?year=" + year, null).body();
        String missed = "";
        for (JsonNode each : late) {
            if (each.path("collective").asBoolean(false)) {
                missed = each.path("id").asString("");
            }
        }
        Answer closed = call("sj", "POST", "/reports/" + missed, Map.of("done", "补报"));
        assertThat(closed.text("code")).isEqualTo("charter.report.closed");
        assertThat(closed.body().path("clauses")).isNotEmpty();
    }

    @Test
    void whatNothingHasIsNotFoundWhateverIsAskedOfIt() throws Exception {
        String none = UUID.randomUUID().toString();
        for (String path : List.of(
                "/versions/" + none,
                "/versions/" + none + "/difference",
                "/documents/" + none + "/draft",
                "/poem/" + year + "/draft",
                "/plan/1901/draft",
                "/reports/" + none,
                "/reviews/" + none,
                "/problems/" + none,
                "/ledger/" + none + "?year=" + year)) {
            missing(call("bgs", "GET", path, null), path);
        }
        Map<String, Map<String, ?>> posts = Map.of(
                "/versions/" + none + "/endorse", Map.of("sha256", "0", "password", CharterGround.PASSWORD),
                "/versions/" + none + "/enforce", Map.of(),
                "/documents/" + none + "/amend", Map.of(),
                "/reports/" + none, Map.of("done", "x"),
                "/problems/" + none + "/chase", Map.of("text", "x"),
                "/problems/" + none + "/solve", Map.of("text", "x"));
        for (Map.Entry<String, Map<String, ?>> each : posts.entrySet()) {
            missing(call("bgs", "POST", each.getKey(), each.getValue()), each.getKey());
        }
        missing(
                call(
                        "bgs",
                        "POST",
                        "/ledger",
                        Map.of("on", year + "-01-05", "text", "x", "attachments", List.of(none))),
                "an attachment that nobody put in");
    }

    private static void missing(Answer answer, String asked) {
        assertThat(answer.status()).as(asked).isEqualTo(404);
        assertThat(answer.type()).as(asked).startsWith("application/problem+json");
    }

    @Test
    void nobodyOpensAnothersFileByAttachingItToAThingOfTheirOwn() throws Exception {
        Answer kept = Answer.of(program("jyj-jz")
                .apiUpload("/attachments", "file", "secret.txt", "内部".getBytes(StandardCharsets.UTF_8)));
        assertThat(kept.status()).isEqualTo(201);
        Map<String, Object> note = Map.of("on", year + "-01-05", "text", "x", "attachments", List.of(kept.text("id")));

        assertThat(call("czj-jz", "POST", "/ledger", note).status()).isEqualTo(404);
        assertThat(program("czj-jz")
                        .api("GET", "/attachments/" + kept.text("id"), null)
                        .statusCode())
                .isEqualTo(409);
        assertThat(call("jyj-jz", "POST", "/ledger", note).status()).isEqualTo(201);
    }
}
