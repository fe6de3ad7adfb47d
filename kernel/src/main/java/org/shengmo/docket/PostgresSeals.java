package org.shengmo.docket;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shengmo.ledger.Checkpoint;
import org.shengmo.ledger.Inclusion;
import org.shengmo.ledger.LogReader;
import org.shengmo.ledger.Receipt;
import org.shengmo.ledger.TileSource;
import org.shengmo.ledger.TreeHasher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals as they stand in PostgreSQL. */
@Service
class PostgresSeals implements Seals {

    private final JdbcClient database;
    private final PostgresLogStorage storage;
    private final ObjectProvider<LogKeys> keys;

    PostgresSeals(JdbcClient database, TransactionTemplate transaction, ObjectProvider<LogKeys> keys) {
        this.database = database;
        this.storage = new PostgresLogStorage(database, transaction);
        this.keys = keys;
    }

    @Override
    public Optional<Long> index(long entry) {
        return database.sql("SELECT index FROM docket.leaf WHERE entry_id = :entry")
                .param("entry", entry)
                .query(Long.class)
                .optional();
    }

    @Override
    public Optional<Receipt> receipt(long entry, boolean shown) throws IOException {
        Optional<Long> index = index(entry);
        Optional<Checkpoint> checkpoint = checkpoint();
        if (index.isEmpty() || checkpoint.isEmpty()) {
            return Optional.empty();
        }
        PublicEntry text = Rows.publicEntry(database, entry);
        Inclusion inclusion =
                new LogReader(storage, checkpoint.get()).inclusion(index.get(), TreeHasher.leafOf(text.bytes()));
        Optional<Receipt.Opening> opening = shown ? Rows.opening(database, text) : Optional.empty();
        return Optional.of(new Receipt(text.text(), opening, inclusion.toTlogProof()));
    }

    @Override
    public Optional<Checkpoint> checkpoint() throws IOException {
        Optional<LogKeys> own = keys.stream().findFirst();
        return own.isEmpty()
                ? Optional.empty()
                : storage.checkpoint()
                        .map(note -> Checkpoint.open(note, own.get().trust()));
    }

    @Override
    public TileSource source() {
        return storage;
    }

    @Override
    public List<String> verifierKeys() {
        return keys.stream()
                .flatMap(own -> own.signers().stream())
                .map(signer -> signer.key().toString())
                .toList();
    }

    @Override
    public long waiting() {
        return database.sql("""
                SELECT (SELECT count(*) FROM docket.entry e
                        WHERE e.id > coalesce((SELECT max(entry_id) FROM docket.leaf), 0))
                """).query(Long.class).single();
    }

    /** Entries' rows as the two texts that they stand for. */
    static final class Rows {

        private static final String ENTRY = """
                SELECT e.id, e.at, e.author_post, e.kind, e.subject_type, e.subject_id, e.compartment, e.commitment
                FROM docket.entry e WHERE e.id = :entry
                """;

        private record Hidden(UUID author, String salt, String content) {}

        private record Concern(String type, UUID subject) {}

        private Rows() {}

        static PublicEntry publicEntry(JdbcClient database, long entry) {
            return database.sql(ENTRY).param("entry", entry).query(Sealer::read).single();
        }

        /** What the entry's commitment hides, rebuilt from the rows; nothing where it was erased. */
        static Optional<Receipt.Opening> opening(JdbcClient database, PublicEntry entry) {
            Optional<Hidden> hidden = database.sql("""
                    SELECT e.author_person AS author, encode(p.salt, 'base64') AS salt, p.content
                    FROM docket.entry e JOIN docket.payload p ON p.entry_id = e.id WHERE e.id = :entry
                    """)
                    .param("entry", entry.id())
                    .query(Hidden.class)
                    .optional();
            return hidden.map(row -> new Receipt.Opening(
                    row.salt(),
                    PublicEntry.hidden(
                            new Author(row.author(), entry.post()),
                            entry.kind(),
                            entry.about(),
                            entry.compartment(),
                            concerns(database, entry),
                            row.content())));
        }

        private static Set<Subject> concerns(JdbcClient database, PublicEntry entry) {
            return new HashSet<>(database
                    .sql(
                            "SELECT subject_type AS type, subject_id AS subject FROM docket.concern WHERE entry_id = :entry")
                    .param("entry", entry.id())
                    .query(Concern.class)
                    .stream()
                    .map(concern -> new Subject(concern.type(), concern.subject()))
                    .toList());
        }
    }
}
