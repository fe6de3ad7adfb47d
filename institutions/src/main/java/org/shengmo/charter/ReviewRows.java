package org.shengmo.charter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The standing committee's sessions, and the quarters that call for one, as rows. */
@Repository
class ReviewRows {

    private final JdbcClient database;

    ReviewRows(JdbcClient database) {
        this.database = database;
    }

    Optional<UUID> duty(Quarter quarter) {
        return database.sql("SELECT review_duty FROM charter.quarter WHERE year = :year AND quarter = :number")
                .param("year", quarter.year())
                .param("number", quarter.number())
                .query(UUID.class)
                .optional();
    }

    void call(Quarter quarter, UUID duty) {
        database.sql("INSERT INTO charter.quarter VALUES (:year, :number, :duty)")
                .param("year", quarter.year())
                .param("number", quarter.number())
                .param("duty", duty)
                .update();
    }

    Map<Quarter, UUID> duties(int year) {
        Map<Quarter, UUID> duties = new TreeMap<>();
        database.sql("SELECT quarter, review_duty FROM charter.quarter WHERE year = :year")
                .param("year", year)
                .query(row -> {
                    duties.put(new Quarter(year, row.getInt(1)), row.getObject(2, UUID.class));
                });
        return duties;
    }

    void hold(Review review) {
        database.sql("""
                INSERT INTO charter.review
                  (id, year, quarter, special, held_on, topic, decisions, attachments, entry)
                VALUES (:id, :year, :quarter, :special, :on, :topic, :decisions, :attachments, :entry)
                """)
                .param("id", review.id())
                .param("year", review.quarter().year())
                .param("quarter", review.quarter().number())
                .param("special", review.special())
                .param("on", review.on())
                .param("topic", review.topic())
                .param("decisions", review.decisions())
                .param("attachments", review.attachments().toArray(UUID[]::new))
                .param("entry", review.entry())
                .update();
    }

    List<Integer> years() {
        return database.sql("SELECT year FROM charter.quarter UNION SELECT year FROM charter.review ORDER BY year DESC")
                .query(Integer.class)
                .list();
    }

    Optional<Review> byId(UUID id) {
        return database.sql("SELECT * FROM charter.review WHERE id = :id")
                .param("id", id)
                .query(ReviewRows::read)
                .optional();
    }

    List<Review> of(int year) {
        return database.sql("SELECT * FROM charter.review WHERE year = :year ORDER BY held_on DESC, entry DESC")
                .param("year", year)
                .query(ReviewRows::read)
                .list();
    }

    private static Review read(ResultSet row, int number) throws SQLException {
        return new Review(
                row.getObject("id", UUID.class),
                new Quarter(row.getInt("year"), row.getInt("quarter")),
                row.getBoolean("special"),
                row.getObject("held_on", LocalDate.class),
                row.getString("topic"),
                row.getString("decisions"),
                List.of((UUID[]) row.getArray("attachments").getArray()),
                row.getLong("entry"));
    }
}
