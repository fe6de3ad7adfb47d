package org.shengmo.deliberation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;

/**
 * Meetings in the room. A member acts for the own seat only; every act is on the record at its moment, so that the order
 * can't be made up afterwards. All of it stands in the database: a dropped connection, a reload or a restart loses nothing.
 * What a rule forbids is refused with its clause and changes nothing.
 */
public interface Meetings {

    /**
     * Convenes a meeting: whoever holds a seat that day is a member, and keeps out of what concerns them, their relatives
     * or a firm they have an interest in. Entry {@code deliberation.convened}.
     *
     * @param matters the agenda in its order
     * @throws org.shengmo.wording.Refused for a matter whose preconditions are not met, or that another body decides
     */
    UUID convene(Actor by, UUID body, LocalDate on, String place, List<UUID> matters);

    /** A member comes in: the own seat, or any with {@link Matters#CONVENE}. Entry {@code deliberation.arrived}. */
    void arrive(Actor by, UUID meeting, UUID post);

    /** A member goes out. Entry {@code deliberation.left}. */
    void leave(Actor by, UUID meeting, UUID post);

    /** Opens the meeting. Entry {@code deliberation.opened}. */
    void open(Actor by, UUID meeting);

    /** Calls an item. Entry {@code deliberation.called}. */
    void call(Actor by, UUID meeting, UUID matter);

    /** Keeps out of an item: the own seat only. Entry {@code deliberation.recused}. */
    void recuse(Actor by, UUID meeting, UUID matter, String ground);

    /** Lets the next speak first. Entry {@code deliberation.passed}. */
    void pass(Actor by, UUID meeting, UUID matter);

    /** Takes a stand for the own seat. Entry {@code deliberation.stood}. */
    void stand(Actor by, UUID meeting, UUID matter, Stance stance, String words);

    /** Closes an item with its outcome. Entry {@code deliberation.decided}. */
    void decide(Actor by, UUID meeting, UUID matter);

    /** Puts an item off; it can be put on another agenda. Entry {@code deliberation.deferred}. */
    void postpone(Actor by, UUID meeting, UUID matter, String reasons);

    /** Closes the meeting; its minutes are written, and who was there owes a signature. Entry {@code deliberation.closed}. */
    void close(Actor by, UUID meeting);

    /**
     * Signs the minutes for the own seat. Entry {@code deliberation.signed}.
     *
     * @param sha256 of the text that the signer saw
     * @param password the signer's, once more
     */
    void sign(Actor by, UUID meeting, String sha256, String reservation, CharSequence password);

    /** Whether somebody may read a meeting: its members, who convenes for the body, and whoever has a seat in it today. */
    boolean mayRead(Actor reader, Meeting meeting);

    /** Whether somebody keeps the records of a body's meetings. */
    boolean convenes(Actor by, UUID body);

    /** The meeting of an identifier. */
    Optional<Meeting> byId(UUID id);

    /** All meetings, newest first. */
    List<Meeting> all();

    /** The meetings of a day that are not closed and in which a post has a seat. */
    List<Meeting> heldOn(LocalDate day, UUID post);

    /** How often a meeting has changed; cheap to ask. */
    long revision(UUID id);

    /** The meetings whose minutes wait for the signature of a post. */
    List<Meeting> unsigned(UUID post);
}
