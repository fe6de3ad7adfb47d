package org.shengmo.ledger;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The writing side of a log. It never signs a checkpoint that contradicts the one that stands in its storage: it starts
 * from that one, checks it, and storage refuses a second writer. For use by one thread.
 */
public final class Log {

    private final LogStorage storage;
    private final List<NoteSigner> signers;
    private final Trust trust;
    private TreeEdge edge;
    private Checkpoint checkpoint;

    private Log(LogStorage storage, List<NoteSigner> signers, Trust trust, TreeEdge edge, Checkpoint checkpoint) {
        this.storage = storage;
        this.signers = List.copyOf(signers);
        this.trust = trust;
        this.edge = edge;
        this.checkpoint = checkpoint;
    }

    /**
     * Opens a log, and where its storage is empty begins it with a checkpoint of size 0.
     *
     * @param signers the log's keys
     * @param trust by which its own earlier checkpoints are checked
     * @throws UntrustedException where the storage holds a checkpoint or tiles that aren't this log's
     */
    public static Log open(LogStorage storage, List<? extends NoteSigner> signers, Trust trust) throws IOException {
        List<NoteSigner> own = List.copyOf(signers);
        Optional<byte[]> stored = storage.checkpoint();
        if (stored.isEmpty()) {
            TreeHead head = new TreeHead(trust.origin(), 0, TreeHasher.emptyRoot());
            Checkpoint first = Checkpoint.open(Note.sign(head.text(), own), trust);
            storage.commit(Map.of(), first.note().bytes(), Optional.empty());
            return new Log(storage, own, trust, TreeEdge.empty(), first);
        }
        Checkpoint latest = Checkpoint.open(stored.get(), trust);
        TreeEdge edge = TreeEdge.read(storage, latest.size());
        if (!edge.root().equals(latest.root())) {
            throw new UntrustedException(
                    "the tiles at the tree's right edge don't have the root of its checkpoint, size " + latest.size());
        }
        return new Log(storage, own, trust, edge, latest);
    }

    /** The newest checkpoint that is stored. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** The number of entries. */
    public long size() {
        return checkpoint.size();
    }

    /**
     * Appends entries and publishes a checkpoint over them. On an error nothing is appended as far as this object goes;
     * open the log again to learn what is stored.
     */
    public Checkpoint append(List<byte[]> entries) throws IOException {
        Map<TilePath, byte[]> written = TreeEdge.nothing();
        TreeEdge grown = edge.append(entries, written);
        TreeHead head = new TreeHead(trust.origin(), grown.size(), grown.root());
        Checkpoint next = Checkpoint.open(Note.sign(head.text(), signers), trust);
        storage.commit(
                written, next.note().bytes(), Optional.of(checkpoint.note().bytes()));
        edge = grown;
        checkpoint = next;
        return next;
    }

    /** Publishes the newest checkpoint again, with cosignatures. */
    public Checkpoint cosigned(List<NoteSignature> cosignatures) throws IOException {
        Checkpoint next = Checkpoint.open(checkpoint.note().with(cosignatures), trust);
        storage.commit(
                Map.of(), next.note().bytes(), Optional.of(checkpoint.note().bytes()));
        checkpoint = next;
        return next;
    }

    /** The reading side, at the newest checkpoint. */
    public LogReader reader() {
        return new LogReader(storage, checkpoint);
    }
}
