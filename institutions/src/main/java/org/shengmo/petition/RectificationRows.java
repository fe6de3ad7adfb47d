package org.shengmo.petition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of rectification actions, and of where topics gather. */
@Component
class RectificationRows {

    private static final String SELECT = """
            SELECT r.*, (SELECT count(*) FROM petition.rectification_petition p WHERE p.rectification = r.id) AS petitions,
              (SELECT count(*) FROM petition.rectification_voice v
               WHERE v.rectification = r.id AND v.attempt = r.returned AND v.confirmed) AS confirmed,
              (SELECT count(*) FROM petition.rectification_voice v
               WHERE v.rectification = r.id AND v.attempt = r.returned AND NOT v.confirmed) AS denied
            FROM petition.rectification r
            """;

    private final JdbcClient database;

    RectificationRows(JdbcClient database) {
        this.database = database;
    }

    /** Petitions that wait for an action. */
    List<UUID> free(Topic topic, UUID area, LocalDate since) {
        return database.sql("""
                SELECT p.id FROM petition.petition p
                WHERE p.topic = :topic AND (:area::uuid IS NULL OR p.area = :area) AND p.received_on >= :since
                  AND NOT EXISTS (SELECT 1 FROM petition.rectification_petition r WHERE r.petition = p.id)
                ORDER BY p.number
                """)
                .param("topic", topic.name())
                .param("area", area)
                .param("since", since)
                .query(UUID.class)
                .list();
    }

    void insert(UUID id, LocalDate today, Rectifications.NewRectification action, UUID body, UUID duty) {
        database.sql("""
                INSERT INTO petition.rectification
                  (id, year, topic, area, title, target, before, owner, body, opened_on, due, duty, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'UNDER_WAY')
                """)
                .params(java.util.Arrays.asList(
                        id,
                        today.getYear(),
                        action.topic().name(),
                        action.area(),
                        action.title(),
                        action.target(),
                        action.before(),
                        action.owner(),
                        body,
                        today,
                        action.due(),
                        duty))
                .update();
        int position = 0;
        for (Rectifications.NewStep step : action.steps()) {
            database.sql("""
                    INSERT INTO petition.rectification_step (rectification, position, title, due) VALUES (?, ?, ?, ?)
                    """).params(id, ++position, step.title(), step.due()).update();
        }
    }

    void include(UUID id, List<UUID> petitions) {
        database.sql("""
                INSERT INTO petition.rectification_petition (rectification, petition) SELECT ?, unnest(?::uuid[])
                """).params(id, petitions.toArray(UUID[]::new)).update();
    }

    void step(UUID id, int position, LocalDate on, String account) {
        database.sql("""
                UPDATE petition.rectification_step SET done_on = ?, account = ? WHERE rectification = ? AND position = ?
                """).params(on, account, id, position).update();
    }

    void prove(UUID id, UUID attachment, boolean after, String caption, LocalDate on) {
        database.sql("""
                INSERT INTO petition.rectification_proof (rectification, attachment, after, caption, shown_on)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """).params(id, attachment, after, caption, on).update();
    }

    void done(UUID id, LocalDate on, String after) {
        database.sql("UPDATE petition.rectification SET state = 'DONE', done_on = ?, after = ? WHERE id = ?")
                .params(on, after, id)
                .update();
    }

    void confirmed(UUID id, LocalDate on) {
        database.sql("UPDATE petition.rectification SET state = 'CONFIRMED', closed_on = ? WHERE id = ?")
                .params(on, id)
                .update();
    }

    void returned(UUID id, LocalDate due, UUID duty) {
        database.sql("""
                UPDATE petition.rectification SET state = 'UNDER_WAY', returned = returned + 1, due = ?, duty = ?
                WHERE id = ?
                """).params(due, duty, id).update();
    }

    boolean includes(UUID id, UUID petition) {
        return database.sql("SELECT 1 FROM petition.rectification_petition WHERE rectification = ? AND petition = ?")
                .params(id, petition)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void voice(UUID id, UUID petition, int attempt, boolean confirmed, String remark, LocalDate on) {
        database.sql("""
                INSERT INTO petition.rectification_voice (rectification, petition, attempt, confirmed, remark, on_day)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (rectification, petition, attempt)
                DO UPDATE SET confirmed = excluded.confirmed, remark = excluded.remark, on_day = excluded.on_day
                """).params(id, petition, attempt, confirmed, remark, on).update();
    }

    /** Holds an action until the transaction ends. */
    void lock(UUID id) {
        database.sql("SELECT 1 FROM petition.rectification WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** Actions that await the word of who brought a petition. */
    List<Rectification> awaiting(UUID petition) {
        return select("""
                WHERE r.state = 'DONE' AND EXISTS (SELECT 1 FROM petition.rectification_petition p
                  WHERE p.rectification = r.id AND p.petition = ?) ORDER BY r.number
                """, petition);
    }

    /** Petitions of an action, by number. */
    List<UUID> petitions(UUID id) {
        return database.sql("""
                SELECT p.id FROM petition.petition p JOIN petition.rectification_petition r ON r.petition = p.id
                WHERE r.rectification = ? ORDER BY p.number
                """).param(id).query(UUID.class).list();
    }

    /** Actions with their steps and proofs, in three queries whatever their number. */
    List<Rectification> select(String where, Object parameter) {
        String ids = "(SELECT r.id FROM petition.rectification r " + where.split("ORDER BY", 2)[0] + ")";
        Map<UUID, List<Rectification.Step>> steps = grouped(
                "SELECT * FROM petition.rectification_step WHERE rectification IN " + ids + " ORDER BY position",
                parameter,
                row -> new Rectification.Step(
                        row.getInt("position"),
                        row.getString("title"),
                        PetitionRows.day(row, "due"),
                        PetitionRows.day(row, "done_on"),
                        row.getString("account")));
        Map<UUID, List<Rectification.Proof>> proofs = grouped(
                "SELECT * FROM petition.rectification_proof WHERE rectification IN " + ids
                        + " ORDER BY after, shown_on",
                parameter,
                row -> new Rectification.Proof(
                        PetitionRows.uuid(row, "attachment"),
                        row.getBoolean("after"),
                        row.getString("caption"),
                        PetitionRows.day(row, "shown_on")));
        return database.sql(SELECT + where)
                .params(List.of(parameter))
                .query((row, number) -> rectification(row, steps, proofs))
                .list();
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Map<UUID, List<T>> grouped(String sql, Object parameter, Reader<T> reader) {
        record Of<T>(UUID rectification, T value) {}
        List<Of<T>> all = new ArrayList<>(database.sql(sql)
                .params(List.of(parameter))
                .query((row, number) -> new Of<>(PetitionRows.uuid(row, "rectification"), reader.read(row)))
                .list());
        return all.stream()
                .collect(Collectors.groupingBy(Of::rectification, Collectors.mapping(Of::value, Collectors.toList())));
    }

    private static Rectification rectification(
            ResultSet row, Map<UUID, List<Rectification.Step>> steps, Map<UUID, List<Rectification.Proof>> proofs)
            throws SQLException {
        UUID id = PetitionRows.uuid(row, "id");
        return new Rectification(
                id,
                row.getLong("number"),
                row.getInt("year"),
                Topic.valueOf(row.getString("topic")),
                PetitionRows.uuid(row, "area"),
                row.getString("title"),
                row.getString("target"),
                row.getString("before"),
                row.getString("after"),
                PetitionRows.uuid(row, "owner"),
                PetitionRows.uuid(row, "body"),
                PetitionRows.day(row, "opened_on"),
                PetitionRows.day(row, "due"),
                PetitionRows.uuid(row, "duty"),
                Rectification.State.valueOf(row.getString("state")),
                PetitionRows.day(row, "done_on"),
                PetitionRows.day(row, "closed_on"),
                row.getInt("returned"),
                row.getInt("petitions"),
                steps.getOrDefault(id, List.of()),
                proofs.getOrDefault(id, List.of()),
                new Rectification.Voices(row.getInt("confirmed"), row.getInt("denied")));
    }

    List<Integer> years() {
        return database.sql("SELECT DISTINCT year FROM petition.rectification ORDER BY year DESC")
                .query(Integer.class)
                .list();
    }

    List<Rectifications.Cluster> clusters(LocalDate from, LocalDate until) {
        return database.sql("""
                SELECT topic, area, count(*) AS petitions,
                       count(*) FILTER (WHERE state NOT IN ('ANSWERED', 'CLOSED')) AS open
                FROM petition.petition WHERE received_on BETWEEN ? AND ?
                GROUP BY topic, area ORDER BY petitions DESC, topic, area
                """)
                .params(from, until)
                .query((row, number) -> new Rectifications.Cluster(
                        Topic.valueOf(row.getString("topic")),
                        PetitionRows.uuid(row, "area"),
                        row.getInt("petitions"),
                        row.getInt("open")))
                .list();
    }

    List<Rectifications.Monthly> byMonth(LocalDate from, LocalDate until) {
        return database.sql("""
                SELECT topic, date_trunc('month', received_on)::date AS month, count(*) AS petitions
                FROM petition.petition WHERE received_on BETWEEN ? AND ? GROUP BY 1, 2 ORDER BY 2, 1
                """)
                .params(from, until)
                .query((row, number) -> new Rectifications.Monthly(
                        Topic.valueOf(row.getString("topic")),
                        YearMonth.from(PetitionRows.day(row, "month")),
                        row.getInt("petitions")))
                .list();
    }
}
