package org.shengmo.ledger;

import java.io.IOException;
import java.util.Optional;

/** Where a log can be read from: its checkpoint, tiles and entry bundles, as they stand and unchecked. */
public interface TileSource {

    /** The signed note of the newest checkpoint, or nothing for a log that has none yet. */
    Optional<byte[]> checkpoint() throws IOException;

    /** A tile or bundle of exactly the width that the path says, or nothing where it isn't there. */
    Optional<byte[]> read(TilePath path) throws IOException;
}
