package org.shengmo.pledge;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of pledges. */
final class PledgeRows {

    private final JdbcClient database;

    PledgeRows(JdbcClient database) {
        this.database = database;
    }

    void insert(UUID id, UUID creditor, NewProgramme programme) {
        database.sql("INSERT INTO pledge.programme (id, year, code, name, creditor) VALUES (?, ?, ?, ?, ?)")
                .params(id, programme.year(), programme.code(), programme.name(), creditor)
                .update();
    }

    void insert(UUID id, UUID programme, int year, NewProgramme.NewPromise promise) {
        database.sql("""
                INSERT INTO pledge.promise (id, programme, year, code, title, text, owner, lead_body, planned)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id,
                        programme,
                        year,
                        promise.code(),
                        promise.title(),
                        promise.text(),
                        promise.owner(),
                        promise.leadBody(),
                        promise.planned())
                .update();
    }

    void insert(UUID promise, int position, NewProgramme.NewMilestone milestone, UUID duty) {
        database.sql("""
                INSERT INTO pledge.milestone (id, promise, position, title, first_due, due, duty)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(UUID.randomUUID(), promise, position, milestone.title(), milestone.due(), milestone.due(), duty)
                .update();
    }

    void reached(UUID milestone, LocalDate on, String account) {
        database.sql("UPDATE pledge.milestone SET reached_on = ?, account = ? WHERE id = ?")
                .params(on, account, milestone)
                .update();
    }

    void delayed(Promise.Milestone milestone, LocalDate on, LocalDate due, String reasons) {
        database.sql("UPDATE pledge.milestone SET due = ? WHERE id = ?")
                .params(due, milestone.id())
                .update();
        database.sql("INSERT INTO pledge.delay (milestone, told_on, due_from, due_to, reasons) VALUES (?, ?, ?, ?, ?)")
                .params(milestone.id(), on, milestone.due(), due, reasons)
                .update();
    }

    void spent(UUID promise, BigDecimal amount, LocalDate on, String purpose) {
        database.sql("INSERT INTO pledge.spending (promise, amount, spent_on, purpose) VALUES (?, ?, ?, ?)")
                .params(promise, amount, on, purpose)
                .update();
    }

    void photographed(UUID promise, UUID attachment, LocalDate on, String caption) {
        database.sql("""
                INSERT INTO pledge.photo (promise, attachment, shown_on, caption) VALUES (?, ?, ?, ?)
                ON CONFLICT (promise, attachment) DO UPDATE SET caption = excluded.caption
                """).params(promise, attachment, on, caption).update();
    }

    void judged(UUID promise, byte[] visitor, boolean satisfied, String comment, LocalDate on) {
        database.sql("""
                INSERT INTO pledge.verdict (promise, visitor, satisfied, comment, given_on) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (promise, visitor)
                DO UPDATE SET satisfied = excluded.satisfied, comment = excluded.comment, given_on = excluded.given_on
                """).params(promise, visitor, satisfied, comment, on).update();
    }

    List<Pledges.Comment> comments(UUID promise, int limit) {
        return database.sql("""
                SELECT given_on, satisfied, comment FROM pledge.verdict
                WHERE promise = ? AND comment <> '' ORDER BY given_on DESC, visitor LIMIT ?
                """)
                .params(promise, limit)
                .query((row, number) -> new Pledges.Comment(
                        row.getObject("given_on", LocalDate.class),
                        row.getBoolean("satisfied"),
                        row.getString("comment")))
                .list();
    }

    List<Programme> programmes(int year) {
        Map<UUID, List<Promise>> promises =
                promises("p.year = ?", year).stream().collect(Collectors.groupingBy(Promise::programme));
        return database.sql("SELECT id, year, code, name FROM pledge.programme WHERE year = ? ORDER BY code")
                .params(year)
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Programme(
                            id,
                            row.getInt("year"),
                            row.getString("code"),
                            row.getString("name"),
                            promises.getOrDefault(id, List.of()));
                })
                .list();
    }

    Optional<Promise> promise(UUID id) {
        return promises("p.id = ?", id).stream().findFirst();
    }

    Optional<Promise> ofMilestone(UUID milestone) {
        return promises("p.id = (SELECT promise FROM pledge.milestone WHERE id = ?)", milestone).stream()
                .findFirst();
    }

    /** Promises with what hangs on them, in five queries whatever their number. */
    private List<Promise> promises(String where, Object parameter) {
        String ids = "(SELECT p.id FROM pledge.promise p WHERE " + where + ")";
        Map<UUID, List<Promise.Milestone>> milestones = grouped(
                "SELECT * FROM pledge.milestone WHERE promise IN " + ids + " ORDER BY position",
                parameter,
                PledgeRows::milestone);
        Map<UUID, List<Promise.Delay>> delays = grouped(
                "SELECT m.promise, d.* FROM pledge.delay d JOIN pledge.milestone m ON m.id = d.milestone WHERE m.promise IN "
                        + ids + " ORDER BY d.id DESC",
                parameter,
                row -> new Promise.Delay(
                        row.getObject("milestone", UUID.class),
                        day(row, "told_on"),
                        day(row, "due_from"),
                        day(row, "due_to"),
                        row.getString("reasons")));
        Map<UUID, List<Promise.Photo>> photos = grouped(
                "SELECT * FROM pledge.photo WHERE promise IN " + ids + " ORDER BY shown_on DESC",
                parameter,
                row -> new Promise.Photo(
                        row.getObject("attachment", UUID.class), day(row, "shown_on"), row.getString("caption")));
        return database.sql("""
                SELECT p.*, (SELECT coalesce(sum(amount), 0) FROM pledge.spending s WHERE s.promise = p.id) AS spent,
                       (SELECT count(*) FROM pledge.verdict v WHERE v.promise = p.id) AS verdicts,
                       (SELECT count(*) FROM pledge.verdict v WHERE v.promise = p.id AND v.satisfied) AS satisfied
                FROM pledge.promise p WHERE
                """ + where + " ORDER BY p.code")
                .params(parameter)
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Promise(
                            id,
                            row.getObject("programme", UUID.class),
                            row.getString("code"),
                            row.getString("title"),
                            row.getString("text"),
                            row.getObject("owner", UUID.class),
                            row.getObject("lead_body", UUID.class),
                            row.getBigDecimal("planned"),
                            row.getBigDecimal("spent"),
                            milestones.getOrDefault(id, List.of()),
                            delays.getOrDefault(id, List.of()),
                            photos.getOrDefault(id, List.of()),
                            new Promise.Verdict(row.getInt("verdicts"), row.getInt("satisfied")));
                })
                .list();
    }

    private static Promise.Milestone milestone(ResultSet row) throws SQLException {
        return new Promise.Milestone(
                row.getObject("id", UUID.class),
                row.getString("title"),
                day(row, "first_due"),
                day(row, "due"),
                row.getObject("duty", UUID.class),
                Optional.ofNullable(day(row, "reached_on")),
                row.getString("account"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Map<UUID, List<T>> grouped(String sql, Object parameter, Reader<T> reader) {
        record Keyed<T>(UUID promise, T value) {}
        return database
                .sql(sql)
                .params(parameter)
                .query((row, number) -> new Keyed<>(row.getObject("promise", UUID.class), reader.read(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Keyed::promise, Collectors.mapping(Keyed::value, Collectors.toList())));
    }
}
