package org.shengmo.procurement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.docket.Subject;

/** A round of tendering in one of its states. Nothing of a bid but its hash is known while it receives. */
public sealed interface Tender {

    Details details();

    /** Its identifier. */
    default UUID id() {
        return details().id();
    }

    /**
     * What was published.
     *
     * @param ceiling no bid above it counts: the reviewed budget, yuan
     * @param keys the opening keys' public halves, by who holds them
     */
    record Details(
            UUID id,
            UUID project,
            int round,
            NewTender terms,
            BigDecimal ceiling,
            LocalDate publishedOn,
            Keys keys,
            Optional<Pool> pool,
            int received) {

        /** As the subject of docket entries. */
        public Subject asSubject() {
            return new Subject("procurement.tender", id);
        }
    }

    /** The public halves of the two opening keys, base 64 of the uncompressed P-256 points. */
    record Keys(Optional<String> trading, Optional<String> supervision) {
        /** Whether both are there, so that bids can be sealed. */
        public boolean complete() {
            return trading.isPresent() && supervision.isPresent();
        }
    }

    /** The list that experts are drawn from, fixed before opening; and the entry that holds its hash. */
    record Pool(List<String> codes, long entry) {
        public Pool {
            codes = List.copyOf(codes);
        }
    }

    /** Receives bids until the deadline, then waits for the two keys. */
    record Sealed(Details details) implements Tender {}

    /** With opened bids. */
    sealed interface Opened extends Tender {
        List<Bid> bids();

        Instant openedAt();
    }

    /** Opened; the committee is drawn and evaluates. */
    record Evaluating(Details details, Instant openedAt, List<Bid> bids, Optional<Drawn> drawn) implements Opened {}

    /** Evaluated; candidates are to be published, or are. */
    record Ranked(
            Details details,
            Instant openedAt,
            List<Bid> bids,
            Optional<Drawn> drawn,
            LocalDate evaluatedOn,
            Optional<LocalDate> publishedOn,
            Optional<LocalDate> publishedUntil)
            implements Opened {}

    /** Awarded. */
    record Awarded(Details details, Instant openedAt, List<Bid> bids, Optional<Drawn> drawn, UUID winner, LocalDate on)
            implements Opened {}

    /** Came to nothing; the project may be tendered again. */
    record Failed(Details details, Optional<Instant> openedAt, List<Bid> bids, String reason) implements Tender {}

    /** A bid as it was opened. */
    record Bid(
            UUID id,
            int number,
            Instant receivedAt,
            long entry,
            State state,
            String firm,
            String creditCode,
            BigDecimal price,
            int days,
            String nonce,
            String reason,
            BigDecimal points,
            Integer rank) {
        /** What became of it. */
        public enum State {
            SEALED,
            /** Taken back before the deadline; never opened. */
            WITHDRAWN,
            VALID,
            /** Its envelope is not the one on record. */
            TAMPERED,
            /** It is the one on record, but can't be read. */
            UNREADABLE,
            DISQUALIFIED
        }
    }

    /** How the committee was drawn; see {@link Draw}. */
    record Drawn(long treeSize, String root, String seed, List<Member> members) {
        public Drawn {
            members = List.copyOf(members);
        }
    }

    /**
     * Someone drawn, in the order of the draw.
     *
     * @param passedOver why they were passed over; empty for a member
     */
    record Member(String code, String name, boolean expert, String passedOver) {
        /** Whether they sit on the committee. */
        public boolean sits() {
            return passedOver.isEmpty();
        }
    }
}
