package org.shengmo.procurement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.docket.Subject;

/** A public project in one of its stages; each carries what is known by then. */
public sealed interface Project {

    Details details();

    /** Its identifier. */
    default UUID id() {
        return details().id();
    }

    /**
     * What it is, in whatever stage.
     *
     * @param decision the adopted matter that it rests on; empty where none is needed, or none is there yet
     */
    record Details(
            UUID id,
            long number,
            String title,
            String text,
            Category category,
            UUID owner,
            String place,
            BigDecimal estimate,
            LocalDate proposedOn,
            Optional<UUID> decision,
            Map<Centre, Assignment> assignments) {
        public Details {
            assignments = Map.copyOf(assignments);
        }

        /** As the subject of docket entries. */
        public Subject asSubject() {
            return new Subject("procurement.project", id);
        }
    }

    /** Who handles it for a centre. */
    record Assignment(UUID post, UUID person, UUID body, LocalDate on) {}

    /** The budget and what the review left of it, in yuan. */
    record Reviewed(BigDecimal budget, LocalDate budgetedOn, BigDecimal reviewed, LocalDate reviewedOn, String note) {}

    /**
     * A contract.
     *
     * @param deposit the performance deposit, yuan
     * @param entry the docket entry of its conclusion
     */
    record Contract(
            String firm,
            String creditCode,
            BigDecimal amount,
            BigDecimal deposit,
            LocalDate signedOn,
            long entry,
            List<Change> changes,
            List<Payment> payments) {
        public Contract {
            changes = List.copyOf(changes);
            payments = List.copyOf(payments);
        }

        /** Yuan owed in all, changes counted in. */
        public BigDecimal due() {
            return changes.stream().map(Change::amount).reduce(amount, BigDecimal::add);
        }

        /** Yuan paid so far. */
        public BigDecimal paid() {
            return payments.stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** A change of a contract; the decision where it needed one. */
    record Change(BigDecimal amount, String reasons, Optional<UUID> decision, LocalDate on) {}

    /** Money paid to the contractor. */
    record Payment(BigDecimal amount, String purpose, LocalDate on) {}

    /** Taken up; the budget is not there yet. */
    record Proposed(Details details) implements Project {}

    /** The budget is drawn up and goes to review. */
    record Budgeted(Details details, BigDecimal budget, LocalDate on) implements Project {}

    /** With a reviewed budget, whatever comes after. */
    sealed interface Priced extends Project {
        Reviewed price();
    }

    /** Reviewed; may be tendered, for the first time or again. */
    record Tenderable(Details details, Reviewed price) implements Priced {}

    /** Out to tender. */
    record Tendering(Details details, Reviewed price) implements Priced {}

    /** The winner is known; the contract is due. */
    record Awarded(Details details, Reviewed price) implements Priced {}

    /** With a contract. */
    sealed interface UnderContract extends Priced {
        Contract contract();

        /** What the contract saves against the reviewed budget, yuan. */
        default BigDecimal saved() {
            return price().reviewed().subtract(contract().amount());
        }
    }

    /** Being built or delivered. */
    record Contracted(Details details, Reviewed price, Contract contract) implements UnderContract {}

    /** Accepted; payments may still be due. */
    record Accepted(Details details, Reviewed price, Contract contract, LocalDate on, String account)
            implements UnderContract {}

    /**
     * Paid and closed.
     *
     * @param sha256 of the list of its entries, by which the file can be shown to be whole
     */
    record Archived(
            Details details, Reviewed price, Contract contract, LocalDate acceptedOn, LocalDate on, String sha256)
            implements UnderContract {}
}
