package org.shengmo.pledge;

import java.util.List;
import java.util.UUID;

/**
 * A programme with its promises.
 *
 * @param promises by code
 */
public record Programme(UUID id, int year, String code, String name, List<Promise> promises) {

    public Programme {
        promises = List.copyOf(promises);
    }
}
