package org.shengmo.finding;

import java.util.Optional;

/** A finding that does not stand. */
public record DroppedFinding(FindingDetails details, Optional<Reply> heard, FindingDecision decision)
        implements ClosedFinding {}
