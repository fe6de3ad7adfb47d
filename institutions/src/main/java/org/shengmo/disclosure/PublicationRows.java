package org.shengmo.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of publications. */
@Component
class PublicationRows {

    private final JdbcClient database;

    PublicationRows(JdbcClient database) {
        this.database = database;
    }

    /** Entries of some kinds that no publication came of yet, nor was found to come of none, oldest first. */
    List<Long> entriesOf(List<String> kinds, LocalDate from) {
        return database.sql("""
                SELECT e.id FROM docket.entry e
                WHERE e.kind = ANY (?) AND e.compartment IS NULL AND e.at >= ?::date::timestamp AT TIME ZONE 'Asia/Shanghai'
                  AND NOT EXISTS (SELECT 1 FROM disclosure.publication p WHERE p.entry = e.id)
                ORDER BY e.id
                """)
                .params(kinds.toArray(String[]::new), from)
                .query(Long.class)
                .list();
    }

    void insert(Publication.Details details, LocalDate publishedOn) {
        database.sql("""
                INSERT INTO disclosure.publication
                  (id, entry, item, category, article, title, text, body, officer, href, hidden, arose, due, duty, state,
                   published_on)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        details.id(),
                        details.entry(),
                        details.item(),
                        details.category(),
                        details.article(),
                        details.title(),
                        details.text(),
                        details.body(),
                        details.officer(),
                        details.href(),
                        details.hidden(),
                        details.arose(),
                        details.due(),
                        details.duty(),
                        publishedOn == null ? "OWED" : "PUBLISHED",
                        publishedOn)
                .update();
    }

    /** Says what is public, from a day on. */
    void publish(UUID id, String title, String text, int hidden, LocalDate on) {
        database.sql("""
                UPDATE disclosure.publication SET title = ?, text = ?, hidden = ?, state = 'PUBLISHED',
                  published_on = coalesce(published_on, ?)
                WHERE id = ?
                """).params(title, text, hidden, on, id).update();
    }

    void decline(UUID id, String ground, String reasons) {
        database.sql("UPDATE disclosure.publication SET state = 'DECLINED', ground = ?, reasons = ? WHERE id = ?")
                .params(ground, reasons, id)
                .update();
    }

    void revise(UUID id, LocalDate on, String title, String text, String reasons) {
        database.sql(
                        "INSERT INTO disclosure.revision (publication, on_day, title, text, reasons) VALUES (?, ?, ?, ?, ?)")
                .params(id, on, title, text, reasons)
                .update();
    }

    List<Disclosure.Revision> revisions(UUID id) {
        return database.sql("SELECT * FROM disclosure.revision WHERE publication = ? ORDER BY id DESC")
                .param(id)
                .query((row, number) -> new Disclosure.Revision(
                        day(row, "on_day"), row.getString("title"), row.getString("text"), row.getString("reasons")))
                .list();
    }

    Optional<Publication> byId(UUID id) {
        return all("id = ?", id).stream().findFirst();
    }

    /** The publication, held. */
    Publication lock(UUID id) {
        return database.sql("SELECT * FROM disclosure.publication WHERE id = ? FOR UPDATE")
                .param(id)
                .query(PublicationRows::publication)
                .single();
    }

    /** @param where SQL of ours over the row */
    List<Publication> all(String where, Object... parameters) {
        return database.sql("SELECT * FROM disclosure.publication WHERE " + where
                        + " ORDER BY published_on DESC NULLS LAST, due, number DESC")
                .params(parameters)
                .query(PublicationRows::publication)
                .list();
    }

    /** How many of an item are public, owed and late. */
    record Count(String item, int published, int owed, int late, LocalDate latest) {}

    Map<String, Count> counts(LocalDate today) {
        return database
                .sql("""
                SELECT item, count(*) FILTER (WHERE state = 'PUBLISHED') AS published,
                  count(*) FILTER (WHERE state = 'OWED') AS owed,
                  count(*) FILTER (WHERE state = 'OWED' AND due < ?) AS late, max(published_on) AS latest
                FROM disclosure.publication GROUP BY item
                """)
                .param(today)
                .query((row, number) -> new Count(
                        row.getString("item"),
                        row.getInt("published"),
                        row.getInt("owed"),
                        row.getInt("late"),
                        day(row, "latest")))
                .list()
                .stream()
                .collect(Collectors.toMap(Count::item, each -> each));
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Publication publication(ResultSet row, int number) throws SQLException {
        Publication.Details details = new Publication.Details(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("entry", Long.class),
                row.getString("item"),
                row.getString("category"),
                row.getString("article"),
                row.getString("title"),
                row.getString("text"),
                row.getObject("body", UUID.class),
                row.getObject("officer", UUID.class),
                row.getString("href"),
                row.getInt("hidden"),
                day(row, "arose"),
                day(row, "due"),
                row.getObject("duty", UUID.class));
        return switch (row.getString("state")) {
            case "PUBLISHED" -> new Publication.Published(details, day(row, "published_on"));
            case "DECLINED" -> new Publication.Declined(details, row.getString("ground"), row.getString("reasons"));
            default -> new Publication.Owed(details);
        };
    }
}
