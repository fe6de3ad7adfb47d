package org.shengmo.bench;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
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

    /** The entries as the messages that a tree hashes for its leaves. */
    static List<byte[]> messages(List<byte[]> entries) {
        return entries.stream()
                .map(entry -> {
                    byte[] leaf = new byte[entry.length + 1];
                    System.arraycopy(entry, 0, leaf, 1, entry.length);
                    return leaf;
                })
                .toList();
    }

    /**
     * Hashes all messages so many times, and a node for each.
     *
     * @return seconds
     */
    static double hash(List<byte[]> messages, int times) {
        int chunks = messages.size() / CHUNK;
        long start = System.nanoTime();
        long odd = LongStream.range(0, (long) chunks * times)
                .parallel()
                .map(chunk -> chunk(messages, (int) (chunk % chunks) * CHUNK))
                .sum();
        return seconds(start, odd);
    }

    private static long chunk(List<byte[]> messages, int from) {
        MessageDigest digest = sha256();
        byte[] hash = new byte[32];
        byte[] node = new byte[NODE];
        try {
            for (int i = from; i < from + CHUNK; i++) {
                byte[] message = messages.get(i);
                digest.update(message, 0, message.length);
                digest.digest(hash, 0, 32);
                digest.update(node, 0, NODE);
                digest.digest(hash, 0, 32);
            }
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
        return hash[0];
    }

    /**
     * Hashes as many bytes in one stream a core.
     *
     * @return seconds
     */
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
