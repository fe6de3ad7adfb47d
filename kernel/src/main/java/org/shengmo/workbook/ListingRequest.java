package org.shengmo.workbook;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a reader asks of a list. The address holds all of it, so that a link shares the view.
 *
 * @param path the list's path, without the query
 * @param parameters the query's parameters, by name; blank ones are left out
 */
public record ListingRequest(String path, Map<String, String> parameters) {

    /** Rows a page may have; the first is the default. */
    public static final java.util.List<Integer> SIZES = java.util.List.of(20, 50, 100, 200);

    public ListingRequest {
        Map<String, String> kept = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                kept.put(name, value.strip());
            }
        });
        parameters = java.util.Collections.unmodifiableMap(kept);
    }

    /** What a parameter says. */
    public Optional<String> asked(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** A parameter read as a day; what is none counts as not asked. */
    public Optional<LocalDate> day(String name) {
        try {
            return asked(name).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The words looked for. */
    public String words() {
        return parameters.getOrDefault("q", "");
    }

    /** The page asked for, first 1. */
    public int page() {
        return Math.max(1, number("page", 1));
    }

    /** Rows a page; one of {@link #SIZES}. */
    public int size() {
        int asked = number("size", SIZES.getFirst());
        return SIZES.contains(asked) ? asked : SIZES.getFirst();
    }

    /** Whether the list is to be written as a workbook. */
    public boolean workbook() {
        return "xlsx".equals(parameters.get("format"));
    }

    private int number(String name, int otherwise) {
        String asked = parameters.getOrDefault(name, "");
        return asked.matches("[0-9]{1,6}") ? Integer.parseInt(asked) : otherwise;
    }

    /** The address with one parameter changed, or left out when the value is null; any change but of the page leads to page 1. */
    public String with(String name, Object value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.remove("page");
        changed.remove("format");
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value.toString());
        }
        return address(changed);
    }

    /** The address of another page of the same list. */
    public String atPage(int page) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.remove("format");
        changed.put("page", Integer.toString(page));
        return address(changed);
    }

    private String address(Map<String, String> query) {
        return query.isEmpty()
                ? path
                : path + "?"
                        + query.entrySet().stream()
                                .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
