package org.shengmo.duty;

import java.util.List;
import java.util.UUID;

/**
 * What shows that a duty was met.
 *
 * @param person who accounts for it; null where an act elsewhere met it by itself
 * @param account what was done, in their words
 * @param attachments files kept in the attachment room
 */
public record Evidence(UUID person, String account, List<UUID> attachments) {

    public Evidence {
        attachments = List.copyOf(attachments);
    }
}
