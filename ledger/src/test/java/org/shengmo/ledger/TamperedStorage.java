package org.shengmo.ledger;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A log's storage whose owner changes it behind the log's back. */
final class TamperedStorage implements LogStorage {

    private final MemoryStorage honest = new MemoryStorage();
    private final Map<TilePath, byte[]> replaced = new HashMap<>();
    private final Set<TilePath> written = new HashSet<>();
    private final Set<TilePath> removed = new HashSet<>();
    private Optional<Optional<byte[]>> checkpoint = Optional.empty();
    private boolean broken;

    void put(TilePath path, byte[] bytes) {
        replaced.put(path, bytes);
    }

    void remove(TilePath path) {
        removed.add(path);
    }

    void replaceCheckpoint(byte[] note) {
        checkpoint = Optional.of(Optional.ofNullable(note));
    }

    void breakDown() {
        broken = true;
    }

    boolean isBroken() {
        return broken;
    }

    /** Every tile and bundle that can be read. */
    Set<TilePath> paths() {
        Set<TilePath> paths = new HashSet<>(written);
        paths.addAll(replaced.keySet());
        paths.removeAll(removed);
        return paths;
    }

    @Override
    public Optional<byte[]> checkpoint() throws IOException {
        if (broken) {
            throw new IOException("the disk is gone");
        }
        return checkpoint.orElseGet(honest::checkpoint);
    }

    @Override
    public Optional<byte[]> read(TilePath path) {
        if (removed.contains(path)) {
            return Optional.empty();
        }
        return replaced.containsKey(path) ? Optional.of(replaced.get(path).clone()) : honest.read(path);
    }

    @Override
    public void commit(Map<TilePath, byte[]> resources, byte[] next, Optional<byte[]> previous) throws IOException {
        honest.commit(resources, next, previous);
        written.addAll(resources.keySet());
    }
}
