package org.shengmo.discipline;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.consequence.Recoveries;
import org.shengmo.docket.Kind;

/** Sanctions after they were announced: carried out, reviewed, corrected. */
public interface Orders {

    /** Leave to carry out what an order changes in office and pay, and to put it back. */
    Permission CARRY_OUT = Permission.of("discipline.carry-out");

    /** Money that a case turned up. */
    Kind ILLICIT = Kind.of("discipline.illicit");

    /** Enters what was changed because of an order: office, pay, honours. Entry {@code discipline.carried-out}. */
    void carryOut(Actor by, UUID order, String what);

    /**
     * The person asks for a review, and after it for a recheck. Entry {@code discipline.review-asked}.
     *
     * @throws org.shengmo.wording.Refused for anyone else, after the month, and a third time
     */
    void ask(Actor by, UUID order, String text);

    /**
     * Decides a review. Entry {@code discipline.reviewed}, or {@code discipline.revoked}.
     *
     * @throws org.shengmo.wording.Refused for who took the decision or worked on the case, and for anything graver
     */
    void review(Actor by, UUID order, Outcome outcome, String reasons);

    /**
     * Corrects a decision that was wrong, asked or not (art. 55). Entry {@code discipline.revoked}; what it changed is to be
     * put back within a month.
     */
    void correct(Actor by, UUID order, String reasons);

    /** Something changed was put back. Entry {@code discipline.restored}. */
    void restore(Actor by, UUID order, UUID change, String account);

    /** Claims money that the case turned up; it is named by the order alone. */
    UUID claim(Actor by, UUID order, Recoveries.NewRecovery recovery);

    /** The orders that the reader may read, newest first. */
    List<SanctionOrder> readableBy(Actor reader);

    /** One, where the reader may read it. */
    Optional<SanctionOrder> open(Actor reader, UUID id);

    /** The order of a case that is there for the reader. */
    Optional<SanctionOrder> ofCase(Actor reader, UUID caseFile);

    /** What became of what is disposed of, by form, of a year: who may oversee reads it. */
    java.util.Map<String, Long> forms(Actor reader, int year);

    /** What a review comes to. */
    sealed interface Outcome {
        /** It stands. */
        record Maintain() implements Outcome {}

        /** Something lighter, from the same day. */
        record Lighten(Cases.Sentence sentence) implements Outcome {}

        /** It falls. */
        record Revoke() implements Outcome {}
    }
}
