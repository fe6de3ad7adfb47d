package org.shengmo.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Posts;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Reach;
import org.shengmo.organization.SmallDistrict;
import org.shengmo.portal.ProgramTest;
import org.shengmo.portal.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GeoReport v2 as its clients use it, in the order of the specification: discovery, services, a report, its token, its state. */
@ProgramTest
class Open311Test {

    private static final String BASE = "/open311/v2";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    Organization organization;

    @Autowired
    Posts posts;

    @Autowired
    Petitions petitions;

    private Visitor client;
    private SmallDistrict district;
    private String run;

    @BeforeEach
    void aPetitionOffice() {
        client = new Visitor(port).speaking("en");
        run = UUID.randomUUID().toString().substring(0, 8);
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
                        "petition.discipline.intake"));
        var person = organization.register(SmallDistrict.SETTER, new NewPerson(run + "-desk", "郑访"));
        organization.appoint(SmallDistrict.SETTER, person.id(), post.id(), SmallDistrict.FIRST_DAY);
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = client.get(BASE + path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json;charset=UTF-8");
        return JSON.readTree(answer.body());
    }

    private Document xml(String path, int status) throws Exception {
        HttpResponse<String> answer = client.get(BASE + path);
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/xml;charset=UTF-8");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> report(Map<String, String> more) throws Exception {
        Map<String, String> fields = new HashMap<>(Map.of(
                "service_code", "water",
                "description", "村东水管破裂，漏水三天。" + UUID.randomUUID(),
                "lat", "30.25",
                "long", "120.15",
                "attribute[publish]", "yes"));
        fields.putAll(more);
        fields.values().removeIf(String::isEmpty);
        return client.post(BASE + "/requests.json", fields);
    }

    @Test
    void aClientFindsTheEndpoint() throws Exception {
        JsonNode endpoint = json("/discovery.json").get("endpoints").get(0);
        assertThat(endpoint.get("specification").asString()).isEqualTo("http://wiki.open311.org/GeoReport_v2");
        assertThat(endpoint.get("url").asString()).isEqualTo("http://127.0.0.1:" + port + BASE);
        assertThat(xml("/discovery.xml", 200).getElementsByTagName("format").getLength())
                .isEqualTo(2);
    }

    @Test
    void servicesAreTopicsAndSayWhatTheyAsk() throws Exception {
        JsonNode services = json("/services.json");
        assertThat(services.size()).isEqualTo(Topic.values().length);
        for (String field :
                List.of("service_code", "service_name", "description", "metadata", "type", "keywords", "group")) {
            assertThat(services.get(0).has(field)).as(field).isTrue();
        }
        Document list = xml("/services.xml", 200);
        assertThat(list.getDocumentElement().getTagName()).isEqualTo("services");
        assertThat(list.getElementsByTagName("service").getLength()).isEqualTo(services.size());
        Document definition = xml("/services/water.xml", 200);
        assertThat(definition.getDocumentElement().getTagName()).isEqualTo("service_definition");
        assertThat(definition.getElementsByTagName("attribute").getLength()).isEqualTo(2);
        assertThat(json("/services/water.json")
                        .get("attributes")
                        .get(1)
                        .get("values")
                        .get(0)
                        .get("key")
                        .asString())
                .isEqualTo("yes");
    }

    @Test
    void aReportIsAPetitionAndItsStateIsSeen() throws Exception {
        HttpResponse<String> made = report(Map.of("attribute[publish]", "yes"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        JsonNode receipt = JSON.readTree(made.body()).get(0);
        String id = receipt.get("service_request_id").asString();
        assertThat(id).matches("\\d{4}-\\d{6}");
        Matcher code = Pattern.compile("(?:\\d{4} ){3}\\d{4}")
                .matcher(receipt.get("service_notice").asString());
        assertThat(code.find()).as("the notice gives the receipt code").isTrue();
        String token = code.group().replace(" ", "");
        assertThat(json("/tokens/" + token + ".json")
                        .get(0)
                        .get("service_request_id")
                        .asString())
                .isEqualTo(id);

        JsonNode request = json("/requests/" + id + ".json").get(0);
        assertThat(request.get("status").asString()).isEqualTo("open");
        assertThat(request.get("service_code").asString()).isEqualTo("water");
        assertThat(request.get("description").asString()).startsWith("村东水管破裂");
        assertThat(request.get("lat").asDouble()).isEqualTo(30.25);
        assertThat(OffsetDateTime.parse(request.get("requested_datetime").asString()))
                .isNotNull();
        Document same = xml("/requests/" + id + ".xml", 200);
        assertThat(same.getDocumentElement().getTagName()).isEqualTo("service_requests");
        assertThat(same.getElementsByTagName("request").getLength()).isEqualTo(1);
        assertThat(json("/requests.json?service_request_id=" + id + ",2000-000001")
                        .size())
                .isEqualTo(1);
        assertThat(json("/requests.json?service_code=water&status=open").toString())
                .contains(id);
        assertThat(json("/requests.json?status=closed").toString()).doesNotContain(id);
        assertThat(json("/requests.json?service_code=travel,deeds").toString()).doesNotContain(id);
        assertThat(json("/requests.json?start_date=2025-03-03T00:00:00%2B08:00&end_date=2025-03-04T00:00:00Z")
                        .toString())
                .contains(id);
        assertThat(json("/requests.json?start_date=2024-01-01T00:00:00Z&end_date=2024-02-01T00:00:00Z")
                        .size())
                .isZero();
    }

    @Test
    void whatASenderDoesNotWantPublicIsNotSeen() throws Exception {
        HttpResponse<String> made =
                report(Map.of("attribute[publish]", "", "first_name", "田", "last_name", "何", "phone", "13800001234"));
        String id = JSON.readTree(made.body()).get(0).get("service_request_id").asString();
        String seen = client.get(BASE + "/requests/" + id + ".json").body();
        assertThat(seen).doesNotContain("村东水管", "何田", "13800001234", "30.25");
    }

    @Test
    void aComplaintAboutAnOfficialNeverAppears() throws Exception {
        UUID place = district.body("government");
        Receipt sealed = petitions.submit(NewPetition.of(
                        Channel.WEB, Naming.ANONYMOUS, Topic.WATER, "某局长收受好处" + run, place, NewPetition.Who.NOBODY)
                .about(new NewPetition.Accused("某局长", null)));
        assertThat(sealed.sealed()).isTrue();
        assertThat(client.get(BASE + "/tokens/" + sealed.code() + ".json").statusCode())
                .isEqualTo(404);
        assertThat(json("/requests.json").toString()).doesNotContain(run);
    }

    @Test
    void whatIsWrongIsSaidAsTheSpecificationHasIt() throws Exception {
        Document errors = xml("/requests/2000-000001.xml", 404);
        assertThat(errors.getDocumentElement().getTagName()).isEqualTo("errors");
        assertThat(errors.getElementsByTagName("code").item(0).getTextContent()).isEqualTo("404");
        xml("/services/nothing.xml", 404);
        xml("/requests.xml?status=lost", 400);
        xml("/requests.xml?start_date=yesterday", 400);
        xml("/requests.xml?start_date=2024-01-01T00:00:00Z&end_date=2025-01-01T00:00:00Z", 400);
        for (Map<String, String> wrong : List.of(
                Map.of("service_code", ""),
                Map.of("description", ""),
                Map.of("lat", "", "long", ""),
                Map.of("lat", "95"),
                Map.of("attribute[place]", "no-such-place"))) {
            HttpResponse<String> answer = report(wrong);
            assertThat(answer.statusCode()).as(wrong.toString()).isEqualTo(400);
            assertThat(JSON.readTree(answer.body()).get(0).get("description").asString())
                    .isNotBlank();
        }
        assertThat(report(Map.of("service_code", "nothing")).statusCode()).isEqualTo(404);
    }
}
