package org.shengmo.consequence;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Who decided, when and why.
 *
 * @param on the day
 * @param person who
 * @param post in which post
 * @param reasons why
 */
public record Decided(LocalDate on, UUID person, UUID post, String reasons) {

    public Decided {
        if (reasons.isBlank()) {
            throw new IllegalArgumentException("a decision gives its reasons");
        }
    }
}
