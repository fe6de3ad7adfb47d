package org.shengmo.finding;

import java.util.Optional;

/** A finding that can be decided: its subject has replied, or let the period pass. */
public sealed interface DecidableFinding extends Finding permits RepliedFinding, UnansweredFinding {

    /** What the subject said; empty when nothing. */
    Optional<Reply> heard();

    /** The finding, upheld. */
    default UpheldFinding uphold(FindingDecision decision) {
        return new UpheldFinding(details(), heard(), decision);
    }

    /** The finding, dropped. */
    default DroppedFinding drop(FindingDecision decision) {
        return new DroppedFinding(details(), heard(), decision);
    }
}
