package org.shengmo.ledger;

import java.util.List;

/** That an entry stands in the log at an index, proved against a checkpoint: there is no other way to get one. */
public final class Inclusion {

    private final Checkpoint checkpoint;
    private final long index;
    private final Hash leaf;
    private final List<Hash> proof;

    private Inclusion(Checkpoint checkpoint, long index, Hash leaf, List<Hash> proof) {
        this.checkpoint = checkpoint;
        this.index = index;
        this.leaf = leaf;
        this.proof = List.copyOf(proof);
    }

    /**
     * Checks a proof, RFC 9162 section 2.1.3.2.
     *
     * @param leaf hash of the entry, {@link TreeHasher#leafOf}
     * @throws UntrustedException where it doesn't prove it
     */
    public static Inclusion verify(Checkpoint checkpoint, long index, Hash leaf, List<Hash> proof) {
        List<byte[]> hashes = proof.stream().map(Hash::bytes).toList();
        ProofArithmetic.checkInclusion(
                index,
                checkpoint.size(),
                leaf.bytes(),
                hashes,
                checkpoint.root().bytes());
        return new Inclusion(checkpoint, index, leaf, proof);
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    public long index() {
        return index;
    }

    public Hash leaf() {
        return leaf;
    }

    /** From the leaf's sibling to the root's child. */
    public List<Hash> proof() {
        return proof;
    }

    /** The proof in the form that is handed out. */
    public TlogProof toTlogProof() {
        return new TlogProof(new byte[0], index, proof, checkpoint.note());
    }
}
