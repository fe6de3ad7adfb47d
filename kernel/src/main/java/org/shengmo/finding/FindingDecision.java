package org.shengmo.finding;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Who decided a finding, when and why.
 *
 * @param on the day
 * @param person who
 * @param post in which post
 * @param reasons why
 */
public record FindingDecision(LocalDate on, UUID person, UUID post, String reasons) {

    public FindingDecision {
        if (reasons.isBlank()) {
            throw new IllegalArgumentException("a decision gives its reasons");
        }
    }
}
