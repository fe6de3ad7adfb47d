package org.shengmo.charter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents, drafts, versions and endorsements as rows. */
@Repository
class CharterRows {

    private static final String VERSIONS = """
            SELECT v.id, v.document_id, v.number, v.content, v.sha256, v.circulated_on,
                   s.state, s.in_force_on, s.superseded_on
            FROM charter.version v
            JOIN charter.standing s ON s.version_id = v.id
            JOIN charter.document d ON d.id = v.document_id
            """;

    private final JdbcClient database;

    CharterRows(JdbcClient database) {
        this.database = database;
    }

    Optional<UUID> document(CharterKind kind, int year) {
        return database.sql("SELECT id FROM charter.document WHERE kind = :kind AND year = :year")
                .param("kind", kind.name())
                .param("year", year)
                .query(UUID.class)
                .optional();
    }

    UUID open(CharterKind kind, int year) {
        database.sql("INSERT INTO charter.document VALUES (:id, :kind, :year) ON CONFLICT (kind, year) DO NOTHING")
                .param("id", UUID.randomUUID())
                .param("kind", kind.name())
                .param("year", year)
                .update();
        return document(kind, year).orElseThrow();
    }

    List<Integer> years() {
        return database.sql("SELECT DISTINCT year FROM charter.document ORDER BY year DESC")
                .query(Integer.class)
                .list();
    }

    Optional<Draft> draft(UUID document, boolean lock) {
        return database.sql("SELECT * FROM charter.draft WHERE document_id = :document" + (lock ? " FOR UPDATE" : ""))
                .param("document", document)
                .query((row, number) -> new Draft(
                        row.getObject("document_id", UUID.class),
                        row.getInt("revision"),
                        CharterTexts.parse(row.getString("content")),
                        row.getObject("editor", UUID.class),
                        row.getTimestamp("edited_at").toInstant()))
                .optional();
    }

    Draft save(UUID document, int revision, CharterText text, UUID editor, Instant at) {
        database.sql("""
                INSERT INTO charter.draft (document_id, revision, content, editor, edited_at)
                VALUES (:document, :revision, :content, :editor, :at)
                ON CONFLICT (document_id) DO UPDATE
                SET revision = excluded.revision, content = excluded.content, editor = excluded.editor,
                    edited_at = excluded.edited_at
                """)
                .param("document", document)
                .param("revision", revision)
                .param("content", text.canonical())
                .param("editor", editor)
                .param("at", Timestamp.from(at))
                .update();
        return new Draft(document, revision, text, editor, at);
    }

    void endDraft(UUID document) {
        database.sql("DELETE FROM charter.draft WHERE document_id = :document")
                .param("document", document)
                .update();
    }

    void circulate(UUID version, UUID document, int number, CharterText text, LocalDate on) {
        database.sql("""
                INSERT INTO charter.version (id, document_id, number, content, sha256, circulated_on)
                VALUES (:id, :document, :number, :content, :sha256, :on)
                """)
                .param("id", version)
                .param("document", document)
                .param("number", number)
                .param("content", text.canonical())
                .param("sha256", text.sha256())
                .param("on", on)
                .update();
        database.sql(
                        "INSERT INTO charter.standing (version_id, document_id, state) VALUES (:id, :document, 'CIRCULATED')")
                .param("id", version)
                .param("document", document)
                .update();
    }

    void ask(UUID version, List<UUID> posts, List<UUID> duties) {
        database.sql("""
                INSERT INTO charter.endorser (version_id, post, position, duty)
                SELECT :version, t.post, t.position, t.duty
                FROM unnest(:posts::uuid[], :duties::uuid[]) WITH ORDINALITY AS t(post, duty, position)
                """)
                .param("version", version)
                .param("posts", posts.toArray(UUID[]::new))
                .param("duties", duties.toArray(UUID[]::new))
                .update();
    }

    /** The duty that a post's endorsement of a version meets. */
    UUID endorseDuty(UUID version, UUID post) {
        return database.sql("SELECT duty FROM charter.endorser WHERE version_id = :version AND post = :post")
                .param("version", version)
                .param("post", post)
                .query(UUID.class)
                .single();
    }

    void endorse(UUID version, Endorsement by) {
        database.sql("""
                INSERT INTO charter.endorsement (version_id, post, person, sha256, endorsed_on, entry)
                VALUES (:version, :post, :person, :sha256, :on, :entry)
                """)
                .param("version", version)
                .param("post", by.post())
                .param("person", by.person())
                .param("sha256", by.sha256())
                .param("on", by.on())
                .param("entry", by.entry())
                .update();
    }

    void enforce(UUID version, LocalDate on, long entry) {
        database.sql("""
                UPDATE charter.standing SET state = 'IN_FORCE', in_force_on = :on, in_force_entry = :entry
                WHERE version_id = :version
                """)
                .param("on", on)
                .param("entry", entry)
                .param("version", version)
                .update();
    }

    void supersede(UUID version, LocalDate on) {
        database.sql(
                        "UPDATE charter.standing SET state = 'SUPERSEDED', superseded_on = :on WHERE version_id = :version")
                .param("on", on)
                .param("version", version)
                .update();
    }

    /** Lets nobody else change where the document's versions stand until the transaction ends. */
    void lock(UUID document) {
        database.sql("SELECT 1 FROM charter.standing WHERE document_id = :document FOR UPDATE")
                .param("document", document)
                .query(Integer.class)
                .list();
    }

    Optional<Version> version(UUID id) {
        return list(VERSIONS + " WHERE v.id = :id", Map.of("id", id)).stream().findFirst();
    }

    List<Version> versions(UUID document) {
        return list(VERSIONS + " WHERE v.document_id = :document ORDER BY v.number DESC", Map.of("document", document));
    }

    Optional<Version> inForce(CharterKind kind, int year, LocalDate on) {
        return list(VERSIONS + """
                         WHERE d.kind = :kind AND d.year = :year AND s.in_force_on <= :on
                           AND (s.superseded_on IS NULL OR s.superseded_on > :on)
                         ORDER BY v.number DESC LIMIT 1
                        """, Map.of("kind", kind.name(), "year", year, "on", on)).stream()
                .findFirst();
    }

    List<Version> waitingFor(UUID post) {
        return list(VERSIONS + """
                 JOIN charter.endorser e ON e.version_id = v.id AND e.post = :post
                 WHERE s.state <> 'SUPERSEDED' AND NOT EXISTS (
                   SELECT 1 FROM charter.endorsement x WHERE x.version_id = v.id AND x.post = :post)
                 ORDER BY v.circulated_on
                """, Map.of("post", post));
    }

    List<Version> endorsedBy(UUID person) {
        return list(
                VERSIONS
                        + " JOIN charter.endorsement x ON x.version_id = v.id AND x.person = :person ORDER BY x.entry DESC",
                Map.of("person", person));
    }

    private List<Version> list(String sql, Map<String, ?> parameters) {
        record Row(VersionDetails details, String state, LocalDate from, LocalDate until) {}
        List<Row> rows = database.sql(sql)
                .params(parameters)
                .query((row, number) -> new Row(
                        details(row),
                        row.getString("state"),
                        row.getObject("in_force_on", LocalDate.class),
                        row.getObject("superseded_on", LocalDate.class)))
                .list();
        UUID[] ids = rows.stream().map(row -> row.details().id()).toArray(UUID[]::new);
        Map<UUID, List<UUID>> endorsers = endorsers(ids);
        Map<UUID, List<Endorsement>> endorsements = endorsements(ids);
        return rows.stream()
                .map(row -> {
                    VersionDetails details = signed(
                            row.details(),
                            endorsers.getOrDefault(row.details().id(), List.of()),
                            endorsements.getOrDefault(row.details().id(), List.of()));
                    return switch (row.state()) {
                        case "CIRCULATED" -> (Version) new Version.Circulated(details);
                        case "IN_FORCE" -> new Version.InForce(details, row.from());
                        default -> new Version.Superseded(details, row.from(), row.until());
                    };
                })
                .toList();
    }

    private static VersionDetails details(ResultSet row) throws SQLException {
        return new VersionDetails(
                row.getObject("id", UUID.class),
                row.getObject("document_id", UUID.class),
                row.getInt("number"),
                CharterTexts.parse(row.getString("content")),
                row.getString("sha256"),
                row.getObject("circulated_on", LocalDate.class),
                List.of(),
                List.of());
    }

    private static VersionDetails signed(VersionDetails of, List<UUID> endorsers, List<Endorsement> endorsements) {
        return new VersionDetails(
                of.id(),
                of.document(),
                of.number(),
                of.text(),
                of.sha256(),
                of.circulatedOn(),
                endorsers,
                endorsements);
    }

    private Map<UUID, List<UUID>> endorsers(UUID[] versions) {
        record Row(UUID version, UUID post) {}
        return database
                .sql(
                        "SELECT version_id, post FROM charter.endorser WHERE version_id = ANY (:versions) ORDER BY position")
                .param("versions", versions)
                .query((row, number) -> new Row(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::version, Collectors.mapping(Row::post, Collectors.toList())));
    }

    private Map<UUID, List<Endorsement>> endorsements(UUID[] versions) {
        record Row(UUID version, Endorsement by) {}
        return database
                .sql("SELECT * FROM charter.endorsement WHERE version_id = ANY (:versions) ORDER BY entry")
                .param("versions", versions)
                .query((row, number) -> new Row(
                        row.getObject("version_id", UUID.class),
                        new Endorsement(
                                row.getObject("post", UUID.class),
                                row.getObject("person", UUID.class),
                                row.getObject("endorsed_on", LocalDate.class),
                                row.getString("sha256"),
                                row.getLong("entry"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::version, Collectors.mapping(Row::by, Collectors.toList())));
    }
}
