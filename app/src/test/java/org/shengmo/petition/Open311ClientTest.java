package org.shengmo.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shengmo.access.Posts;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Reach;
import org.shengmo.organization.SmallDistrict;
import org.shengmo.portal.ProgramTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * GeoReport v2 with a client that was not written here: the npm package {@code open311}. It runs where
 * {@code -Dshengmo.open311.client=FOLDER} names a folder whose {@code node_modules} has {@code open311}, {@code request} and
 * {@code lodash}, and Node.js is there.
 */
@ProgramTest
class Open311ClientTest {

    @LocalServerPort
    int port;

    @Autowired
    Organization organization;

    @Autowired
    Posts posts;

    @TempDir
    Path folder;

    @BeforeEach
    void aPetitionOffice() {
        String run = UUID.randomUUID().toString().substring(0, 8);
        SmallDistrict district = SmallDistrict.in(organization, posts);
        var post = organization.createPost(
                SmallDistrict.SETTER,
                NewPost.of(run + "-desk", "接访科科长", district.body("government"), false, 9, Reach.ALL, "petition.desk"));
        var person = organization.register(SmallDistrict.SETTER, new NewPerson(run + "-desk", "郑访"));
        organization.appoint(SmallDistrict.SETTER, person.id(), post.id(), SmallDistrict.FIRST_DAY);
    }

    @Test
    void anExistingClientReportsAndFollows() throws Exception {
        String client = System.getProperty("shengmo.open311.client", "");
        Assumptions.assumeFalse(client.isEmpty(), "no -Dshengmo.open311.client=FOLDER with the npm package open311");
        String description = "村东水管破裂，漏水三天。" + UUID.randomUUID();
        JsonNode told = run(client, description);
        assertThat(told.get("services").size()).isEqualTo(Topic.values().length);
        assertThat(told.get("definition").get("service_code").asString()).isEqualTo("water");
        String id = told.get("id").asString();
        assertThat(told.get("token").get(0).get("service_request_id").asString())
                .isEqualTo(id);
        assertThat(told.get("one").get(0).get("description").asString()).isEqualTo(description);
        assertThat(told.get("one").get(0).get("requested_datetime").asString()).startsWith("2025-03-03T");
        assertThat(told.get("several").get(0).get("service_request_id").asString())
                .isEqualTo(id);
    }

    private JsonNode run(String client, String description) throws IOException, InterruptedException {
        Path script = folder.resolve("client.js");
        try (var source = Open311ClientTest.class.getResourceAsStream("open311-client.js")) {
            Files.write(script, source.readAllBytes());
        }
        Process node = new ProcessBuilder(
                        "node",
                        script.toString(),
                        client,
                        "http://127.0.0.1:" + port + "/open311/v2/discovery.json",
                        description)
                .redirectError(folder.resolve("errors").toFile())
                .start();
        String out = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(node.exitValue())
                .as(Files.readString(folder.resolve("errors")))
                .isZero();
        return JsonMapper.builder().build().readTree(out);
    }
}
