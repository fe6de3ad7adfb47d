package org.shengmo.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A quarterly duty report: owed, then filed. */
public sealed interface QuarterlyReport {

    /** What it is, in whatever state. */
    Owed owed();

    /**
     * A report that is owed.
     *
     * @param collective whether it is the leading body's, filed by its principal, rather than a member's own
     * @param body the leading body
     * @param post the post that files it
     * @param duty the duty that it meets
     * @param opens the first day on which it can be filed
     * @param due the last day in time
     * @param closes the last day on which it is taken at all
     */
    record Owed(
            UUID id,
            Quarter quarter,
            boolean collective,
            UUID body,
            UUID post,
            UUID duty,
            LocalDate opens,
            LocalDate due,
            LocalDate closes)
            implements QuarterlyReport {

        @Override
        public Owed owed() {
            return this;
        }
    }

    /**
     * A report that was filed.
     *
     * @param person who filed it
     * @param entry the docket entry
     */
    record Filed(Owed owed, LocalDate on, UUID person, Content content, long entry) implements QuarterlyReport {

        /** Whether it came after its due date. */
        public boolean late() {
            return on.isAfter(owed.due());
        }
    }

    /**
     * What a report says.
     *
     * @param done how each responsibility was carried out
     * @param problems what went wrong or was found
     * @param next what comes next
     * @param attachments kept files; null, as for the texts, means none
     */
    record Content(String done, String problems, String next, List<UUID> attachments) {
        public Content {
            done = done == null ? "" : done;
            problems = problems == null ? "" : problems;
            next = next == null ? "" : next;
            attachments = attachments == null ? List.of() : List.copyOf(attachments);
        }
    }
}
