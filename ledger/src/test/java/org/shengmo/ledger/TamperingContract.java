package org.shengmo.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever owns the storage tampers with it; the audit finds it and names it, whichever way the log is read. */
abstract class TamperingContract {

    private static final int SIZE = 70_000;
    private static final TilePath BUNDLE = TilePath.entries(2, 256);

    private TamperedStorage storage;
    private Log log;

    @BeforeEach
    void aLogOfSeventyThousand() throws IOException {
        storage = new TamperedStorage();
        log = Log.open(storage, List.of(TestLog.SIGNER), TestLog.TRUST);
        log.append(TestLog.entries(0, SIZE));
    }

    /** The tampered log as an auditor gets it. */
    abstract TileSource read(TamperedStorage tampered) throws IOException;

    private AuditReport audit() throws IOException {
        return audit(Optional.empty());
    }

    private AuditReport audit(Optional<Checkpoint> earlier) throws IOException {
        return new LogAudit(read(storage), TestLog.TRUST, earlier).run();
    }

    private static List<Fault.Kind> kinds(AuditReport report) {
        return report.faults().stream().map(Fault::kind).distinct().toList();
    }

    private void entries(UnaryOperator<List<byte[]>> change) throws IOException {
        byte[] bundle = storage.read(BUNDLE).orElseThrow();
        storage.put(BUNDLE, EntryBundle.encode(change.apply(new ArrayList<>(EntryBundle.decode(bundle, 256)))));
    }

    @Test
    void anUntouchedLogIsSound() throws IOException {
        AuditReport report = audit(Optional.of(TestLog.checkpoint(300, NaiveTree.root(TestLog.entries(0, 300)))));
        assertThat(report.faults()).isEmpty();
        assertThat(report.isSound()).isTrue();
        assertThat(report.entries()).isEqualTo(SIZE);
        assertThat(report.head()).contains(log.checkpoint().head());
    }

    @Test
    void aChangedEntryIsFound() throws IOException {
        entries(all -> {
            all.set(7, "entry 519, backdated".getBytes(StandardCharsets.UTF_8));
            return all;
        });
        AuditReport report = audit();
        assertThat(report.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Fault.Kind.ENTRY_CHANGED);
            assertThat(fault.place()).isEqualTo("tile/entries/002");
            assertThat(fault.details()).startsWith("519");
        });
    }

    @Test
    void swappedEntriesAreFoundBoth() throws IOException {
        entries(all -> {
            Collections.swap(all, 3, 200);
            return all;
        });
        assertThat(audit().faults())
                .extracting(Fault::kind, fault -> fault.details().get(0))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Fault.Kind.ENTRY_MOVED, "515"),
                        org.assertj.core.groups.Tuple.tuple(Fault.Kind.ENTRY_MOVED, "712"));
    }

    @Test
    void aDeletedEntryIsFoundWhereverItStood() throws IOException {
        for (int place : new int[] {0, 100, 255}) {
            entries(all -> {
                all.remove(place);
                return all;
            });
            assertThat(audit().faults()).singleElement().satisfies(fault -> {
                assertThat(fault.kind()).isEqualTo(Fault.Kind.ENTRY_DELETED);
                assertThat(fault.details()).startsWith(String.valueOf(512 + place));
            });
            storage.put(BUNDLE, EntryBundle.encode(TestLog.entries(512, 768)));
        }
    }

    @Test
    void anEntryThatWasPutInIsFound() throws IOException {
        entries(all -> {
            all.add(100, "never recorded".getBytes(StandardCharsets.UTF_8));
            return all;
        });
        assertThat(audit().faults()).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Fault.Kind.ENTRY_ADDED);
            assertThat(fault.details()).startsWith("612");
        });
    }

    @Test
    void aBundleCutInTheMiddleOfAnEntryIsFound() throws IOException {
        byte[] bundle = storage.read(BUNDLE).orElseThrow();
        storage.put(BUNDLE, Arrays.copyOf(bundle, bundle.length - 3));
        assertThat(kinds(audit())).containsExactly(Fault.Kind.MALFORMED);
    }

    /** Signed again by the log's own key, at the same size: only who holds the earlier checkpoint can tell, and does. */
    @Test
    void aPastThatWasSignedAgainIsFoundByAnEarlierCheckpoint() throws IOException {
        Checkpoint earlier = log.checkpoint();
        List<byte[]> entries = new ArrayList<>(TestLog.entries(0, SIZE));
        entries.set(519, "entry 519, backdated".getBytes(StandardCharsets.UTF_8));
        storage = new TamperedStorage();
        Log.open(storage, List.of(TestLog.SIGNER), TestLog.TRUST).append(entries);
        assertThat(kinds(audit(Optional.of(earlier)))).containsExactly(Fault.Kind.FORKED);
    }

    @Test
    void anEntryChangedTogetherWithItsTileIsFoundOneLevelUp() throws IOException {
        entries(all -> {
            all.set(7, new byte[0]);
            return all;
        });
        byte[] tile = storage.read(new TilePath(0, 2, 256)).orElseThrow();
        TreeHasher.leafOf(new byte[0]).copyTo(tile, 7 * Hash.LENGTH);
        storage.put(new TilePath(0, 2, 256), tile);
        assertThat(audit().faults()).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Fault.Kind.NODE_CHANGED);
            assertThat(fault.details()).containsExactly("2", "tile/0/002");
        });
    }

    @Test
    void aTreeRebuiltToTheTopIsFoundByTheSignedRoot() throws IOException {
        TamperedStorage rebuilt = new TamperedStorage();
        List<byte[]> entries = new ArrayList<>(TestLog.entries(0, SIZE));
        entries.set(519, new byte[0]);
        Log.open(rebuilt, List.of(TestLog.SIGNER), TestLog.TRUST).append(entries);
        rebuilt.replaceCheckpoint(log.checkpoint().note().bytes());
        storage = rebuilt;
        assertThat(kinds(audit())).containsExactly(Fault.Kind.ROOT_DIFFERS);
    }

    @Test
    void aTreeRebuiltAndSignedByAnotherIsFoundByItsKey() throws IOException {
        SecretKey other = SecretKey.forNotes(TestLog.TRUST.origin(), TestLog.RANDOM);
        TamperedStorage rebuilt = new TamperedStorage();
        Log.open(
                        rebuilt,
                        List.of(new Ed25519Signer(other)),
                        Trust.log(Signatures.standard().verifier(other.key())))
                .append(TestLog.entries(0, SIZE));
        storage = rebuilt;
        assertThat(kinds(audit())).containsExactly(Fault.Kind.UNTRUSTED);
    }

    @Test
    void aTreeRebuiltAndSignedByTheLogItselfIsFoundByAnEarlierCheckpoint() throws IOException {
        Checkpoint earlier = log.checkpoint();
        TamperedStorage rebuilt = new TamperedStorage();
        List<byte[]> entries = new ArrayList<>(TestLog.entries(0, SIZE + 10));
        entries.set(519, new byte[0]);
        Log.open(rebuilt, List.of(TestLog.SIGNER), TestLog.TRUST).append(entries);
        storage = rebuilt;
        assertThat(audit().isSound()).isTrue();
        assertThat(kinds(audit(Optional.of(earlier)))).containsExactly(Fault.Kind.FORKED);
    }

    @Test
    void aLogThatWasCutShortIsFoundByAnEarlierCheckpoint() throws IOException {
        Checkpoint earlier = log.checkpoint();
        TamperedStorage shorter = new TamperedStorage();
        Log.open(shorter, List.of(TestLog.SIGNER), TestLog.TRUST).append(TestLog.entries(0, SIZE - 1));
        storage = shorter;
        assertThat(audit(Optional.of(earlier)).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Fault.Kind.ROLLED_BACK);
            assertThat(fault.details()).containsExactly("70000", "69999");
        });
    }

    @Test
    void missingTilesAndBundlesAreNamed() throws IOException {
        storage.remove(new TilePath(0, 5, 256));
        storage.remove(TilePath.entries(9, 256));
        storage.remove(new TilePath(1, 1, 17));
        assertThat(audit().faults())
                .filteredOn(fault -> fault.kind() == Fault.Kind.MISSING)
                .extracting(Fault::place)
                .containsExactly("tile/0/005", "tile/entries/009", "tile/1/001.p/17");
    }

    @Test
    void aMissingOrDamagedCheckpointIsNamed() throws IOException {
        storage.replaceCheckpoint(new byte[] {1});
        assertThat(kinds(audit())).containsExactly(Fault.Kind.MALFORMED);
        storage.replaceCheckpoint(null);
        assertThat(kinds(audit())).containsExactly(Fault.Kind.MISSING);
    }

    @Test
    void anyBitOfAnyTileThatIsFlippedIsFound() throws IOException {
        for (TilePath path : List.of(
                new TilePath(0, 0, 256),
                new TilePath(0, 273, 112),
                new TilePath(1, 0, 256),
                new TilePath(1, 1, 17),
                new TilePath(2, 0, 1),
                TilePath.entries(273, 112))) {
            byte[] good = storage.read(path).orElseThrow();
            byte[] bad = good.clone();
            bad[TestLog.RANDOM.nextInt(bad.length)] ^= (byte) (1 << TestLog.RANDOM.nextInt(8));
            storage.put(path, bad);
            assertThat(audit().isSound()).as(path.toString()).isFalse();
            storage.put(path, good);
        }
        assertThat(audit().isSound()).isTrue();
    }

    @Test
    void aStorageThatCannotBeReadIsNotCalledSound() throws IOException {
        storage.breakDown();
        assertThat(kinds(audit())).containsExactly(Fault.Kind.UNREADABLE);
    }
}
