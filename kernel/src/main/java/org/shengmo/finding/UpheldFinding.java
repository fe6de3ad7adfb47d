package org.shengmo.finding;

import java.util.Optional;

/** A finding that stands: what must follow is for the consequence room. */
public record UpheldFinding(FindingDetails details, Optional<Reply> heard, FindingDecision decision)
        implements ClosedFinding {}
