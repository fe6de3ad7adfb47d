package org.shengmo.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Kinships in PostgreSQL, one row a pair. */
@Service
class PostgresKinships implements Kinships {

    private static final Permission MANAGE = Permission.of("organization.manage");
    private static final String ROW =
            "SELECT person, relative, relation, lower(during) AS first, upper(during) AS last FROM organization.kinship ";

    private final JdbcClient database;
    private final Docket docket;

    PostgresKinships(JdbcClient database, Docket docket) {
        this.database = database;
        this.docket = docket;
    }

    @Override
    @Transactional
    public void declare(Actor by, UUID person, UUID relative, Relation relation, LocalDate from) {
        if (person.equals(relative)) {
            throw Invalid.at("relative", "organization.kinship.self");
        }
        requireOwn(by, person, relative);
        try {
            database.sql("""
                    INSERT INTO organization.kinship (id, person, relative, relation, during)
                    VALUES (:id, least(:one, :other), greatest(:one, :other), :relation, daterange(:from, NULL))
                    """)
                    .param("id", UUID.randomUUID())
                    .param("one", person)
                    .param("other", relative)
                    .param("relation", relation.name())
                    .param("from", from)
                    .update();
        } catch (DataIntegrityViolationException stands) {
            throw Refusal.of("organization.kinship.stands").refused();
        }
        record(
                by,
                "organization.kinship-declared",
                person,
                relative,
                Map.of("relation", relation.name(), "from", from));
    }

    @Override
    @Transactional
    public void end(Actor by, UUID person, UUID relative, LocalDate until) {
        requireOwn(by, person, relative);
        int ended = database.sql("""
                UPDATE organization.kinship SET during = daterange(lower(during), :until)
                WHERE person = least(:one, :other) AND relative = greatest(:one, :other)
                  AND upper_inf(during) AND lower(during) < :until
                """)
                .param("one", person)
                .param("other", relative)
                .param("until", until)
                .update();
        if (ended == 0) {
            throw Refusal.of("organization.kinship.none").refused();
        }
        record(by, "organization.kinship-ended", person, relative, Map.of("until", until));
    }

    private static void requireOwn(Actor by, UUID person, UUID relative) {
        if (!person.equals(by.person()) && !relative.equals(by.person())) {
            by.require(MANAGE);
        }
    }

    private void record(Actor by, String kind, UUID person, UUID relative, Map<String, ?> payload) {
        docket.record(Act.of(by.author(), kind, Subject.person(person), payload, Subject.person(relative)));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Kinship> of(UUID person, LocalDate on) {
        return database
                .sql(ROW + "WHERE :person IN (person, relative) AND during @> :day::date ORDER BY first")
                .param("person", person)
                .param("day", on)
                .query(PostgresKinships::row)
                .list()
                .stream()
                .map(each -> each.person().equals(person) ? each : each.turned())
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Kinship> between(UUID person, UUID other, LocalDate on) {
        return of(person, on).stream()
                .filter(each -> each.relative().equals(other))
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Kinship> all(LocalDate on) {
        return database.sql(ROW + "WHERE during @> :day::date ORDER BY first, person, relative")
                .param("day", on)
                .query(PostgresKinships::row)
                .list();
    }

    private static Kinship row(ResultSet row, int number) throws SQLException {
        return new Kinship(
                row.getObject("person", UUID.class),
                row.getObject("relative", UUID.class),
                Relation.valueOf(row.getString("relation")),
                row.getObject("first", LocalDate.class),
                row.getObject("last", LocalDate.class));
    }
}
