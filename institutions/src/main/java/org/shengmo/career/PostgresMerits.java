package org.shengmo.career;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Invalid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Merits in PostgreSQL. */
@Service
class PostgresMerits implements Merits {

    private final JdbcClient database;
    private final Docket docket;
    private final Clock clock;

    PostgresMerits(JdbcClient database, Docket docket, Clock clock) {
        this.database = database;
        this.docket = docket;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UUID enter(Actor by, Merit merit) {
        by.require(Selections.MANAGE);
        if (merit.title().isBlank()
                || merit.result().isBlank()
                || merit.witness().isBlank()) {
            throw Invalid.at("title", "career.fault.merit");
        }
        if (merit.on().isAfter(LocalDate.now(clock))) {
            throw Invalid.at("on", "career.fault.future");
        }
        UUID id = UUID.randomUUID();
        database.sql("INSERT INTO career.merit VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        merit.person(),
                        merit.urgent(),
                        merit.title().strip(),
                        merit.result().strip(),
                        merit.witness().strip(),
                        merit.on())
                .update();
        docket.record(Act.of(
                by.author(),
                "career.merit",
                new Subject("career.merit", id),
                Map.of(
                        "title", merit.title().strip(),
                        "result", merit.result().strip(),
                        "witness", merit.witness().strip(),
                        "urgent", merit.urgent(),
                        "on", merit.on()),
                Subject.person(merit.person())));
        return id;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Merit> of(UUID person) {
        return database.sql("SELECT * FROM career.merit WHERE person = ? ORDER BY on_day DESC, id")
                .param(person)
                .query(PostgresMerits::merit)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Merit> of(List<UUID> ids) {
        return database.sql("SELECT * FROM career.merit WHERE id = ANY(?::uuid[]) ORDER BY on_day DESC, id")
                .param(ids.toArray(UUID[]::new))
                .query(PostgresMerits::merit)
                .list();
    }

    private static Merit merit(ResultSet row, int number) throws SQLException {
        return new Merit(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getBoolean("urgent"),
                row.getString("title"),
                row.getString("result"),
                row.getString("witness"),
                row.getObject("on_day", LocalDate.class));
    }
}
