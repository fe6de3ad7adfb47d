package org.shengmo.attachment;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shengmo.docket.Act;
import org.shengmo.docket.Author;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Sha256;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Invalid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files in PostgreSQL, in the same transaction as the act that needs them. */
@Service
class PostgresAttachments implements Attachments {

    private static final int LONGEST_NAME = 120;
    private static final String SELECT = """
            SELECT a.id, a.name, c.media_type, octet_length(c.bytes) AS size, a.sha256, a.kept_by, a.kept_at
            FROM attachment.attachment a JOIN attachment.content c ON c.sha256 = a.sha256
            """;

    private final JdbcClient database;
    private final Docket docket;
    private final Clock clock;

    PostgresAttachments(JdbcClient database, Docket docket, Clock clock) {
        this.database = database;
        this.docket = docket;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Attachment keep(Author by, String name, byte[] content) {
        String shortName = shortName(name);
        FileKind kind = check(shortName, content);
        byte[] sha256 = Sha256.of(content);
        database.sql("""
                INSERT INTO attachment.content (sha256, media_type, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                """).param(sha256).param(kind.mediaType()).param(content).update();
        UUID id = UUID.randomUUID();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        database.sql("INSERT INTO attachment.attachment (id, sha256, name, kept_by, kept_at) VALUES (?, ?, ?, ?, ?)")
                .param(id)
                .param(sha256)
                .param(shortName)
                .param(by.person())
                .param(Timestamp.from(now))
                .update();
        String hash = HexFormat.of().formatHex(sha256);
        docket.record(Act.of(
                by,
                "attachment.kept",
                new Subject("attachment", id),
                Map.of("name", shortName, "size", content.length, "sha256", hash, "mediaType", kind.mediaType())));
        return new Attachment(id, shortName, kind.mediaType(), content.length, hash, by.person(), now);
    }

    private static FileKind check(String name, byte[] content) {
        if (content.length == 0) {
            throw Invalid.at("file", "attachment.empty", name);
        }
        if (content.length > MAX_BYTES) {
            throw Invalid.at("file", "attachment.too-large", name, MAX_BYTES >> 20);
        }
        FileKind kind = FileKind.of(content).orElseThrow(() -> Invalid.at("file", "attachment.kind.not-taken", name));
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!kind.mayBeNamed(extension)) {
            throw Invalid.at("file", "attachment.kind.other", name, kind.mediaType());
        }
        return kind;
    }

    /** The name's last part, without characters that do not show or turn the direction of reading. */
    private static String shortName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "")
                .strip();
        return last.length() <= LONGEST_NAME ? last : last.substring(last.length() - LONGEST_NAME);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void attach(List<UUID> attachments, Subject to) {
        for (UUID id : attachments) {
            if (find(id).isEmpty()) {
                throw missing(id);
            }
            database.sql("""
                    INSERT INTO attachment.attached (subject_type, subject_id, attachment_id) VALUES (?, ?, ?)
                    ON CONFLICT DO NOTHING
                    """).param(to.type()).param(to.id()).param(id).update();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Attachment> find(UUID id) {
        return database.sql(SELECT + "WHERE a.id = ?")
                .param(id)
                .query(PostgresAttachments::read)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Attachment> of(Subject subject) {
        return database.sql(SELECT + """
                JOIN attachment.attached t ON t.attachment_id = a.id
                WHERE t.subject_type = ? AND t.subject_id = ? ORDER BY t.position
                """)
                .param(subject.type())
                .param(subject.id())
                .query(PostgresAttachments::read)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Subject> subjectsOf(UUID id) {
        return new LinkedHashSet<>(
                database.sql("SELECT subject_type, subject_id FROM attachment.attached WHERE attachment_id = ?")
                        .param(id)
                        .query((row, number) ->
                                new Subject(row.getString("subject_type"), row.getObject("subject_id", UUID.class)))
                        .list());
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] content(UUID id) {
        return database.sql("""
                SELECT c.sha256, c.bytes FROM attachment.attachment a JOIN attachment.content c ON c.sha256 = a.sha256
                WHERE a.id = ?
                """)
                .param(id)
                .query((row, number) -> unchanged(id, row.getBytes("sha256"), row.getBytes("bytes")))
                .optional()
                .orElseThrow(() -> missing(id));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public byte[] withdraw(Author by, UUID id, String compartment) {
        byte[] content = content(id);
        database.sql("SELECT attachment.withdraw(?)")
                .param(id)
                .query((row, number) -> "")
                .single();
        docket.record(new Act(
                by, Kind.of("attachment.withdrawn"), new Subject("attachment", id), List.of(), Map.of(), compartment));
        return content;
    }

    private static byte[] unchanged(UUID id, byte[] expected, byte[] content) {
        if (!MessageDigest.isEqual(expected, Sha256.of(content))) {
            throw new IllegalStateException("attachment " + id + " no longer has the content it was put in with");
        }
        return content;
    }

    private static NoSuchElementException missing(UUID id) {
        return new NoSuchElementException("no attachment " + id);
    }

    private static Attachment read(ResultSet row, int number) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getObject("kept_by", UUID.class),
                row.getTimestamp("kept_at").toInstant());
    }
}
