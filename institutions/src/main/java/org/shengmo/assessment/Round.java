package org.shengmo.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.docket.Subject;

/** An assessment of some subjects over some time, in one of its states: one leads to the next and none leads back. */
public sealed interface Round permits Round.Open, Round.Closed, Round.Scored, Round.Published {

    /** What it says in whatever state. */
    Details details();

    /** Its identifier. */
    default UUID id() {
        return details().id();
    }

    /** Ballots are taken. */
    record Open(Details details) implements Round {}

    /**
     * No more ballots are taken; they are looked through.
     *
     * @param board SHA-256 over the board's lines: every ballot that is in
     */
    record Closed(Details details, LocalDate on, String board) implements Round {}

    /** Computed; vetoes are heard and decided. */
    record Scored(Details details, LocalDate on, String board) implements Round {}

    /**
     * Graded, ranked and published.
     *
     * @param cap the share of a class that could be graded excellent
     * @param special why it was more than usual; empty when it was not
     */
    record Published(Details details, LocalDate on, String board, BigDecimal cap, String special) implements Round {}

    /**
     * What a round says.
     *
     * @param first the first day whose acts count
     * @param last the last
     * @param closes the last day for ballots
     */
    record Details(
            UUID id,
            UUID scheme,
            String title,
            Scheme.Cadence cadence,
            int year,
            LocalDate first,
            LocalDate last,
            LocalDate opened,
            LocalDate closes) {

        /** As the subject of docket entries. */
        public Subject asSubject() {
            return new Subject("assessment.round", id);
        }
    }

    /** A subject in its class. */
    record Assessed(Subject subject, String subjectClass) {}

    /**
     * A round to be opened.
     *
     * @param rolls who rates whom; a routine round without rated indicators needs none
     */
    record New(
            UUID scheme,
            String title,
            Scheme.Cadence cadence,
            int year,
            LocalDate first,
            LocalDate last,
            LocalDate closes,
            List<Assessed> subjects,
            List<Roll> rolls) {
        public New {
            subjects = List.copyOf(subjects);
            rolls = List.copyOf(rolls);
        }
    }

    /**
     * Who rates in a tier: each of them all of these subjects, on one paper.
     *
     * @param subjects of the class; empty: all of it
     * @param raters people, each once
     */
    record Roll(String tier, String subjectClass, List<UUID> subjects, List<UUID> raters) {
        public Roll {
            subjects = List.copyOf(subjects);
            raters = List.copyOf(raters);
        }
    }
}
