package org.shengmo.entitlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.docket.Subject;

/**
 * A household that a run found something about, in one of its states. Only one that was {@link Heard} can be reduced or
 * stopped; keeping needs no hearing.
 */
public sealed interface Household permits Household.Found, Household.Told, Household.Heard, Household.Decided {

    /** What it is, in whatever state. */
    Details details();

    /** Its identifier. */
    default UUID id() {
        return details().id();
    }

    /** Found by a run; not told yet. */
    record Found(Details details) implements Household {}

    /** Told in writing; may answer. */
    record Told(Details details, Batch batch) implements Household {}

    /** Heard, or its time to answer has passed. */
    record Heard(Details details, Batch batch, Hearing hearing) implements Household {}

    /** Decided. */
    record Decided(Details details, Optional<Hearing> hearing, Decision decision) implements Household {}

    /**
     * What it is.
     *
     * @param number its case's number
     * @param household as the roster calls it
     * @param body the township's body; empty where none has the township's name
     * @param persons how many the roster lists in it
     * @param monthlyAmount yuan it is paid a month
     * @param atStake of them, at most, by what was found
     * @param overpaid yuan paid wrongly so far, as far as the findings show it
     * @param checks that found something, by id
     * @param approver who approved it, where the roster and the register of officials tell
     * @param undeclared whether it is a relative of the approver that was not declared
     */
    record Details(
            UUID id,
            long number,
            UUID run,
            String household,
            Optional<UUID> body,
            String township,
            String village,
            int persons,
            BigDecimal monthlyAmount,
            BigDecimal atStake,
            BigDecimal overpaid,
            List<String> checks,
            Optional<LocalDate> approvedOn,
            Optional<UUID> approver,
            boolean undeclared,
            Optional<LocalDate> erasedOn) {

        public Details {
            checks = List.copyOf(checks);
        }

        /** As the subject of docket entries. */
        public Subject asSubject() {
            return new Subject("entitlement.household", id);
        }
    }

    /**
     * Households told together.
     *
     * @param decider the post that decides
     */
    record Batch(
            UUID id,
            long number,
            UUID run,
            LocalDate toldOn,
            LocalDate replyUntil,
            LocalDate decideUntil,
            UUID decider) {}

    /** Where an answer came from. */
    enum From {
        /** The household itself, with its code. */
        HOUSEHOLD,
        /** A clerk who took it down. */
        CLERK,
        /** Nobody: the time passed. */
        NOBODY;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What the household said.
     *
     * @param reply empty where it said nothing, or was erased
     */
    record Hearing(LocalDate on, From from, String reply) {}

    /** What becomes of the assistance. */
    enum Outcome {
        KEPT,
        REDUCED,
        STOPPED;

        /** As rules and pages write it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What was decided.
     *
     * @param amountAfter yuan a month from then on
     * @param personsRemoved how many left the roster
     * @param resolution the meeting's or the decision's number; empty where there is none
     */
    record Decision(
            Outcome outcome,
            BigDecimal amountAfter,
            int personsRemoved,
            String reasons,
            String resolution,
            LocalDate on,
            UUID post) {}
}
