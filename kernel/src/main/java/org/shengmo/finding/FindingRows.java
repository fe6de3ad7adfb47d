package org.shengmo.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Tenure;
import org.shengmo.wording.Citation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Findings as rows. */
@Repository
class FindingRows {

    /** Facts keep their decimals exact: what was found is entered on the record as it was found. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final UUID[] NONE = {};

    private final JdbcClient database;
    private final Organization organization;
    private final Clock clock;

    FindingRows(JdbcClient database, Organization organization, Clock clock) {
        this.database = database;
        this.organization = organization;
        this.clock = clock;
    }

    /** Inserts and gives the number. */
    long insert(UUID id, NewFinding finding, FindingPlace place, UUID statedBy, LocalDate stated, ReplyPeriod period) {
        return database.sql("""
                INSERT INTO finding.finding (id, kind, subject_type, subject_id, post, body, title, facts, entries,
                  attachments, clause, source_type, source_id, stated_by, check_name, stated, reply_until, reply_clause,
                  state)
                VALUES (:id, :kind, :subject_type, :subject_id, :post, :body, :title, :facts, :entries,
                  :attachments, :clause, :source_type, :source_id, :stated_by, :check, :stated, :reply_until,
                  :reply_clause, 'stated')
                RETURNING number
                """)
                .param("id", id)
                .param("kind", finding.kind().code())
                .param("subject_type", finding.subject().type())
                .param("subject_id", finding.subject().id())
                .param("post", place.post(), java.sql.Types.OTHER)
                .param("body", place.body())
                .param("title", finding.title())
                .param("facts", JSON.writeValueAsString(finding.facts()))
                .param("entries", finding.entries().toArray(Long[]::new))
                .param("attachments", finding.attachments().toArray(UUID[]::new))
                .param("clause", JSON.writeValueAsString(finding.clause()))
                .param(
                        "source_type",
                        finding.source() == null ? null : finding.source().type())
                .param(
                        "source_id",
                        finding.source() == null ? null : finding.source().id(),
                        java.sql.Types.OTHER)
                .param("stated_by", statedBy, java.sql.Types.OTHER)
                .param("check", finding.check())
                .param("stated", stated)
                .param("reply_until", period.until())
                .param("reply_clause", JSON.writeValueAsString(period.clause()))
                .query(Long.class)
                .single();
    }

    void reply(UUID id, Reply reply) {
        database.sql("""
                UPDATE finding.finding SET state = 'replied', replied_on = :on, replied_by = :by, reply = :text,
                  reply_files = :files
                WHERE id = :id
                """)
                .param("id", id)
                .param("on", reply.on())
                .param("by", reply.person())
                .param("text", reply.text())
                .param("files", reply.attachments().toArray(UUID[]::new))
                .update();
    }

    void decide(ClosedFinding closed) {
        database.sql("""
                UPDATE finding.finding SET state = :state, decided_on = :on, decided_by = :by, decided_post = :post,
                  reasons = :reasons
                WHERE id = :id
                """)
                .param("id", closed.id())
                .param("state", closed instanceof UpheldFinding ? "upheld" : "dropped")
                .param("on", closed.decision().on())
                .param("by", closed.decision().person())
                .param("post", closed.decision().post())
                .param("reasons", closed.decision().reasons())
                .update();
    }

    /** Marks the findings whose reply period has passed without a reply, and gives those not marked before. */
    List<Finding> lapse(LocalDate day) {
        return database.sql("""
                WITH lapsed AS (
                  UPDATE finding.finding f SET lapsed_on = :day
                  WHERE f.state = 'stated' AND f.lapsed_on IS NULL AND f.reply_until < :day
                  RETURNING f.*)
                SELECT * FROM lapsed ORDER BY number
                """).param("day", day).query(this::finding).list();
    }

    Optional<Finding> byId(UUID id) {
        return database.sql("SELECT * FROM finding.finding WHERE id = :id")
                .param("id", id)
                .query(this::finding)
                .optional();
    }

    Optional<Finding> lock(UUID id) {
        return database.sql("SELECT * FROM finding.finding WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(this::finding)
                .optional();
    }

    List<Finding> against(Subject subject) {
        return database.sql("""
                SELECT * FROM finding.finding WHERE subject_type = :type AND subject_id = :id ORDER BY number DESC
                """)
                .param("type", subject.type())
                .param("id", subject.id())
                .query(this::finding)
                .list();
    }

    List<Finding> restingOn(Subject source) {
        return database.sql("""
                SELECT * FROM finding.finding WHERE source_type = :type AND source_id = :id ORDER BY number DESC
                """)
                .param("type", source.type())
                .param("id", source.id())
                .query(this::finding)
                .list();
    }

    boolean held(Kind kind, Subject subject, Subject source) {
        return database.sql("""
                SELECT EXISTS (SELECT 1 FROM finding.finding
                  WHERE kind = :kind AND subject_id = :subject AND source_id = :source AND state <> 'dropped')
                """)
                .param("kind", kind.code())
                .param("subject", subject.id())
                .param("source", source.id())
                .query(Boolean.class)
                .single();
    }

    int upheld(Subject subject, Kind kind, LocalDate first, LocalDate last) {
        return database.sql("""
                SELECT count(*) FROM finding.finding
                WHERE subject_type = :type AND subject_id = :id AND kind = :kind AND state = 'upheld'
                  AND decided_on BETWEEN :first AND :last
                """)
                .param("type", subject.type())
                .param("id", subject.id())
                .param("kind", kind.code())
                .param("first", first)
                .param("last", last)
                .query(Integer.class)
                .single();
    }

    /** What concerns or was stated by a person, concerns their post, or lies within bodies; newest first. */
    List<Finding> near(UUID person, UUID post, Collection<UUID> bodies, boolean onlyOpen) {
        return database.sql("""
                SELECT * FROM finding.finding
                WHERE (body = ANY (:bodies)
                   OR stated_by = :person
                   OR (subject_type = 'person' AND subject_id = :person)
                   OR (subject_type <> 'person' AND post = :post))
                """ + (onlyOpen ? "AND state IN ('stated', 'replied') " : "") + "ORDER BY number DESC")
                .param("person", person, java.sql.Types.OTHER)
                .param("post", post, java.sql.Types.OTHER)
                .param("bodies", bodies.toArray(UUID[]::new))
                .query(this::finding)
                .list();
    }

    private Finding finding(ResultSet row, int number) throws SQLException {
        LocalDate today = LocalDate.now(clock);
        FindingDetails details = details(row, today);
        Optional<Reply> reply = reply(row);
        return switch (row.getString("state")) {
            case "upheld" -> new UpheldFinding(details, reply, decision(row));
            case "dropped" -> new DroppedFinding(details, reply, decision(row));
            case "replied" -> new RepliedFinding(details, reply.orElseThrow());
            default -> {
                StatedFinding stated = new StatedFinding(details);
                yield stated.unanswered(today)
                        .<Finding>map(unanswered -> unanswered)
                        .orElse(stated);
            }
        };
    }

    private static Optional<Reply> reply(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("replied_on", LocalDate.class);
        return on == null
                ? Optional.empty()
                : Optional.of(new Reply(
                        on, row.getObject("replied_by", UUID.class), row.getString("reply"), ids(row, "reply_files")));
    }

    private static FindingDecision decision(ResultSet row) throws SQLException {
        return new FindingDecision(
                row.getObject("decided_on", LocalDate.class),
                row.getObject("decided_by", UUID.class),
                row.getObject("decided_post", UUID.class),
                row.getString("reasons"));
    }

    private FindingDetails details(ResultSet row, LocalDate today) throws SQLException {
        Subject subject = new Subject(row.getString("subject_type"), row.getObject("subject_id", UUID.class));
        UUID post = row.getObject("post", UUID.class);
        UUID source = row.getObject("source_id", UUID.class);
        return new FindingDetails(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                new Kind(row.getString("kind")),
                subject,
                post,
                respondent(subject, post, today),
                row.getObject("body", UUID.class),
                row.getString("title"),
                JSON.readValue(row.getString("facts"), new TypeReference<Map<String, Object>>() {}),
                Arrays.asList((Long[]) row.getArray("entries").getArray()),
                ids(row, "attachments"),
                JSON.readValue(row.getString("clause"), Citation.class),
                source == null ? Optional.empty() : Optional.of(new Subject(row.getString("source_type"), source)),
                row.getObject("stated_by", UUID.class),
                Optional.ofNullable(row.getString("check_name")),
                row.getObject("stated", LocalDate.class),
                row.getObject("reply_until", LocalDate.class),
                JSON.readValue(row.getString("reply_clause"), Citation.class));
    }

    private UUID respondent(Subject subject, UUID post, LocalDate today) {
        if (subject.type().equals("person")) {
            return subject.id();
        }
        Directory directory = organization.directory();
        return post == null
                ? null
                : directory.holderOf(post, today).map(Tenure::person).orElse(null);
    }

    private static List<UUID> ids(ResultSet row, String column) throws SQLException {
        java.sql.Array array = row.getArray(column);
        return List.of(array == null ? NONE : (UUID[]) array.getArray());
    }
}
