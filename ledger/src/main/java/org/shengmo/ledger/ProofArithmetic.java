package org.shengmo.ledger;

import java.security.MessageDigest;
import java.util.List;

/**
 * Proof checking of RFC 9162 sections 2.1.3.2 and 2.1.4.2 on bare values. Sizes and indexes are unsigned. Outside this
 * package a proof is checked only with the checkpoint it belongs to: {@link Inclusion}, {@link Consistency}.
 */
final class ProofArithmetic {

    private ProofArithmetic() {}

    static void checkInclusion(long index, long size, byte[] leafHash, List<byte[]> proof, byte[] root) {
        if (Long.compareUnsigned(index, size) >= 0) {
            throw new UntrustedException("entry " + Long.toUnsignedString(index) + " is not in a tree of size "
                    + Long.toUnsignedString(size));
        }
        Hash hash = Hash.of(leafHash);
        int inner = Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
        expectLength(proof, inner + bitsAbove(index, inner));
        for (int i = 0; i < proof.size(); i++) {
            Hash sibling = Hash.of(proof.get(i));
            boolean right = i < inner && ((index >>> i) & 1) == 0;
            hash = right ? TreeHasher.nodeOf(hash, sibling) : TreeHasher.nodeOf(sibling, hash);
        }
        expectRoot(hash, root, "the proof leads to another root than the tree's");
    }

    /** A tree of size 0 is a prefix of every tree, so that a proof from it proves nothing and is refused. */
    static void checkConsistency(long older, long newer, byte[] olderRoot, byte[] newerRoot, List<byte[]> proof) {
        if (older == newer) {
            expectLength(proof, 0);
            if (!MessageDigest.isEqual(olderRoot, newerRoot)) {
                throw new UntrustedException(
                        "two trees of the same size " + Long.toUnsignedString(older) + " have different roots");
            }
            return;
        }
        if (Long.compareUnsigned(older, newer) > 0 || older == 0) {
            throw new UntrustedException("no proof leads from size " + Long.toUnsignedString(older) + " to size "
                    + Long.toUnsignedString(newer));
        }
        int level = Long.numberOfTrailingZeros(older);
        long path = (older - 1) >>> level;
        int inner = Long.SIZE - Long.numberOfLeadingZeros((older - 1) ^ (newer - 1)) - level;
        boolean perfect = older == 1L << level;
        int start = perfect ? 0 : 1;
        expectLength(proof, start + inner + bitsAbove(path, inner));
        Hash olderHash = Hash.of(perfect ? olderRoot : proof.get(0));
        Hash newerHash = olderHash;
        for (int i = 0; i + start < proof.size(); i++) {
            Hash sibling = Hash.of(proof.get(i + start));
            if (i < inner && ((path >>> i) & 1) == 0) {
                newerHash = TreeHasher.nodeOf(newerHash, sibling);
            } else {
                olderHash = TreeHasher.nodeOf(sibling, olderHash);
                newerHash = TreeHasher.nodeOf(sibling, newerHash);
            }
        }
        expectRoot(olderHash, olderRoot, "the proof leads to another root than the older tree's");
        expectRoot(newerHash, newerRoot, "the proof leads to another root than the newer tree's");
    }

    private static int bitsAbove(long path, int shift) {
        return shift >= Long.SIZE ? 0 : Long.bitCount(path >>> shift);
    }

    private static void expectLength(List<byte[]> proof, int length) {
        if (proof.size() != length) {
            throw new UntrustedException("the proof has " + proof.size() + " hashes, not " + length);
        }
    }

    private static void expectRoot(Hash computed, byte[] root, String otherwise) {
        if (!MessageDigest.isEqual(computed.bytes(), root)) {
            throw new UntrustedException(otherwise);
        }
    }
}
