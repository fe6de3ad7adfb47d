package org.shengmo.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads hashes and proofs of a tree of one size from its tiles. What it computes is worth as much as the tiles:
 * {@link Inclusion} and {@link Consistency} check it against a checkpoint. For use by one thread.
 */
public final class TreeReader {

    private static final int TILE_HEIGHT = 8;
    private static final int CACHED = 64;

    private final TileSource source;
    private final long size;
    private final Map<TilePath, byte[]> cache = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, byte[]> eldest) {
            return size() > CACHED;
        }
    };

    public TreeReader(TileSource source, long size) {
        this.source = source;
        this.size = size;
    }

    /** The width that a tile has in a tree of this size; 0 where the tree doesn't have it. */
    public static int width(int level, long index, long size) {
        int shift = TILE_HEIGHT * Math.max(level, 0);
        long hashes = shift >= Long.SIZE ? 0 : size >>> shift;
        return index > hashes / TilePath.FULL ? 0 : (int) Math.min(TilePath.FULL, hashes - index * TilePath.FULL);
    }

    /** RFC 6962 section 2.1: the root of the tree. */
    public Hash root() throws IOException {
        return rootAt(size);
    }

    /** The root that the tree had when it was {@code older} entries large, from the tiles of this size. */
    public Hash rootAt(long older) throws IOException {
        if (older < 0 || older > size) {
            throw new IllegalArgumentException("size " + older + " is not within the tree of size " + size);
        }
        return older == 0 ? TreeHasher.emptyRoot() : range(0, older);
    }

    /** RFC 6962 section 2.1.1: from the sibling of leaf {@code index} up to the root's child. */
    public List<Hash> inclusion(long index) throws IOException {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("entry " + index + " is not in a tree of size " + size);
        }
        List<Hash> proof = new ArrayList<>();
        path(index, 0, size, proof);
        return proof;
    }

    private void path(long index, long start, long end, List<Hash> proof) throws IOException {
        if (end - start == 1) {
            return;
        }
        long middle = start + split(end - start);
        if (index < middle) {
            path(index, start, middle, proof);
            proof.add(range(middle, end));
        } else {
            path(index, middle, end, proof);
            proof.add(range(start, middle));
        }
    }

    /** RFC 6962 section 2.1.2: that the tree of size {@code older} is a prefix of this one; empty from size 0. */
    public List<Hash> consistency(long older) throws IOException {
        if (older < 0 || older > size) {
            throw new IllegalArgumentException("size " + older + " is not within the tree of size " + size);
        }
        List<Hash> proof = new ArrayList<>();
        if (older > 0) {
            subproof(older, 0, size, true, proof);
        }
        return proof;
    }

    private void subproof(long older, long start, long end, boolean whole, List<Hash> proof) throws IOException {
        if (older == end) {
            if (!whole) {
                proof.add(range(start, end));
            }
            return;
        }
        long middle = start + split(end - start);
        if (older <= middle) {
            subproof(older, start, middle, whole, proof);
            proof.add(range(middle, end));
        } else {
            subproof(older, middle, end, false, proof);
            proof.add(range(start, middle));
        }
    }

    /** The largest power of two below {@code count}. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }

    private Hash range(long start, long end) throws IOException {
        long count = end - start;
        if (Long.bitCount(count) == 1) {
            int height = Long.numberOfTrailingZeros(count);
            return node(height, start >>> height);
        }
        long middle = start + split(count);
        return TreeHasher.nodeOf(range(start, middle), range(middle, end));
    }

    /** The hash of the perfect subtree of 2^height leaves that starts at leaf {@code index · 2^height}. */
    private Hash node(int height, long index) throws IOException {
        int within = height % TILE_HEIGHT;
        long first = index << within;
        byte[] tile = tile(height / TILE_HEIGHT, first / TilePath.FULL);
        return TreeHasher.here().perfectRoot(tile, (int) (first % TilePath.FULL) * Hash.LENGTH, 1 << within);
    }

    /** The hashes of a tile as far as a tree of this size has them. */
    byte[] tile(int level, long index) throws IOException {
        TilePath path = new TilePath(level, index, width(level, index, size));
        byte[] cached = cache.get(path);
        if (cached == null) {
            cached = read(source, path);
            cache.put(path, cached);
        }
        return cached;
    }

    /** The entries of a bundle as far as a tree of this size has them, unchecked. */
    public List<byte[]> entries(long bundle) throws IOException {
        int width = width(TilePath.ENTRIES, bundle, size);
        return EntryBundle.decode(read(source, TilePath.entries(bundle, width)), width);
    }

    /** The entry at an index, unchecked. */
    public byte[] entry(long index) throws IOException {
        return entries(index / TilePath.FULL).get((int) (index % TilePath.FULL));
    }

    /** Reads a tile or bundle; a partial one that is gone is cut from the full one, as tlog-tiles allows. */
    static byte[] read(TileSource source, TilePath path) throws IOException {
        Optional<byte[]> exact = source.read(path);
        if (exact.isPresent()) {
            return path.isEntries() ? exact.get() : checked(exact.get(), path);
        }
        Optional<byte[]> full = path.isFull() ? Optional.empty() : source.read(path.full());
        if (full.isEmpty()) {
            throw new UntrustedException(path + " is missing");
        }
        return path.isEntries()
                ? EntryBundle.prefix(full.get(), path.width())
                : Arrays.copyOf(checked(full.get(), path.full()), path.width() * Hash.LENGTH);
    }

    private static byte[] checked(byte[] tile, TilePath path) {
        if (tile.length != path.width() * Hash.LENGTH) {
            throw new MalformedException(path + " has " + tile.length + " bytes, not " + path.width() * Hash.LENGTH);
        }
        return tile;
    }
}
