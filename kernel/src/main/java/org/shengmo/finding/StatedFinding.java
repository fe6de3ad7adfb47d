package org.shengmo.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A finding whose subject may still reply. Nobody can decide it yet. */
public record StatedFinding(FindingDetails details) implements Finding {

    /** The finding with its reply; empty on a day after the period. */
    public Optional<RepliedFinding> reply(LocalDate on, UUID person, String text, List<UUID> attachments) {
        return on.isAfter(details.replyUntil())
                ? Optional.empty()
                : Optional.of(new RepliedFinding(details, new Reply(on, person, text, attachments)));
    }

    /** The finding without a reply; empty while the period runs. */
    public Optional<UnansweredFinding> unanswered(LocalDate today) {
        return today.isAfter(details.replyUntil()) ? Optional.of(new UnansweredFinding(details)) : Optional.empty();
    }
}
