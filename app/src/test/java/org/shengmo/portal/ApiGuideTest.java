package org.shengmo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyTerms;
import org.shengmo.duty.NewDuty;
import org.shengmo.finding.Findings;
import org.shengmo.finding.NewFinding;
import org.shengmo.organization.Organization;
import org.shengmo.organization.SmallDistrict;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.store.Ladder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API as it is described, and the guide to it: {@code docs/api.md} is written here, from the served description and from
 * real answers. {@code mvn verify -Dshengmo.guides=write} rewrites it.
 */
@ProgramTest
class ApiGuideTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 3, 3);
    private static final String PASSWORD = "wooden-ruler-keeps-straight";
    private static final Path GUIDE =
            Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."), "docs", "api.md");
    private static final JsonMapper JSON = JsonMapper.builder().build();

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
    Rulebook rulebook;

    private SmallDistrict district;
    private String run;

    @BeforeEach
    void district() {
        run = UUID.randomUUID().toString().substring(0, 8);
        district = SmallDistrict.in(organization, posts);
        Map<UUID, String> logins = new HashMap<>();
        for (String post : List.of("finance-head", "finance-deputy", "discipline-secretary")) {
            logins.put(district.person(post + "-person"), run + post);
        }
        accounts.createForDemonstration(
                new Actor(null, null, "", Set.of(Permission.of("access.account.manage")), new Scope.All(), List.of()),
                logins,
                PASSWORD);
    }

    @Test
    void theDescriptionIsValidAndSaysWhatEachOperationIsForInBothLanguages() throws Exception {
        for (String language : List.of("en", "zh-CN")) {
            String served = anyone(language).get("/api/openapi").body();
            ParseOptions options = new ParseOptions();
            options.setResolve(true);
            SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(served, null, options);
            assertThat(parsed.getMessages()).isEmpty();
            assertThat(parsed.getOpenAPI().getOpenapi()).startsWith("3.1");
            assertThat(operations(JSON.readTree(served)).stream()
                            .filter(operation -> operation.summary().isBlank())
                            .map(operation -> operation.id().replaceFirst("\\.", ".api.")))
                    .as("operations without a summary: add these keys to the bundles of their rooms")
                    .isEmpty();
            assertThat(operations(JSON.readTree(served)).stream().map(Operation::id))
                    .as("two methods of one name in one controller")
                    .doesNotHaveDuplicates();
        }
        assertThat(anyone("zh-CN").get("/api/openapi").body()).contains("认定问题").doesNotContain("Upholds a finding");
    }

    @Test
    void aDescriptionThatIsNoneIsSeen() {
        SwaggerParseResult parsed =
                new OpenAPIV3Parser().readContents("{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{\"get\":{}}}}");
        assertThat(parsed.getMessages()).isNotEmpty();
    }

    @Test
    void theGuideIsWhatTheApiAnswers() throws Exception {
        String guide = guide();
        if (System.getProperty("shengmo.guides", "").equals("write")) {
            Files.writeString(GUIDE, guide);
        }
        assertThat(Files.readString(GUIDE))
                .as("docs/api.md is not what the API answers: mvn verify -Dshengmo.guides=write writes it anew")
                .isEqualTo(guide);
    }

    private String guide() throws IOException, InterruptedException {
        StringBuilder guide = new StringBuilder("""
                # API

                Written by `ApiGuideTest` from the served description and real answers; change that, not this.

                Everything that the pages do is at `/api/v1`: the same commands, the same rules, the same record. JSON in UTF-8; dates as
                `2026-03-01`, moments in UTC, money as decimal yuan, identifiers as UUIDs. The full description in OpenAPI 3.1, in the
                language asked for, is at `/api/openapi` (YAML: `/api/openapi.yaml`).

                Sign in with HTTP Basic: login and password of an account. A call acts in the caller's first post, or in the one that the
                header `Shengmo-Post` names. `Accept-Language: zh-CN` or `en` chooses the language of what is said. Identifiers below
                are shortened, `…` stands for more of the same.

                """);
        guide.append("## Public: rules, dates, figures\n\n");
        Example examples = new Example(guide);
        examples.get("When a period ends, by working days and the State Council's notices.", anyone("en"), DUE);
        examples.get("A case put to a decision table: the answer, and the clause it rests on.", anyone("en"), RULING);
        examples.get("A figure of the annual report, and the acts behind it.", anyone("en"), FIGURE);

        guide.append("## Signed in\n\n");
        Visitor head = program("finance-head");
        UUID duty = owe();
        examples.get("Who is calling, and in which post.", head, "/api/v1/account");
        examples.get("A duty.", head, "/api/v1/duties/" + duty);
        examples.post("Report it met.", head, "/api/v1/duties/" + duty + "/meet", "{\"account\":\"已在政务公开栏公布。\"}");

        guide.append("## When it can't be done\n\n");
        guide.append("Errors are `application/problem+json` (RFC 9457). `code` is the same in every language.\n\n");
        UUID finding = finding();
        examples.get("401: nobody is signed in.", anyone("en"), "/api/v1/duties/" + duty);
        examples.post("403: the post lacks the permission.", program("finance-deputy"), uphold(finding), REASONS);
        examples.get("404: nothing has the identifier.", head, "/api/v1/duties/" + new UUID(0, 0));
        examples.post(
                "409: a rule refused. The clauses, the facts it was judged on, and what to do now.",
                program("discipline-secretary"),
                uphold(finding),
                REASONS);
        examples.get("422: the input has faults, all of them, each with its place.", anyone("en"), FAULTY);
        operations(guide);
        return guide.toString();
    }

    private static final String DUE = "/api/v1/calendar/due?from=2025-09-16&length=15";
    private static final String TABLE = "/api/v1/rulebook/tables/who-decides/ruling?on=2025-03-03&kind=new-spending&";
    private static final String RULING = TABLE + "amount=500000.01";
    private static final String FAULTY = TABLE + "amount=much";
    private static final String FIGURE = "/api/v1/reports/2024/charter.responsibilities";
    private static final String REASONS = "{\"reasons\":\"事实清楚。\"}";

    private static String uphold(UUID finding) {
        return "/api/v1/findings/" + finding + "/uphold";
    }

    private void operations(StringBuilder guide) throws IOException, InterruptedException {
        Ladder ladder = Ladder.read();
        List<Operation> all = new ArrayList<>(
                operations(JSON.readTree(anyone("en").get("/api/openapi").body())));
        all.sort(Comparator.<Operation>comparingInt(each -> ladder.position(each.room()))
                .thenComparing(Operation::path)
                .thenComparing(Operation::method));
        guide.append("## Operations\n");
        String room = "";
        for (Operation each : all) {
            if (!each.room().equals(room)) {
                room = each.room();
                guide.append("\n### ").append(room).append("\n\n| call | what | who |\n| --- | --- | --- |\n");
            }
            guide.append("| `%s %s` | %s | %s |\n"
                    .formatted(each.method(), each.path(), each.summary(), each.open() ? "anyone" : "signed in"));
        }
    }

    private static List<Operation> operations(JsonNode description) {
        List<Operation> operations = new ArrayList<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(each -> operations.add(new Operation(
                                each.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                each.getValue().path("operationId").asString(""),
                                each.getValue().path("summary").asString(""),
                                each.getValue().path("tags").path(0).asString(""),
                                each.getValue().path("security").isMissingNode()))));
        return operations;
    }

    /** One operation of the description. */
    private record Operation(String method, String path, String id, String summary, String room, boolean open) {}

    private Visitor anyone(String language) {
        return new Visitor(port).speaking(language);
    }

    private Visitor program(String post) {
        return anyone("en").as(run + post, PASSWORD);
    }

    private UUID owe() {
        return duties.owe(
                Actor.CALENDAR,
                new NewDuty(
                        Kind.of("pledge.milestone"),
                        "公布节点完成情况",
                        district.post("finance-head"),
                        district.body("government"),
                        rulebook.cite("livelihood-measures", "5", TODAY),
                        new Subject("pledge", UUID.randomUUID()),
                        TODAY,
                        TODAY.plusDays(12),
                        new DutyTerms(List.of(7, 1), List.of(1, 5), 10, Kind.of("duty.missed"), "pledge-terms")));
    }

    private UUID finding() {
        return findings.state(
                district.actor("inspector", TODAY),
                new NewFinding(
                        Kind.of("duty.missed"),
                        Subject.person(district.person("finance-head-person")),
                        null,
                        "公布节点完成情况逾期",
                        Map.of("days", 12),
                        List.of(),
                        List.of(),
                        rulebook.cite("livelihood-measures", "5", TODAY),
                        null,
                        null));
    }

    /** Writes calls and what was answered; random identifiers are numbered in the order they come
     * and findings are all the first, so that runs are alike. */
    private record Example(StringBuilder guide, Map<String, String> identifiers) {

        private static final String IDENTIFIER = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

        Example(StringBuilder guide) {
            this(guide, new HashMap<>());
        }

        void get(String what, Visitor by, String path) throws IOException, InterruptedException {
            write(what, "GET " + path, "", by.get(path));
        }

        void post(String what, Visitor by, String path, String body) throws IOException, InterruptedException {
            write(what, "POST " + path, body + "\n", by.json(path, body));
        }

        private void write(String what, String call, String body, java.net.http.HttpResponse<String> answer) {
            String said = answer.body().isEmpty()
                    ? ""
                    : JSON.writerWithDefaultPrettyPrinter().writeValueAsString(shortened(JSON.readTree(answer.body())));
            guide.append(what)
                    .append("\n\n```\n")
                    .append(stable(call + "\n" + body))
                    .append("\n")
                    .append(answer.statusCode())
                    .append("\n")
                    .append(stable(said))
                    .append("\n```\n\n");
        }

        /** The first of a long list stands for the rest. */
        private static JsonNode shortened(JsonNode node) {
            if (node instanceof tools.jackson.databind.node.ArrayNode list && list.size() > 2) {
                return JSON.createArrayNode().add(shortened(list.get(0))).add("…");
            }
            if (node instanceof tools.jackson.databind.node.ObjectNode object) {
                object.properties().forEach(each -> each.setValue(shortened(each.getValue())));
                if (object.get("facts") instanceof tools.jackson.databind.node.ObjectNode facts) {
                    object.set("facts", sorted(facts));
                }
            }
            return node;
        }

        /** Facts are a map: their order says nothing and is not always the same. */
        private static JsonNode sorted(tools.jackson.databind.node.ObjectNode facts) {
            var sorted = JSON.createObjectNode();
            facts.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(each -> sorted.set(each.getKey(), each.getValue()));
            return sorted;
        }

        private String stable(String text) {
            return java.util.regex.Pattern.compile(IDENTIFIER)
                    .matcher(text.replaceAll("finding [0-9]+", "finding 1"))
                    .replaceAll(found ->
                            identifiers.computeIfAbsent(found.group(), id -> "id-" + (identifiers.size() + 1)));
        }
    }
}
