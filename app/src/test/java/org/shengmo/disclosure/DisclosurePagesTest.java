package org.shengmo.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.access.Scope;
import org.shengmo.access.web.OpenList;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.NewBody;
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

/** Disclosure over HTTP: published and masked for anyone, asked and answered without an account, and taken away by programs. */
@ProgramTest
class DisclosurePagesTest {

    private static final String PASSWORD = "wooden-ruler-keeps-straight";
    private static final Pattern CODE = Pattern.compile("id=\"receipt-code\">([0-9 ]+)<");

    @LocalServerPort
    int port;

    @Autowired
    Organization organization;

    @Autowired
    Posts posts;

    @Autowired
    Accounts accounts;

    @Autowired
    List<OpenList<?>> lists;

    private String run;
    private UUID bureau;

    @BeforeEach
    void anOffice() {
        run = UUID.randomUUID().toString().substring(0, 8);
        bureau = organization
                .establish(
                        SmallDistrict.SETTER,
                        new NewBody(run, "区水利局" + run, BodyKind.DEPARTMENT, null, 1, SmallDistrict.FIRST_DAY))
                .id();
        Map<UUID, String> logins = new HashMap<>();
        for (String name : List.of("head", "clerk")) {
            boolean head = name.equals("head");
            var post = organization.createPost(
                    SmallDistrict.SETTER,
                    NewPost.of(
                            run + name,
                            "局" + name,
                            bureau,
                            head,
                            head ? 1 : 2,
                            Reach.OWN_BODY_AND_BELOW,
                            head
                                    ? new String[] {"disclosure.publish", "disclosure.lead"}
                                    : new String[] {"disclosure.publish"}));
            var person = organization.register(SmallDistrict.SETTER, new NewPerson(run + name, "林清"));
            organization.appoint(SmallDistrict.SETTER, person.id(), post.id(), SmallDistrict.FIRST_DAY);
            logins.put(person.id(), run + name);
        }
        accounts.createForDemonstration(
                new Actor(null, null, "", Set.of(Permission.of("access.account.manage")), new Scope.All(), List.of()),
                logins,
                PASSWORD);
    }

    @Test
    void whatAnOfficePublishesIsMaskedAndForAnyone() throws Exception {
        Visitor clerk = new Visitor(port).signedIn(run + "clerk", PASSWORD);
        HttpResponse<String> form = clerk.get("/disclosure/desk/new");
        assertThat(form.statusCode()).isEqualTo(200);
        HttpResponse<String> made = clerk.post(
                "/disclosure/desk/publications",
                form,
                Map.of("title", "供水公告" + run, "text", "详询联系人：王小明，手机13800138000。"));
        assertThat(made.statusCode()).isEqualTo(303);
        String entry = made.headers().firstValue("Location").orElseThrow();
        Visitor anyone = new Visitor(port);
        assertThat(anyone.get(entry).body())
                .contains("供水公告" + run, "王**", "138****8000")
                .doesNotContain("王小明");
        assertThat(anyone.get("/disclosure?q=" + run).body()).contains("供水公告" + run);
        assertThat(anyone.get("/api/v1/disclosure/published").body())
                .contains("供水公告" + run)
                .doesNotContain("13800138000");
        assertThat(anyone.get("/disclosure/catalogue").statusCode()).isEqualTo(200);
        assertThat(anyone.get("/disclosure/desk").statusCode()).isEqualTo(302);
    }

    @Test
    void anyoneAsksWithoutAnAccountAndFollowsByTheCodeAlone() throws Exception {
        Visitor anyone = new Visitor(port);
        HttpResponse<String> receipt = anyone.post(
                "/disclosure/requests/new",
                anyone.get("/disclosure/requests/new"),
                Map.of(
                        "token", UUID.randomUUID().toString(),
                        "body", bureau.toString(),
                        "what", "2024年水质检测报告" + run,
                        "form", "ELECTRONIC",
                        "kind", "PERSON",
                        "name", "何田",
                        "document", "330106198506154519",
                        "contact", "13800001234"));
        assertThat(receipt.statusCode()).isEqualTo(200);
        Matcher code = CODE.matcher(receipt.body());
        assertThat(code.find()).isTrue();
        assertThat(anyone.get("/disclosure/requests/case").statusCode())
                .as("nothing is open yet")
                .isEqualTo(303);

        Visitor head = new Visitor(port).signedIn(run + "head", PASSWORD);
        Matcher link = Pattern.compile("/disclosure/desk/requests/[0-9a-f-]{36}")
                .matcher(head.get("/disclosure/desk").body());
        assertThat(link.find()).isTrue();
        HttpResponse<String> page = head.get(link.group());
        assertThat(page.body()).contains("何田", "2024年水质检测报告" + run);
        assertThat(head.post(link.group() + "/answer", page, Map.of("answer", "PRIVATE", "text", "含第三方经营数据。"))
                        .statusCode())
                .isEqualTo(303);

        HttpResponse<String> start = anyone.get("/disclosure/requests");
        assertThat(anyone.post("/disclosure/requests/open", start, Map.of("code", code.group(1)))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith("/disclosure/requests/case"));
        assertThat(anyone.get("/disclosure/requests/case").body())
                .contains("含第三方经营数据。", "#article-15", "复议")
                .doesNotContain("330106198506154519");
    }

    @Test
    void everyPublicListAnswersInEveryForm() throws Exception {
        assertThat(lists.stream().map(OpenList::code))
                .contains(
                        "petitions",
                        "rectifications",
                        "pledges",
                        "decisions",
                        "powers",
                        "welfare",
                        "compensation",
                        "rulebook",
                        "disclosure",
                        "report");
        String index = new Visitor(port).get("/open-data").body();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        for (OpenList<?> list : lists) {
            for (String language : List.of("zh-CN", "en")) {
                Visitor program = new Visitor(port).speaking(language);
                String address = "/open-data/" + list.code();
                assertThat(index).contains(address + ".csv", address + ".json", address + ".rss");
                HttpResponse<String> csv = program.get(address + ".csv");
                assertThat(csv.statusCode()).as(address).isEqualTo(200);
                assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
                JsonNode json = JsonMapper.builder()
                        .build()
                        .readTree(program.get(address + ".json").body());
                assertThat(json.isArray()).as(address).isTrue();
                String head = csv.body().substring(1, csv.body().indexOf("\r\n"));
                json.forEach(
                        row -> assertThat(String.join(",", row.propertyNames())).isEqualTo(head));
                HttpResponse<String> rss = program.get(address + ".rss");
                assertThat(rss.headers().firstValue("Content-Type")).hasValue("application/rss+xml;charset=UTF-8");
                var document = factory.newDocumentBuilder()
                        .parse(new ByteArrayInputStream(rss.body().getBytes(StandardCharsets.UTF_8)));
                assertThat(document.getDocumentElement().getTagName()).isEqualTo("rss");
                assertThat(document.getElementsByTagName("item").getLength()).isEqualTo(Math.min(json.size(), 100));
                assertThat(program.get(list.page()).statusCode())
                        .as(list.page())
                        .isIn(200, 302);
            }
        }
        assertThat(new Visitor(port).get("/open-data/nothing.csv").statusCode()).isEqualTo(404);
        assertThat(new Visitor(port).get("/disclosure").body())
                .contains("rel=\"alternate\" type=\"application/rss+xml\" href=\"/open-data/disclosure.rss\"");
    }
}
