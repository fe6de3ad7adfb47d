package org.shengmo.deliberation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.wording.Refusal;

/** Matters from proposal to evaluation; what happens in the room is for {@link Meetings}. */
public interface Matters {

    /** Leave to propose a matter and to prepare it, for bodies within the post's scope. */
    Permission PROPOSE = Permission.of("deliberation.propose");

    /** Leave to give the opinion of the legality review. */
    Permission REVIEW = Permission.of("deliberation.review-legality");

    /** Leave to grant an exemption. */
    Permission EXEMPT = Permission.of("deliberation.exempt");

    /** Leave to convene meetings, keep their records, and see to what they decided. */
    Permission CONVENE = Permission.of("deliberation.convene");

    /** A seat and a vote in the deciding body that the post belongs to. */
    Permission SIT = Permission.of("deliberation.sit");

    /** The table that gives who decides. */
    String COMPETENCE = "who-decides";

    /** The table that gives what comes first and how many must be there. */
    String PROCEDURE = "deliberation-procedure";

    /** The table that gives what a step takes. */
    String PRECONDITION = "deliberation-precondition";

    /** The table that gives the windows for adding up. */
    String SPLITTING = "deliberation-splitting";

    /** The table that gives the terms of signing and carrying out. */
    String TERMS = "deliberation-terms";

    /**
     * Proposes a matter; the rulebook says who decides, on the sum with other parts of the same project where it has some.
     * Entry {@code deliberation.proposed}.
     *
     * @throws org.shengmo.wording.Invalid with every fault
     */
    Matter propose(Actor by, NewMatter matter);

    /** Begins a step that takes time. Entry {@code deliberation.begun}. */
    void begin(Actor by, UUID matter, Step step);

    /**
     * Records what a step found. Entry {@code deliberation.given}.
     *
     * @throws org.shengmo.wording.Refused before the step's days have passed, a second time, on an agenda, and for a
     *     legality review given by who proposed it or without {@link #REVIEW}
     */
    void give(Actor by, UUID matter, Step step, boolean favourable, String account, List<UUID> attachments);

    /**
     * Leaves a step out. Entry {@code deliberation.exempted}.
     *
     * @param article the article of the regulation that allows it
     * @throws org.shengmo.wording.Refused for a step that the table doesn't let anyone leave out, and an article that is
     *     not one of those it cites
     */
    void exempt(Actor by, UUID matter, Step step, String article, String reasons);

    /** What someone says while comment is open. Entry {@code deliberation.commented}, which says nothing of who. */
    void comment(UUID matter, String text);

    /** Takes a matter back. Entry {@code deliberation.withdrawn}. */
    void withdraw(Actor by, UUID matter, String reasons);

    /** Declares that the actor has an interest in a firm. Entry {@code deliberation.interest-declared}. */
    void declareInterest(Actor by, String supplier);

    /** What a decision asks of a post becomes its duty. Entry {@code deliberation.assigned}. */
    void assign(Actor by, UUID matter, UUID owner, String title, LocalDate due);

    /**
     * Says what came of a decision. Entry {@code deliberation.evaluated}. Where it was wrong, those who agreed have a
     * finding stated against them; who disagreed on the record has not (art. 38).
     */
    void evaluate(Actor by, UUID matter, boolean sound, String account);

    /** The matter of an identifier. */
    Optional<Matter> byId(UUID id);

    /**
     * Whether somebody may read a matter: it is open and public by now, or their post proposes for its body, reviews,
     * convenes or sits.
     */
    boolean mayRead(Actor reader, Matter matter);

    /** All matters, newest first. */
    List<Matter> all();

    /** What the public may read: open matters out for comment, and those decided, newest first. */
    List<Matter> open();

    /** Why a matter may not go on an agenda today; empty when it may. */
    List<Refusal> missing(Matter.Details matter);

    /** The first day on which the result of a step that was begun may be recorded; empty before it is begun. */
    Optional<LocalDate> firstDay(Matter.Details matter, Step step);

    /** What the public said, oldest first. */
    List<Comment> comments(UUID matter);

    /** Matters that look split to stay below, those with the largest sum first. */
    List<Split> splits();

    /** States a finding about a split against the body that proposed the last of it; a person judges it. */
    UUID stateSplit(Actor by, UUID matter);

    /** Something the public said. */
    record Comment(LocalDate on, String text) {}
}
