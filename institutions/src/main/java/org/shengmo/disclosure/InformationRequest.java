package org.shengmo.disclosure;

import java.time.LocalDate;
import java.util.UUID;
import org.shengmo.docket.Subject;

/** A request for information in one of its states; any move that its state doesn't open is refused. */
public sealed interface InformationRequest {

    /** What it is, in whatever state. */
    Details details();

    /** Its identifier. */
    default UUID id() {
        return details().id();
    }

    /** Whether somebody owes the next step. */
    default boolean open() {
        return !(this instanceof Answered) && !(this instanceof Lapsed);
    }

    /** Whether the answer is owed and past its date. */
    default boolean late(LocalDate today) {
        return (this instanceof Received || this instanceof Consulting)
                && today.isAfter(details().due());
    }

    /** The state's name, as pages and the API say it. */
    default String state() {
        return switch (this) {
            case Received received -> "RECEIVED";
            case Incomplete incomplete -> "INCOMPLETE";
            case Consulting consulting -> "CONSULTING";
            case Answered answered -> "ANSWERED";
            case Lapsed lapsed -> "LAPSED";
        };
    }

    /** As what entries are about. */
    static Subject subject(UUID id) {
        return new Subject("disclosure.request", id);
    }

    /** Received; the office owes the answer. */
    record Received(Details details) implements InformationRequest {}

    /** The applicant was asked, once, to say more; the period begins when they do (art. 30). */
    record Incomplete(Details details, String missing, LocalDate until) implements InformationRequest {}

    /** Somebody whom it concerns was asked; the period stands still meanwhile (arts. 32, 33). */
    record Consulting(Details details, LocalDate since, String whom, LocalDate until) implements InformationRequest {}

    /** Answered. */
    record Answered(Details details, LocalDate on, RequestAnswer answer, String text) implements InformationRequest {}

    /** Over: what was missing was not supplied in time. */
    record Lapsed(Details details, LocalDate on) implements InformationRequest {}

    /**
     * What it is.
     *
     * @param number its number
     * @param officer the post that answers it
     * @param countedFrom the day the period runs from
     * @param due the last day to answer
     * @param duty the duty of answering; null where none is owed
     * @param supplied what the applicant said when asked for more; empty for nothing
     * @param third what came of asking somebody whom it concerns; null where nobody was asked or they have not answered
     * @param extendedDays working days by which it was extended
     * @param extension the reasons for that
     */
    record Details(
            UUID id,
            long number,
            NewRequest.Channel channel,
            UUID body,
            UUID officer,
            String what,
            NewRequest.Form form,
            LocalDate receivedOn,
            LocalDate countedFrom,
            LocalDate due,
            UUID duty,
            String supplied,
            ThirdParty third,
            int extendedDays,
            String extension) {

        /** The number people call it by, such as {@code 2025-X0012}. */
        public String handle() {
            return "%d-X%04d".formatted(receivedOn.getYear(), number);
        }
    }

    /**
     * What somebody whom it concerns says.
     *
     * @param since the day they were asked
     * @param until the day they answered, or their time was over
     * @param agrees null where they said nothing
     */
    record ThirdParty(String whom, LocalDate since, LocalDate until, Boolean agrees, String reasons) {}
}
