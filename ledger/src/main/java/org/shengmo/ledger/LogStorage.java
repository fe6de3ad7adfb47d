package org.shengmo.ledger;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Where a log keeps its checkpoint, tiles and entry bundles. Every storage owes what {@code LogStorageContract} tests:
 * what is committed survives a crash, and no crash leaves a checkpoint without its tiles.
 */
public interface LogStorage extends TileSource {

    /**
     * Stores tiles and bundles and then, in one step that happens wholly or not at all, the checkpoint that needs them.
     * On return all of it is durable. A tile that a published checkpoint covers is never given other content.
     *
     * @param previous the checkpoint that stands there now, as the caller knows it
     * @throws OvertakenException where another checkpoint stands there; nothing has been changed then
     * @throws IOException where it couldn't be stored; the old checkpoint stands then, or the new one with all its tiles
     */
    void commit(Map<TilePath, byte[]> resources, byte[] checkpoint, Optional<byte[]> previous) throws IOException;
}
