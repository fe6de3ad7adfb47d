package org.shengmo.ledger;

import java.io.IOException;

/** Reads entries and proofs of a log at one checkpoint; everything it gives has been checked against it. */
public final class LogReader {

    private final Checkpoint checkpoint;
    private final TreeReader tree;

    public LogReader(TileSource source, Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
        this.tree = new TreeReader(source, checkpoint.size());
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** Proves that the entry with this leaf hash stands at an index. */
    public Inclusion inclusion(long index, Hash leaf) throws IOException {
        return Inclusion.verify(checkpoint, index, leaf, tree.inclusion(index));
    }

    /** Reads the entry at an index and proves it. */
    public byte[] entry(long index) throws IOException {
        byte[] entry = tree.entry(index);
        Inclusion.verify(checkpoint, index, TreeHasher.leafOf(entry), tree.inclusion(index));
        return entry;
    }

    /** Proves that the log only grew since an earlier checkpoint. */
    public Consistency since(Checkpoint older) throws IOException {
        if (older.size() > checkpoint.size()) {
            throw new UntrustedException("the log went back from size " + older.size() + " to " + checkpoint.size());
        }
        return Consistency.verify(older, checkpoint, tree.consistency(older.size()));
    }
}
