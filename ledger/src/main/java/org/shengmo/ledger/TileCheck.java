package org.shengmo.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What was found about one level-0 tile and its entry bundle.
 *
 * @param index of the tile
 * @param readable whether the tile could be read, so that the tree's root can still be computed
 * @param root of the tile where it is full and could be read
 */
record TileCheck(List<Fault> faults, long index, long bytes, boolean readable, Optional<Hash> root) {

    /** A bundle's entries against the hashes of their level-0 tile. */
    static TileCheck entries(TileSource source, long index, long size) {
        int width = TreeReader.width(TilePath.ENTRIES, index, size);
        TilePath bundlePath = TilePath.entries(index, width);
        TilePath tilePath = new TilePath(0, index, width);
        List<Fault> faults = new ArrayList<>();
        Optional<byte[]> bundle = read(source, bundlePath, faults);
        Optional<byte[]> tile = read(source, tilePath, faults);
        if (bundle.isPresent() && tile.isPresent()) {
            try {
                compare(bundle.get(), tile.get(), bundlePath, faults);
            } catch (MalformedException e) {
                faults.add(Fault.of(Fault.Kind.MALFORMED, bundlePath.toString(), e.getMessage()));
            }
        }
        Optional<Hash> root = tile.filter(hashes -> width == TilePath.FULL)
                .map(hashes -> TreeHasher.here().perfectRoot(hashes, 0, TilePath.FULL));
        return new TileCheck(faults, index, length(bundle) + length(tile), tile.isPresent(), root);
    }

    private static void compare(byte[] bundle, byte[] tile, TilePath path, List<Fault> faults) {
        if (!same(bundle, tile, path)) {
            faults.addAll(BundleDifference.of(bundle, tile, path));
        }
    }

    private static boolean same(byte[] bundle, byte[] tile, TilePath path) {
        TreeHasher hasher = TreeHasher.here();
        byte[] leaf = new byte[Hash.LENGTH];
        int at = 0;
        for (int i = 0; i < path.width(); i++) {
            if (at >= bundle.length) {
                return false;
            }
            int end = EntryBundle.end(bundle, at, i);
            hasher.entry(bundle, at, end, leaf, 0);
            if (!Arrays.equals(leaf, 0, Hash.LENGTH, tile, i * Hash.LENGTH, (i + 1) * Hash.LENGTH)) {
                return false;
            }
            at = end;
        }
        return at == bundle.length;
    }

    private static long length(Optional<byte[]> resource) {
        return resource.map(bytes -> (long) bytes.length).orElse(0L);
    }

    static Optional<byte[]> read(TileSource source, TilePath path, List<Fault> faults) {
        try {
            return Optional.of(TreeReader.read(source, path));
        } catch (MalformedException e) {
            faults.add(Fault.of(Fault.Kind.MALFORMED, path.toString(), e.getMessage()));
        } catch (UntrustedException e) {
            faults.add(Fault.of(Fault.Kind.MISSING, path.toString()));
        } catch (IOException e) {
            faults.add(Fault.of(Fault.Kind.UNREADABLE, path.toString(), e));
        }
        return Optional.empty();
    }
}
