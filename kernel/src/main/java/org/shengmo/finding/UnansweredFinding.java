package org.shengmo.finding;

import java.util.Optional;

/** A finding whose subject let the reply period pass. */
public record UnansweredFinding(FindingDetails details) implements DecidableFinding {

    @Override
    public Optional<Reply> heard() {
        return Optional.empty();
    }
}
