package org.shengmo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.access.Scope;
import org.shengmo.discipline.AdministrativeSanction;
import org.shengmo.discipline.Cases;
import org.shengmo.discipline.Informants;
import org.shengmo.discipline.Leads;
import org.shengmo.discipline.Level;
import org.shengmo.discipline.NewLead;
import org.shengmo.discipline.Origin;
import org.shengmo.discipline.Violation;
import org.shengmo.discipline.Way;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Metric;
import org.shengmo.docket.Subject;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Reach;
import org.shengmo.organization.SmallDistrict;
import org.shengmo.portal.ProgramTest;
import org.shengmo.portal.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sealed lead and a sealed case, and everybody who may not know of them: each sort of post of the demo district, the
 * accused, and nobody signed in. On no page, API path, export, feed, search, figure or record is there a trace; and
 * asking for the very thing is answered as asking for nothing is.
 */
@ProgramTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecrecyTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 3, 3);
    private static final String PASSWORD = "wooden-ruler-keeps-straight";
    private static final String MARK = "缄口如瓶";
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");
    private static final int MOST_LINKED = 20;

    @LocalServerPort
    int port;

    @Autowired
    Organization organization;

    @Autowired
    Posts posts;

    @Autowired
    Accounts accounts;

    @Autowired
    Leads leads;

    @Autowired
    Cases cases;

    @Autowired
    Informants informants;

    @Autowired
    Docket docket;

    @Autowired
    List<Metric> metrics;

    @Autowired
    RequestMappingHandlerMapping mappings;

    private final String run = UUID.randomUUID().toString().substring(0, 6);
    private final Map<String, UUID> people = new HashMap<>();
    private final Map<String, UUID> postIds = new HashMap<>();
    private final Map<UUID, String> logins = new LinkedHashMap<>();
    private final List<String> readers = new ArrayList<>();
    private final Set<String> traces = new LinkedHashSet<>();
    private final List<UUID> sealed = new ArrayList<>();
    private final List<Visitor> all = new ArrayList<>();
    private Map<String, String> before;
    private SmallDistrict district;

    @BeforeAll
    void somethingSealed() {
        district = SmallDistrict.in(organization, posts);
        for (String handler : List.of("deputy", "one", "two", "trier", "second")) {
            post("discipline", handler, Reach.ALL, Leads.HANDLE.code());
        }
        post("discipline", "secretary", Reach.ALL, Leads.LEAD.code(), Cases.DECIDE.code());
        post("discipline", "keeper", Reach.ALL, Leads.KEEP.code());
        readers();
        accounts.createForDemonstration(
                new Actor(null, null, "", Set.of(Permission.of("access.account.manage")), new Scope.All(), List.of()),
                logins,
                PASSWORD);
        before = figures();
        seal();
    }

    private void post(String body, String code, Reach reach, String... permissions) {
        UUID post = organization
                .createPost(
                        SmallDistrict.SETTER,
                        NewPost.of(run + "-" + code, "职务" + code, district.body(body), false, 5, reach, permissions))
                .id();
        UUID person = organization
                .register(SmallDistrict.SETTER, new NewPerson(run + "-" + code, "人" + code))
                .id();
        organization.appoint(SmallDistrict.SETTER, person, post, SmallDistrict.FIRST_DAY);
        people.put(code, person);
        postIds.put(code, post);
        logins.put(person, run + code);
    }

    /** One post of each sort that the demo district has, but those whose sort is to know; and the accused. */
    private void readers() {
        Map<Set<String>, String> sorts = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of("QW", "QZ", "QJ", "QR")
                                .flatMap(body -> Stream.iterate(1, number -> number < 12, number -> number + 1)
                                        .map(number -> "%s-%02d".formatted(body, number))),
                        Stream.of(
                                "D01-01",
                                "D01-02",
                                "D02-01",
                                "D08-01",
                                "D08-02",
                                "D17-01",
                                "D17-02",
                                "D18-01",
                                "D21-01",
                                "D21-02",
                                "T01-01",
                                "T01-02",
                                "T01-03",
                                "T01V01-01"))
                .forEach(code -> {
                    Set<String> permissions =
                            Set.copyOf(Roles.of(code, code.endsWith("-01")).permissions());
                    if (!permissions.contains(Leads.LEAD.code()) && !permissions.contains(Leads.KEEP.code())) {
                        sorts.putIfAbsent(permissions, code);
                    }
                });
        sorts.forEach((permissions, code) -> {
            post("committee", code, Reach.ALL, permissions.toArray(String[]::new));
            readers.add(run + code);
        });
        logins.put(district.person("finance-head-person"), run + "accused");
        readers.add(run + "accused");
    }

    private Actor in(String code) {
        return posts.actor(people.get(code), postIds.get(code), TODAY);
    }

    private UUID lead(String text) {
        UUID id = leads.register(
                in("keeper"),
                new NewLead(
                        Origin.AUDIT,
                        TODAY,
                        MARK + text,
                        MARK + "被反映人",
                        List.of(district.person("finance-head-person")),
                        List.of(),
                        null,
                        MARK + "举报人",
                        MARK + "电话"));
        leads.assign(in("secretary"), id, people.get("deputy"), List.of(people.get("one"), people.get("two")));
        return id;
    }

    private void propose(UUID lead, Way way) {
        leads.propose(in("one"), lead, way, MARK + "依据");
        leads.countersign(in("two"), lead);
    }

    /** A lead that runs, and a case that is decided and not announced. */
    private void seal() {
        UUID running = lead("线索");
        UUID request = informants.ask(in("one"), running, MARK + "申请");
        UUID lead = lead("立案线索");
        propose(lead, Way.CHECK);
        leads.approve(in("deputy"), lead);
        propose(lead, Way.FILE);
        UUID filed = cases.file(
                in("secretary"),
                lead,
                new Cases.NewCase(district.person("finance-head-person"), Level.STAFF, true, MARK + "案由"));
        UUID evidence = cases.evidence(
                in("one"), filed, new Cases.NewEvidence("document", MARK + "证据", TODAY, List.of()), people.get("two"));
        cases.toTrial(in("secretary"), filed, List.of(people.get("trier"), people.get("second")));
        cases.hear(
                in("trier"),
                filed,
                List.of(new Violation(MARK + "违纪", AdministrativeSanction.WARNING, null)),
                MARK + "陈述",
                MARK + "核实");
        cases.decide(
                in("secretary"),
                filed,
                new Cases.Sentence(AdministrativeSanction.WARNING, 0, null, false),
                MARK + "决定");
        sealed.addAll(List.of(running, lead, filed, evidence, request));
        sealed.forEach(each -> traces.add(each.toString()));
        traces.add(MARK);
        for (UUID each : List.of(running, lead)) {
            var details = leads.open(in("secretary"), each).orElseThrow().details();
            traces.add("线索〔%d〕%d号".formatted(details.year(), details.number()));
        }
        var details = cases.open(in("secretary"), filed).orElseThrow().details();
        traces.add("案件〔%d〕%d号".formatted(details.year(), details.number()));
    }

    private Map<String, String> figures() {
        Map<String, String> figures = new TreeMap<>();
        metrics.forEach(each -> figures.put(each.id(), each.figure(2025, TODAY).toString()));
        return figures;
    }

    private void clean(String who, String where, String said) {
        assertThat(traces.stream().filter(said::contains).toList())
                .as("%s reads at %s", who, where)
                .isEmpty();
    }

    private List<Visitor> everybody() throws Exception {
        if (!all.isEmpty()) {
            return all;
        }
        all.add(new Visitor(port));
        for (String login : readers) {
            all.add(new Visitor(port).signedIn(login, PASSWORD));
        }
        return all;
    }

    private String name(int reader) {
        return reader == 0 ? "nobody" : readers.get(reader - 1);
    }

    @Test
    void whoMayKnowReadsIt() throws Exception {
        for (String knows : List.of("one", "secretary")) {
            Visitor visitor = new Visitor(port).signedIn(run + knows, PASSWORD);
            assertThat(visitor.get("/discipline/cases/" + sealed.get(2)).body()).contains(MARK + "案由");
            assertThat(visitor.get("/discipline/leads/" + sealed.get(0)).body())
                    .contains(MARK + "线索")
                    .doesNotContain(MARK + "举报人")
                    .doesNotContain(MARK + "电话");
        }
        assertThat(new Visitor(port)
                        .signedIn(run + "trier", PASSWORD)
                        .get("/discipline/leads/" + sealed.get(0))
                        .statusCode())
                .as("who tries a case sees the case, not another lead")
                .isEqualTo(404);
    }

    @Test
    void noPageExportOrFeedShowsATraceOfIt() throws Exception {
        List<String> starts = paths("GET", false);
        assertThat(starts).hasSizeGreaterThan(40);
        List<Visitor> everybody = everybody();
        int walked = 0;
        for (int i = 0; i < everybody.size(); i++) {
            walked += walk(everybody.get(i), name(i), starts);
        }
        assertThat(walked).isGreaterThan(everybody.size() * 40);
    }

    /** From each page without an identifier to those that its links lead to, one of each kind; with each list's workbook. */
    private int walk(Visitor visitor, String who, List<String> starts) throws Exception {
        Deque<String> ahead = new ArrayDeque<>(starts);
        Set<String> kinds = new HashSet<>();
        int linked = 0;
        int walked = 0;
        while (!ahead.isEmpty()) {
            String path = ahead.removeFirst();
            if (!kinds.add(
                    path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+", "#").replaceAll("=[^&]*", "="))) {
                continue;
            }
            HttpResponse<String> answer = visitor.get(path);
            walked++;
            clean(who, path, answer.body());
            clean(who, path, String.join(" ", answer.headers().map().keySet()));
            if (answer.statusCode() == 200
                    && path.indexOf('?') < 0
                    && answer.body().contains("format=xlsx")) {
                clean(who, path + " as a workbook", unzipped(visitor.bytes(path + "?format=xlsx")));
            }
            Matcher link = LINK.matcher(answer.body());
            while (link.find() && linked < MOST_LINKED) {
                String href = link.group(1).replace("&amp;", "&");
                if (!href.matches("/(webjars|log|attachments)/.*|.*\\.(css|js|svg).*|.*[?&]lang=.*|/sign-out.*")) {
                    linked++;
                    ahead.addLast(href);
                }
            }
        }
        return walked;
    }

    private static String unzipped(byte[] workbook) throws IOException {
        StringBuilder text = new StringBuilder();
        Path file = Files.createTempFile("walked", ".xlsx");
        try {
            Files.write(file, workbook);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } finally {
            Files.delete(file);
        }
        return text.toString();
    }

    /** Paths of mappings of a method, those with variables or those without. */
    private List<String> paths(String method, boolean variable) {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().stream()
                        .anyMatch(each -> each.name().equals(method)))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(path -> VARIABLE.matcher(path).find() == variable)
                .filter(path -> !path.startsWith("/webjars") && !path.startsWith("/log") && !path.contains("*"))
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void askingForItIsAnsweredAsAskingForNothing() throws Exception {
        List<String> paths = paths("GET", true).stream()
                .filter(path -> path.contains("{id}") || path.contains("{attachment}") || path.contains("/clearance/"))
                .map(path -> path.replace("{type}", "person"))
                .toList();
        assertThat(paths).hasSizeGreaterThan(20).contains("/discipline/cases/{id}", "/api/v1/discipline/leads/{id}");
        List<Visitor> everybody = everybody();
        for (int i = 0; i < everybody.size(); i++) {
            for (String path : paths) {
                if (i > 0 && i % 3 != 1 && !path.contains("discipline")) {
                    continue;
                }
                UUID nothing = UUID.randomUUID();
                HttpResponse<String> answer = everybody.get(i).get(filled(path, nothing));
                assertThat(answer.statusCode())
                        .as("what nothing has is no fault of ours: %s at %s", name(i), path)
                        .isLessThan(500);
                String expected = told(answer, nothing);
                UUID thing = thing(path);
                assertThat(told(everybody.get(i).get(filled(path, thing)), thing))
                        .as(name(i) + " at " + path)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void commandsOnItAreAnsweredAsCommandsOnNothing() throws Exception {
        JsonNode description = JsonMapper.builder()
                .build()
                .readTree(new Visitor(port).speaking("en").get("/api/openapi").body());
        List<String> paths = description.get("paths").properties().stream()
                .filter(path -> path.getValue().has("post") && path.getKey().contains("/discipline/"))
                .map(Map.Entry::getKey)
                .filter(path -> path.contains("{"))
                .toList();
        assertThat(paths).hasSizeGreaterThan(15);
        String body =
                "{\"text\":\"-\",\"reasons\":\"-\",\"account\":\"-\",\"way\":\"check\",\"statement\":\"-\",\"verified\":\"-\","
                        + "\"level\":\"staff\",\"months\":0,\"transferred\":false,\"eightRules\":false,\"consent\":true,\"rule\":true,"
                        + "\"fewer\":true,\"outcome\":\"maintain\"}";
        // A program brings its password with each call, and a password is slow by design: some of each sort.
        List<String> some = readers.stream()
                .filter(login -> login.matches(".*(accused|QW-01|QJ-02|QJ-03|T01-03|D18-01)"))
                .toList();
        assertThat(some).hasSizeGreaterThan(3);
        for (String login : some) {
            Visitor program = new Visitor(port).as(login, PASSWORD);
            for (String path : paths) {
                UUID nothing = UUID.randomUUID();
                UUID thing = thing(path);
                assertThat(told(program.json(filled(path, thing), body), thing))
                        .as(login + " at " + path)
                        .isEqualTo(told(program.json(filled(path, nothing), body), nothing));
            }
        }
    }

    /** The sealed thing that a path is about. */
    private UUID thing(String path) {
        return path.contains("/leads/")
                ? sealed.get(0)
                : path.contains("/identity-requests/") ? sealed.get(4) : sealed.get(2);
    }

    private static String filled(String path, UUID id) {
        return VARIABLE.matcher(path).replaceAll(id.toString());
    }

    /** A response without what differs from one request to the next. */
    private static String told(HttpResponse<String> answer, UUID id) {
        return answer.statusCode() + " "
                + answer.body()
                        .replace(id.toString(), "#")
                        .replaceAll("name=\"_csrf\"[^>]*>", "")
                        .replaceAll("value=\"[A-Za-z0-9_-]{60,}\"", "");
    }

    @Test
    void searchingFindsNothing() throws Exception {
        List<Visitor> everybody = everybody();
        for (int i = 0; i < everybody.size(); i++) {
            for (String asked : List.of(MARK, sealed.get(2).toString())) {
                String query = java.net.URLEncoder.encode(asked, StandardCharsets.UTF_8);
                String found = everybody
                        .get(i)
                        .get("/search?q=" + query)
                        .body()
                        .replace(asked, "")
                        .replace(query, "");
                assertThat(found).doesNotContain("/discipline/leads/").doesNotContain("/discipline/cases/");
                clean(name(i), "/search?q=" + asked, found);
            }
        }
    }

    @Test
    void noFigureMoves() {
        assertThat(figures()).isEqualTo(before);
    }

    @Test
    void theRecordSaysNothingOfIt() throws Exception {
        List<Long> entries = sealed.stream()
                .flatMap(each -> Stream.of("discipline.lead", "discipline.case")
                        .flatMap(type ->
                                docket.timeline(new Subject(type, each), List.of(Leads.COMPARTMENT), 50).stream()))
                .map(Entry::id)
                .distinct()
                .toList();
        assertThat(entries).hasSizeGreaterThan(10);
        List<Visitor> everybody = everybody();
        for (int i = 0; i < everybody.size(); i++) {
            for (long entry : entries.subList(0, 6)) {
                for (String path :
                        List.of("/record/" + entry, "/api/v1/record/" + entry, "/record/" + entry + "/receipt/full")) {
                    HttpResponse<String> answer = everybody.get(i).get(path);
                    assertThat(answer.statusCode()).as(name(i) + " at " + path).isIn(302, 401, 404);
                    clean(name(i), path, answer.body());
                }
            }
        }
        for (Subject about : Arrays.asList(
                Subject.person(district.person("finance-head-person")), Subject.body(district.body("finance")))) {
            assertThat(docket.timeline(about, List.of(), 200))
                    .noneMatch(entry -> entry.kind().code().startsWith("discipline."));
        }
    }
}
