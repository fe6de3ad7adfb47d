package org.shengmo.ledger;

/**
 * Where a tile or an entry bundle stands under a log's prefix, C2SP tlog-tiles: {@code tile/<L>/<N>[.p/<W>]} and
 * {@code tile/entries/<N>[.p/<W>]}.
 *
 * @param level 0 to 63, or {@link #ENTRIES} for an entry bundle
 * @param index of the tile in its level
 * @param width hashes or entries in it, 1 to 256; below 256 it is partial
 */
public record TilePath(int level, long index, int width) {

    /** Hashes in a full tile, entries in a full bundle. */
    public static final int FULL = 256;

    /** The level that stands for entry bundles. */
    public static final int ENTRIES = -1;

    private static final int HIGHEST = 63;
    private static final String PREFIX = "tile/";

    public TilePath {
        if (level < ENTRIES || level > HIGHEST || index < 0 || width < 1 || width > FULL) {
            throw new MalformedException("no tile has level " + level + ", index " + index + ", width " + width);
        }
    }

    public static TilePath entries(long index, int width) {
        return new TilePath(ENTRIES, index, width);
    }

    public boolean isEntries() {
        return level == ENTRIES;
    }

    public boolean isFull() {
        return width == FULL;
    }

    /** The same tile when it is full. */
    public TilePath full() {
        return new TilePath(level, index, FULL);
    }

    /** Reads a path as {@link #toString()} writes it and in no other way. */
    public static TilePath parse(String path) {
        if (!path.startsWith(PREFIX)) {
            throw new MalformedException("not the path of a tile: " + Quoted.of(path));
        }
        int slash = path.indexOf('/', PREFIX.length());
        if (slash < 0) {
            throw new MalformedException("not the path of a tile: " + Quoted.of(path));
        }
        String level = path.substring(PREFIX.length(), slash);
        String rest = path.substring(slash + 1);
        int partial = rest.indexOf(".p/");
        TilePath parsed = new TilePath(
                level.equals("entries") ? ENTRIES : level(level),
                index(partial < 0 ? rest : rest.substring(0, partial)),
                partial < 0 ? FULL : width(rest.substring(partial + 3)));
        if (!parsed.toString().equals(path)) {
            throw new MalformedException("not the canonical path of a tile: " + Quoted.of(path));
        }
        return parsed;
    }

    private static int level(String text) {
        return (int) Math.min(Decimal.parse(text), HIGHEST + 1L);
    }

    private static int width(String text) {
        return (int) Math.min(Decimal.parse(text), FULL + 1L);
    }

    private static long index(String text) {
        StringBuilder digits = new StringBuilder();
        for (String part : text.split("/", -1)) {
            digits.append(part.startsWith("x") ? part.substring(1) : part);
        }
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return Decimal.parse(digits.substring(start));
    }

    /** The path relative to the log's prefix. */
    @Override
    public String toString() {
        StringBuilder elements = new StringBuilder(threeDigits(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            elements.insert(0, "x" + threeDigits(rest % 1000) + "/");
        }
        return PREFIX + (isEntries() ? "entries" : level) + "/" + elements + (isFull() ? "" : ".p/" + width);
    }

    private static String threeDigits(long value) {
        return Long.toString(1000 + value).substring(1);
    }
}
