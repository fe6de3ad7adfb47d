package org.shengmo.compensation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deviations as rows. */
@Component
class DeviationRows {

    private final JdbcClient database;
    private final JdbcTemplate template;

    DeviationRows(JdbcClient database, JdbcTemplate template) {
        this.database = database;
        this.template = template;
    }

    void insert(List<Object[]> deviations) {
        template.batchUpdate("""
                INSERT INTO compensation.deviation (id, run, item, line, township, village, findings, area, paid, computed, usual, state)
                VALUES (?, ?, ?, ?, ?, ?, string_to_array(?, ' '), ?, ?, ?, ?, 'open')
                """, deviations);
    }

    void insertVillages(List<Object[]> villages) {
        template.batchUpdate(
                "INSERT INTO compensation.village (run, township, village, lines, paid) VALUES (?, ?, ?, ?, ?)",
                villages);
    }

    void insertReview(UUID run, UUID duty) {
        database.sql("INSERT INTO compensation.review (run, duty) VALUES (?, ?)")
                .params(run, duty)
                .update();
    }

    Optional<UUID> duty(UUID run) {
        return database.sql("SELECT duty FROM compensation.review WHERE run = ? AND duty IS NOT NULL")
                .param(run)
                .query(UUID.class)
                .optional();
    }

    void explain(UUID id, String text, LocalDate on, UUID by) {
        database.sql("""
                UPDATE compensation.deviation SET state = 'explained', explanation = ?, explained_on = ?, explained_by = ?
                WHERE id = ?
                """).params(text, on, by, id).update();
    }

    void accept(UUID id, LocalDate on, UUID by, long entry) {
        database.sql("""
                UPDATE compensation.deviation SET state = 'accepted', closed_on = ?, closed_by = ?, entry = ? WHERE id = ?
                """).params(on, by, entry, id).update();
    }

    void reopen(UUID id) {
        database.sql("UPDATE compensation.deviation SET state = 'open' WHERE id = ?")
                .param(id)
                .update();
    }

    void correct(UUID id, BigDecimal amount, String how, LocalDate on, UUID by, long entry) {
        database.sql("""
                UPDATE compensation.deviation SET state = 'corrected', amount_now = ?, explanation = ?, closed_on = ?,
                  closed_by = ?, entry = ? WHERE id = ?
                """).params(amount, how, on, by, entry, id).update();
    }

    boolean unclosed(UUID run) {
        return database.sql("""
                SELECT EXISTS (SELECT 1 FROM compensation.deviation WHERE run = ? AND closed_on IS NULL)
                """).param(run).query(Boolean.class).single();
    }

    List<Deviation> deviations(String where, Object parameter) {
        return database.sql("SELECT * FROM compensation.deviation WHERE " + where + " ORDER BY number")
                .param(parameter)
                .query((row, number) -> deviation(row))
                .list();
    }

    private static Deviation deviation(ResultSet row) throws SQLException {
        Deviation.Details details = new Deviation.Details(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getObject("run", UUID.class),
                row.getString("item"),
                row.getString("line"),
                row.getString("township"),
                row.getString("village"),
                List.of((String[]) row.getArray("findings").getArray()),
                row.getBigDecimal("area"),
                row.getBigDecimal("paid"),
                Optional.ofNullable(row.getBigDecimal("computed")),
                Optional.ofNullable(row.getBigDecimal("usual")));
        return switch (row.getString("state")) {
            case "open" -> new Deviation.Open(details);
            case "explained" -> new Deviation.Explained(details, explanation(row));
            case "accepted" ->
                new Deviation.Accepted(details, explanation(row), row.getObject("closed_on", LocalDate.class));
            default ->
                new Deviation.Corrected(
                        details,
                        row.getBigDecimal("amount_now"),
                        row.getString("explanation"),
                        row.getObject("closed_on", LocalDate.class));
        };
    }

    private static Deviation.Explanation explanation(ResultSet row) throws SQLException {
        return new Deviation.Explanation(
                row.getString("explanation"),
                row.getObject("explained_on", LocalDate.class),
                row.getObject("explained_by", UUID.class));
    }

    List<Compensation.Village> villages(UUID run) {
        return database.sql("""
                SELECT v.township, v.village, v.lines, v.paid, count(d.id) AS deviations,
                  count(d.id) FILTER (WHERE d.closed_on IS NULL) AS open
                FROM compensation.village v
                LEFT JOIN compensation.deviation d ON d.run = v.run AND d.township = v.township AND d.village = v.village
                WHERE v.run = ? GROUP BY v.township, v.village, v.lines, v.paid ORDER BY v.township, v.village
                """)
                .param(run)
                .query((row, number) -> new Compensation.Village(
                        row.getString("township"),
                        row.getString("village"),
                        row.getInt("lines"),
                        row.getBigDecimal("paid"),
                        row.getInt("deviations"),
                        row.getInt("open")))
                .list();
    }

    List<UUID> measured() {
        return database.sql("""
                SELECT v.run FROM compensation.review v JOIN measurement.run r ON r.id = v.run ORDER BY r.number DESC
                """).query(UUID.class).list();
    }

    /** Deviations that runs of a year found and that were open on a day. */
    long unexplained(int year, LocalDate asOf) {
        return database.sql("""
                SELECT count(*) FROM compensation.deviation d JOIN measurement.run r ON r.id = d.run
                WHERE extract(year FROM r.measured_on) = ? AND r.measured_on <= ? AND (d.closed_on IS NULL OR d.closed_on > ?)
                """).params(year, asOf, asOf).query(Long.class).single();
    }

    /** The entries that closed the year's deviations. */
    List<Long> closings(int year, LocalDate asOf) {
        return database.sql("""
                SELECT DISTINCT d.entry FROM compensation.deviation d JOIN measurement.run r ON r.id = d.run
                WHERE extract(year FROM r.measured_on) = ? AND d.closed_on <= ? AND d.entry IS NOT NULL ORDER BY d.entry
                """).params(year, asOf).query(Long.class).list();
    }
}
