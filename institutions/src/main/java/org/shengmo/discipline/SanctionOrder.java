package org.shengmo.discipline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.consequence.Binding;
import org.shengmo.docket.Subject;

/** An announced decision in one of its states. A review does not suspend it and never makes it graver (art. 56). */
public sealed interface SanctionOrder {

    /** What it says, in whatever state. */
    Details details();

    /** Its identifier. */
    default UUID id() {
        return details().id();
    }

    /** In effect; a review can be asked for until the day it names. */
    record InEffect(Details details, LocalDate reviewUntil) implements SanctionOrder {}

    /** A review or recheck was asked for. */
    record UnderReview(Details details, Request request) implements SanctionOrder {}

    /** Reviewed, and kept as it is or lighter; after a review a recheck can be asked for until the day it names. */
    record Maintained(Details details, Reviewed reviewed, Optional<LocalDate> recheckUntil) implements SanctionOrder {}

    /** Found wrong and revoked: it binds no more, and what it changed is put back. */
    record Revoked(Details details, LocalDate on, Reviewed reviewed) implements SanctionOrder {}

    /**
     * What an order says.
     *
     * @param decision what was decided
     * @param effects what it bars, from when until when, under which clause; none once revoked
     * @param changed what was changed because of it
     */
    record Details(
            UUID id,
            long number,
            UUID person,
            UUID body,
            Level level,
            SanctionDecision decision,
            LocalDate announcedOn,
            List<Binding> effects,
            List<Change> changed) {

        public Details {
            effects = List.copyOf(effects);
            changed = List.copyOf(changed);
        }

        /** As the subject of its entries. */
        public Subject asSubject() {
            return new Subject("discipline.order", id);
        }
    }

    /**
     * What the person asks for.
     *
     * @param stage {@code review} by who decided, {@code recheck} by the next above
     */
    record Request(String stage, LocalDate on, String text, LocalDate decideBy) {}

    /** What became of a review or of a correction. */
    record Reviewed(LocalDate on, UUID by, String reasons) {}

    /**
     * Something changed because of an order.
     *
     * @param restoreBy by when it has to be put back; empty while the order stands
     * @param restoredOn when it was
     */
    record Change(UUID id, String what, LocalDate on, Optional<LocalDate> restoreBy, Optional<LocalDate> restoredOn) {}
}
