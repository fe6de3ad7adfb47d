package org.shengmo.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Entry bundles of C2SP tlog-tiles: each entry is preceded by its length in bytes as a big-endian uint16. */
public final class EntryBundle {

    /** The longest entry that a bundle can hold, in bytes. */
    public static final int LONGEST_ENTRY = 0xFFFF;

    private EntryBundle() {}

    public static byte[] encode(List<byte[]> entries) {
        int length = 0;
        for (byte[] entry : entries) {
            checkLength(entry);
            length += 2 + entry.length;
        }
        byte[] bundle = new byte[length];
        int at = 0;
        for (byte[] entry : entries) {
            bundle[at] = (byte) (entry.length >>> 8);
            bundle[at + 1] = (byte) entry.length;
            System.arraycopy(entry, 0, bundle, at + 2, entry.length);
            at += 2 + entry.length;
        }
        return bundle;
    }

    static void checkLength(byte[] entry) {
        if (entry.length > LONGEST_ENTRY) {
            throw new MalformedException("an entry has at most 65535 bytes, not " + entry.length);
        }
    }

    /** Reads exactly {@code width} entries; a byte more or less is refused. */
    public static List<byte[]> decode(byte[] bundle, int width) {
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (at < bundle.length && entries.size() < width) {
            int end = end(bundle, at, entries.size());
            entries.add(Arrays.copyOfRange(bundle, at + 2, end));
            at = end;
        }
        if (entries.size() != width || at != bundle.length) {
            throw new MalformedException("an entry bundle of width " + width + " holds "
                    + (at < bundle.length ? "more" : String.valueOf(entries.size())));
        }
        return entries;
    }

    /** The bundle's first {@code width} entries, still encoded. */
    public static byte[] prefix(byte[] bundle, int width) {
        int at = 0;
        for (int i = 0; i < width; i++) {
            if (at >= bundle.length) {
                throw new MalformedException("an entry bundle holds " + i + " entries, not " + width);
            }
            at = end(bundle, at, i);
        }
        return Arrays.copyOf(bundle, at);
    }

    static int end(byte[] bundle, int at, int entry) {
        if (at + 2 > bundle.length) {
            throw new MalformedException("an entry bundle is cut off in the length of its entry " + entry);
        }
        int end = at + 2 + (((bundle[at] & 0xFF) << 8) | (bundle[at + 1] & 0xFF));
        if (end > bundle.length) {
            throw new MalformedException("an entry bundle is cut off in its entry " + entry);
        }
        return end;
    }
}
