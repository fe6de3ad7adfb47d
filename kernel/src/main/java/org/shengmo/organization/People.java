package org.shengmo.organization;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The people, in memory. */
final class People {

    static final People NONE = new People(Map.of(), Names.NONE, LocalDate.EPOCH);

    /** A person as they stand in the database. */
    record Row(UUID id, String code) {}

    final Map<UUID, Person> byId = new HashMap<>();
    final Map<String, Person> byCode = new HashMap<>();
    final List<Person> all;

    private final Map<UUID, Row> rows;

    private People(Map<UUID, Row> rows, Names names, LocalDate day) {
        this.rows = rows;
        rows.values().forEach(row -> byId.put(row.id(), new Person(row.id(), row.code(), names.on(row.id(), day))));
        byId.values().forEach(person -> byCode.put(person.code(), person));
        all = byId.values().stream().sorted(Comparator.comparing(Person::code)).toList();
    }

    People with(List<Row> changed, Names names, LocalDate day) {
        return new People(Rows.merge(rows, changed, Row::id), names, day);
    }
}
