package org.shengmo.discipline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.docket.Subject;

/**
 * A lead in one of its states: numbered, put into hands, disposed of by a way that one handler proposes, the other
 * countersigns and the line approves.
 */
public sealed interface Lead {

    /** What it is, in whatever state. */
    Details details();

    /** Its identifier. */
    default UUID id() {
        return details().id();
    }

    /** A lead that somebody handles. */
    sealed interface Handled extends Lead {

        /** Who handles it. */
        Crew crew();

        /** The last day of the step that runs. */
        LocalDate due();
    }

    /** Numbered; nobody handles it yet. */
    record Registered(Details details, LocalDate due) implements Lead {}

    /** In hands: a way is to be proposed. */
    record Assigned(Details details, Crew crew, LocalDate due) implements Handled {}

    /** A way is proposed. */
    record Proposed(Details details, Crew crew, Proposal proposal, LocalDate due) implements Handled {}

    /** An interview or letter, or a preliminary check, is under way. */
    record UnderWay(Details details, Crew crew, Way way, LocalDate due) implements Handled {}

    /** Put aside until it is looked at again. */
    record PutAside(Details details, Crew crew, LocalDate due) implements Handled {}

    /** Closed. */
    record Closed(Details details, Crew crew, LocalDate on, String account, boolean talked) implements Lead {}

    /** A case was filed. */
    record Filed(Details details, Crew crew, LocalDate on) implements Lead {}

    /**
     * What a lead is.
     *
     * @param year with the number, what people inside quote
     * @param above whether it is about the discipline bodies' own people: it goes above their line
     */
    record Details(
            UUID id,
            int year,
            int number,
            Origin origin,
            LocalDate receivedOn,
            String text,
            String accused,
            List<UUID> people,
            List<UUID> bodies,
            boolean above) {

        public Details {
            people = List.copyOf(people);
            bodies = List.copyOf(bodies);
        }

        /** As the subject of its entries, all in the compartment. */
        public Subject asSubject() {
            return new Subject("discipline.lead", id);
        }
    }

    /**
     * Who handles a lead.
     *
     * @param supervisor the leader in charge; null before a lead has one
     * @param handlers two or more
     */
    record Crew(UUID supervisor, List<UUID> handlers) {
        public Crew {
            handlers = List.copyOf(handlers);
        }

        /** Whether a person is in it. */
        public boolean has(UUID person) {
            return person != null && (person.equals(supervisor) || handlers.contains(person));
        }
    }

    /**
     * A way proposed.
     *
     * @param account what was looked at and why this way
     * @param countersigned the other handler, once they signed
     */
    record Proposal(Way way, String account, UUID by, Optional<UUID> countersigned) {}
}
