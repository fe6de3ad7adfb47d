package org.shengmo.workflow;

import java.util.List;
import java.util.UUID;

/**
 * Where a case stands on its chart.
 *
 * @param instance the case's identifier with the engine
 * @param open the steps that wait for somebody
 * @param ended whether it has come to an end
 */
public record Position(UUID instance, List<OpenStep> open, boolean ended) {

    public Position {
        open = List.copyOf(open);
    }

    /**
     * A step that waits.
     *
     * @param id the waiting step's own identifier
     * @param node the node on the chart
     * @param role whose step it is
     */
    public record OpenStep(UUID id, String node, String role) {}
}
