package org.shengmo.consequence;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An appeal.
 *
 * @param on the day it was brought
 * @param person who brought it
 * @param text why
 * @param attachments kept files
 * @param decideUntil the last day on which it is to be decided
 * @param suspends whether the measure waits for it
 */
public record Appeal(
        LocalDate on, UUID person, String text, List<UUID> attachments, LocalDate decideUntil, boolean suspends) {

    public Appeal {
        attachments = List.copyOf(attachments);
        if (text.isBlank()) {
            throw new IllegalArgumentException("an appeal says why");
        }
    }
}
