package org.shengmo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.Organization;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The frame over real HTTP: who gets in, in which language, and what a refused or odd request gets. */
@ProgramTest
class PagesTest {

    private static final String PASSWORD = "wooden-ruler-keeps-straight";

    @LocalServerPort
    int port;

    @Autowired
    Organization organization;

    @Autowired
    Accounts accounts;

    private Visitor browser;

    @BeforeEach
    void arrives() {
        browser = new Visitor(port);
    }

    @Test
    void theStartIsSaidInTheReadersLanguage() throws Exception {
        HttpResponse<String> chinese = get("/", "zh-CN");
        assertThat(chinese.statusCode()).isEqualTo(200);
        assertThat(chinese.body()).contains("<html lang=\"zh-CN\"").contains("年度报告");
        assertThat(get("/", "fr, en;q=0.5").body())
                .contains("<html lang=\"en\"")
                .contains("Annual report");
        assertThat(get("/", "fr").body()).contains("<html lang=\"zh-CN\"");

        assertThat(get("/?lang=en", "zh-CN").body()).contains("<html lang=\"en\"");
        assertThat(get("/", "zh-CN").body()).as("the choice is kept").contains("<html lang=\"en\"");
    }

    @Test
    void aPageLetsNoForeignScriptRunAndIsFramedByNobody() throws Exception {
        HttpResponse<String> page = get("/", "zh-CN");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.body())
                .doesNotContain("style=\"")
                .doesNotContain("onclick")
                .doesNotContain("<script>");
    }

    @Test
    void staticFilesBearTheirHashAndAreKeptForEver() throws Exception {
        Matcher style = Pattern.compile("href=\"(/shengmo-[0-9a-f]{32}\\.css)\"")
                .matcher(get("/", "zh-CN").body());
        assertThat(style.find()).isTrue();
        HttpResponse<String> file = get(style.group(1), "zh-CN");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000");
    }

    @Test
    void theFirstPublicPageIsLightAndIsPacked() throws Exception {
        byte[] page = packed("/");
        int sum = page.length;
        String html =
                new String(new GZIPInputStream(new ByteArrayInputStream(page)).readAllBytes(), StandardCharsets.UTF_8);
        Matcher asset =
                Pattern.compile("(?:href|src)=\"(/[^\"]+\\.(?:css|js|svg))\"").matcher(html);
        Set<String> assets = new TreeSet<>();
        while (asset.find()) {
            assets.add(asset.group(1));
        }
        assertThat(assets).hasSizeGreaterThan(4);
        for (String each : assets) {
            sum += packed(each).length;
        }
        assertThat(sum).as("bytes transferred for the first page").isLessThan(200_000);
    }

    /** What is transferred; anything larger than a packet is packed. */
    private byte[] packed(String path) throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        if (answer.body().length > 1500) {
            assertThat(answer.headers().firstValue("Content-Encoding")).as(path).contains("gzip");
        }
        return answer.body();
    }

    @Test
    void whoIsNotSignedInIsLedToTheDoorAndAProgramIsToldAsAProblem() throws Exception {
        assertThat(get("/search?q=a", "zh-CN").headers().firstValue("Location").orElse(""))
                .endsWith("/sign-in");
        HttpResponse<String> api = get("/api/v1/no-such-thing", "en");
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(api.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void aWrongPasswordIsToldAndTheRightOneLetsIn() throws Exception {
        person("porter");
        HttpResponse<String> wrong =
                browser.post("/sign-in", get("/sign-in", "zh-CN"), Map.of("login", "porter", "password", "nonsense"));
        assertThat(wrong.headers().firstValue("Location").orElse("")).contains("/sign-in?wrong");

        signIn("porter");
        HttpResponse<String> account = get("/account", "zh-CN");
        assertThat(account.statusCode()).isEqualTo(200);
        assertThat(account.body()).contains("我的账户");
        assertThat(get("/search?q=nothing", "zh-CN").body()).contains("没有找到");
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() throws Exception {
        person("guard");
        signIn("guard");
        HttpResponse<String> refused =
                browser.post("/account/password", Map.of("oldPassword", PASSWORD, "newPassword", "x"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("页面已过期");
    }

    @Test
    void anInvalidFormComesBackWithItsFaultsAndWithoutPasswords() throws Exception {
        person("clerk");
        signIn("clerk");
        HttpResponse<String> again = browser.post(
                "/account/password",
                get("/account", "zh-CN"),
                Map.of("_page", "/account", "oldPassword", PASSWORD, "newPassword", "short"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("id=\"faults\"").contains("我的账户").doesNotContain("short");
    }

    @Test
    void whatIsNotThereIsSaidInTheReadersLanguage() throws Exception {
        person("seeker");
        signIn("seeker");
        HttpResponse<String> missing = get("/no/such/page", "zh-CN");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("没有这个页面");
        assertThat(get("/no/such/page?lang=en", "zh-CN").body()).contains("There is no such page");
    }

    private void person(String login) {
        Actor clerk = new Actor(
                null,
                null,
                "",
                Set.of(Permission.of("organization.manage"), Permission.of("access.account.manage")),
                new Scope.All(),
                List.of());
        var person = organization.register(clerk, new NewPerson("p-" + login, login));
        accounts.createForDemonstration(clerk, Map.of(person.id(), login), PASSWORD);
    }

    private void signIn(String login) throws IOException, InterruptedException {
        browser.signedIn(login, PASSWORD);
    }

    private HttpResponse<String> get(String path, String language) throws IOException, InterruptedException {
        return browser.speaking(language).get(path);
    }
}
