package org.shengmo.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.wording.Invalid;

/**
 * A problem that public evaluation fed back.
 *
 * @param number its number for people to quote
 * @param title the problem in a sentence
 * @param text what was said
 * @param source where it came from, such as the round of evaluation
 * @param severity how much it weighs
 * @param body the body it is about
 * @param post the leader in charge, to whom it was assigned by itself
 * @param duty the duty that solving it meets
 * @param raised the day
 * @param due the last day
 * @param circulates the last day before it is circulated as late
 * @param chases how often it was chased
 * @param circulatedOn the day it was circulated as late
 * @param solution how it was solved
 * @param entry the docket entry of the assignment
 */
public record Problem(
        UUID id,
        long number,
        String title,
        String text,
        String source,
        Severity severity,
        UUID body,
        UUID post,
        UUID duty,
        LocalDate raised,
        LocalDate due,
        LocalDate circulates,
        int chases,
        Optional<LocalDate> circulatedOn,
        Optional<Solution> solution,
        long entry) {

    /** How much a problem weighs: the term depends on it. */
    public enum Severity {
        ORDINARY,
        SERIOUS;

        /** The severity in tables and bundles. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * How a problem was solved.
     *
     * @param on the day
     * @param person who accounts for it
     * @param account what was done
     */
    public record Solution(LocalDate on, UUID person, String account, List<UUID> attachments) {
        public Solution {
            attachments = List.copyOf(attachments);
        }
    }

    /**
     * A problem to be raised.
     *
     * @param body the body it is about: whoever is in charge of it answers (一岗双责)
     */
    public record New(String title, String text, String source, Severity severity, UUID body) {

        /** @throws Invalid without severity or body */
        public New {
            title = title == null ? "" : title;
            text = text == null ? "" : text;
            source = source == null ? "" : source;
            if (severity == null) {
                throw Invalid.at("severity", "charter.part.blank");
            }
            if (body == null) {
                throw Invalid.at("body", "charter.part.blank");
            }
        }
    }
}
