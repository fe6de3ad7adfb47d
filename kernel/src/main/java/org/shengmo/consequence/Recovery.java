package org.shengmo.consequence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Citation;

/** Money to be paid back, in one of its states. Only what is {@link Open} takes receipts, plans and a write-off. */
public sealed interface Recovery permits Recovery.Open, Recovery.Settled, Recovery.WrittenOff {

    /** What it says in whatever state. */
    Details details();

    /** Its identifier. */
    default UUID id() {
        return details().id();
    }

    /** Still owed. */
    record Open(Details details) implements Recovery {

        /** What should have been paid by a day and was not. */
        public BigDecimal arrears(LocalDate day) {
            BigDecimal due = details.plan().stream()
                    .filter(each -> each.due().isBefore(day))
                    .map(Recoveries.Instalment::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return due.subtract(details.received()).max(BigDecimal.ZERO);
        }
    }

    /** Paid to the cent. */
    record Settled(Details details, LocalDate on) implements Recovery {}

    /**
     * Given up by decision.
     *
     * @param amount what was given up
     */
    record WrittenOff(Details details, LocalDate on, BigDecimal amount, String decision, String reasons)
            implements Recovery {}

    /**
     * What a recovery says.
     *
     * @param received yuan received, confirmed or not
     * @param reconciled yuan that the bank confirmed
     * @param plan by date
     * @param receipts in the order booked
     */
    record Details(
            UUID id,
            long number,
            Kind kind,
            Subject debtor,
            String debtorName,
            BigDecimal amount,
            String ground,
            Citation clause,
            Subject source,
            UUID creditor,
            UUID collector,
            LocalDate claimedOn,
            UUID claimedBy,
            BigDecimal received,
            BigDecimal reconciled,
            List<Recoveries.Instalment> plan,
            List<Receipt> receipts) {

        public Details {
            plan = List.copyOf(plan);
            receipts = List.copyOf(receipts);
        }

        /** What is still owed. */
        public BigDecimal balance() {
            return amount.subtract(received);
        }

        /** As the subject of docket entries. */
        public Subject asSubject() {
            return new Subject("consequence.recovery", id);
        }
    }

    /** A payment that was booked. */
    record Receipt(
            UUID id,
            long number,
            BigDecimal amount,
            LocalDate on,
            String reference,
            Optional<LocalDate> reconciledOn) {}
}
