package org.shengmo.charter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Quarterly reports as rows. */
@Repository
class ReportRows {

    private static final String SELECT = """
            SELECT r.*, f.filed_on, f.person, f.done, f.problems, f.next, f.attachments, f.entry
            FROM charter.report r LEFT JOIN charter.filed f ON f.report_id = r.id
            """;

    private final JdbcClient database;

    ReportRows(JdbcClient database) {
        this.database = database;
    }

    boolean isCalled(Quarter quarter, boolean collective, UUID body, UUID post) {
        return database.sql("""
                SELECT EXISTS (SELECT 1 FROM charter.report WHERE year = :year AND quarter = :quarter
                  AND collective = :collective AND body = :body AND post = :post)
                """)
                .param("year", quarter.year())
                .param("quarter", quarter.number())
                .param("collective", collective)
                .param("body", body)
                .param("post", post)
                .query(Boolean.class)
                .single();
    }

    void call(QuarterlyReport.Owed report, UUID duty) {
        database.sql("""
                INSERT INTO charter.report (id, year, quarter, collective, body, post, duty, opens, due, closes)
                VALUES (:id, :year, :quarter, :collective, :body, :post, :duty, :opens, :due, :closes)
                """)
                .param("id", report.id())
                .param("year", report.quarter().year())
                .param("quarter", report.quarter().number())
                .param("collective", report.collective())
                .param("body", report.body())
                .param("post", report.post())
                .param("duty", duty)
                .param("opens", report.opens())
                .param("due", report.due())
                .param("closes", report.closes())
                .update();
    }

    void file(UUID report, LocalDate on, UUID person, QuarterlyReport.Content content, long entry) {
        database.sql("""
                INSERT INTO charter.filed (report_id, filed_on, person, done, problems, next, attachments, entry)
                VALUES (:report, :on, :person, :done, :problems, :next, :attachments, :entry)
                """)
                .param("report", report)
                .param("on", on)
                .param("person", person)
                .param("done", content.done())
                .param("problems", content.problems())
                .param("next", content.next())
                .param("attachments", content.attachments().toArray(UUID[]::new))
                .param("entry", entry)
                .update();
    }

    /** Lets nobody else file the report until the transaction ends. */
    void lock(UUID report) {
        database.sql("SELECT pg_advisory_xact_lock(hashtextextended(:report, 0))")
                .param("report", report.toString())
                .query((row, number) -> 0)
                .single();
    }

    /** The reports that were not there at the end of their due date, before a day, and were not noted as missed. */
    List<QuarterlyReport> newlyMissed(LocalDate day) {
        return list(
                " LEFT JOIN charter.missed m ON m.report_id = r.id"
                        + " WHERE r.due < :day AND m.report_id IS NULL AND (f.filed_on IS NULL OR f.filed_on > r.due)"
                        + " ORDER BY r.due, r.id",
                Map.of("day", day));
    }

    void miss(UUID report, LocalDate on, long entry) {
        database.sql("INSERT INTO charter.missed (report_id, missed_on, entry) VALUES (:report, :on, :entry)")
                .param("report", report)
                .param("on", on)
                .param("entry", entry)
                .update();
    }

    Optional<QuarterlyReport> byId(UUID id) {
        return list(" WHERE r.id = :id", Map.of("id", id)).stream().findFirst();
    }

    List<Integer> years() {
        return database.sql("SELECT DISTINCT year FROM charter.report ORDER BY year DESC")
                .query(Integer.class)
                .list();
    }

    List<QuarterlyReport> of(int year) {
        return list(
                " WHERE r.year = :year ORDER BY r.quarter, r.body, r.collective DESC, r.post", Map.of("year", year));
    }

    List<QuarterlyReport.Owed> owedBetween(LocalDate first, LocalDate last) {
        return list(
                        " WHERE f.report_id IS NULL AND r.due BETWEEN :first AND :last ORDER BY r.due, r.id",
                        Map.of("first", first, "last", last))
                .stream()
                .map(QuarterlyReport::owed)
                .toList();
    }

    /** Filed reports that say something, latest first, not more than a reader would look through. */
    List<QuarterlyReport> saying(String words) {
        return list(
                " WHERE position(:words IN lower(f.done || ' ' || f.problems || ' ' || f.next)) > 0"
                        + " ORDER BY f.filed_on DESC, f.entry DESC LIMIT 200",
                Map.of("words", words));
    }

    List<QuarterlyReport> ofPost(UUID post) {
        return list(" WHERE r.post = :post ORDER BY r.year DESC, r.quarter DESC", Map.of("post", post));
    }

    private List<QuarterlyReport> list(String where, Map<String, ?> parameters) {
        return database.sql(SELECT + where)
                .params(parameters)
                .query(ReportRows::read)
                .list();
    }

    private static QuarterlyReport read(ResultSet row, int number) throws SQLException {
        QuarterlyReport.Owed owed = new QuarterlyReport.Owed(
                row.getObject("id", UUID.class),
                new Quarter(row.getInt("year"), row.getInt("quarter")),
                row.getBoolean("collective"),
                row.getObject("body", UUID.class),
                row.getObject("post", UUID.class),
                row.getObject("duty", UUID.class),
                row.getObject("opens", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getObject("closes", LocalDate.class));
        LocalDate on = row.getObject("filed_on", LocalDate.class);
        return on == null
                ? owed
                : new QuarterlyReport.Filed(
                        owed,
                        on,
                        row.getObject("person", UUID.class),
                        new QuarterlyReport.Content(
                                row.getString("done"), row.getString("problems"), row.getString("next"), List.of((UUID
                                                [])
                                        row.getArray("attachments").getArray())),
                        row.getLong("entry"));
    }
}
