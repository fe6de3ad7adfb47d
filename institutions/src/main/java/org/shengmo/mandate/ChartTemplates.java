package org.shengmo.mandate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Flowcharts of the usual procedures; filled with an item's posts and days they become its own. */
final class ChartTemplates {

    static final List<String> CODES =
            List.of("licence", "penalty", "inspection", "payment", "reward", "general", "committee");

    private static final Map<String, String> TEMPLATES = new ConcurrentHashMap<>();
    /** What share of the whole limit a step may take, in twenty-fifths. */
    private static final Map<String, Integer> SHARES =
            Map.of("accept", 3, "examine", 8, "review", 3, "hear", 3, "decide", 5, "deliver", 3);

    private ChartTemplates() {}

    /**
     * An item's own chart.
     *
     * @param posts the code of the post for each of {@code clerk}, {@code head}, {@code deputy}, {@code law} and {@code chair}
     */
    static byte[] fill(String template, String code, Power power, Map<String, String> posts) {
        String xml = TEMPLATES
                .computeIfAbsent(template, ChartTemplates::read)
                .replace("{{code}}", escaped(code))
                .replace("{{name}}", escaped(power.name()));
        for (Map.Entry<String, String> post : posts.entrySet()) {
            xml = xml.replace("{{" + post.getKey() + "}}", escaped(post.getValue()));
        }
        for (Map.Entry<String, Integer> share : SHARES.entrySet()) {
            int days = Math.max(1, power.days() * share.getValue() / 25);
            xml = xml.replace("{{limit." + share.getKey() + "}}", Integer.toString(days));
        }
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static String read(String code) {
        try (InputStream file = ChartTemplates.class.getResourceAsStream("charts/" + code + ".bpmn")) {
            if (file == null) {
                throw new IllegalStateException("no flowchart template " + code);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
