package org.shengmo.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the pages of a running service over HTTP, signed in: from asking to the last byte, packed as a browser gets it.
 * The pages of the menu, and of each list the first thing it leads to. All pages in turn, round by round, so that whatever
 * disturbs the machine disturbs all of them.
 */
public final class PageBench {

    private static final int WARM_UP = 3;
    private static final int MOST_PAGES = 60;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    private static final String IDENTIFIER = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern NO_PAGE = Pattern.compile(
            "/(webjars|api|log|attachments|sign-out)/.*|.*\\.(css|js|svg|xlsx|bpmn|dmn)|.*[?].*|/record/.*|/account|/sign-in");

    private final String base;
    private final HttpClient browser;

    /** @param base such as {@code http://127.0.0.1:8080} */
    public PageBench(String base) {
        this.base = base;
        this.browser = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .cookieHandler(new CookieManager())
                .build();
    }

    /**
     * A page's times.
     *
     * @param path the page, identifiers shortened
     * @param median half of the answers took no longer, in milliseconds
     * @param late nineteen of twenty took no longer, in milliseconds
     * @param bytes of the answer, packed
     */
    public record Timing(String path, double median, double late, int bytes) {}

    /**
     * Signs in by the form.
     *
     * @return whether the door opened
     */
    public boolean signIn(String login, String password) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(text("/sign-in"));
        String form = "login=" + encode(login) + "&password=" + encode(password) + "&_csrf="
                + (token.find() ? encode(token.group(1)) : "");
        HttpResponse<Void> answer = browser.send(
                HttpRequest.newBuilder(URI.create(base + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return !answer.headers().firstValue("Location").orElse("/sign-in").contains("/sign-in");
    }

    /** Measures each page so many times. */
    public List<Timing> run(int rounds) throws IOException, InterruptedException {
        Map<String, double[]> times = new LinkedHashMap<>();
        Map<String, Integer> sizes = new LinkedHashMap<>();
        List<String> pages = pages();
        for (int round = -WARM_UP; round < rounds; round++) {
            for (String page : pages) {
                long start = System.nanoTime();
                int size = bytes(page).length;
                double took = (System.nanoTime() - start) / 1e6;
                sizes.put(page, size);
                if (round >= 0) {
                    times.computeIfAbsent(page, each -> new double[rounds])[round] = took;
                }
            }
        }
        return times.entrySet().stream()
                .map(each -> timing(each.getKey(), each.getValue(), sizes.get(each.getKey())))
                .toList();
    }

    private static Timing timing(String page, double[] times, int bytes) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return new Timing(
                page.replaceAll(IDENTIFIER, "…"),
                sorted[(sorted.length - 1) / 2],
                sorted[(int) Math.ceil(sorted.length * 0.95) - 1],
                bytes);
    }

    /** The menu's pages, and of each the first page of a kind that it leads to. */
    private List<String> pages() throws IOException, InterruptedException {
        Map<String, String> kinds = new LinkedHashMap<>();
        Set<String> menu = links("/duties");
        menu.forEach(page -> kinds.putIfAbsent(kind(page), page));
        for (String page : List.copyOf(kinds.values())) {
            for (String further : links(page)) {
                kinds.putIfAbsent(kind(further), further);
            }
        }
        List<String> pages = new ArrayList<>(kinds.values());
        return pages.subList(0, Math.min(MOST_PAGES, pages.size()));
    }

    /** Pages that differ only in the thing they show are of one kind. */
    private static String kind(String page) {
        String bare = page.replaceAll(IDENTIFIER, "{}").replaceAll("(?<=/)[0-9]+(?=/|$)", "{}");
        return bare.replaceFirst("^(/(rulebook|report)(/[a-z{}]+)?)/[^/]+$", "$1/{}");
    }

    private Set<String> links(String page) throws IOException, InterruptedException {
        Set<String> links = new LinkedHashSet<>();
        for (Matcher link = LINK.matcher(text(page)); link.find(); ) {
            if (!NO_PAGE.matcher(link.group(1)).matches()) {
                links.add(link.group(1));
            }
        }
        return links;
    }

    private String text(String page) throws IOException, InterruptedException {
        return browser.send(request(page).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
    }

    private byte[] bytes(String page) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = browser.send(
                request(page).header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 400) {
            throw new IOException(page + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String page) {
        return HttpRequest.newBuilder(URI.create(base + page)).timeout(Duration.ofMinutes(2));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
