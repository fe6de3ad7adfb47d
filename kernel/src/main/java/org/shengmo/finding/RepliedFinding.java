package org.shengmo.finding;

import java.util.Optional;

/**
 * A finding whose subject has replied.
 *
 * @param reply what they said
 */
public record RepliedFinding(FindingDetails details, Reply reply) implements DecidableFinding {

    @Override
    public Optional<Reply> heard() {
        return Optional.of(reply);
    }
}
