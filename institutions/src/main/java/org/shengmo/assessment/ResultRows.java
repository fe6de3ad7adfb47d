package org.shengmo.assessment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Citation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of evaluations, results, vetoes and what follows from them. */
@Component
class ResultRows {

    private final JdbcClient database;

    ResultRows(JdbcClient database) {
        this.database = database;
    }

    /** A line of a public evaluation. */
    record Evaluation(UUID subject, String indicator, int respondents, BigDecimal score, long entry) {}

    void evaluate(UUID round, Evaluation line) {
        database.sql("""
                INSERT INTO assessment.evaluation (round, subject, indicator, respondents, score, entry)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (round, subject, indicator) DO UPDATE
                SET respondents = excluded.respondents, score = excluded.score, entry = excluded.entry
                """)
                .params(round, line.subject(), line.indicator(), line.respondents(), line.score(), line.entry())
                .update();
    }

    List<Evaluation> evaluations(UUID round) {
        return database.sql("SELECT * FROM assessment.evaluation WHERE round = ?")
                .param(round)
                .query((row, number) -> new Evaluation(
                        row.getObject("subject", UUID.class),
                        row.getString("indicator"),
                        row.getInt("respondents"),
                        row.getBigDecimal("score"),
                        row.getLong("entry")))
                .list();
    }

    void insert(UUID round, List<Inputs> inputs, List<Score> scores) {
        int size = scores.size();
        UUID[] subjects = new UUID[size];
        String[] classes = new String[size];
        String[] asked = new String[size];
        String[] scored = new String[size];
        BigDecimal[] totals = new BigDecimal[size];
        for (int i = 0; i < size; i++) {
            subjects[i] = scores.get(i).subject();
            classes[i] = scores.get(i).subjectClass();
            asked[i] = Json.write(inputs.get(i));
            scored[i] = Json.write(scores.get(i));
            totals[i] = scores.get(i).total();
        }
        database.sql("""
                INSERT INTO assessment.result (round, subject, class, inputs, score, total)
                SELECT ?, * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::numeric[])
                """)
                .params(round, subjects, classes, asked, scored, totals)
                .update();
    }

    List<Result> results(UUID round) {
        return database.sql("""
                SELECT r.*, s.type FROM assessment.result r
                JOIN assessment.subject s ON s.round = r.round AND s.id = r.subject
                WHERE r.round = ? ORDER BY r.class, r.rank NULLS LAST, r.total DESC NULLS LAST, s.position
                """)
                .param(round)
                .query((row, number) -> result(row))
                .list();
    }

    Optional<Result> result(UUID round, UUID subject) {
        return database.sql("""
                SELECT r.*, s.type FROM assessment.result r
                JOIN assessment.subject s ON s.round = r.round AND s.id = r.subject
                WHERE r.round = ? AND r.subject = ?
                """)
                .params(round, subject)
                .query((row, number) -> result(row))
                .optional();
    }

    List<UUID> publishedOf(UUID subject) {
        return database.sql("""
                SELECT r.round FROM assessment.result r JOIN assessment.round n ON n.id = r.round
                WHERE r.subject = ? AND n.published_on IS NOT NULL ORDER BY n.published_on DESC
                """).param(subject).query(UUID.class).list();
    }

    private static Result result(ResultSet row) throws SQLException {
        int rank = row.getInt("rank");
        boolean unranked = row.wasNull();
        String grade = row.getString("grade");
        return new Result(
                new Subject(row.getString("type"), row.getObject("subject", UUID.class)),
                Json.read(row.getString("score"), Score.class),
                Json.read(row.getString("inputs"), Inputs.class),
                unranked ? null : rank,
                grade == null ? null : Grade.of(grade));
    }

    void placed(UUID round, List<Ranking.Place> places) {
        database.sql("""
                UPDATE assessment.result r SET rank = t.rank, grade = t.grade
                FROM unnest(?::uuid[], ?::integer[], ?::text[]) t(subject, rank, grade)
                WHERE r.round = ? AND r.subject = t.subject
                """)
                .params(
                        places.stream().map(each -> each.score().subject()).toArray(UUID[]::new),
                        places.stream().map(Ranking.Place::rank).toArray(Integer[]::new),
                        places.stream()
                                .map(each -> each.grade() == null
                                        ? null
                                        : each.grade().code())
                                .toArray(String[]::new),
                        round)
                .update();
    }

    void propose(Veto.Details veto) {
        database.sql("""
                INSERT INTO assessment.veto (id, round, subject, subject_type, cause, account, source_type, source_id,
                  ceiling, clause, proposed_on, reply_until, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'proposed')
                """)
                .params(
                        veto.id(),
                        veto.round(),
                        veto.subject().id(),
                        veto.subject().type(),
                        veto.cause(),
                        veto.account(),
                        veto.source().type(),
                        veto.source().id(),
                        veto.ceiling().code(),
                        Json.write(veto.clause()),
                        veto.proposed(),
                        veto.replyUntil())
                .update();
    }

    void reply(UUID veto, String text, LocalDate on) {
        database.sql("UPDATE assessment.veto SET reply = ?, replied_on = ? WHERE id = ?")
                .params(text, on, veto)
                .update();
    }

    void decide(UUID veto, boolean stands, String reasons, LocalDate on, long entry) {
        database.sql("UPDATE assessment.veto SET state = ?, reasons = ?, decided_on = ?, entry = ? WHERE id = ?")
                .params(stands ? "vetoed" : "lifted", reasons, on, entry, veto)
                .update();
    }

    List<Veto> vetoes(UUID round) {
        return vetoes("round = ?", round);
    }

    Optional<Veto> veto(UUID id) {
        return vetoes("id = ?", id).stream().findFirst();
    }

    List<Veto> open() {
        return vetoes("state = ? AND reply IS NULL", "proposed");
    }

    private List<Veto> vetoes(String where, Object parameter) {
        return database.sql("SELECT * FROM assessment.veto WHERE " + where + " ORDER BY proposed_on, id")
                .param(parameter)
                .query((row, number) -> veto(row))
                .list();
    }

    private static Veto veto(ResultSet row) throws SQLException {
        Veto.Details details = new Veto.Details(
                row.getObject("id", UUID.class),
                row.getObject("round", UUID.class),
                new Subject(row.getString("subject_type"), row.getObject("subject", UUID.class)),
                row.getString("cause"),
                row.getString("account"),
                new Subject(row.getString("source_type"), row.getObject("source_id", UUID.class)),
                Grade.of(row.getString("ceiling")),
                Json.read(row.getString("clause"), Citation.class),
                row.getObject("proposed_on", LocalDate.class),
                row.getObject("reply_until", LocalDate.class),
                row.getString("reply"));
        return row.getString("state").equals("proposed")
                ? new Veto.Proposed(details)
                : new Veto.Decided(
                        details,
                        row.getString("state").equals("vetoed"),
                        row.getString("reasons"),
                        row.getObject("decided_on", LocalDate.class));
    }

    void ineligible(UUID round, Ineligible each, long entry) {
        database.sql("""
                INSERT INTO assessment.ineligible (round, subject, subject_type, ground, begins, ends, clause, entry)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        round,
                        each.subject().id(),
                        each.subject().type(),
                        each.ground(),
                        each.from(),
                        each.until().plusDays(1),
                        Json.write(each.clause()),
                        entry)
                .update();
    }

    List<Ineligible> ineligible(UUID round) {
        return ineligible("round = ?", round);
    }

    List<Ineligible> ineligibleOf(UUID subject) {
        return ineligible("subject = ?", subject);
    }

    private List<Ineligible> ineligible(String where, UUID parameter) {
        return database.sql("SELECT * FROM assessment.ineligible WHERE " + where + " ORDER BY begins, subject")
                .param(parameter)
                .query((row, number) -> new Ineligible(
                        new Subject(row.getString("subject_type"), row.getObject("subject", UUID.class)),
                        row.getString("ground"),
                        row.getObject("begins", LocalDate.class),
                        row.getObject("ends", LocalDate.class).minusDays(1),
                        Json.read(row.getString("clause"), Citation.class)))
                .list();
    }
}
