package org.shengmo.assessment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.docket.Sha256;
import org.shengmo.docket.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of schemes, rounds and their subjects. */
@Component
class RoundRows {

    private final JdbcClient database;

    RoundRows(JdbcClient database) {
        this.database = database;
    }

    PutScheme insert(Scheme scheme) {
        String content = Json.write(scheme);
        UUID id = UUID.randomUUID();
        int version = database.sql("""
                INSERT INTO assessment.scheme (id, code, version, title, begins, content, sha256)
                SELECT ?, ?, coalesce(max(version), 0) + 1, ?, ?, ?, ? FROM assessment.scheme WHERE code = ?
                RETURNING version
                """)
                .params(id, scheme.code(), scheme.title(), scheme.from(), content, Sha256.hex(content), scheme.code())
                .query(Integer.class)
                .single();
        return new PutScheme(id, version, Sha256.hex(content), scheme);
    }

    List<PutScheme> schemes() {
        return database.sql("SELECT * FROM assessment.scheme ORDER BY code, version DESC")
                .query((row, number) -> scheme(row))
                .list();
    }

    Optional<PutScheme> scheme(UUID id) {
        return database.sql("SELECT * FROM assessment.scheme WHERE id = ?")
                .param(id)
                .query((row, number) -> scheme(row))
                .optional();
    }

    private static PutScheme scheme(ResultSet row) throws SQLException {
        return new PutScheme(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("sha256"),
                Json.read(row.getString("content"), Scheme.class));
    }

    void insert(UUID id, Round.New round, LocalDate today) {
        database.sql("""
                INSERT INTO assessment.round (id, scheme, title, cadence, year, first_day, last_day, opened_on, closes_on)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        id,
                        round.scheme(),
                        round.title(),
                        round.cadence().name(),
                        round.year(),
                        round.first(),
                        round.last(),
                        today,
                        round.closes())
                .update();
        List<Round.Assessed> subjects = round.subjects();
        database.sql("""
                INSERT INTO assessment.subject (round, position, id, type, class)
                SELECT ?, n, id, type, class FROM unnest(?::uuid[], ?::text[], ?::text[]) WITH ORDINALITY t(id, type, class, n)
                """)
                .params(
                        id,
                        subjects.stream().map(each -> each.subject().id()).toArray(UUID[]::new),
                        subjects.stream().map(each -> each.subject().type()).toArray(String[]::new),
                        subjects.stream().map(Round.Assessed::subjectClass).toArray(String[]::new))
                .update();
    }

    List<Round.Assessed> subjects(UUID round) {
        return database.sql("SELECT * FROM assessment.subject WHERE round = ? ORDER BY position")
                .param(round)
                .query((row, number) -> new Round.Assessed(
                        new Subject(row.getString("type"), row.getObject("id", UUID.class)), row.getString("class")))
                .list();
    }

    List<Round> rounds() {
        return database.sql("SELECT * FROM assessment.round ORDER BY opened_on DESC, title")
                .query((row, number) -> round(row))
                .list();
    }

    /** Locks it: a round moves on once. */
    Optional<Round> locked(UUID id) {
        return database.sql("SELECT * FROM assessment.round WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, number) -> round(row))
                .optional();
    }

    Optional<Round> round(UUID id) {
        return database.sql("SELECT * FROM assessment.round WHERE id = ?")
                .param(id)
                .query((row, number) -> round(row))
                .optional();
    }

    /** Open rounds whose last day for ballots is over. */
    List<UUID> overdue(LocalDate day) {
        return database.sql(
                        "SELECT id FROM assessment.round WHERE closed_on IS NULL AND closes_on < ? ORDER BY closes_on")
                .param(day)
                .query(UUID.class)
                .list();
    }

    /** Routine rounds of a year under any version of a scheme's code that were scored, earliest first. */
    List<UUID> routine(String code, int year) {
        return database.sql("""
                SELECT r.id FROM assessment.round r JOIN assessment.scheme s ON s.id = r.scheme
                WHERE s.code = ? AND r.year = ? AND r.cadence = 'ROUTINE' AND r.scored_on IS NOT NULL
                ORDER BY r.first_day
                """).params(code, year).query(UUID.class).list();
    }

    void close(UUID id, LocalDate on, String board) {
        database.sql("UPDATE assessment.round SET closed_on = ?, board_sha256 = ? WHERE id = ?")
                .params(on, board, id)
                .update();
    }

    void scored(UUID id, LocalDate on) {
        database.sql("UPDATE assessment.round SET scored_on = ? WHERE id = ?")
                .params(on, id)
                .update();
    }

    void published(UUID id, LocalDate on, BigDecimal cap, String special) {
        database.sql("UPDATE assessment.round SET published_on = ?, cap = ?, special = ? WHERE id = ?")
                .params(on, cap, special, id)
                .update();
    }

    private static Round round(ResultSet row) throws SQLException {
        Round.Details details = new Round.Details(
                row.getObject("id", UUID.class),
                row.getObject("scheme", UUID.class),
                row.getString("title"),
                Scheme.Cadence.valueOf(row.getString("cadence")),
                row.getInt("year"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class));
        LocalDate closed = row.getObject("closed_on", LocalDate.class);
        LocalDate scored = row.getObject("scored_on", LocalDate.class);
        LocalDate published = row.getObject("published_on", LocalDate.class);
        String board = row.getString("board_sha256");
        if (published != null) {
            return new Round.Published(details, published, board, row.getBigDecimal("cap"), row.getString("special"));
        }
        if (scored != null) {
            return new Round.Scored(details, scored, board);
        }
        return closed == null ? new Round.Open(details) : new Round.Closed(details, closed, board);
    }
}
