package org.shengmo.organization;

import java.time.LocalDate;
import java.util.UUID;
import org.shengmo.wording.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives names that are borne in their time. */
@Component
class Naming {

    /** The first name is borne from here: a thing always has a name. */
    private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    private final JdbcClient database;

    Naming(JdbcClient database) {
        this.database = database;
    }

    /** The first name of a thing. */
    void first(String column, UUID thing, String name, long mark) {
        insert(column, thing, name, new Days(ALWAYS, null), mark);
    }

    /** Another name from a day on, until the next change of name that is already known. */
    void change(String column, UUID thing, String name, LocalDate from, Directory directory, long mark) {
        Directory.Named current = directory.namesOf(thing).stream()
                .filter(each -> Days.hold(each.from(), each.until(), from))
                .findFirst()
                .orElseThrow();
        if (current.name().equals(name)) {
            throw Refusal.of("organization.name.same", name).refused();
        }
        if (current.from().equals(from)) {
            throw Refusal.of("organization.name.same-day", current.name(), from).refused();
        }
        database.sql("""
                UPDATE organization.name SET during = daterange(lower(during), :from), changed = :mark
                WHERE thing = :thing AND during @> cast(:from AS date)
                """)
                .param("from", from)
                .param("mark", mark)
                .param("thing", thing)
                .update();
        insert(column, thing, name, new Days(from, current.until()), mark);
    }

    private void insert(String column, UUID thing, String name, Days days, long mark) {
        database.sql("INSERT INTO organization.name (id, " + column + ", name, during, changed)"
                        + " VALUES (:id, :thing, :name, daterange(:from, cast(:until AS date)), :mark)")
                .param("id", UUID.randomUUID())
                .param("thing", thing)
                .param("name", name)
                .param("from", days.from())
                .param("until", days.until())
                .param("mark", mark)
                .update();
    }
}
