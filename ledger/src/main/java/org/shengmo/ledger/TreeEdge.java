package org.shengmo.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The right edge of a growing tree: the partial tile of every level and the partial entry bundle. That is all one needs
 * to append, whatever the size. A value: appending gives a new edge.
 */
final class TreeEdge {

    private static final int TILE_BYTES = TilePath.FULL * Hash.LENGTH;

    private final long size;
    /** Per level the hashes of its partial tile; a level whose tile is just full stands here empty. */
    private final List<byte[]> tiles;

    private final List<byte[]> entries;

    private TreeEdge(long size, List<byte[]> tiles, List<byte[]> entries) {
        this.size = size;
        this.tiles = List.copyOf(tiles);
        this.entries = List.copyOf(entries);
    }

    static TreeEdge empty() {
        return new TreeEdge(0, List.of(), List.of());
    }

    static TreeEdge read(TileSource source, long size) throws IOException {
        TreeReader reader = new TreeReader(source, size);
        List<byte[]> tiles = new ArrayList<>();
        for (int level = 0; size >>> (8 * level) > 0; level++) {
            long hashes = size >>> (8 * level);
            tiles.add(hashes % TilePath.FULL == 0 ? new byte[0] : reader.tile(level, hashes / TilePath.FULL));
        }
        int width = (int) (size % TilePath.FULL);
        TilePath bundle = TilePath.entries(size / TilePath.FULL, Math.max(width, 1));
        List<byte[]> entries = width == 0 ? List.of() : EntryBundle.decode(TreeReader.read(source, bundle), width);
        return new TreeEdge(size, tiles, entries);
    }

    long size() {
        return size;
    }

    /** RFC 6962 section 2.1, from the smallest perfect subtree at the right to the largest at the left. */
    Hash root() {
        Hash root = null;
        for (byte[] tile : tiles) {
            int width = tile.length / Hash.LENGTH;
            for (int count = 1, end = width; count <= width; count *= 2) {
                if ((width & count) != 0) {
                    end -= count;
                    Hash left = TreeHasher.here().perfectRoot(tile, end * Hash.LENGTH, count);
                    root = root == null ? left : TreeHasher.nodeOf(left, root);
                }
            }
        }
        return root == null ? TreeHasher.emptyRoot() : root;
    }

    /** Appends entries and puts every tile and bundle that is new or wider than before into {@code written}. */
    TreeEdge append(List<byte[]> added, Map<TilePath, byte[]> written) {
        if (added.isEmpty()) {
            return this;
        }
        List<byte[]> pending = entries.isEmpty() ? added : joined(entries, added);
        long firstBundle = size / TilePath.FULL;
        int bundles = (pending.size() + TilePath.FULL - 1) / TilePath.FULL;
        byte[] known = tiles.isEmpty() ? new byte[0] : tiles.get(0);
        List<Leaves> leaves = IntStream.range(0, bundles)
                .parallel()
                .mapToObj(i -> Leaves.of(
                        pending.subList(i * TilePath.FULL, Math.min(pending.size(), (i + 1) * TilePath.FULL)),
                        i == 0 ? known : new byte[0]))
                .toList();
        List<byte[]> grown = new ArrayList<>(tiles);
        byte[] roots = new byte[bundles * Hash.LENGTH];
        int full = 0;
        for (int i = 0; i < bundles; i++) {
            Leaves chunk = leaves.get(i);
            written.put(TilePath.entries(firstBundle + i, chunk.width()), chunk.bundle());
            written.put(new TilePath(0, firstBundle + i, chunk.width()), chunk.tile());
            if (chunk.root() != null) {
                chunk.root().copyTo(roots, full++ * Hash.LENGTH);
            }
        }
        Leaves last = leaves.get(bundles - 1);
        set(grown, 0, last.root() == null ? last.tile() : new byte[0]);
        raise(grown, 1, Arrays.copyOf(roots, full * Hash.LENGTH), firstBundle, written);
        List<byte[]> rest =
                last.root() == null ? pending.subList((bundles - 1) * TilePath.FULL, pending.size()) : List.of();
        return new TreeEdge(size + added.size(), grown, rest);
    }

    /** Adds hashes, of which the first has index {@code first} in its level, to the tiles of a level and those above. */
    private static void raise(List<byte[]> tiles, int level, byte[] hashes, long first, Map<TilePath, byte[]> written) {
        if (hashes.length == 0) {
            return;
        }
        byte[] all = Ed25519.joined(level < tiles.size() ? tiles.get(level) : new byte[0], hashes);
        int full = all.length / TILE_BYTES;
        long firstTile = first / TilePath.FULL;
        byte[] roots = new byte[full * Hash.LENGTH];
        for (int i = 0; i < full; i++) {
            byte[] tile = Arrays.copyOfRange(all, i * TILE_BYTES, (i + 1) * TILE_BYTES);
            written.put(new TilePath(level, firstTile + i, TilePath.FULL), tile);
            TreeHasher.here().perfectRoot(tile, 0, TilePath.FULL).copyTo(roots, i * Hash.LENGTH);
        }
        byte[] rest = Arrays.copyOfRange(all, full * TILE_BYTES, all.length);
        if (rest.length > 0) {
            written.put(new TilePath(level, firstTile + full, rest.length / Hash.LENGTH), rest);
        }
        set(tiles, level, rest);
        raise(tiles, level + 1, roots, firstTile, written);
    }

    private static List<byte[]> joined(List<byte[]> head, List<byte[]> tail) {
        List<byte[]> joined = new ArrayList<>(head.size() + tail.size());
        joined.addAll(head);
        joined.addAll(tail);
        return joined;
    }

    private static void set(List<byte[]> tiles, int level, byte[] hashes) {
        if (level == tiles.size()) {
            tiles.add(hashes);
        } else {
            tiles.set(level, hashes);
        }
    }

    static Map<TilePath, byte[]> nothing() {
        return new LinkedHashMap<>();
    }
}
