package org.shengmo.organization;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;

/** The names of bodies, posts and people, in memory. */
final class Names {

    static final Names NONE = new Names(Map.of());

    /** A name as it stands in the database. */
    record Row(UUID id, UUID thing, String name, LocalDate from, LocalDate until) {}

    private final Map<UUID, Row> rows;
    private final Map<UUID, List<Directory.Named>> byThing;

    private Names(Map<UUID, Row> rows) {
        this.rows = rows;
        Map<UUID, List<Directory.Named>> names = new HashMap<>();
        Rows.group(rows.values(), Row::thing, Comparator.comparing(Row::from))
                .forEach((thing, list) -> names.put(
                        thing,
                        list.stream()
                                .map(row -> new Directory.Named(row.name(), row.from(), row.until()))
                                .toList()));
        byThing = names;
    }

    Names with(List<Row> changed) {
        return new Names(Rows.merge(rows, changed, Row::id));
    }

    List<Directory.Named> of(UUID thing) {
        List<Directory.Named> names = byThing.get(thing);
        if (names == null) {
            throw new NoSuchElementException("nothing has the identifier " + thing);
        }
        return names;
    }

    String on(UUID thing, LocalDate day) {
        List<Directory.Named> names = of(thing);
        String name = names.getFirst().name();
        for (Directory.Named each : names) {
            if (day.isBefore(each.from())) {
                break;
            }
            name = each.name();
        }
        return name;
    }
}
