package org.shengmo.bench;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The limit: SHA-256 of the very messages that a tree of entries hashes, one leaf and one node for each, on all cores, with
 * nothing else done. In one stream the same bytes hash faster still, for short messages are padded to blocks.
 */
final class RawHashing {

    private static final int CHUNK = 256;
    private static final int NODE = 65;

    private RawHashing() {}

    /** Hashes the messages of a tree over so many entries, each as long as {@code entry}. @return seconds */
    static double messages(byte[] entry, long count) {
        byte[] leaf = new byte[entry.length + 1];
        System.arraycopy(entry, 0, leaf, 1, entry.length);
        long start = System.nanoTime();
        long odd = LongStream.range(0, count / CHUNK)
                .parallel()
                .map(chunk -> chunk(leaf))
                .sum();
        return seconds(start, odd);
    }

    private static long chunk(byte[] leaf) {
        MessageDigest digest = sha256();
        byte[] hash = new byte[32];
        byte[] node = new byte[NODE];
        try {
            for (int i = 0; i < CHUNK; i++) {
                digest.update(leaf, 0, leaf.length);
                digest.digest(hash, 0, 32);
                digest.update(node, 0, NODE);
                digest.digest(hash, 0, 32);
            }
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
        return hash[0];
    }

    /** Hashes as many bytes in one stream a core. @return seconds */
    static double stream(long bytes) {
        int cores = Runtime.getRuntime().availableProcessors();
        byte[] block = new byte[1 << 20];
        long start = System.nanoTime();
        long odd = IntStream.range(0, cores)
                .parallel()
                .mapToLong(core -> {
                    MessageDigest digest = sha256();
                    for (long left = bytes / cores; left > 0; left -= block.length) {
                        digest.update(block, 0, (int) Math.min(left, block.length));
                    }
                    return digest.digest()[0];
                })
                .sum();
        return seconds(start, odd);
    }

    /** The hashes are looked at, so that they are computed. */
    private static double seconds(long start, long odd) {
        double seconds = (System.nanoTime() - start) / 1e9;
        if (odd == Long.MIN_VALUE) {
            throw new IllegalStateException("a sum of bytes is never so small");
        }
        return seconds;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
