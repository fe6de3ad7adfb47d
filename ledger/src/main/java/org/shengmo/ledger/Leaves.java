package org.shengmo.ledger;

import java.util.List;

/** Up to 256 entries as they are stored: their bundle, their level-0 tile and, where it is full, its root. */
final class Leaves {

    private final byte[] bundle;
    private final byte[] tile;
    private final Hash root;

    private Leaves(byte[] bundle, byte[] tile, Hash root) {
        this.bundle = bundle;
        this.tile = tile;
        this.root = root;
    }

    /** Hashes the entries, but for those at the front whose hashes are known already. */
    static Leaves of(List<byte[]> entries, byte[] known) {
        TreeHasher hasher = TreeHasher.here();
        byte[] bundle = EntryBundle.encode(entries);
        byte[] tile = new byte[entries.size() * Hash.LENGTH];
        System.arraycopy(known, 0, tile, 0, known.length);
        for (int i = 0, at = 0, end; i < entries.size(); i++, at = end) {
            end = EntryBundle.end(bundle, at, i);
            if (i * Hash.LENGTH >= known.length) {
                hasher.entry(bundle, at, end, tile, i * Hash.LENGTH);
            }
        }
        boolean full = entries.size() == TilePath.FULL;
        return new Leaves(bundle, tile, full ? hasher.perfectRoot(tile, 0, TilePath.FULL) : null);
    }

    int width() {
        return tile.length / Hash.LENGTH;
    }

    byte[] bundle() {
        return bundle;
    }

    byte[] tile() {
        return tile;
    }

    /** Null where the tile is partial. */
    Hash root() {
        return root;
    }
}
