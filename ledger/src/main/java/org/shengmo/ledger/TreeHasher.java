package org.shengmo.ledger;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Tree hashing of RFC 6962 section 2.1 (RFC 9162 section 2.1.1): a leaf is SHA-256(0x00 ‖ entry), a node is
 * SHA-256(0x01 ‖ left ‖ right), the empty tree is SHA-256 of nothing. Not safe for use by several threads at once.
 */
public final class TreeHasher {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final ThreadLocal<TreeHasher> HERE = ThreadLocal.withInitial(TreeHasher::new);

    private final MessageDigest digest = sha256();
    private final byte[] node = new byte[1 + 2 * Hash.LENGTH];
    private final byte[] work = new byte[1 + TilePath.FULL * Hash.LENGTH];

    public TreeHasher() {
        node[0] = NODE;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The hasher of the running thread. */
    static TreeHasher here() {
        return HERE.get();
    }

    /** The root of the tree without entries. */
    public static Hash emptyRoot() {
        return Hash.of(sha256().digest());
    }

    /** The hash of an entry as a leaf. */
    public static Hash leafOf(byte[] entry) {
        byte[] hash = new byte[Hash.LENGTH];
        here().leaf(entry, 0, entry.length, hash, 0);
        return Hash.of(hash);
    }

    /** The hash of the node above {@code left} and {@code right}. */
    public static Hash nodeOf(Hash left, Hash right) {
        TreeHasher hasher = here();
        byte[] hash = new byte[Hash.LENGTH];
        left.copyTo(hasher.node, 1);
        right.copyTo(hasher.node, 1 + Hash.LENGTH);
        hasher.digest.update(hasher.node);
        hasher.finish(hash, 0);
        return Hash.of(hash);
    }

    void leaf(byte[] source, int offset, int length, byte[] target, int at) {
        digest.update(LEAF);
        digest.update(source, offset, length);
        finish(target, at);
    }

    /**
     * Hashes the entry of a bundle whose length stands at {@code at}. The second byte of the length makes room for the
     * leaf's prefix meanwhile, so that nothing is copied; nobody else may read the bundle just then.
     */
    void entry(byte[] bundle, int at, int end, byte[] target, int targetAt) {
        byte length = bundle[at + 1];
        bundle[at + 1] = LEAF;
        digest.update(bundle, at + 1, end - at - 1);
        finish(target, targetAt);
        bundle[at + 1] = length;
    }

    /** The root of the {@code count} hashes at {@code offset}, a power of two of them; the source stays as it is. */
    Hash perfectRoot(byte[] source, int offset, int count) {
        System.arraycopy(source, offset, work, 1, count * Hash.LENGTH);
        for (int width = count / 2; width > 0; width /= 2) {
            for (int i = 0; i < width; i++) {
                // The byte before the pair is spent already, or the spare one: the node's prefix goes there.
                work[2 * i * Hash.LENGTH] = NODE;
                digest.update(work, 2 * i * Hash.LENGTH, 1 + 2 * Hash.LENGTH);
                finish(work, 1 + i * Hash.LENGTH);
            }
        }
        return Hash.at(work, 1);
    }

    private void finish(byte[] target, int at) {
        try {
            digest.digest(target, at, Hash.LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("room for a hash was allotted", e);
        }
    }
}
