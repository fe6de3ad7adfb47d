package org.shengmo.demo;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** What looks like chance and comes out the same every time: drawn from what it is about. */
final class Chance {

    private Chance() {}

    /** A number from 0 to {@code bound - 1} that depends on the words only. */
    static int of(int bound, Object... words) {
        CRC32 sum = new CRC32();
        for (Object word : words) {
            sum.update(word.toString().getBytes(StandardCharsets.UTF_8));
            sum.update('|');
        }
        // A checksum of like words is alike: stir it, or whole groups of people would behave the same.
        long stirred = sum.getValue() * 0x9E3779B97F4A7C15L;
        stirred ^= stirred >>> 32;
        stirred *= 0xD6E8FEB86659FD93L;
        return (int) Long.remainderUnsigned(stirred ^ (stirred >>> 32), bound);
    }
}
