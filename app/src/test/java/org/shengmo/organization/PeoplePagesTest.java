package org.shengmo.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.portal.ShengmoProperties;
import org.shengmo.store.TestClock;
import org.shengmo.store.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Somebody signs in and reads the pages of the organization as a browser would. */
@SpringBootTest(classes = PeoplePagesTest.Rooms.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
class PeoplePagesTest {

    /** The portal over the rooms that these pages need. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableTransactionManagement
    @EnableConfigurationProperties(ShengmoProperties.class)
    @ComponentScan(
            basePackages = {
                "org.shengmo.docket",
                "org.shengmo.attachment",
                "org.shengmo.access",
                "org.shengmo.calendar",
                "org.shengmo.rulebook",
                "org.shengmo.organization",
                "org.shengmo.portal"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "org\\.shengmo\\.(portal\\.Program|.*Test(\\$.*)?)"))
    static class Rooms {
        @Bean
        DataSource dataSource() {
            return TestDatabase.fresh();
        }

        @Bean
        TestClock clock() {
            return new TestClock(LocalDate.of(2025, 6, 15));
        }
    }

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

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private Body town;
    private Post mayor;
    private Person person;

    @BeforeEach
    void district() {
        String run = UUID.randomUUID().toString().substring(0, 8);
        town = organization.establish(OFFICE, new NewBody("T" + run, "青石镇", BodyKind.TOWNSHIP, null, 1, null));
        mayor = organization.createPost(
                OFFICE, NewPost.of("P" + run, "镇长", town.id(), true, 1, Reach.ALL, "organization.appoint"));
        person = organization.register(OFFICE, new NewPerson("R" + run, "陆一"));
        organization.appoint(OFFICE, person.id(), mayor.id(), LocalDate.of(2025, 3, 1));
        accounts.createForDemonstration(OFFICE, Map.of(person.id(), "lu" + run), "shengmo-demo");
        signIn("lu" + run);
    }

    private void signIn(String login) {
        HttpResponse<String> form = get("/sign-in");
        HttpResponse<String> answer = post("/sign-in", form, Map.of("login", login, "password", "shengmo-demo"));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("location").orElseThrow()).doesNotContain("wrong");
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    private HttpResponse<String> post(String path, HttpResponse<String> form, Map<String, String> fields) {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(form.body());
        assertThat(token.find()).isTrue();
        StringBuilder body = new StringBuilder("_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
        fields.forEach((name, value) ->
                body.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void thePagesShowWhoHoldsWhat() {
        assertThat(get("/people?q=" + person.code()).body()).contains("陆一", "青石镇", "镇长");
        assertThat(get("/people/" + person.id()).body()).contains("现任青石镇镇长", "2025年3月1日");
        assertThat(get("/bodies").body()).contains("青石镇", "陆一");
        assertThat(get("/bodies/" + town.id()).body()).contains("镇长", "由陆一主持工作");
        assertThat(get("/bodies/" + town.id() + "?on=2025-01-01").body()).contains("空缺");
        assertThat(get("/posts/" + mayor.id() + "?lang=en").body()).contains("Holders over time", "陆一");
        assertThat(get("/organization/import").statusCode()).isEqualTo(200);
        assertThat(get("/people/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void aPostIsHandedOverOnItsPageAndAnOverlapIsRefusedInWords() {
        Person next = organization.register(OFFICE, new NewPerson("N" + person.code(), "陆二"));
        String page = "/posts/" + mayor.id();
        Map<String, String> appointment = Map.of("person", next.code(), "from", "2025-07-01", "_page", page);
        HttpResponse<String> refused = post(page + "/appoint", get(page), appointment);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("只设1个席位", next.code());

        UUID tenure = organization.tenuresIn(mayor.id()).getFirst().id();
        post(page + "/end", get(page), Map.of("tenure", tenure.toString(), "until", "2025-07-01"));
        assertThat(post(page + "/appoint", get(page), appointment).statusCode()).isEqualTo(303);
        assertThat(get(page).body()).contains("陆二");
    }
}
