package org.shengmo.procurement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of objections and complaints. */
@Component
class RemedyRows {

    private final JdbcClient database;

    RemedyRows(JdbcClient database) {
        this.database = database;
    }

    void insert(
            UUID id,
            Tender tender,
            Remedies.Kind kind,
            String who,
            String text,
            LocalDate on,
            LocalDate due,
            UUID duty) {
        database.sql("""
                INSERT INTO procurement.remedy (id, project, tender, kind, who, text, brought_on, due, duty)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(id, tender.details().project(), tender.id(), kind.name(), who, text, on, due, duty)
                .update();
    }

    void answer(UUID id, LocalDate on, boolean upheld, String answer) {
        database.sql("UPDATE procurement.remedy SET answered_on = ?, upheld = ?, answer = ? WHERE id = ?")
                .params(on, upheld, answer, id)
                .update();
    }

    boolean unanswered(UUID tender) {
        return !remedies("tender = ? AND answered_on IS NULL AND kind <> 'COMPLAINT'", tender)
                .isEmpty();
    }

    List<Remedies.Remedy> remedies(String where, Object... parameters) {
        return database.sql("SELECT * FROM procurement.remedy WHERE " + where + " ORDER BY number DESC")
                .params(parameters)
                .query((row, number) -> new Remedies.Remedy(
                        row.getObject("id", UUID.class),
                        row.getLong("number"),
                        row.getObject("project", UUID.class),
                        row.getObject("tender", UUID.class),
                        Remedies.Kind.valueOf(row.getString("kind")),
                        row.getString("who"),
                        row.getString("text"),
                        row.getObject("brought_on", LocalDate.class),
                        row.getObject("due", LocalDate.class),
                        row.getObject("duty", UUID.class),
                        Optional.ofNullable(row.getObject("answered_on", LocalDate.class)),
                        row.getString("answer"),
                        row.getBoolean("upheld")))
                .list();
    }
}
