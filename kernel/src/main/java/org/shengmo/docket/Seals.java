package org.shengmo.docket;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.shengmo.ledger.Checkpoint;
import org.shengmo.ledger.Receipt;
import org.shengmo.ledger.TileSource;

/** Entries' places in the transparency log, and the proofs of them. */
public interface Seals {

    /** The index of an entry in the log; nothing while it waits to be sealed, which takes a second at most. */
    Optional<Long> index(long entry);

    /**
     * The receipt of an entry: public text, proof and newest checkpoint, and, where it is asked for and not erased, what
     * the entry says with its salt. Whoever gets the latter learns everything; ask whether they may first.
     *
     * @param shown whether what the entry says goes with it
     * @return nothing for an entry that doesn't exist or isn't sealed yet
     * @throws IOException where the log can't be read
     */
    Optional<Receipt> receipt(long entry, boolean shown) throws IOException;

    /** The newest checkpoint; nothing before the first. */
    Optional<Checkpoint> checkpoint() throws IOException;

    /**
     * The root that the log had when it was so many entries large, in base 64; nothing while it is smaller.
     *
     * @throws IOException where the log can't be read
     */
    Optional<String> rootAt(long size) throws IOException;

    /** The log as it is served: unchecked, for anyone. */
    TileSource source();

    /** The keys by which anyone checks the log, as verifier keys, the Ed25519 one first. */
    List<String> verifierKeys();

    /** Why sealing doesn't work at present, in the words of what failed; nothing while it does. */
    Optional<String> trouble();

    /** How many entries wait to be sealed. */
    long waiting();
}
