package org.shengmo.career;

import java.time.LocalDate;
import java.util.UUID;
import org.shengmo.docket.Subject;

/**
 * A selection in one of its states, each the outcome of one step: what a state can't do next, its type does not offer.
 */
public sealed interface Selection {

    /** What it is, in whatever state. */
    Details details();

    /** Its identifier. */
    default UUID id() {
        return details().id();
    }

    /** The last step that was taken. */
    Step reached();

    /** Somebody was recommended: from here on the gate asks about them. */
    sealed interface Candidacy extends Selection {

        /** Who it is about. */
        UUID candidate();
    }

    /** A post is to be filled; nobody is named. */
    record Proposed(Details details) implements Selection {
        @Override
        public Step reached() {
            return Step.PROPOSAL;
        }
    }

    /** Recommended, to be inspected. */
    record Recommended(Details details, UUID candidate) implements Candidacy {
        @Override
        public Step reached() {
            return Step.RECOMMENDATION;
        }
    }

    /** Inspected: the committee may discuss it, and may be doing so. */
    record Inspected(Details details, UUID candidate, boolean underDiscussion) implements Candidacy {
        @Override
        public Step reached() {
            return Step.INSPECTION;
        }
    }

    /** Adopted by the committee, to be published. */
    record Adopted(Details details, UUID candidate) implements Candidacy {
        @Override
        public Step reached() {
            return Step.DECISION;
        }
    }

    /**
     * Before the public.
     *
     * @param from the day it was published, which does not count
     * @param until the last day on which anyone may object
     */
    record Published(Details details, UUID candidate, LocalDate from, LocalDate until) implements Candidacy {
        @Override
        public Step reached() {
            return Step.PUBLICATION;
        }
    }

    /**
     * Appointed, on trial.
     *
     * @param tenure the tenure that the appointment began
     * @param duty the duty to say how the trial went
     * @param until the trial's last day
     */
    record OnTrial(Details details, UUID candidate, UUID tenure, UUID duty, LocalDate from, LocalDate until)
            implements Candidacy {
        @Override
        public Step reached() {
            return Step.APPOINTMENT;
        }
    }

    /** The trial was passed. */
    record Confirmed(Details details, UUID candidate, LocalDate on) implements Candidacy {
        @Override
        public Step reached() {
            return Step.TRIAL_END;
        }
    }

    /**
     * Over without an appointment that lasts.
     *
     * @param candidate null where nobody had been recommended
     * @param outcome {@code stopped}, {@code rejected}, {@code objected} or {@code trial-failed}
     */
    record Ended(Details details, UUID candidate, Step reached, String outcome, String reasons, LocalDate on)
            implements Selection {}

    /**
     * What a selection is.
     *
     * @param year with the number, how it is quoted
     * @param post the post to be filled
     * @param reasons why, and what is asked of who fills it
     */
    record Details(UUID id, int year, int number, UUID post, Ground ground, String reasons, LocalDate proposedOn) {

        /** As the subject of its entries. */
        public Subject asSubject() {
            return new Subject("career.selection", id);
        }

        /** How it is quoted. */
        public String quoted() {
            return "%d-%03d".formatted(year, number);
        }
    }
}
