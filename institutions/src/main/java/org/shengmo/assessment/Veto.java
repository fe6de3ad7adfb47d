package org.shengmo.assessment;

import java.time.LocalDate;
import java.util.UUID;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Citation;

/** A veto that the rule table asks for: proposed with its reasons, replied to or not, then decided. */
public sealed interface Veto permits Veto.Proposed, Veto.Decided {

    /** What it says in whatever state. */
    Details details();

    /** Its identifier. */
    default UUID id() {
        return details().id();
    }

    /** Waits for the reply, or for the end of its time, and then for the decision. */
    record Proposed(Details details) implements Veto {

        /** Whether it may be confirmed on a day: the subject was heard or let the time pass. */
        public boolean heard(LocalDate day) {
            return details.reply() != null || day.isAfter(details.replyUntil());
        }
    }

    /** Decided: it stands, or was lifted. */
    record Decided(Details details, boolean stands, String reasons, LocalDate on) implements Veto {}

    /**
     * What a veto says.
     *
     * @param cause the cause, as the rule table knows it
     * @param account what happened, in a sentence
     * @param source where it comes from: a consequence, a sanction
     * @param ceiling the best grade that is left
     * @param reply what the subject said; null until it did
     */
    record Details(
            UUID id,
            UUID round,
            Subject subject,
            String cause,
            String account,
            Subject source,
            Grade ceiling,
            Citation clause,
            LocalDate proposed,
            LocalDate replyUntil,
            String reply) {}
}
