package org.shengmo.docket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.ledger.Receipt;

/**
 * A sealed entry and what its commitment hides, as the rows have it, whoever changed them.
 *
 * @param index place in the log
 * @param salt base 64; null where the payload was erased
 * @param concerns each a type, a space and an identifier
 * @param payload null where it was erased
 */
record ContentRow(
        long index,
        PublicEntry entry,
        Author author,
        String subjectType,
        UUID subject,
        List<String> concerns,
        String salt,
        String payload) {

    ContentRow {
        concerns = List.copyOf(concerns);
    }

    /** Selects sealed entries with all that they hide; a condition on {@code l} or {@code e} follows. */
    static final String SELECT = """
            SELECT l.index, e.id, e.at, e.author_person, e.author_post, e.kind, e.subject_type, e.subject_id, e.compartment,
                   e.commitment, encode(p.salt, 'base64') AS salt, p.content,
                   ARRAY(SELECT c.subject_type || ' ' || c.subject_id FROM docket.concern c
                         WHERE c.entry_id = e.id) AS concerns
            FROM docket.leaf l JOIN docket.entry e ON e.id = l.entry_id LEFT JOIN docket.payload p ON p.entry_id = e.id
            """;

    static ContentRow read(ResultSet row, int number) throws SQLException {
        return new ContentRow(
                row.getLong("index"),
                Sealer.read(row, number),
                new Author(row.getObject("author_person", UUID.class), row.getObject("author_post", UUID.class)),
                row.getString("subject_type"),
                row.getObject("subject_id", UUID.class),
                Arrays.asList((String[]) row.getArray("concerns").getArray()),
                row.getString("salt"),
                row.getString("content"));
    }

    boolean erased() {
        return payload == null;
    }

    /**
     * What the commitment should bind; nothing where it was erased.
     *
     * @throws IllegalArgumentException where the rows hold what no act could have written
     * @throws org.shengmo.ledger.MalformedException where the payload isn't JSON
     */
    Optional<Receipt.Opening> opening() {
        return erased() ? Optional.empty() : Optional.of(new Receipt.Opening(salt, hidden()));
    }

    String hidden() {
        List<Subject> others = concerns.stream().map(ContentRow::subject).toList();
        return new Contents(author, new Subject(subjectType, subject), others, payload)
                .text(entry.kind(), entry.compartment());
    }

    private static Subject subject(String concern) {
        int space = concern.indexOf(' ');
        return new Subject(concern.substring(0, space), UUID.fromString(concern.substring(space + 1)));
    }
}
