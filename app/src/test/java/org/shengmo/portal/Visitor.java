package org.shengmo.portal;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser of their own, or a program, who asks the running program over HTTP. Follows no redirect. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final int port;
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String language = "zh-CN";
    private String credentials;
    private UUID post;

    public Visitor(int port) {
        this.port = port;
    }

    /** Prefers a language from now on. */
    public Visitor speaking(String newLanguage) {
        language = newLanguage;
        return this;
    }

    /** Brings an account's password with each request from now on, as a program does. */
    public Visitor as(String login, String password) {
        credentials = Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Names a post with each request from now on. */
    public Visitor inPost(UUID named) {
        post = named;
        return this;
    }

    /** Signs in by the form; fails the test when the door stays shut. */
    public Visitor signedIn(String login, String password) throws IOException, InterruptedException {
        HttpResponse<String> in = post("/sign-in", get("/sign-in"), Map.of("login", login, "password", password));
        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(in.headers().firstValue("Location").orElse("")).doesNotContain("wrong");
        return this;
    }

    /** Asks for a page. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** Asks for a file. */
    public byte[] bytes(String path) throws IOException, InterruptedException {
        return browser.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    /** Sends a form with the token of the page it stands on. */
    public HttpResponse<String> post(String path, HttpResponse<String> form, Map<String, String> fields)
            throws IOException, InterruptedException {
        return send(path, "_csrf=" + encode(token(form)) + "&" + form(fields));
    }

    /** The token that a page's form carries. */
    public static String token(HttpResponse<String> form) {
        Matcher token = TOKEN.matcher(form.body());
        assertThat(token.find()).as("the form carries a token").isTrue();
        return token.group(1);
    }

    /** Sends a form without a token. */
    public HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return send(path, form(fields));
    }

    /** Sends JSON. */
    public HttpResponse<String> json(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a file as the field {@code file}, with other fields. */
    public HttpResponse<String> upload(String path, String name, byte[] content, Map<String, String> fields)
            throws IOException, InterruptedException {
        String boundary = "----visitor";
        var body = new java.io.ByteArrayOutputStream();
        String part = "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n";
        for (Map.Entry<String, String> field : fields.entrySet()) {
            String text = part.formatted(boundary, field.getKey(), "") + field.getValue() + "\r\n";
            body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }
        String head = part.formatted(boundary, "file", "; filename=\"" + name + "\"");
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private HttpResponse<String> send(String path, String form) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Language", language);
        if (post != null) {
            request.header("Shengmo-Post", post.toString());
        }
        return credentials == null ? request : request.header("Authorization", "Basic " + credentials);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
