package org.shengmo.access.web;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shengmo.access.Names;
import org.shengmo.docket.Entry;

/**
 * An act as a timeline tells it.
 *
 * @param entry the docket entry's number
 * @param kind key of what was done
 * @param person who did it; empty for what a date brought about
 * @param post in which post
 * @param details the payload's fields that have words, by those words
 * @param erased whether the payload was erased
 * @param closed whether what it says is not for this reader
 */
public record TimelineAct(
        long entry,
        Instant at,
        String kind,
        String person,
        String post,
        Map<String, Object> details,
        boolean erased,
        boolean closed) {

    static List<TimelineAct> of(
            List<Entry> entries, Set<Long> open, Names names, Function<String, Optional<String>> words) {
        Map<UUID, String> known = names.names(entries.stream()
                .flatMap(entry ->
                        Stream.of(entry.author().person(), entry.author().post()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return entries.stream()
                .map(entry -> of(entry, open.contains(entry.id()), known, words))
                .toList();
    }

    private static TimelineAct of(
            Entry entry, boolean open, Map<UUID, String> names, Function<String, Optional<String>> words) {
        Map<String, Object> details = new LinkedHashMap<>();
        Map<String, Object> said = open ? entry.payload() : Map.of();
        said.forEach((field, value) -> {
            if (value != null && !(value instanceof Map) && !(value instanceof Collection<?> many && many.isEmpty())) {
                words.apply(field).ifPresent(label -> details.put(label, value));
            }
        });
        return new TimelineAct(
                entry.id(),
                entry.at(),
                "docket.kind." + entry.kind().code(),
                name(names, entry.author().person()),
                name(names, entry.author().post()),
                details,
                entry.erased(),
                !open && !entry.erased());
    }

    private static String name(Map<UUID, String> names, UUID id) {
        return id == null ? "" : names.getOrDefault(id, "");
    }
}
