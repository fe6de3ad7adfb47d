package org.shengmo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TreeProperties {

    private static Log logOf(MemoryStorage storage, List<Integer> batches) throws IOException {
        Log log = Log.open(storage, List.of(TestLog.SIGNER), TestLog.TRUST);
        for (int batch : batches) {
            log.append(TestLog.entries(log.size(), log.size() + batch));
        }
        return log;
    }

    @Property(tries = 60)
    void whateverTheBatchesTheRootIsTheNaiveTrees(@ForAll @Size(max = 6) List<@IntRange(max = 600) Integer> batches)
            throws IOException {
        MemoryStorage storage = new MemoryStorage();
        Log log = logOf(storage, batches);
        List<byte[]> entries = TestLog.entries(0, log.size());
        assertThat(log.checkpoint().root()).isEqualTo(NaiveTree.root(entries));
        assertThat(new TreeReader(storage, log.size()).root())
                .isEqualTo(log.checkpoint().root());
        assertThat(Log.open(storage, List.of(TestLog.SIGNER), TestLog.TRUST).size())
                .isEqualTo(log.size());
    }

    @Property(tries = 60)
    void proofsAreTheNaiveTreesAndVerify(
            @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 400) Integer> batches,
            @ForAll @IntRange(max = 1199) int any,
            @ForAll @IntRange(max = 1199) int other)
            throws IOException {
        MemoryStorage storage = new MemoryStorage();
        Log log = logOf(storage, batches);
        int size = (int) log.size();
        int index = any % size;
        List<byte[]> entries = TestLog.entries(0, size);
        Inclusion inclusion = log.reader().inclusion(index, TreeHasher.leafOf(entries.get(index)));
        assertThat(inclusion.proof()).isEqualTo(NaiveTree.path(index, entries));
        assertThat(log.reader().entry(index)).isEqualTo(entries.get(index));
        int older = 1 + other % size;
        Checkpoint earlier = TestLog.checkpoint(older, NaiveTree.root(entries.subList(0, older)));
        assertThat(new TreeReader(storage, size).consistency(older)).isEqualTo(NaiveTree.proof(older, entries));
        assertThat(log.reader().since(earlier).newer()).isEqualTo(log.checkpoint());
    }

    @Property(tries = 60)
    void noOtherLeafIndexOrProofVerifies(
            @ForAll @IntRange(min = 1, max = 300) int size,
            @ForAll @IntRange(max = 299) int any,
            @ForAll @IntRange(min = 1, max = 299) int shift,
            @ForAll int bit)
            throws IOException {
        Log log = logOf(new MemoryStorage(), List.of(size));
        int index = any % size;
        Inclusion good = log.reader().inclusion(index, TreeHasher.leafOf(TestLog.entry(index)));
        Checkpoint checkpoint = log.checkpoint();
        assertThatThrownBy(() ->
                        Inclusion.verify(checkpoint, index, TreeHasher.leafOf(TestLog.entry(index + 1)), good.proof()))
                .isInstanceOf(UntrustedException.class);
        assertThatThrownBy(() -> Inclusion.verify(checkpoint, index + shift, good.leaf(), good.proof()))
                .isInstanceOf(UntrustedException.class);
        if (!good.proof().isEmpty()) {
            List<Hash> changed = new ArrayList<>(good.proof());
            int at = Math.floorMod(bit, changed.size());
            byte[] hash = changed.get(at).bytes();
            hash[Math.floorMod(bit >> 8, hash.length)] ^= (byte) (1 << Math.floorMod(bit, 8));
            changed.set(at, Hash.of(hash));
            assertThatThrownBy(() -> Inclusion.verify(checkpoint, index, good.leaf(), changed))
                    .isInstanceOf(UntrustedException.class);
        }
    }

    @Property(tries = 40)
    void aForkHasNoConsistencyProof(
            @ForAll @IntRange(min = 2, max = 500) int size,
            @ForAll @IntRange(max = 499) int changed,
            @ForAll @IntRange(min = 1, max = 500) int earlier)
            throws IOException {
        MemoryStorage storage = new MemoryStorage();
        Log log = logOf(storage, List.of(size));
        int older = 1 + earlier % size;
        List<byte[]> fork = new ArrayList<>(TestLog.entries(0, older));
        fork.set(changed % older, TestLog.entry(-1));
        Checkpoint forked = TestLog.checkpoint(older, NaiveTree.root(fork));
        assertThatThrownBy(() -> log.reader().since(forked)).isInstanceOf(UntrustedException.class);
    }

    @Property(tries = 200)
    void everyTilePathReadsBackAndNoOtherFormIsTaken(
            @ForAll @IntRange(min = -1, max = 63) int level,
            @ForAll long anyIndex,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        TilePath path = new TilePath(level, anyIndex & Long.MAX_VALUE, width);
        assertThat(TilePath.parse(path.toString())).isEqualTo(path);
        assertThatThrownBy(() -> TilePath.parse(path + "/")).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> TilePath.parse(path.toString().replaceFirst("/", "//")))
                .isInstanceOf(MalformedException.class);
    }

    @Property(tries = 100)
    void bundlesReadBack(@ForAll @Size(max = 256) List<byte[]> entries) {
        byte[] bundle = EntryBundle.encode(entries);
        List<byte[]> decoded = EntryBundle.decode(bundle, entries.size());
        assertThat(decoded).usingElementComparator(Arrays::compare).isEqualTo(entries);
        if (bundle.length > 0) {
            assertThatThrownBy(() -> EntryBundle.decode(Arrays.copyOf(bundle, bundle.length - 1), entries.size()))
                    .isInstanceOf(MalformedException.class);
        }
    }
}
