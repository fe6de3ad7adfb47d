package org.shengmo.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What the subject says to a finding.
 *
 * @param on the day
 * @param person who replied
 * @param text their words
 * @param attachments kept files
 */
public record Reply(LocalDate on, UUID person, String text, List<UUID> attachments) {

    public Reply {
        attachments = List.copyOf(attachments);
        if (text.isBlank()) {
            throw new IllegalArgumentException("a reply says something");
        }
    }
}
