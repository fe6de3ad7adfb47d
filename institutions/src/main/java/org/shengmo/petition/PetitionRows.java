package org.shengmo.petition;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.calendar.RunningPeriod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of petitions and what hangs on them. */
@Component
class PetitionRows {

    private static final String SELECT = """
            SELECT p.*, s.since AS suspended_since, s.ground AS suspended_ground, s.hearing AS suspended_hearing
            FROM petition.petition p
            LEFT JOIN petition.suspension s ON s.petition = p.id AND s.stage = p.stage AND s.until IS NULL
            """;

    private final JdbcClient database;

    PetitionRows(JdbcClient database) {
        this.database = database;
    }

    /** Columns to be changed together. */
    static Map<String, Object> values(Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }

    /** Puts a petition in, unless its code is there already. @return its number; empty when it was there */
    Optional<Long> insert(Map<String, Object> values) {
        List<Object> parameters = new ArrayList<>(values.values());
        return database.sql("INSERT INTO petition.petition (" + String.join(", ", values.keySet()) + ") VALUES ("
                        + values.keySet().stream().map(name -> "?").collect(Collectors.joining(", "))
                        + ") ON CONFLICT (code) DO NOTHING RETURNING number")
                .params(parameters)
                .query(Long.class)
                .optional();
    }

    /** @param values column names of ours, never of a reader's */
    void update(UUID id, Map<String, Object> values) {
        List<Object> parameters = new ArrayList<>(values.values());
        parameters.add(id);
        database.sql("UPDATE petition.petition SET "
                        + values.keySet().stream().map(name -> name + " = ?").collect(Collectors.joining(", "))
                        + " WHERE id = ?")
                .params(parameters)
                .update();
    }

    void index(UUID id, LocalDate day, Set<String> grams) {
        database.sql("INSERT INTO petition.gram (petition, on_day, grams) VALUES (?, ?, ?)")
                .params(id, day, grams.toArray(String[]::new))
                .update();
    }

    void indexBody(UUID id, UUID body) {
        database.sql("UPDATE petition.gram SET body = ? WHERE petition = ?")
                .params(body, id)
                .update();
    }

    void identify(UUID id, NewPetition.Who who) {
        database.sql("INSERT INTO petition.identity (petition, name, phone) VALUES (?, ?, ?)")
                .params(id, who.name(), who.phone())
                .update();
    }

    Optional<NewPetition.Who> identity(UUID id) {
        database.sql("SELECT set_config('shengmo.identity', ?, true)")
                .param(id.toString())
                .query(String.class)
                .single();
        return database.sql("SELECT name, phone FROM petition.identity WHERE petition = ?")
                .param(id)
                .query(NewPetition.Who.class)
                .optional();
    }

    /** Makes those who send the same wait for each other, until the transaction ends. */
    void lockContent(byte[] content) {
        database.sql("SELECT pg_advisory_xact_lock(hashtextextended(encode(?, 'hex'), 0))")
                .param(content)
                .query((row, number) -> "")
                .single();
    }

    Optional<UUID> sameContent(byte[] content, LocalDate since) {
        return database.sql("""
                SELECT id FROM petition.petition WHERE content = ? AND received_on >= ? AND state <> 'CLOSED'
                ORDER BY received_on LIMIT 1
                """).params(content, since).query(UUID.class).optional();
    }

    void echo(byte[] code, UUID petition, LocalDate day) {
        database.sql("INSERT INTO petition.echo (code, petition, on_day) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(code, petition, day)
                .update();
    }

    Optional<Petition> byId(UUID id) {
        return select("WHERE p.id = ?", List.of(id)).stream().findFirst();
    }

    /** The petition, held until the transaction ends: two acts on it come one after the other. */
    Petition lock(UUID id) {
        boolean there = database.sql("SELECT 1 FROM petition.petition WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!there) {
            throw new java.util.NoSuchElementException("no petition " + id);
        }
        return byId(id).orElseThrow();
    }

    /** By the keyed hash of a code; what the index found is compared once more, whole, in the same time whatever differs. */
    Optional<UUID> byCode(byte[] code) {
        return database.sql("SELECT id, code FROM petition.petition WHERE code = ?")
                .param(code)
                .query((row, number) -> MessageDigest.isEqual(row.getBytes("code"), code) ? uuid(row, "id") : null)
                .optional();
    }

    Optional<UUID> byEcho(byte[] code) {
        return database.sql("SELECT petition FROM petition.echo WHERE code = ?")
                .param(code)
                .query(UUID.class)
                .optional();
    }

    /** @param where SQL of ours with a question mark for each parameter */
    List<Petition> select(String where, List<?> parameters) {
        return database.sql(SELECT + where)
                .params(parameters)
                .query(PetitionRows::petition)
                .list();
    }

    List<RunningPeriod.Suspension> suspensions(UUID id, int stage) {
        return database.sql("""
                SELECT since, until, ground FROM petition.suspension
                WHERE petition = ? AND stage = ? AND until IS NOT NULL ORDER BY since
                """)
                .params(id, stage)
                .query((row, number) ->
                        new RunningPeriod.Suspension(day(row, "since"), day(row, "until"), row.getString("ground")))
                .list();
    }

    void suspend(UUID id, int stage, LocalDate since, String ground, boolean hearing) {
        database.sql("""
                INSERT INTO petition.suspension (petition, stage, since, ground, hearing) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (petition, stage, since) DO UPDATE SET until = NULL, ground = excluded.ground
                """).params(id, stage, since, ground, hearing).update();
    }

    void resume(UUID id, int stage, LocalDate until) {
        database.sql("UPDATE petition.suspension SET until = ? WHERE petition = ? AND stage = ? AND until IS NULL")
                .params(until, id, stage)
                .update();
    }

    void message(UUID id, Instant at, UUID post, String text, List<UUID> attachments) {
        database.sql("INSERT INTO petition.message (petition, at, from_post, text, attachments) VALUES (?, ?, ?, ?, ?)")
                .params(java.util.Arrays.asList(id, Timestamp.from(at), post, text, attachments.toArray(UUID[]::new)))
                .update();
    }

    List<Petitions.Message> messages(UUID id) {
        return database.sql("SELECT * FROM petition.message WHERE petition = ? ORDER BY id")
                .param(id)
                .query((row, number) -> new Petitions.Message(
                        row.getTimestamp("at").toInstant(),
                        uuid(row, "from_post"),
                        row.getString("text"),
                        uuids(row, "attachments")))
                .list();
    }

    /** @return the round of the new answer */
    int answer(UUID id, LocalDate on, UUID post, UUID body, Petition.Outcome outcome, String text) {
        return database.sql("""
                INSERT INTO petition.answer (petition, round, answered_on, post, body, outcome, text)
                SELECT ?, coalesce(max(round), 0) + 1, ?, ?, ?, ?, ? FROM petition.answer WHERE petition = ?
                RETURNING round
                """)
                .params(id, on, post, body, outcome.name(), text, id)
                .query(Integer.class)
                .single();
    }

    void rate(UUID id, int round, int rating, boolean solved, String remark, LocalDate on) {
        database.sql("""
                UPDATE petition.answer SET rating = ?, solved = ?, remark = ?, rated_on = ?
                WHERE petition = ? AND round = ?
                """).params(rating, solved, remark, on, id, round).update();
    }

    List<Petitions.Answer> answers(UUID id) {
        return database.sql("SELECT * FROM petition.answer WHERE petition = ? ORDER BY round")
                .param(id)
                .query((row, number) -> new Petitions.Answer(
                        row.getInt("round"),
                        day(row, "answered_on"),
                        uuid(row, "body"),
                        Petition.Outcome.valueOf(row.getString("outcome")),
                        row.getString("text"),
                        row.getObject("rating", Integer.class),
                        row.getObject("solved", Boolean.class),
                        row.getString("remark"),
                        day(row, "rated_on")))
                .list();
    }

    void review(UUID id, int stage, LocalDate asked, String reasons, UUID body, UUID post) {
        database.sql("""
                INSERT INTO petition.review (petition, stage, asked_on, reasons, body, post) VALUES (?, ?, ?, ?, ?, ?)
                """).params(id, stage, asked, reasons, body, post).update();
    }

    void reviewed(UUID id, int stage, LocalDate on, boolean changed, String opinion) {
        database.sql("""
                UPDATE petition.review SET decided_on = ?, outcome = ?, opinion = ? WHERE petition = ? AND stage = ?
                """)
                .params(on, changed ? "CHANGED" : "UPHELD", opinion, id, stage)
                .update();
    }

    List<Petitions.Review> reviews(UUID id) {
        return database.sql("SELECT * FROM petition.review WHERE petition = ? ORDER BY stage")
                .param(id)
                .query((row, number) -> new Petitions.Review(
                        row.getInt("stage"),
                        day(row, "asked_on"),
                        row.getString("reasons"),
                        uuid(row, "body"),
                        uuid(row, "post"),
                        day(row, "decided_on"),
                        row.getString("outcome"),
                        row.getString("opinion")))
                .list();
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static List<UUID> uuids(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((UUID[]) array.getArray());
    }

    private static Petition petition(ResultSet row, int number) throws SQLException {
        Petition.Details details = details(row);
        return switch (Petition.State.valueOf(row.getString("state"))) {
            case RECEIVED -> new Petition.Received(details);
            case PASSED_ON -> new Petition.PassedOn(details, day(row, "object_due"));
            case OBJECTED -> new Petition.Objected(details, row.getString("objection"));
            case IN_HAND -> new Petition.InHand(details, details.acceptedOn());
            case SUSPENDED ->
                new Petition.Suspended(
                        details,
                        day(row, "suspended_since"),
                        row.getString("suspended_ground"),
                        row.getBoolean("suspended_hearing"));
            case ANSWERED -> new Petition.Answered(details, details.answeredOn());
            case UNDER_REVIEW -> new Petition.UnderReview(details, details.stage());
            case CLOSED ->
                new Petition.Closed(details, day(row, "closed_on"), Petition.Closing.valueOf(row.getString("closing")));
        };
    }

    private static Petition.Details details(ResultSet row) throws SQLException {
        return new Petition.Details(
                uuid(row, "id"),
                row.getLong("number"),
                Channel.valueOf(row.getString("channel")),
                Naming.valueOf(row.getString("naming")),
                Topic.valueOf(row.getString("topic")),
                uuid(row, "place"),
                uuid(row, "area"),
                row.getString("spot"),
                row.getObject("latitude", BigDecimal.class),
                row.getObject("longitude", BigDecimal.class),
                uuid(row, "complained"),
                row.getString("title"),
                row.getString("text"),
                row.getBoolean("published"),
                row.getTimestamp("received_at").toInstant(),
                day(row, "received_on"),
                day(row, "due"),
                uuid(row, "duty"),
                uuid(row, "body"),
                uuid(row, "handler"),
                uuids(row, "joint"),
                day(row, "passed_on"),
                day(row, "accepted_on"),
                row.getInt("extended_days"),
                row.getString("extension"),
                row.getInt("stage"),
                row.getInt("reopened"),
                row.getInt("supervised"),
                day(row, "answered_on"),
                day(row, "solved_on"),
                uuid(row, "joined_to"));
    }
}
