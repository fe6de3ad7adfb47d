package org.shengmo.docket;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.shengmo.ledger.Receipt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** The docket in PostgreSQL: one row an entry, one row its payload with the salt, one row a subject it concerns. */
@Service
class PostgresDocket implements Docket {

    private static final int SALT_BYTES = 32;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SELECT = """
            SELECT e.id, e.at, e.author_person, e.author_post, e.kind, e.subject_type, e.subject_id, p.content
            FROM docket.entry e LEFT JOIN docket.payload p ON p.entry_id = e.id
            """;

    private static final String ENTERED = """
            WITH entered AS (
              INSERT INTO docket.entry
                (at, author_person, author_post, kind, subject_type, subject_id, compartment, commitment)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?)
              RETURNING id),
            paid AS (
              INSERT INTO docket.payload (entry_id, salt, content) SELECT id, ?, ? FROM entered)
            """;

    private static final String RECORD = ENTERED + "SELECT id FROM entered";

    private static final String RECORD_CONCERNING = ENTERED + """
            , concerned AS (
              INSERT INTO docket.concern (entry_id, subject_type, subject_id)
              SELECT DISTINCT id, t.type, t.subject
              FROM entered, unnest(?::text[], ?::uuid[]) AS t(type, subject))
            SELECT id FROM entered
            """;

    private final JdbcClient database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PostgresDocket(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long record(Act act) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        String content = CanonicalJson.of(act.payload());
        Contents contents = new Contents(act.author(), act.about(), act.concerns(), content);
        byte[] commitment =
                Receipt.Opening.commitment(salt, contents.text(act.kind().code(), act.compartment()));
        List<Subject> others = contents.concerns().stream()
                .filter(subject -> !subject.equals(act.about()))
                .toList();
        JdbcClient.StatementSpec insert = database.sql(others.isEmpty() ? RECORD : RECORD_CONCERNING)
                .param(Timestamp.from(at))
                .param(act.author().person())
                .param(act.author().post())
                .param(act.kind().code())
                .param(act.about().type())
                .param(act.about().id())
                .param(act.compartment())
                .param(commitment)
                .param(salt)
                .param(content);
        if (!others.isEmpty()) {
            insert.param(others.stream().map(Subject::type).toArray(String[]::new))
                    .param(others.stream().map(Subject::id).toArray(UUID[]::new));
        }
        return insert.query(Long.class).single();
    }

    /** The payload goes with its salt, so that the commitment hides it for ever; entry, leaf and log stay valid. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long erase(Author by, long entry, String reason) {
        Erasable erasable = database.sql("""
                SELECT e.subject_type AS type, e.subject_id AS subject, e.compartment
                FROM docket.entry e JOIN docket.payload p ON p.entry_id = e.id
                WHERE e.id = :entry AND e.kind <> :erased FOR UPDATE OF p
                """)
                .param("entry", entry)
                .param("erased", ERASED.code())
                .query(Erasable.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("entry " + entry + " has no payload to erase"));
        database.sql("DELETE FROM docket.payload WHERE entry_id = :entry")
                .param("entry", entry)
                .update();
        return record(new Act(
                by,
                ERASED,
                new Subject(erasable.type(), erasable.subject()),
                List.of(),
                Map.of("entry", entry, "reason", reason),
                erasable.compartment()));
    }

    private record Erasable(String type, UUID subject, String compartment) {}

    @Override
    @Transactional(readOnly = true)
    public Optional<Entry> entry(long id, List<String> compartments) {
        return database.sql(SELECT + """
                WHERE e.id = :id AND (e.compartment IS NULL OR e.compartment = ANY (:compartments))
                """)
                .param("id", id)
                .param("compartments", compartments.toArray(String[]::new))
                .query(PostgresDocket::read)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> timeline(Subject subject, List<String> compartments, int limit) {
        return database.sql(SELECT + """
                WHERE e.id IN (
                  (SELECT own.id FROM docket.entry own
                   WHERE own.subject_type = :type AND own.subject_id = :id
                     AND (own.compartment IS NULL OR own.compartment = ANY (:compartments))
                   ORDER BY own.id DESC LIMIT :limit)
                  UNION
                  (SELECT c.entry_id FROM docket.concern c JOIN docket.entry other ON other.id = c.entry_id
                   WHERE c.subject_type = :type AND c.subject_id = :id
                     AND (other.compartment IS NULL OR other.compartment = ANY (:compartments))
                   ORDER BY c.entry_id DESC LIMIT :limit))
                ORDER BY e.id DESC LIMIT :limit
                """)
                .param("type", subject.type())
                .param("id", subject.id())
                .param("compartments", compartments.toArray(String[]::new))
                .param("limit", limit)
                .query(PostgresDocket::read)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Set<Subject>> concerns(List<Long> entries) {
        Map<Long, Set<Subject>> concerns = new TreeMap<>();
        database.sql("SELECT entry_id, subject_type, subject_id FROM docket.concern WHERE entry_id = ANY (:entries)")
                .param("entries", entries.toArray(Long[]::new))
                .query(row -> {
                    concerns.computeIfAbsent(row.getLong("entry_id"), entry -> new LinkedHashSet<>())
                            .add(new Subject(row.getString("subject_type"), row.getObject("subject_id", UUID.class)));
                });
        return concerns;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> doneBy(UUID person, int limit) {
        return database.sql(SELECT + """
                WHERE e.author_person = :person AND e.compartment IS NULL ORDER BY e.id DESC LIMIT :limit
                """)
                .param("person", person)
                .param("limit", limit)
                .query(PostgresDocket::read)
                .list();
    }

    private static Entry read(ResultSet row, int number) throws SQLException {
        String content = row.getString("content");
        return new Entry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                new Author(row.getObject("author_person", UUID.class), row.getObject("author_post", UUID.class)),
                new Kind(row.getString("kind")),
                new Subject(row.getString("subject_type"), row.getObject("subject_id", UUID.class)),
                content == null ? Map.of() : parse(content),
                content == null);
    }

    private static Map<String, Object> parse(String content) {
        return new TreeMap<>(
                JSON.readValue(content, new tools.jackson.core.type.TypeReference<Map<String, Object>>() {}));
    }
}
