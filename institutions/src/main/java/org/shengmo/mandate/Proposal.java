package org.shengmo.mandate;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A change of the catalogue on its way.
 *
 * @param chart hash of the flowchart; null when the item has none
 * @param state where it stands, as {@code mandate.change.state.<state>} says it
 * @param reviewedBy who reviewed; null before
 * @param opinion the legality opinion; empty before
 * @param decision the collective decision; empty before
 * @param effective the first day in force; null before
 */
public record Proposal(
        UUID id,
        String code,
        Catalogue catalogue,
        Power power,
        String chart,
        String reasons,
        String state,
        UUID proposedBy,
        LocalDate proposedOn,
        UUID reviewedBy,
        LocalDate reviewedOn,
        String opinion,
        String decision,
        LocalDate effective) {}
