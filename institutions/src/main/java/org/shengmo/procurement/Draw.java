package org.shengmo.procurement;

import java.util.Comparator;
import java.util.List;
import org.shengmo.docket.Sha256;

/**
 * A draw that anyone can compute again. The pool is fixed on record after the deadline and before opening; the seed joins
 * the root that the log had with that entry in it, which is fixed before any bid is readable, with the random numbers in the
 * bids, which were fixed before that root was there. Nobody who lacks one of them can choose the outcome.
 */
public final class Draw {

    private Draw() {}

    /** The hash of a pool that goes on record: SHA-256 of the codes in order, one a line. */
    public static String poolHash(List<String> codes) {
        return Sha256.hex(String.join("\n", codes) + "\n");
    }

    /**
     * The seed: SHA-256 of lines {@code shengmo-draw-v1}, the root in base 64 (empty where no log is kept), the nonces in
     * ascending order.
     */
    public static String seed(String root, List<String> nonces) {
        return Sha256.hex("shengmo-draw-v1\n" + root + "\n"
                + String.join("\n", nonces.stream().sorted().toList()) + "\n");
    }

    /** What a code is ordered by: SHA-256 of the seed, a space and the code, in hex. */
    public static String lot(String seed, String code) {
        return Sha256.hex(seed + " " + code);
    }

    /** The pool in the order of the draw. */
    public static List<String> order(String seed, List<String> pool) {
        return pool.stream()
                .sorted(Comparator.comparing(code -> lot(seed, code)))
                .toList();
    }
}
