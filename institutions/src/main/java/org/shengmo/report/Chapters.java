package org.shengmo.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The order of the report: which metric stands in which chapter, and where. A metric that is not named comes last. */
final class Chapters {

    static final String OTHER = "other";

    private final Map<String, String> chapters;
    private final List<String> order;

    private Chapters(Map<String, String> chapters) {
        this.chapters = chapters;
        this.order = List.copyOf(chapters.keySet());
    }

    /** Reads {@code chapters.txt}: a chapter in brackets, then its metrics, one a line. */
    static Chapters read() {
        try (InputStream file = Chapters.class.getResourceAsStream("chapters.txt")) {
            Map<String, String> chapters = new LinkedHashMap<>();
            String chapter = OTHER;
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String text = line.strip();
                if (text.startsWith("[")) {
                    chapter = text.substring(1, text.length() - 1);
                } else if (!text.isEmpty() && !text.startsWith("#")) {
                    chapters.put(text, chapter);
                }
            }
            return new Chapters(chapters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(String metric) {
        return chapters.getOrDefault(metric, OTHER);
    }

    int position(String metric) {
        int position = order.indexOf(metric);
        return position < 0 ? order.size() : position;
    }
}
