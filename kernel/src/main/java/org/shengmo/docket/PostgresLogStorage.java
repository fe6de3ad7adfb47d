package org.shengmo.docket;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.shengmo.ledger.EntryBundle;
import org.shengmo.ledger.LogStorage;
import org.shengmo.ledger.Note;
import org.shengmo.ledger.OvertakenException;
import org.shengmo.ledger.TilePath;
import org.shengmo.ledger.TreeHead;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The log's tiles, bundles and checkpoints in PostgreSQL. A commit is one transaction, or part of the caller's. Of the
 * rightmost tiles only the widest is kept; a narrower one is its beginning.
 */
final class PostgresLogStorage implements LogStorage {

    private static final int HASH_BYTES = 32;

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    PostgresLogStorage(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    @Override
    public Optional<byte[]> checkpoint() throws IOException {
        return guarded(this::latest).map(Map.Entry::getValue);
    }

    /** Number and note. */
    private Optional<Map.Entry<Long, byte[]>> latest() {
        return database.sql("SELECT number, note FROM docket.checkpoint ORDER BY number DESC LIMIT 1")
                .query((row, n) -> Map.entry(row.getLong("number"), row.getBytes("note")))
                .optional();
    }

    @Override
    public Optional<byte[]> read(TilePath path) throws IOException {
        Optional<Map.Entry<Integer, byte[]>> stored = guarded(
                () -> database.sql("SELECT width, content FROM docket.tile WHERE level = :level AND index = :index")
                        .param("level", path.level())
                        .param("index", path.index())
                        .query((row, n) -> Map.entry(row.getInt("width"), row.getBytes("content")))
                        .optional());
        return stored.filter(tile -> tile.getKey() >= path.width())
                .map(tile -> tile.getKey() == path.width() ? tile.getValue() : beginning(tile.getValue(), path));
    }

    private static byte[] beginning(byte[] wider, TilePath path) {
        return path.isEntries()
                ? EntryBundle.prefix(wider, path.width())
                : Arrays.copyOf(wider, path.width() * HASH_BYTES);
    }

    @Override
    public void commit(Map<TilePath, byte[]> resources, byte[] checkpoint, Optional<byte[]> previous)
            throws IOException {
        boolean kept = guarded(() -> transaction.execute(status -> {
            Optional<Map.Entry<Long, byte[]>> latest = latest();
            if (!Arrays.equals(latest.map(Map.Entry::getValue).orElse(null), previous.orElse(null))) {
                return false;
            }
            resources.forEach(this::put);
            sign(latest.map(Map.Entry::getKey).orElse(-1L) + 1, checkpoint);
            return true;
        }));
        if (!kept) {
            throw overtaken();
        }
    }

    private void put(TilePath path, byte[] content) {
        database.sql("""
                INSERT INTO docket.tile (level, index, width, content) VALUES (:level, :index, :width, :content)
                ON CONFLICT (level, index) DO UPDATE SET width = excluded.width, content = excluded.content
                """)
                .param("level", path.level())
                .param("index", path.index())
                .param("width", path.width())
                .param("content", content)
                .update();
    }

    private void sign(long number, byte[] note) {
        long size = TreeHead.parse(Note.parse(note).text()).size();
        database.sql("INSERT INTO docket.checkpoint (number, size, note) VALUES (:number, :size, :note)")
                .param("number", number)
                .param("size", size)
                .param("note", note)
                .update();
    }

    /** Failures of the database become those that the storage contract speaks of. */
    private static <T> T guarded(Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (DuplicateKeyException e) {
            throw overtaken();
        } catch (DataAccessException | TransactionException e) {
            throw new IOException("the database could not read or keep the log: " + e.getMessage(), e);
        }
    }

    private static OvertakenException overtaken() {
        return new OvertakenException("another checkpoint stands in the database than the one this writer knows");
    }
}
