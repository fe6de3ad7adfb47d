package org.shengmo.assessment;

import java.util.List;
import java.util.UUID;

/**
 * What computing a round's scores again from what was kept came to.
 *
 * @param computed how many scores
 * @param differing subjects whose score is not the same to the last digit; none, or the record was changed
 */
public record Replay(int computed, List<UUID> differing) {
    public Replay {
        differing = List.copyOf(differing);
    }
}
