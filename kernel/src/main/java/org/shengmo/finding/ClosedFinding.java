package org.shengmo.finding;

import java.util.Optional;

/** A finding that was decided. */
public sealed interface ClosedFinding extends Finding permits UpheldFinding, DroppedFinding {

    /** What the subject said; empty when nothing. */
    Optional<Reply> heard();

    /** Who decided, when and why. */
    FindingDecision decision();
}
