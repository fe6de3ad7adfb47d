package org.shengmo.docket;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.shengmo.ledger.Checkpoint;
import org.shengmo.ledger.Inclusion;
import org.shengmo.ledger.LogReader;
import org.shengmo.ledger.Receipt;
import org.shengmo.ledger.TileSource;
import org.shengmo.ledger.TreeHasher;
import org.shengmo.ledger.TreeReader;
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
    private final ObjectProvider<SealingLoop> loop;

    PostgresSeals(
            JdbcClient database,
            TransactionTemplate transaction,
            ObjectProvider<LogKeys> keys,
            ObjectProvider<SealingLoop> loop) {
        this.database = database;
        this.storage = new PostgresLogStorage(database, transaction);
        this.keys = keys;
        this.loop = loop;
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
        ContentRow row = row(entry);
        PublicEntry text = row.entry();
        Inclusion inclusion =
                new LogReader(storage, checkpoint.get()).inclusion(index.get(), TreeHasher.leafOf(text.bytes()));
        Optional<Receipt.Opening> opening = shown ? row.opening() : Optional.empty();
        return Optional.of(new Receipt(text.text(), opening, inclusion.toTlogProof()));
    }

    private ContentRow row(long entry) {
        return database.sql(ContentRow.SELECT + "WHERE e.id = :entry")
                .param("entry", entry)
                .query(ContentRow::read)
                .single();
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
    public Optional<String> rootAt(long size) throws IOException {
        Optional<Checkpoint> newest = checkpoint().filter(checkpoint -> checkpoint.size() >= size);
        return newest.isEmpty()
                ? Optional.empty()
                : Optional.of(new TreeReader(storage, newest.get().size())
                        .rootAt(size)
                        .toString());
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
    public Optional<String> trouble() {
        return loop.stream().findFirst().flatMap(SealingLoop::trouble);
    }

    @Override
    public long waiting() {
        return database.sql("""
                SELECT (SELECT count(*) FROM docket.entry e
                        WHERE e.id > coalesce((SELECT max(entry_id) FROM docket.leaf), 0))
                """).query(Long.class).single();
    }
}
