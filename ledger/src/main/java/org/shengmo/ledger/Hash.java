package org.shengmo.ledger;

import java.security.MessageDigest;
import java.util.Arrays;

/** A hash of the tree: the 32 bytes of a SHA-256. */
public final class Hash {

    /** Bytes in a hash. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies 32 bytes; any other number of them is refused. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new MalformedException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** Copies the 32 bytes that start at {@code offset}. */
    public static Hash at(byte[] source, int offset) {
        return new Hash(Arrays.copyOfRange(source, offset, offset + LENGTH));
    }

    /** Reads the base 64 of 32 bytes. */
    public static Hash parse(String base64) {
        return of(StrictBase64.decode(base64));
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, LENGTH);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The base 64 of the hash, as checkpoints and proofs write it. */
    @Override
    public String toString() {
        return StrictBase64.encode(bytes);
    }
}
