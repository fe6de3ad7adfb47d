package org.shengmo.petition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.workbook.Reading;

/** Petitions: brought forward by anyone, read by those they concern, counted for all. */
public interface Petitions {

    /** Leave to do the petition office's work: enter, pass on, join, supervise, call back. */
    Permission DESK = Permission.of("petition.desk");

    /** Leave to handle what was passed on to the post's body. */
    Permission HANDLE = Permission.of("petition.handle");

    /** Leave to read petitions within the post's scope. */
    Permission READ = Permission.of("petition.read");

    /** Leave to decide reviews and re-reviews. */
    Permission REVIEW = Permission.of("petition.review");

    /**
     * Takes what anyone brings forward, without an account. What is about an official goes to discipline intake alone. Sent
     * again with the same token it changes nothing and gives the same receipt.
     *
     * @throws org.shengmo.wording.Invalid with every fault
     */
    Receipt submit(NewPetition petition);

    /**
     * Enters what was told on the phone, at the desk or on site.
     *
     * @throws org.shengmo.wording.Invalid with every fault
     * @throws org.shengmo.wording.Refused without the permission {@code petition.desk} or, for outreach, {@code petition.handle}
     */
    Receipt enter(Actor by, NewPetition petition);

    /**
     * Takes a workbook of petitions, all or none.
     *
     * @return how many
     * @throws org.shengmo.wording.Invalid with every fault, each with its sheet, row and column
     */
    int importAll(Actor by, Reading workbook);

    /** The petition, for whom it concerns; empty also where it is not for the reader's eyes. */
    Optional<Petition> find(Actor reader, UUID id);

    /** What a reader may see: what is open, then the latest others, at most so many. */
    List<Petition> readableBy(Actor reader, boolean openOnly, int limit);

    /** What a reader finds by words, the latest first. */
    List<Petition> search(Actor reader, String words, int limit);

    /** What was said with whoever brought a petition, oldest first. */
    List<Message> messages(UUID petition);

    /** What was answered, oldest first. */
    List<Answer> answers(UUID petition);

    /** Reviews asked for, the first first. */
    List<Review> reviews(UUID petition);

    /** Petitions that go on in one. */
    List<Petition> joinedInto(UUID petition);

    /**
     * Who brought a petition. Asking is an act on the record.
     *
     * @return empty for an anonymous one
     * @throws org.shengmo.wording.Refused for whom it is not meant
     */
    Optional<NewPetition.Who> identity(Actor by, UUID petition, String reason);

    /** Each body's petitions on a day, for anyone; bodies that never had one are left out. */
    List<Figures> figures(LocalDate today);

    /** What the public sees of petitions, newest first: nothing about who, and the text only where the sender agreed. */
    List<PublicPetition> publicList(PublicFilter filter);

    /**
     * Something said.
     *
     * @param fromPost the post that said it; null for whoever brought the petition
     * @param attachments kept files
     */
    record Message(java.time.Instant at, UUID fromPost, String text, List<UUID> attachments) {
        public Message {
            attachments = List.copyOf(attachments);
        }
    }

    /**
     * An answer and what its receiver said of it.
     *
     * @param rating 1 to 5; null while they did not say
     * @param solved whether they say it is solved; null likewise
     */
    record Answer(
            int round,
            LocalDate on,
            UUID body,
            Petition.Outcome outcome,
            String text,
            Integer rating,
            Boolean solved,
            String remark,
            LocalDate ratedOn) {}

    /**
     * A review.
     *
     * @param stage 1 review, 2 re-review
     * @param outcome {@code UPHELD} or {@code CHANGED}; null while it is not decided
     */
    record Review(
            int stage,
            LocalDate askedOn,
            String reasons,
            UUID body,
            UUID post,
            LocalDate decidedOn,
            String outcome,
            String opinion) {}

    /**
     * A body's petitions.
     *
     * @param open the next step is owed
     * @param late of the open, past their date
     * @param answered answered, the sender's word awaited
     * @param solved the sender said so, in all years
     * @param rated how many gave a rating
     * @param rating their mean, 1 to 5; 0 while there is none
     * @param oldestDue the earliest date owed; null when nothing is
     */
    record Figures(
            UUID body, int open, int late, int answered, int solved, int rated, double rating, LocalDate oldestDue) {}

    /**
     * Which petitions the public asks for.
     *
     * @param handles numbers such as {@code 2025-000123}; empty for all
     * @param topic null for all
     * @param from first day of receipt; null for no bound
     * @param until last day of receipt; null for no bound
     * @param open true for open ones, false for the others, null for both
     */
    record PublicFilter(List<String> handles, Topic topic, LocalDate from, LocalDate until, Boolean open, int limit) {
        public PublicFilter {
            handles = List.copyOf(handles);
        }

        /** The latest. */
        public static PublicFilter latest(int limit) {
            return new PublicFilter(List.of(), null, null, null, null, limit);
        }
    }

    /**
     * What the public sees of a petition.
     *
     * @param text empty unless the sender agreed
     * @param area the township
     * @param body who handles it; null before it was passed on
     */
    record PublicPetition(
            String handle,
            Topic topic,
            String text,
            UUID area,
            java.math.BigDecimal latitude,
            java.math.BigDecimal longitude,
            UUID body,
            Petition.State state,
            java.time.Instant receivedAt,
            LocalDate receivedOn,
            LocalDate due,
            LocalDate answeredOn,
            LocalDate solvedOn) {}
}
