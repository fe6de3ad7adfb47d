package org.shengmo.consequence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Metric;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Citation;

/** Money to be paid back, whatever found that it was paid wrongly: claimed, paid in instalments, compared with the bank. */
public interface Recoveries {

    /** Leave to claim, to plan instalments, to book receipts and to compare them with the bank. */
    Permission COLLECT = Permission.of("consequence.recover");

    /** Leave to read recoveries. */
    Permission READ = Permission.of("consequence.recovery.read");

    /** Leave to give up what can't be recovered. */
    Permission WRITE_OFF = Permission.of("consequence.write-off");

    /** The decision table of instalments and of chasing them. */
    String TERMS_TABLE = "recovery-terms";

    /**
     * Claims. Entry {@code consequence.claimed}.
     *
     * @throws org.shengmo.wording.Refused when the same fact was claimed before under the kind, and where the plan is
     *     longer than the terms allow
     * @throws org.shengmo.wording.Invalid when the instalments don't add up to the amount
     */
    UUID claim(Actor by, NewRecovery recovery);

    /** Claims many at once, on one entry. */
    List<UUID> claimAll(Actor by, List<NewRecovery> recoveries);

    /**
     * A plan of equal parts a month apart; the last one takes what rounding leaves.
     *
     * @throws org.shengmo.wording.Invalid for fewer than one, or more than the terms allow months
     */
    List<Instalment> inEqualParts(BigDecimal amount, int parts, LocalDate first);

    /**
     * Plans anew what is still owed. Entry {@code consequence.rescheduled}.
     *
     * @param plan adds up to the balance
     */
    void reschedule(Actor by, UUID recovery, List<Instalment> plan, String reasons);

    /**
     * Books a receipt. It counts once the bank confirms it. Entry {@code consequence.received}.
     *
     * @param reference the payment's own number; no payment is booked twice
     * @throws org.shengmo.wording.Refused above the balance and when settled
     */
    UUID receive(Actor by, UUID recovery, BigDecimal amount, LocalDate on, String reference);

    /**
     * Compares with the bank: receipts booked are confirmed, payments that name a recovery ({@code 追缴12} or {@code R12}) are
     * booked, the others are told. A line known from an earlier file is passed over. Entry {@code consequence.reconciled}.
     *
     * @param csv UTF-8 with the header {@code reference,date,amount,remark}
     * @throws org.shengmo.wording.Invalid with every fault and its line
     */
    Reconciliation reconcile(Actor by, String file, byte[] csv);

    /**
     * Gives the balance up. Entry {@code consequence.written-off}.
     *
     * @param decision the written decision's number
     * @throws org.shengmo.wording.Refused without the permission, for who claimed it, and when settled
     */
    void writeOff(Actor by, UUID recovery, String decision, String reasons);

    /** @throws java.util.NoSuchElementException when there is none */
    Recovery recovery(UUID id);

    /** The recovery of an identifier. */
    Optional<Recovery> byId(UUID id);

    /** All of a kind, newest first; of every kind where it is empty. */
    List<Recovery> all(Optional<Kind> kind);

    /** What was claimed on account of a fact. */
    List<Recovery> restingOn(Subject source);

    /** What the bank confirmed of a kind between two days, both included, with the entries of the comparisons. */
    Metric.Figure received(Kind kind, LocalDate first, LocalDate last);

    /** Lines of bank files that belong to nothing, newest first. */
    List<Reconciliation.Line> unknown();

    /**
     * A claim to be made.
     *
     * @param kind what sort, said under {@code consequence.recovery.kind.<code>}; rooms contribute kinds
     * @param debtor who owes; a case's subject where the person must not be named here
     * @param debtorName how the claim calls them
     * @param amount yuan, above zero
     * @param ground what was paid wrongly, in a sentence
     * @param source the fact it rests on
     * @param creditor the body that it is owed to
     * @param collector the post that collects it
     * @param plan instalments that add up to the amount; empty: the whole amount within a month
     */
    record NewRecovery(
            Kind kind,
            Subject debtor,
            String debtorName,
            BigDecimal amount,
            String ground,
            Citation clause,
            Subject source,
            UUID creditor,
            UUID collector,
            List<Instalment> plan) {
        public NewRecovery {
            plan = List.copyOf(plan);
        }
    }

    /** A part to be paid by a day. */
    record Instalment(LocalDate due, BigDecimal amount) {}

    /**
     * What a comparison with the bank came to.
     *
     * @param confirmed receipts that the bank confirms
     * @param booked payments that were booked from the file
     * @param known lines of an earlier file
     * @param amount yuan confirmed and booked
     * @param open lines that belong to nothing, or pay more than is owed
     */
    record Reconciliation(UUID file, int confirmed, int booked, int known, BigDecimal amount, List<Line> open) {
        public Reconciliation {
            open = List.copyOf(open);
        }

        /** A line of the bank's. */
        public record Line(String reference, LocalDate on, BigDecimal amount, String remark, String outcome) {}
    }
}
