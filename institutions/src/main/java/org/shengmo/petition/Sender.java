package org.shengmo.petition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What whoever brought a petition does with their receipt code and nothing else. */
public interface Sender {

    /** What a code opens; empty for one that opens nothing. */
    Optional<Followed> follow(String code);

    /** Writes, with pictures or texts. */
    void write(String code, String text, List<NewPetition.Upload> files);

    /** Says how it was handled, 1 to 5, and whether it is solved. Solved ends it. */
    void rate(String code, int rating, boolean solved, String remark);

    /** Has it handled again, within the rule's window after an answer that solved nothing. */
    void reopen(String code, String reasons);

    /** Asks for review of the answer, or re-review of the review, within 30 days. */
    void askReview(String code, String reasons);

    /** Takes it back. */
    void withdraw(String code);

    /** Says whether a rectification did what it promised. */
    void confirm(String code, UUID rectification, boolean confirmed, String remark);

    /** The content of a file that hangs on what the code opens. */
    Optional<byte[]> file(String code, UUID attachment);

    /** What a code opens. */
    sealed interface Followed {}

    /**
     * A petition.
     *
     * @param echo whether the same words were sent before: then only how it stands shows, and nothing can be done
     * @param reopenUntil the last day to have it handled again; null where that is not open
     * @param reviewUntil the last day to ask for review; null where that is not open
     * @param awaiting rectifications that await this sender's word
     */
    record FollowedPetition(
            Petition petition,
            List<Petitions.Message> messages,
            List<Petitions.Answer> answers,
            List<Petitions.Review> reviews,
            boolean echo,
            LocalDate reopenUntil,
            LocalDate reviewUntil,
            List<Rectification> awaiting)
            implements Followed {
        public FollowedPetition {
            messages = List.copyOf(messages);
            answers = List.copyOf(answers);
            reviews = List.copyOf(reviews);
            awaiting = List.copyOf(awaiting);
        }
    }

    /**
     * A complaint about an official: it shows that it arrived and what the intake says, nothing more.
     *
     * @param taken whether the intake has taken it up
     */
    record FollowedAccusation(LocalDate receivedOn, boolean taken, boolean answered, List<Accusations.Message> messages)
            implements Followed {
        public FollowedAccusation {
            messages = List.copyOf(messages);
        }
    }
}
