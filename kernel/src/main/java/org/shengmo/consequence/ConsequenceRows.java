package org.shengmo.consequence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Citation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

/** Consequences as rows. */
@Repository
class ConsequenceRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient database;

    ConsequenceRows(JdbcClient database) {
        this.database = database;
    }

    /** Inserts a proposal and gives its number. */
    long propose(ConsequenceDetails details) {
        return database.sql("""
                INSERT INTO consequence.consequence (id, subject_type, subject_id, post, body, rank, finding_id, fact_type,
                  fact_id, title, proposed, clause, proposed_on, permission, competence, state)
                VALUES (:id, :subject_type, :subject_id, :post, :body, :rank, :finding, :fact_type,
                  :fact_id, :title, :proposed, :clause, :proposed_on, :permission, :competence, 'proposed')
                RETURNING number
                """)
                .param("id", details.id())
                .param("subject_type", details.subject().type())
                .param("subject_id", details.subject().id())
                .param("post", details.post(), Types.OTHER)
                .param("body", details.body())
                .param("rank", details.rank())
                .param("finding", details.finding())
                .param("fact_type", details.fact().type())
                .param("fact_id", details.fact().id())
                .param("title", details.title())
                .param("proposed", details.proposed().code())
                .param("clause", JSON.writeValueAsString(details.clause()))
                .param("proposed_on", details.proposedOn())
                .param("permission", details.permission())
                .param("competence", JSON.writeValueAsString(details.competence()))
                .query(Long.class)
                .single();
    }

    void notTaken(UUID id, Decided decided) {
        decided(id, "not-taken", decided);
    }

    void impose(UUID id, Effect effect, Decided decided) {
        effect(id, effect);
        decided(id, "in-force", decided);
    }

    private void decided(UUID id, String state, Decided decided) {
        database.sql("""
                UPDATE consequence.consequence SET state = :state, decided_on = :on, decided_by = :by,
                  decided_post = :post, reasons = :reasons
                WHERE id = :id
                """)
                .param("id", id)
                .param("state", state)
                .param("on", decided.on())
                .param("by", decided.person(), Types.OTHER)
                .param("post", decided.post(), Types.OTHER)
                .param("reasons", decided.reasons())
                .update();
    }

    /** The state is set with the decision, in the same transaction: until then the measure's check would not hold. */
    private void effect(UUID id, Effect effect) {
        database.sql("""
                UPDATE consequence.consequence SET
                  state = CASE WHEN state = 'proposed' THEN 'in-force' ELSE state END,
                  decided_on = coalesce(decided_on, :decided),
                  measure = :measure, effect_from = :from, effect_until = :until, bars = :bars,
                  effect_clause = :clause, appeal_until = :appeal_until, appeal_clause = :appeal_clause,
                  closes_on = greatest(:until::date, :appeal_until::date + 1)
                WHERE id = :id
                """)
                .param("id", id)
                .param("decided", effect.period().map(EffectPeriod::from).orElse(effect.appealUntil()))
                .param("measure", effect.measure().code())
                .param("from", effect.period().map(EffectPeriod::from).orElse(null), Types.DATE)
                .param("until", effect.period().map(EffectPeriod::until).orElse(null), Types.DATE)
                .param("bars", effect.bars().toArray(String[]::new))
                .param("clause", JSON.writeValueAsString(effect.clause()))
                .param("appeal_until", effect.appealUntil())
                .param("appeal_clause", JSON.writeValueAsString(effect.appealClause()))
                .update();
    }

    void appeal(UUID id, Appeal appeal) {
        database.sql("""
                UPDATE consequence.consequence SET state = 'appealed', appealed_on = :on, appealed_by = :by,
                  appeal = :text, appeal_files = :files, appeal_decide_by = :decide_by, suspends = :suspends
                WHERE id = :id
                """)
                .param("id", id)
                .param("on", appeal.on())
                .param("by", appeal.person())
                .param("text", appeal.text())
                .param("files", appeal.attachments().toArray(UUID[]::new))
                .param("decide_by", appeal.decideUntil())
                .param("suspends", appeal.suspends())
                .update();
    }

    void maintain(UUID id, Effect effect, Decided heard) {
        effect(id, effect);
        heard(id, "maintained", heard);
    }

    void revoke(UUID id, Decided heard) {
        heard(id, "revoked", heard);
    }

    private void heard(UUID id, String state, Decided heard) {
        database.sql("""
                UPDATE consequence.consequence SET state = :state, heard_on = :on, heard_by = :by, heard_post = :post,
                  heard_reasons = :reasons
                WHERE id = :id
                """)
                .param("id", id)
                .param("state", state)
                .param("on", heard.on())
                .param("by", heard.person())
                .param("post", heard.post())
                .param("reasons", heard.reasons())
                .update();
    }

    /** Marks what is over by a day, and gives what was not marked before. */
    List<Consequence> expire(LocalDate day) {
        return database.sql("""
                WITH expired AS (
                  UPDATE consequence.consequence c SET state = 'expired'
                  WHERE c.state IN ('in-force', 'maintained') AND c.closes_on <= :day
                  RETURNING c.*)
                SELECT * FROM expired ORDER BY number
                """)
                .param("day", day)
                .query(ConsequenceRows::consequence)
                .list();
    }

    Optional<Consequence> byId(UUID id) {
        return database.sql("SELECT * FROM consequence.consequence WHERE id = :id")
                .param("id", id)
                .query(ConsequenceRows::consequence)
                .optional();
    }

    Optional<Consequence> lock(UUID id) {
        return database.sql("SELECT * FROM consequence.consequence WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(ConsequenceRows::consequence)
                .optional();
    }

    List<Consequence> borneBy(Subject subject) {
        return database.sql("""
                SELECT * FROM consequence.consequence WHERE subject_type = :type AND subject_id = :id
                ORDER BY number DESC
                """)
                .param("type", subject.type())
                .param("id", subject.id())
                .query(ConsequenceRows::consequence)
                .list();
    }

    List<Consequence> imposedBetween(LocalDate first, LocalDate last) {
        return database.sql("""
                SELECT * FROM consequence.consequence
                WHERE decided_on BETWEEN :first AND :last AND state NOT IN ('proposed', 'not-taken', 'revoked')
                ORDER BY decided_on, number
                """)
                .param("first", first)
                .param("last", last)
                .query(ConsequenceRows::consequence)
                .list();
    }

    List<Consequence> following(UUID finding) {
        return database.sql("SELECT * FROM consequence.consequence WHERE finding_id = :finding ORDER BY number")
                .param("finding", finding)
                .query(ConsequenceRows::consequence)
                .list();
    }

    /** What a person bears, what the body that a post heads bears, and what lies within bodies; newest first. */
    List<Consequence> near(UUID person, UUID post, Collection<UUID> bodies, boolean onlyWaiting) {
        return database.sql(
                        """
                SELECT * FROM consequence.consequence
                WHERE (body = ANY (:bodies)
                   OR (subject_type = 'person' AND subject_id = :person AND state <> 'proposed')
                   OR (subject_type = 'body' AND post = :post AND state <> 'proposed'))
                """ + (onlyWaiting ? "AND state IN ('proposed', 'appealed') " : "") + "ORDER BY number DESC")
                .param("person", person, Types.OTHER)
                .param("post", post, Types.OTHER)
                .param("bodies", bodies.toArray(UUID[]::new))
                .query(ConsequenceRows::consequence)
                .list();
    }

    /** Whether another finding about the same fact led to a measure that stands. */
    boolean punished(Subject subject, Subject fact, UUID finding) {
        return database.sql("""
                SELECT EXISTS (SELECT 1 FROM consequence.consequence
                  WHERE subject_id = :subject AND fact_id = :fact AND finding_id <> :finding
                    AND state NOT IN ('proposed', 'not-taken', 'revoked'))
                """)
                .param("subject", subject.id())
                .param("fact", fact.id())
                .param("finding", finding)
                .query(Boolean.class)
                .single();
    }

    /** Every bar on a subject, of any time. */
    List<Binding> bindings(Subject subject) {
        return database.sql("""
                SELECT c.id, c.effect_from, c.effect_until, c.effect_clause, b.what
                FROM consequence.consequence c CROSS JOIN LATERAL unnest(c.bars) AS b(what)
                WHERE c.subject_type = :type AND c.subject_id = :subject AND cardinality(c.bars) > 0
                  AND (c.state IN ('in-force', 'maintained', 'expired') OR (c.state = 'appealed' AND NOT c.suspends))
                """)
                .param("type", subject.type())
                .param("subject", subject.id())
                .query((row, number) -> new Binding(
                        row.getString("what"),
                        new EffectPeriod(
                                row.getObject("effect_from", LocalDate.class),
                                row.getObject("effect_until", LocalDate.class)),
                        JSON.readValue(row.getString("effect_clause"), Citation.class),
                        new Subject("consequence", row.getObject("id", UUID.class))))
                .list();
    }

    private static Consequence consequence(ResultSet row, int number) throws SQLException {
        ConsequenceDetails details = details(row);
        String state = row.getString("state");
        if (state.equals("proposed")) {
            return new Consequence.Proposed(details);
        }
        Decided decided = decided(row, "decided_on", "decided_by", "decided_post", "reasons");
        if (state.equals("not-taken")) {
            return new Consequence.NotTaken(details, decided);
        }
        Effect effect = effect(row);
        return switch (state) {
            case "in-force" -> new Consequence.InForce(details, effect, decided);
            case "expired" -> new Consequence.Expired(details, effect, decided);
            case "appealed" -> new Consequence.Appealed(details, effect, decided, appeal(row));
            case "maintained" -> new Consequence.Maintained(details, effect, decided, appeal(row), heard(row));
            default -> new Consequence.Revoked(details, effect, decided, appeal(row), heard(row));
        };
    }

    private static Decided heard(ResultSet row) throws SQLException {
        return decided(row, "heard_on", "heard_by", "heard_post", "heard_reasons");
    }

    private static Decided decided(ResultSet row, String on, String by, String post, String reasons)
            throws SQLException {
        return new Decided(
                row.getObject(on, LocalDate.class),
                row.getObject(by, UUID.class),
                row.getObject(post, UUID.class),
                row.getString(reasons));
    }

    private static Effect effect(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("effect_from", LocalDate.class);
        return new Effect(
                Measure.of(row.getString("measure")),
                from == null
                        ? Optional.empty()
                        : Optional.of(new EffectPeriod(from, row.getObject("effect_until", LocalDate.class))),
                List.of((String[]) row.getArray("bars").getArray()),
                JSON.readValue(row.getString("effect_clause"), Citation.class),
                row.getObject("appeal_until", LocalDate.class),
                JSON.readValue(row.getString("appeal_clause"), Citation.class));
    }

    private static Appeal appeal(ResultSet row) throws SQLException {
        return new Appeal(
                row.getObject("appealed_on", LocalDate.class),
                row.getObject("appealed_by", UUID.class),
                row.getString("appeal"),
                List.of((UUID[]) row.getArray("appeal_files").getArray()),
                row.getObject("appeal_decide_by", LocalDate.class),
                row.getBoolean("suspends"));
    }

    private static ConsequenceDetails details(ResultSet row) throws SQLException {
        return new ConsequenceDetails(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                new Subject(row.getString("subject_type"), row.getObject("subject_id", UUID.class)),
                row.getObject("post", UUID.class),
                row.getObject("body", UUID.class),
                row.getString("rank"),
                row.getObject("finding_id", UUID.class),
                new Subject(row.getString("fact_type"), row.getObject("fact_id", UUID.class)),
                row.getString("title"),
                Measure.of(row.getString("proposed")),
                JSON.readValue(row.getString("clause"), Citation.class),
                row.getObject("proposed_on", LocalDate.class),
                row.getString("permission"),
                JSON.readValue(row.getString("competence"), Citation.class));
    }
}
