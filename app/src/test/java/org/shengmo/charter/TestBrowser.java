package org.shengmo.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One person's browser over real HTTP, and the same person's program on the API. */
final class TestBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----shengmo-test";

    private final int port;
    private final String login;
    private final String password;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String token;

    private TestBrowser(int port, String login, String password) {
        this.port = port;
        this.login = login;
        this.password = password;
    }

    /** A browser that its person has signed in with. */
    static TestBrowser of(int port, String login, String password) throws IOException, InterruptedException {
        TestBrowser browser = new TestBrowser(port, login, password);
        browser.get("/sign-in");
        HttpResponse<String> in = browser.post("/sign-in", Map.of("login", login, "password", password));
        assertThat(in.headers().firstValue("Location").orElse("")).doesNotContain("wrong");
        browser.get("/account");
        return browser;
    }

    /** A program that brings its person's password with each call. */
    static TestBrowser program(int port, String login, String password) {
        return new TestBrowser(port, login, password);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpResponse<String> page = client.send(
                HttpRequest.newBuilder(address(path))
                        .header("Accept-Language", "en")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Matcher found = TOKEN.matcher(page.body());
        if (found.find()) {
            token = found.group(1);
        }
        return page;
    }

    byte[] bytes(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    /** Sends a form with the token of the page read last. */
    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "_csrf=" + token + "&", ""));
        return client.send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept-Language", "en")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a form with one file. */
    HttpResponse<String> upload(String path, Map<String, String> fields, String field, String name, byte[] file)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .header("X-CSRF-TOKEN", token)
                        .header("Accept-Language", "en")
                        .POST(multipart(fields, field, name, file))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.BodyPublisher multipart(
            Map<String, String> fields, String field, String name, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((key, value) -> body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + key + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.BodyPublishers.ofByteArray(body.toByteArray());
    }

    /** A call of the API with the person's own credentials and no session. */
    HttpResponse<String> api(String method, String path, String json) throws IOException, InterruptedException {
        return program()
                .send(
                        HttpRequest.newBuilder(address("/api/v1" + path))
                                .header("Authorization", basic())
                                .header("Accept-Language", "en")
                                .header("Content-Type", "application/json")
                                .method(
                                        method,
                                        json == null
                                                ? HttpRequest.BodyPublishers.noBody()
                                                : HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** A file sent to the API. */
    HttpResponse<String> apiUpload(String path, String field, String name, byte[] file)
            throws IOException, InterruptedException {
        return program()
                .send(
                        HttpRequest.newBuilder(address("/api/v1" + path))
                                .header("Authorization", basic())
                                .header("Accept-Language", "en")
                                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                                .POST(multipart(Map.of(), field, name, file))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient program() {
        return HttpClient.newHttpClient();
    }

    private String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private URI address(String path) {
        return URI.create(path.startsWith("http") ? path : "http://127.0.0.1:" + port + path);
    }
}
