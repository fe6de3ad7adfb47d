package org.shengmo.deliberation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.docket.Subject;

/** A matter in one of its states. Only a {@link Preparing} one can be put on an agenda, only a {@link Tabled} one decided. */
public sealed interface Matter {

    /** What it is, in whatever state. */
    Details details();

    /** Its identifier. */
    default UUID id() {
        return details().id();
    }

    /** As what a docket entry is about. */
    default Subject subject() {
        return subject(id());
    }

    /** A matter as what a docket entry is about. */
    static Subject subject(UUID id) {
        return new Subject("deliberation.matter", id);
    }

    /** Being prepared. */
    record Preparing(Details details) implements Matter {}

    /** On the agenda of a meeting. */
    record Tabled(Details details, UUID meeting) implements Matter {}

    /**
     * Decided.
     *
     * @param outcome adopted or rejected
     * @param tasks what is to be done about it
     * @param evaluations what was found afterwards
     */
    record Decided(
            Details details,
            UUID meeting,
            Outcome outcome,
            LocalDate on,
            List<Task> tasks,
            List<Evaluation> evaluations)
            implements Matter {
        public Decided {
            tasks = List.copyOf(tasks);
            evaluations = List.copyOf(evaluations);
        }
    }

    /** Taken back by who proposed it. */
    record Withdrawn(Details details, LocalDate on) implements Matter {}

    /**
     * What a matter is, in whatever state.
     *
     * @param number its number in the district
     * @param what as it was proposed
     * @param competence who decides and what comes first
     * @param evidence how each step stands that was begun
     * @param proposedOn the day
     * @param proposedBy the person
     */
    record Details(
            UUID id,
            long number,
            NewMatter what,
            Competence competence,
            List<Evidence> evidence,
            LocalDate proposedOn,
            UUID proposedBy) {

        public Details {
            evidence = List.copyOf(evidence);
        }

        /** How a step stands; empty before it is begun. */
        public Optional<Evidence> evidence(Step step) {
            return evidence.stream().filter(each -> each.step() == step).findFirst();
        }
    }

    /**
     * What a decision asks of a post; its duty.
     *
     * @param owner the post
     * @param due the last day
     * @param duty the duty
     */
    record Task(String title, UUID owner, LocalDate due, UUID duty) {}

    /**
     * What was found after it was carried out.
     *
     * @param sound whether the decision was right
     */
    record Evaluation(LocalDate on, boolean sound, String account) {}
}
