package org.shengmo.petition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A petition in one of its states. Which move is open depends on the state alone; any other is refused with its clause. */
public sealed interface Petition {

    /** What it is, in whatever state. */
    Details details();

    /** Its identifier. */
    default UUID id() {
        return details().id();
    }

    /** The state's name, as pages and the API say it. */
    State state();

    /** Whether somebody owes the next step. */
    default boolean open() {
        return state() != State.ANSWERED && state() != State.CLOSED;
    }

    /** Whether the step that is owed is past its date. */
    default boolean late(LocalDate today) {
        return open() && details().due() != null && today.isAfter(details().due());
    }

    /** The states by name. */
    enum State {
        RECEIVED,
        PASSED_ON,
        OBJECTED,
        IN_HAND,
        SUSPENDED,
        ANSWERED,
        UNDER_REVIEW,
        CLOSED
    }

    /** How a petition ended. Silence is not among them: nobody's silence ends one. */
    enum Closing {
        /** Whoever brought it says it is solved. */
        SOLVED,
        /** Whoever brought it takes it back. */
        WITHDRAWN,
        /** The opinion of re-review is final. */
        REVIEWED,
        /** It goes on in another petition. */
        JOINED,
        /** It is for another procedure, which the sender was told. */
        REDIRECTED
    }

    /** What a body answered. */
    enum Outcome {
        SOLVED,
        PARTLY,
        EXPLAINED,
        REFUSED
    }

    /** Received and registered; the petition office owes the passing on. */
    record Received(Details details) implements Petition {
        @Override
        public State state() {
            return State.RECEIVED;
        }
    }

    /** Passed on to a body, which tells the sender, or objects that it belongs elsewhere. */
    record PassedOn(Details details, LocalDate objectUntil) implements Petition {
        @Override
        public State state() {
            return State.PASSED_ON;
        }
    }

    /** The body says that it belongs elsewhere; the petition office looks at the reasons. */
    record Objected(Details details, String reasons) implements Petition {
        @Override
        public State state() {
            return State.OBJECTED;
        }
    }

    /** The body has it in hand and owes the answer. */
    record InHand(Details details, LocalDate since) implements Petition {
        @Override
        public State state() {
            return State.IN_HAND;
        }
    }

    /** The period stands still; nothing is due meanwhile. The state it goes back to depends on the stage. */
    record Suspended(Details details, LocalDate since, String ground, boolean hearing) implements Petition {
        @Override
        public State state() {
            return State.SUSPENDED;
        }
    }

    /** Answered; the sender's word is awaited and nobody closes it in their place. */
    record Answered(Details details, LocalDate on) implements Petition {
        @Override
        public State state() {
            return State.ANSWERED;
        }
    }

    /** Under review (stage 1) or re-review (stage 2). */
    record UnderReview(Details details, int stage) implements Petition {
        @Override
        public State state() {
            return State.UNDER_REVIEW;
        }
    }

    /** Ended. */
    record Closed(Details details, LocalDate on, Closing closing) implements Petition {
        @Override
        public State state() {
            return State.CLOSED;
        }
    }

    /**
     * What a petition is.
     *
     * @param place where it happened
     * @param area the township of the place, or the place itself
     * @param complained the body complained of; null for none
     * @param due the last day of the step that is owed; null where none is
     * @param duty the duty of that step; null where none is
     * @param body the body that has to handle it; null before it was passed on
     * @param handler the post that handles it there; null likewise
     * @param joint bodies that handle it together with it
     * @param stage 0 handling, 1 review, 2 re-review
     * @param joinedTo the petition it goes on in; null for none
     */
    record Details(
            UUID id,
            long number,
            Channel channel,
            Naming naming,
            Topic topic,
            UUID place,
            UUID area,
            String spot,
            BigDecimal latitude,
            BigDecimal longitude,
            UUID complained,
            String title,
            String text,
            boolean published,
            Instant receivedAt,
            LocalDate receivedOn,
            LocalDate due,
            UUID duty,
            UUID body,
            UUID handler,
            List<UUID> joint,
            LocalDate passedOn,
            LocalDate acceptedOn,
            int extendedDays,
            String extension,
            int stage,
            int reopened,
            int supervised,
            LocalDate answeredOn,
            LocalDate solvedOn,
            UUID joinedTo) {

        public Details {
            joint = List.copyOf(joint);
        }

        /** The number people call it by, such as {@code 2025-000123}. */
        public String handle() {
            return "%d-%06d".formatted(receivedOn.getYear(), number);
        }
    }
}
