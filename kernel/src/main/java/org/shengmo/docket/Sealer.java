package org.shengmo.docket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shengmo.ledger.Checkpoint;
import org.shengmo.ledger.Log;
import org.shengmo.ledger.NoteSignature;
import org.shengmo.ledger.WitnessClient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes committed entries, in the order of their numbers, into the tree and signs a checkpoint over them. Of all the
 * processes of the application one does so at a time, whoever holds the advisory lock. A batch is one transaction: places
 * in the tree, tiles and checkpoint come together or not at all, wherever the process is killed.
 */
final class Sealer {

    /** Entries a batch takes at most. */
    static final int BATCH = 4096;

    /** "shengmo" and "seal" in ASCII, to stay clear of other advisory locks in the database. */
    private static final long LOCK = 0x7368_656e_7365_616cL;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final PostgresLogStorage storage;
    private final LogKeys keys;
    private final Watermark watermark;

    Sealer(JdbcClient database, TransactionTemplate transaction, LogKeys keys) {
        this.database = database;
        this.transaction = transaction;
        this.storage = new PostgresLogStorage(database, transaction);
        this.keys = keys;
        this.watermark = new Watermark(database);
    }

    /**
     * Seals a batch.
     *
     * @return how many entries were sealed; 0 where there are none, or where another process is the sequencer just now
     * @throws IOException where the database or the log in it is out of order; nothing has been sealed then
     */
    synchronized int seal() throws IOException {
        try {
            Batch batch = transaction.execute(status -> batch());
            batch.mark().ifPresent(watermark::commit);
            return batch.sealed();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Has the newest checkpoint cosigned, if it isn't the size that was cosigned last, and publishes it again with the
     * cosignatures.
     *
     * @return the size that has been cosigned now
     */
    long cosign(List<WitnessClient> witnesses, long last) throws IOException {
        if (storage.checkpoint().isEmpty()) {
            return last;
        }
        Log log = Log.open(storage, keys.signers(), keys.trust());
        Checkpoint checkpoint = log.checkpoint();
        if (checkpoint.size() == last) {
            return last;
        }
        List<NoteSignature> cosignatures = new ArrayList<>();
        IOException failure = null;
        for (WitnessClient witness : witnesses) {
            try {
                cosignatures.add(witness.cosign(storage, checkpoint, Math.max(last, 0)));
            } catch (IOException e) {
                failure = e; // the others are asked all the same
            }
        }
        publish(checkpoint, cosignatures);
        if (failure != null) {
            throw failure;
        }
        return checkpoint.size();
    }

    /** Publishes cosignatures, unless the log grew meanwhile: the next checkpoint is cosigned in the next round. */
    private void publish(Checkpoint checkpoint, List<NoteSignature> cosignatures) {
        transaction.executeWithoutResult(status -> {
            database.sql("SELECT pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query()
                    .singleRow();
            try {
                Log log = Log.open(storage, keys.signers(), keys.trust());
                if (log.checkpoint().head().equals(checkpoint.head()) && !cosignatures.isEmpty()) {
                    log.cosigned(cosignatures);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What a transaction did, and how far the watermark may move once it has committed. */
    private record Batch(int sealed, Optional<Watermark.Mark> mark) {}

    private Batch batch() {
        if (!locked()) {
            return new Batch(0, Optional.empty());
        }
        Watermark.Mark mark = watermark.next();
        List<PublicEntry> pending = pending();
        if (!pending.isEmpty() || !begun()) {
            append(pending);
        }
        return new Batch(pending.size(), pending.size() < BATCH ? Optional.of(mark) : Optional.empty());
    }

    private boolean locked() {
        return database.sql("SELECT pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    private boolean begun() {
        return database.sql("SELECT EXISTS (SELECT FROM docket.checkpoint)")
                .query(Boolean.class)
                .single();
    }

    private List<PublicEntry> pending() {
        return database.sql("""
                SELECT e.id, e.at, e.kind, e.compartment, e.commitment
                FROM docket.entry e
                WHERE e.id > :low AND NOT EXISTS (SELECT FROM docket.leaf l WHERE l.entry_id = e.id)
                ORDER BY e.id LIMIT :batch
                """)
                .param("low", watermark.low())
                .param("batch", BATCH)
                .query(Sealer::read)
                .list();
    }

    static PublicEntry read(ResultSet row, int number) throws SQLException {
        return new PublicEntry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("kind"),
                row.getString("compartment"),
                PublicEntry.commitment(row.getBytes("commitment")));
    }

    private void append(List<PublicEntry> pending) {
        try {
            Log log = Log.open(storage, keys.signers(), keys.trust());
            long first = log.size();
            if (pending.isEmpty()) {
                return;
            }
            database.sql("""
                    INSERT INTO docket.leaf (index, entry_id)
                    SELECT :first + n - 1, entry FROM unnest(:entries::bigint[]) WITH ORDINALITY AS t(entry, n)
                    """)
                    .param("first", first)
                    .param("entries", pending.stream().map(PublicEntry::id).toArray(Long[]::new))
                    .update();
            log.append(pending.stream().map(PublicEntry::bytes).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
