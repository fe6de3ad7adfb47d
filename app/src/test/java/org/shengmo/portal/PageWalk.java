package org.shengmo.portal;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Follows links from page to page, one page of each kind, and notes what a reader would stumble over: axe-core's findings
 * against WCAG 2.2 A and AA in light and dark, a page wider than a phone's 360 px or than half a desk's screen (200 % zoom), and
 * a status that is no page.
 */
final class PageWalk {

    private static final String AXE = axe();
    private static final List<String> NO_PAGES = List.of("/api/", "/log/", "/attachments/", "/sign-out", "/webjars/");
    private static final Set<String> SAME_PAGE = Set.of("sort", "page", "size", "format", "lang", "q", "out");
    private static final String IDENTIFIER = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]+";
    private static final int MOST_OF_A_FOLDER = 3;
    private static final int PHONE = 360;
    private static final int ZOOMED = 640;
    private static final int HEIGHT = 740;

    private final Page page;
    private final Set<String> kinds = new HashSet<>();
    private final Map<String, Integer> folders = new HashMap<>();
    private final List<String> visited = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    PageWalk(Page page) {
        this.page = page;
    }

    private static String axe() {
        try (InputStream script = PageWalk.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Walks from some pages to all that links lead to, not again to the kinds of pages walked before. */
    PageWalk from(Collection<String> starts) {
        Deque<String> ahead = new ArrayDeque<>(starts);
        while (!ahead.isEmpty()) {
            String path = ahead.removeFirst();
            if (isPage(path) && isNew(path)) {
                visit(path);
                ahead.addAll(links());
            }
        }
        return this;
    }

    /** Looks at the page that is open, as what was typed and sent made it. */
    PageWalk here() {
        String path = URI.create(page.url()).getPath();
        visited.add(path);
        page.emulateMedia(still(ColorScheme.LIGHT));
        accessible(path, "light");
        page.emulateMedia(still(ColorScheme.DARK));
        accessible(path, "dark");
        page.emulateMedia(still(ColorScheme.LIGHT));
        narrow(path, PHONE);
        return this;
    }

    /** The pages that were opened, in order. */
    List<String> visited() {
        return visited;
    }

    /** What a reader would stumble over, each with its page. */
    List<String> faults() {
        return faults;
    }

    private static boolean isPage(String path) {
        return path.startsWith("/")
                && NO_PAGES.stream().noneMatch(path::startsWith)
                && !path.contains("format=xlsx")
                && !path.matches("[^?]*(\\.(xlsx|csv|rss|pdf|bpmn|dmn|json|ya?ml)|/receipt)(\\?.*)?");
    }

    private boolean isNew(String path) {
        URI address = URI.create(path);
        String bare = address.getPath().replaceAll("(?<=/)(" + IDENTIFIER + ")(?=/|$)", "{}");
        String query = address.getQuery() == null
                ? ""
                : Arrays.stream(address.getQuery().split("&", -1))
                        .map(each -> each.replaceFirst("=.*", ""))
                        .filter(each -> !SAME_PAGE.contains(each))
                        .sorted()
                        .distinct()
                        .collect(Collectors.joining("&", "?", ""));
        String folder = bare.replaceFirst("/[^/]*$", "/") + query;
        return kinds.add(bare + (query.equals("?") ? "" : query))
                && (folder.equals("/") || folders.merge(folder, 1, Integer::sum) <= MOST_OF_A_FOLDER);
    }

    private void visit(String path) {
        page.setViewportSize(1280, HEIGHT);
        page.emulateMedia(still(ColorScheme.LIGHT));
        Response answer = page.navigate(path);
        visited.add(path);
        if (answer == null || answer.status() != 200) {
            faults.add(path + ": status " + (answer == null ? "none" : answer.status()));
            return;
        }
        if (!String.valueOf(answer.headerValue("content-type")).startsWith("text/html")) {
            return;
        }
        accessible(path, "light");
        page.emulateMedia(still(ColorScheme.DARK));
        accessible(path, "dark");
        page.emulateMedia(still(ColorScheme.LIGHT));
        narrow(path, ZOOMED);
        narrow(path, PHONE);
    }

    /** Without transitions: a colour on its way to another is neither. */
    private static Page.EmulateMediaOptions still(ColorScheme scheme) {
        return new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE);
    }

    private void accessible(String path, String light) {
        page.evaluate(AXE + ";0");
        Object found = page.evaluate("""
                only => axe.run(document, {
                    runOnly: only === 'dark' ? ['color-contrast'] : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
                    resultTypes: ['violations']
                }).then(done => done.violations.map(each => each.id + ' (' + each.nodes.length + '): '
                    + each.nodes[0].html.substring(0, 160) + ' ' + each.nodes[0].any.map(a => a.message).join(' ').substring(0, 160)))
                """, light);
        for (Object each : (List<?>) found) {
            faults.add("%s, %s: %s".formatted(path, light, each));
        }
    }

    private void narrow(String path, int width) {
        page.setViewportSize(width, HEIGHT);
        int needed = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (needed > width) {
            Object widest = page.evaluate("""
                    width => [...document.querySelectorAll('body *')]
                        .filter(e => e.getBoundingClientRect().right > width + 1 && e.getClientRects().length)
                        .slice(-1).map(e => e.outerHTML.substring(0, 120)).join('')
                    """, width);
            faults.add("%s: %d px wide on a screen of %d: %s".formatted(path, needed, width, widest));
        }
    }

    private List<String> links() {
        Object found = page.evaluate("""
                [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.hasAttribute('download'))
                    .map(a => a.pathname + a.search)
                """);
        return ((List<?>) found).stream().map(Object::toString).distinct().toList();
    }
}
