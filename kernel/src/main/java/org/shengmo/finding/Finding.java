package org.shengmo.finding;

import java.util.UUID;

/**
 * A finding in one of its states. A {@link StatedFinding} waits for the reply; once replied to, or once the period has
 * passed, it is a {@link DecidableFinding}; upheld or dropped it is a {@link ClosedFinding}.
 */
public sealed interface Finding permits StatedFinding, DecidableFinding, ClosedFinding {

    /** What it says, in whatever state. */
    FindingDetails details();

    /** Its identifier. */
    default UUID id() {
        return details().id();
    }
}
