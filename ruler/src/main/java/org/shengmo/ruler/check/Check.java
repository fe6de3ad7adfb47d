package org.shengmo.ruler.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A ready-made check: which facts it gathers, the table that judges them, and the page that says how to read what it finds.
 *
 * @param id its folder's name
 * @param family the inputs it reads
 * @param title its name by language tag ({@code zh}, {@code en})
 * @param settings what may be set
 * @param registers the input tables without which it can't run
 * @param figures the facts about the whole population that its results are read with, such as quartiles
 * @param pick which of several values for one subject counts: {@code min} or {@code max}
 * @param files the folder's files by their path in it
 */
public record Check(
        String id,
        Family family,
        Map<String, String> title,
        List<Setting> settings,
        List<String> registers,
        List<String> figures,
        String pick,
        Map<String, byte[]> files) {

    public Check {
        for (var needed : List.of("facts.sql", "table.dmn", "page.md")) {
            if (!files.containsKey(needed)) {
                throw new IllegalArgumentException("check " + id + " has no " + needed);
            }
        }
    }

    /** Its name, in Chinese for any language but English. */
    public String title(Locale locale) {
        return title.get(locale.getLanguage().equals("en") ? "en" : "zh");
    }

    /** The query that gathers its facts, one row a thing to judge. */
    public String facts() {
        return file("facts.sql").orElseThrow();
    }

    /** The decision table, DMN 1.5. */
    public String table() {
        return file("table.dmn").orElseThrow();
    }

    /** What it does, an example, what is excluded, how to read it: Chinese, then English, Markdown. */
    public String page() {
        return file("page.md").orElseThrow();
    }

    /** A file of its folder. */
    public Optional<String> file(String path) {
        return Optional.ofNullable(files.get(path)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "check " + id;
    }
}
