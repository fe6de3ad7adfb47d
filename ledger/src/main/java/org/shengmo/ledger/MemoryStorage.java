package org.shengmo.ledger;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A log's storage that lasts as long as the process. */
public final class MemoryStorage implements LogStorage {

    private final Map<TilePath, byte[]> resources = new HashMap<>();
    private Optional<byte[]> checkpoint = Optional.empty();

    @Override
    public synchronized Optional<byte[]> checkpoint() {
        return checkpoint.map(byte[]::clone);
    }

    @Override
    public synchronized Optional<byte[]> read(TilePath path) {
        return Optional.ofNullable(resources.get(path)).map(byte[]::clone);
    }

    @Override
    public synchronized void commit(Map<TilePath, byte[]> written, byte[] next, Optional<byte[]> previous)
            throws OvertakenException {
        if (!sameBytes(checkpoint, previous)) {
            throw new OvertakenException("another checkpoint stands in memory than the one this writer knows");
        }
        written.forEach((path, bytes) -> resources.put(path, bytes.clone()));
        checkpoint = Optional.of(next.clone());
    }

    static boolean sameBytes(Optional<byte[]> one, Optional<byte[]> other) {
        return Arrays.equals(one.orElse(null), other.orElse(null));
    }
}
