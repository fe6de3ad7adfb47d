package org.shengmo.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;

/** What the indexes in memory have in common. */
final class Rows {

    private Rows() {}

    /** The rows with those that changed put in their place. */
    static <R> Map<UUID, R> merge(Map<UUID, R> rows, List<R> changed, Function<R, UUID> id) {
        Map<UUID, R> merged = new HashMap<>(rows);
        changed.forEach(row -> merged.put(id.apply(row), row));
        return merged;
    }

    /** Rows by a key of theirs, each group in order. */
    static <K, R> Map<K, List<R>> group(Collection<R> rows, Function<R, K> key, Comparator<? super R> order) {
        Map<K, List<R>> groups = new HashMap<>();
        for (R row : rows) {
            groups.computeIfAbsent(key.apply(row), each -> new ArrayList<>(2)).add(row);
        }
        groups.replaceAll((each, list) -> {
            list.sort(order);
            return List.copyOf(list);
        });
        return groups;
    }

    static <R> R get(Map<UUID, R> rows, UUID id) {
        R row = rows.get(id);
        if (row == null) {
            throw new NoSuchElementException("nothing has the identifier " + id);
        }
        return row;
    }
}
