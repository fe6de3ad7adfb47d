package org.shengmo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every storage of a log owes. A storage's test extends this and says how to get an empty one. */
public abstract class LogStorageContract {

    /** A storage that holds nothing. */
    protected abstract LogStorage empty() throws IOException;

    /** Another access to what {@code storage} has stored, as after a restart. */
    protected abstract LogStorage reopened(LogStorage storage) throws IOException;

    private static Log open(LogStorage storage) throws IOException {
        return Log.open(storage, List.of(TestLog.SIGNER), TestLog.TRUST);
    }

    @Test
    void anEmptyStorageHasNothing() throws IOException {
        assertThat(empty().checkpoint()).isEmpty();
        assertThat(empty().read(new TilePath(0, 0, 1))).isEmpty();
    }

    @Test
    void whatIsCommittedIsThereAfterReopening() throws IOException {
        LogStorage storage = empty();
        Log log = open(storage);
        log.append(TestLog.entries(0, 300));
        LogStorage again = reopened(storage);
        Log reopened = open(again);
        assertThat(reopened.checkpoint().head()).isEqualTo(log.checkpoint().head());
        assertThat(again.read(new TilePath(0, 0, 256)).orElseThrow()).hasSize(8192);
        assertThat(again.read(new TilePath(0, 1, 44)).orElseThrow()).hasSize(44 * 32);
        assertThat(again.read(new TilePath(1, 0, 1)).orElseThrow()).hasSize(32);
        assertThat(EntryBundle.decode(again.read(TilePath.entries(1, 44)).orElseThrow(), 44))
                .hasSize(44);
        for (long index : List.of(0L, 255L, 256L, 299L)) {
            assertThat(reopened.reader().entry(index)).isEqualTo(TestLog.entry(index));
        }
    }

    @Test
    void everySizeThatWasPublishedCanBeReadLater() throws IOException {
        LogStorage storage = empty();
        Log log = open(storage);
        List<Checkpoint> published = new ArrayList<>(List.of(log.checkpoint()));
        for (int batch : List.of(1, 4, 1, 250, 5, 0, 300)) {
            published.add(log.append(TestLog.entries(log.size(), log.size() + batch)));
        }
        for (Checkpoint checkpoint : published) {
            assertThat(new TreeReader(storage, checkpoint.size()).root()).isEqualTo(checkpoint.root());
            assertThat(log.reader().since(checkpoint).newer()).isEqualTo(log.checkpoint());
            LogReader reader = new LogReader(storage, checkpoint);
            for (long index :
                    LongStream.of(0, checkpoint.size() - 1).filter(i -> i >= 0).toArray()) {
                if (checkpoint.size() > 0) {
                    assertThat(reader.entry(index)).isEqualTo(TestLog.entry(index));
                }
            }
        }
    }

    @Test
    void aWriterWhoIsBehindChangesNothing() throws IOException {
        LogStorage storage = empty();
        Log first = open(storage);
        Log second = open(reopened(storage));
        first.append(TestLog.entries(0, 3));
        assertThatThrownBy(() -> second.append(TestLog.entries(100, 107))).isInstanceOf(OvertakenException.class);
        assertThat(open(storage).size()).isEqualTo(3);
        assertThat(storage.read(TilePath.entries(0, 7))).isEmpty();
        assertThat(open(storage).reader().entry(2)).isEqualTo(TestLog.entry(2));
    }

    @Test
    void aCheckpointIsReplacedOnlyByOneThatKnowsIt() throws IOException {
        LogStorage storage = empty();
        open(storage);
        byte[] next = TestLog.checkpoint(0, TreeHasher.emptyRoot()).note().bytes();
        assertThatThrownBy(() -> storage.commit(Map.of(), next, Optional.empty()))
                .isInstanceOf(OvertakenException.class);
        assertThatThrownBy(() -> storage.commit(Map.of(), next, Optional.of(new byte[] {1})))
                .isInstanceOf(OvertakenException.class);
    }

    @Test
    void readingGivesCopies() throws IOException {
        LogStorage storage = empty();
        Log log = open(storage);
        log.append(TestLog.entries(0, 2));
        storage.read(new TilePath(0, 0, 2)).orElseThrow()[0] ^= 1;
        storage.checkpoint().orElseThrow()[0] ^= 1;
        assertThat(open(storage).size()).isEqualTo(2);
    }
}
