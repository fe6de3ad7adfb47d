package org.shengmo.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The total order of the packages, read from {@code ladder.txt}: a dependency, a foreign key and a page's call point
 * strictly to a lower rung.
 *
 * @param rungs package name (the segment after {@code org.shengmo.}) to the Maven module that holds it, lowest first
 * @param edges permitted edges between two institutions, as {@code from -> to}
 */
public record Ladder(Map<String, String> rungs, List<String> edges) {

    private static final String ROOT = "org.shengmo.";
    private static final Pattern MODULE = Pattern.compile("\\[([a-z]+)]");
    private static final Pattern RUNG = Pattern.compile("([a-z]+)\\s*(#.*)?");
    private static final Pattern EDGE = Pattern.compile("edge:\\s*([a-z]+)\\s*->\\s*([a-z]+)\\s*#\\s*(\\S.*)");

    /** Reads the ladder that the program ships with. */
    public static Ladder read() {
        try (InputStream file = Ladder.class.getResourceAsStream("/org/shengmo/ladder.txt")) {
            if (file == null) {
                throw new IllegalStateException("org/shengmo/ladder.txt is missing from the class path");
            }
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a ladder.
     *
     * @throws IllegalArgumentException at the first line that is neither a module, a rung, an edge with its reason nor a
     *     comment, and at a rung that stands twice
     */
    public static Ladder parse(String text) {
        Map<String, String> rungs = new LinkedHashMap<>();
        List<String> edges = new java.util.ArrayList<>();
        String module = null;
        for (String line : text.lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty() && !each.startsWith("#"))
                .toList()) {
            Matcher head = MODULE.matcher(line);
            Matcher edge = EDGE.matcher(line);
            Matcher rung = RUNG.matcher(line);
            if (head.matches()) {
                module = head.group(1);
            } else if (edge.matches()) {
                edges.add(edge.group(1) + " -> " + edge.group(2));
            } else if (module == null || !rung.matches() || rungs.put(rung.group(1), module) != null) {
                throw new IllegalArgumentException("ladder.txt: cannot read line '" + line + "'");
            }
        }
        return new Ladder(rungs, List.copyOf(edges));
    }

    /** The rung of a class: the first package segment under {@code org.shengmo}; empty when it stands outside. */
    public static String rungOf(String className) {
        if (!className.startsWith(ROOT)) {
            return "";
        }
        String rest = className.substring(ROOT.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? "" : rest.substring(0, dot);
    }

    /** Position of a rung, lowest 0; -1 when it is not on the ladder. */
    public int position(String rung) {
        return List.copyOf(rungs.keySet()).indexOf(rung);
    }

    /** Package names, lowest first. */
    public List<String> names() {
        return List.copyOf(rungs.keySet());
    }
}
