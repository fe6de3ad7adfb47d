package org.shengmo.petition;

import java.util.List;
import java.util.UUID;
import org.shengmo.access.Actor;

/**
 * What officers do with a petition. Each act needs its state; another is refused with the clause of the regulation. Each is
 * an entry on the record and, where the sender has to know, a message to them.
 */
public interface Handling {

    /** Passes it on to a body within the period. Entry {@code petition.passed-on}. For the petition office. */
    void passOn(Actor by, UUID petition, Topic topic, UUID body, String note);

    /** Says with reasons that it belongs elsewhere, within five working days. Entry {@code petition.objected}. */
    void object(Actor by, UUID petition, String reasons);

    /** The petition office agrees and takes it back, or does not and the body keeps it. */
    void decideObjection(Actor by, UUID petition, boolean agreed, String reasons);

    /** Takes it up and tells the sender. Entry {@code petition.accepted}. */
    void accept(Actor by, UUID petition, String told);

    /** Tells the sender that another procedure is the way, and which. Entry {@code petition.redirected}. */
    void redirect(Actor by, UUID petition, String way);

    /** Gives it to another post of the body that handles petitions. For the body's head and the petition office. */
    void assign(Actor by, UUID petition, UUID post);

    /** Has further bodies handle it together with the first. */
    void handleJointly(Actor by, UUID petition, List<UUID> bodies);

    /** Extends the period by days, with reasons, told to the sender. For the body's head alone; once. */
    void extend(Actor by, UUID petition, int days, String reasons);

    /** Lets the period stand still: for a hearing, or on another ground that is said. */
    void suspend(Actor by, UUID petition, boolean hearing, String ground);

    /** Lets the period run again. */
    void resume(Actor by, UUID petition);

    /** Answers. Entry {@code petition.answered}; the sender is told what they can do now. */
    void reply(Actor by, UUID petition, Petition.Outcome outcome, String text, List<UUID> attachments);

    /** Writes to the sender. */
    void write(Actor by, UUID petition, String text, List<UUID> attachments);

    /** Joins it to another about the same matter, in which it goes on. */
    void join(Actor by, UUID petition, UUID into);

    /** Presses the body that owes the next step. */
    void supervise(Actor by, UUID petition, String text);

    /** What the sender says when called back, entered by the petition office. */
    void callBack(Actor by, UUID petition, int rating, boolean solved, String remark);

    /** Gives the opinion of review or re-review. A changed answer is handled anew. */
    void decideReview(Actor by, UUID petition, boolean changed, String opinion);

    /** Hands it over to discipline intake because it is about an official; nothing of it stays here. */
    void seal(Actor by, UUID petition, NewPetition.Accused accused);
}
