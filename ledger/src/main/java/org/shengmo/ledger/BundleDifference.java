package org.shengmo.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names what was done to a bundle whose entries aren't those that its tile has the hashes of. */
final class BundleDifference {

    private final TilePath path;
    private final List<Hash> sealed;
    private final List<Hash> found;

    private BundleDifference(TilePath path, List<Hash> sealed, List<Hash> found) {
        this.path = path;
        this.sealed = sealed;
        this.found = found;
    }

    /** @throws MalformedException where the bundle isn't one, however many entries it has */
    static List<Fault> of(byte[] bundle, byte[] tile, TilePath path) {
        List<Hash> sealed = new ArrayList<>();
        for (int i = 0; i < path.width(); i++) {
            sealed.add(Hash.at(tile, i * Hash.LENGTH));
        }
        List<Hash> found = new ArrayList<>();
        for (int at = 0, next; at < bundle.length; at = next) {
            next = EntryBundle.end(bundle, at, found.size());
            found.add(TreeHasher.leafOf(Arrays.copyOfRange(bundle, at + 2, next)));
        }
        return new BundleDifference(path, sealed, found).faults();
    }

    private List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (found.size() < sealed.size() && without(sealed, found, Fault.Kind.ENTRY_DELETED, faults)) {
            return faults;
        }
        if (found.size() > sealed.size() && without(found, sealed, Fault.Kind.ENTRY_ADDED, faults)) {
            return faults;
        }
        faults.clear();
        if (found.size() != sealed.size()) {
            String message = "an entry bundle holds " + found.size() + " entries, not " + sealed.size();
            faults.add(Fault.of(Fault.Kind.MALFORMED, path.toString(), message));
        }
        changed(faults);
        return faults;
    }

    /** Whether the longer list is the shorter one with entries more, which are told. */
    private boolean without(List<Hash> longer, List<Hash> shorter, Fault.Kind kind, List<Fault> faults) {
        int at = 0;
        for (int i = 0; i < longer.size(); i++) {
            if (at < shorter.size() && longer.get(i).equals(shorter.get(at))) {
                at++;
            } else {
                faults.add(Fault.of(kind, path.toString(), first() + i, longer.get(i)));
            }
        }
        return at == shorter.size();
    }

    private void changed(List<Fault> faults) {
        Map<Hash, Integer> places = new HashMap<>();
        for (int i = sealed.size() - 1; i >= 0; i--) {
            places.put(sealed.get(i), i);
        }
        for (int i = 0; i < Math.min(found.size(), sealed.size()); i++) {
            Hash hash = found.get(i);
            if (hash.equals(sealed.get(i))) {
                continue;
            }
            Integer place = places.get(hash);
            boolean copied =
                    place != null && place < found.size() && found.get(place).equals(hash);
            faults.add(
                    place == null || copied
                            ? Fault.of(Fault.Kind.ENTRY_CHANGED, path.toString(), first() + i, hash)
                            : Fault.of(Fault.Kind.ENTRY_MOVED, path.toString(), first() + i, first() + place));
        }
    }

    private long first() {
        return path.index() * TilePath.FULL;
    }
}
