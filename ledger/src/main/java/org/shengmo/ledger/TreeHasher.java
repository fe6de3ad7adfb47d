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

    /** Hashes the 64 bytes at {@code offset} of {@code source}, a left hash and the right one, as a node. */
    void node(byte[] source, int offset, byte[] target, int at) {
        System.arraycopy(source, offset, node, 1, 2 * Hash.LENGTH);
        digest.update(node);
        finish(target, at);
    }

    /** The root of the {@code count} hashes at {@code offset}, a power of two of them; the source stays as it is. */
    Hash perfectRoot(byte[] source, int offset, int count) {
        if (count == 1) {
            return Hash.at(source, offset);
        }
        byte[] work = new byte[count / 2 * Hash.LENGTH];
        for (int i = 0; i < count / 2; i++) {
            node(source, offset + i * 2 * Hash.LENGTH, work, i * Hash.LENGTH);
        }
        for (int width = count / 4; width > 0; width /= 2) {
            for (int i = 0; i < width; i++) {
                node(work, i * 2 * Hash.LENGTH, work, i * Hash.LENGTH);
            }
        }
        return Hash.at(work, 0);
    }

    private void finish(byte[] target, int at) {
        try {
            digest.digest(target, at, Hash.LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("room for a hash was allotted", e);
        }
    }
}
