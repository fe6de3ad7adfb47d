package org.shengmo.ledger;

import java.util.List;

/** That a log only grew from one checkpoint to another, proved: there is no other way to get one. */
public final class Consistency {

    private final Checkpoint older;
    private final Checkpoint newer;

    private Consistency(Checkpoint older, Checkpoint newer) {
        this.older = older;
        this.newer = newer;
    }

    /**
     * Checks a proof, RFC 9162 section 2.1.4.2. From an empty tree there is nothing to prove, and the proof is empty.
     *
     * @throws UntrustedException where it doesn't prove it
     */
    public static Consistency verify(Checkpoint older, Checkpoint newer, List<Hash> proof) {
        if (!older.origin().equals(newer.origin())) {
            throw new UntrustedException("the checkpoints are of two logs, " + Quoted.of(older.origin()) + " and "
                    + Quoted.of(newer.origin()));
        }
        check(older.head(), newer.head(), proof);
        return new Consistency(older, newer);
    }

    static void check(TreeHead older, TreeHead newer, List<Hash> proof) {
        if (older.size() == 0 && newer.size() > 0) {
            if (!proof.isEmpty()) {
                throw new UntrustedException("a proof from an empty tree is empty");
            }
            return;
        }
        ProofArithmetic.checkConsistency(
                older.size(),
                newer.size(),
                older.root().bytes(),
                newer.root().bytes(),
                proof.stream().map(Hash::bytes).toList());
    }

    public Checkpoint older() {
        return older;
    }

    public Checkpoint newer() {
        return newer;
    }
}
