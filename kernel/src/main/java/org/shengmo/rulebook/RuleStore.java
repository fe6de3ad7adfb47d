package org.shengmo.rulebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.rulebook.Pack.PackedDocument;
import org.shengmo.rulebook.Pack.PackedTable;
import org.shengmo.rulebook.Pack.PackedVersion;
import org.shengmo.wording.Verification;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rules in PostgreSQL. */
@Repository
class RuleStore {

    private final JdbcClient database;

    RuleStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * A text that counts.
     *
     * @param hash of its content
     * @param until null while open
     */
    record Standing(UUID id, LocalDate from, LocalDate until, int revision, String hash) {}

    /** One load at a time, until the transaction ends. */
    void lock() {
        database.sql("SELECT pg_advisory_xact_lock(hashtext('rulebook'))")
                .query((row, number) -> number)
                .single();
    }

    /** Makes sure that a document is there, by these names. */
    UUID document(PackedDocument document) {
        return database.sql("""
                INSERT INTO rulebook.document AS d (id, code, title, english, issuer, rank, pack)
                VALUES (:id, :code, :title, :english, :issuer, :rank, :pack)
                ON CONFLICT (code) DO UPDATE SET title = excluded.title, english = excluded.english,
                  issuer = excluded.issuer, rank = excluded.rank, pack = excluded.pack
                RETURNING id
                """)
                .param("id", UUID.randomUUID())
                .param("code", document.code())
                .param("title", document.title())
                .param("english", document.english())
                .param("issuer", document.issuer())
                .param("rank", document.rank().name())
                .param("pack", document.pack())
                .query(UUID.class)
                .single();
    }

    List<Standing> versions(UUID document) {
        return standing("rulebook.version WHERE current AND document_id = ?", document);
    }

    List<Standing> tables(String code) {
        return standing("rulebook.decision_table WHERE current AND code = ?", code);
    }

    private List<Standing> standing(String from, Object key) {
        return database.sql(
                        "SELECT id, lower(effective) AS since, upper(effective) AS until, revision, hash FROM " + from)
                .param(key)
                .query((row, number) -> new Standing(
                        row.getObject("id", UUID.class),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        row.getInt("revision"),
                        row.getString("hash")))
                .list();
    }

    void retireVersion(UUID version) {
        database.sql("UPDATE rulebook.version SET current = false WHERE id = ?")
                .param(version)
                .update();
    }

    void retireTable(UUID table) {
        database.sql("UPDATE rulebook.decision_table SET current = false WHERE id = ?")
                .param(table)
                .update();
    }

    void endVersion(UUID version, LocalDate from, LocalDate until) {
        database.sql("UPDATE rulebook.version SET effective = daterange(?, ?) WHERE id = ?")
                .params(from, until, version)
                .update();
    }

    void endTable(UUID table, LocalDate from, LocalDate until) {
        database.sql("UPDATE rulebook.decision_table SET effective = daterange(?, ?) WHERE id = ?")
                .params(from, until, table)
                .update();
    }

    void add(UUID document, PackedVersion version, int revision) {
        UUID id = UUID.randomUUID();
        database.sql("""
                INSERT INTO rulebook.version
                  (id, document_id, effective, revision, current, published, source, verification, hash)
                VALUES (:id, :document, daterange(:from, :until), :revision, true, :published, :source, :verification, :hash)
                """)
                .param("id", id)
                .param("document", document)
                .param("from", version.from())
                .param("until", version.until())
                .param("revision", revision)
                .param("published", version.published())
                .param("source", version.source())
                .param("verification", version.verification().name())
                .param("hash", version.hash())
                .update();
        List<Clause> clauses = version.clauses();
        database.sql("""
                INSERT INTO rulebook.clause (version_id, position, article, content, source, verification)
                SELECT :version, t.position, t.article, t.content, t.source, t.verification
                FROM unnest(:articles::text[], :contents::text[], :sources::text[], :verifications::text[])
                  WITH ORDINALITY AS t(article, content, source, verification, position)
                """)
                .param("version", id)
                .param("articles", clauses.stream().map(Clause::article).toArray(String[]::new))
                .param("contents", clauses.stream().map(Clause::text).toArray(String[]::new))
                .param("sources", clauses.stream().map(Clause::source).toArray(String[]::new))
                .param(
                        "verifications",
                        clauses.stream()
                                .map(clause -> clause.verification().name())
                                .toArray(String[]::new))
                .update();
    }

    UUID add(PackedTable table, int revision) {
        UUID id = UUID.randomUUID();
        database.sql("""
                INSERT INTO rulebook.decision_table (id, code, effective, revision, current, room, content, hash)
                VALUES (:id, :code, daterange(:from, :until), :revision, true, :room, :content, :hash)
                """)
                .param("id", id)
                .param("code", table.code())
                .param("from", table.from())
                .param("until", table.until())
                .param("revision", revision)
                .param("room", table.room())
                .param("content", table.content())
                .param("hash", table.hash())
                .update();
        return id;
    }

    /** Everything, as it stands. */
    Book read() {
        Map<UUID, List<Clause>> clauses = new HashMap<>();
        database.sql("SELECT * FROM rulebook.clause ORDER BY version_id, position")
                .query(row -> {
                    clauses.computeIfAbsent(row.getObject("version_id", UUID.class), id -> new ArrayList<>())
                            .add(new Clause(
                                    row.getString("article"),
                                    row.getString("content"),
                                    row.getString("source"),
                                    Verification.valueOf(row.getString("verification"))));
                });
        Map<UUID, List<Version>> versions = new HashMap<>();
        database.sql("""
                SELECT *, lower(effective) AS since, upper(effective) AS until FROM rulebook.version
                ORDER BY lower(effective) DESC, revision DESC
                """).query(row -> {
            versions.computeIfAbsent(row.getObject("document_id", UUID.class), id -> new ArrayList<>())
                    .add(version(row, clauses));
        });
        List<Document> documents = database.sql("SELECT * FROM rulebook.document ORDER BY code")
                .query((row, number) -> document(row, versions))
                .list();
        List<String> content = new ArrayList<>();
        List<DecisionTable> tables =
                database.sql("""
                SELECT *, upper(effective) AS until FROM rulebook.decision_table
                ORDER BY code, lower(effective) DESC, revision DESC
                """).query((row, number) -> table(row, content)).list();
        return new Book(documents, tables, content);
    }

    private static Version version(ResultSet row, Map<UUID, List<Clause>> clauses) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Version(
                id,
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getInt("revision"),
                row.getBoolean("current"),
                row.getObject("published", LocalDate.class),
                row.getString("source"),
                Verification.valueOf(row.getString("verification")),
                clauses.getOrDefault(id, List.of()));
    }

    private static Document document(ResultSet row, Map<UUID, List<Version>> versions) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Document(
                id,
                row.getString("code"),
                row.getString("title"),
                row.getString("english"),
                row.getString("issuer"),
                Document.Rank.valueOf(row.getString("rank")),
                row.getString("pack"),
                versions.getOrDefault(id, List.of()));
    }

    private static DecisionTable table(ResultSet row, List<String> content) throws SQLException {
        boolean current = row.getBoolean("current");
        if (current) {
            content.add(row.getString("content"));
        }
        return TableFile.read(
                row.getString("content"),
                row.getObject("id", UUID.class),
                row.getString("room"),
                row.getObject("until", LocalDate.class),
                row.getInt("revision"),
                current);
    }
}
