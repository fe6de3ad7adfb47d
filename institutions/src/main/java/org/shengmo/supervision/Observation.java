package org.shengmo.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.docket.Subject;

/** What a supervisor reported, in one of its states. */
public sealed interface Observation {

    /** What it is, in whatever state. */
    Details details();

    /** Its identifier. */
    default UUID id() {
        return details().id();
    }

    /** Whether the answer is owed and past its date. */
    default boolean late(LocalDate today) {
        return this instanceof Open && today.isAfter(details().due());
    }

    /** The state's name, as pages and the API say it. */
    default String state() {
        return switch (this) {
            case Open open -> "OPEN";
            case Answered answered -> "ANSWERED";
            case Closed closed -> "CLOSED";
        };
    }

    /** As what entries are about. */
    static Subject subject(UUID id) {
        return new Subject("supervision.observation", id);
    }

    /** The body owes an answer. */
    record Open(Details details) implements Observation {}

    /** Answered; the supervisor has not said whether it will do. */
    record Answered(Details details) implements Observation {}

    /** The supervisor has said so. */
    record Closed(Details details, boolean satisfied, String remark) implements Observation {}

    /**
     * What it is.
     *
     * @param supervisor the person who reported it
     * @param owner the post that owes the answer
     * @param due the last day to answer
     * @param photos kept pictures
     * @param answers what was answered, oldest first
     */
    record Details(
            UUID id,
            long number,
            UUID supervisor,
            UUID body,
            UUID owner,
            String title,
            String text,
            LocalDate reportedOn,
            LocalDate due,
            UUID duty,
            List<UUID> photos,
            List<Answer> answers) {
        public Details {
            photos = List.copyOf(photos);
            answers = List.copyOf(answers);
        }
    }

    /** An answer. */
    record Answer(int round, LocalDate on, String text) {}
}
