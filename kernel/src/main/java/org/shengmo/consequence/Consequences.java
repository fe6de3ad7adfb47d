package org.shengmo.consequence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.docket.Subject;

/**
 * What follows from upheld findings. Measures are proposed by themselves when a finding is upheld; the competent post
 * decides; effects begin, bind, and end by themselves.
 */
public interface Consequences {

    /** Leave to read consequences of others, within the post's scope. */
    Permission READ = Permission.of("consequence.read");

    /** Leave to decide appeals, within the post's scope. */
    Permission DECIDE_APPEAL = Permission.of("consequence.decide-appeal");

    /** The decision table that gives the measures. */
    String MEASURES_TABLE = "consequence-measures";

    /** The decision table that says which permission decides which measure. */
    String COMPETENCE_TABLE = "consequence-competence";

    /** The decision table that gives a measure's effect and its appeal. */
    String EFFECT_TABLE = "consequence-effect";

    /**
     * Decides a proposal. Entry {@code consequence.imposed} or {@code consequence.not-taken}.
     *
     * @throws org.shengmo.wording.Refused without the permission that the competence table asks for the measure taken, out
     *     of scope, for who bears it, when already decided, and when the fact was punished before
     */
    void decide(Actor by, UUID consequence, Decision decision, String reasons);

    /**
     * Appeals. Entry {@code consequence.appealed}.
     *
     * @throws org.shengmo.wording.Refused for anyone but who bears it, after the period, and a second time
     */
    void appeal(Actor by, UUID consequence, String text, List<UUID> attachments);

    /**
     * Decides an appeal. Entry {@code consequence.maintained}, {@code consequence.lightened} or
     * {@code consequence.revoked}.
     *
     * @throws org.shengmo.wording.Refused without the permission, for who bears it, for who imposed it, and for a graver
     *     measure
     */
    void decideAppeal(Actor by, UUID consequence, AppealDecision decision, String reasons);

    /** @throws java.util.NoSuchElementException when there is none */
    Consequence consequence(UUID id);

    /** The consequence of an identifier. */
    Optional<Consequence> byId(UUID id);

    /** What a person or body bears or bore, newest first. */
    List<Consequence> borneBy(Subject personOrBody);

    /** Measures imposed on anyone between two days, both included, and not revoked since, by day. */
    List<Consequence> imposedBetween(LocalDate first, LocalDate last);

    /** What followed from a finding. */
    List<Consequence> following(UUID finding);

    /**
     * What binds a person or body on a day, under which clause, and what has to wait for secret reasons; asks every
     * {@link ClearanceSource} too. Gates ask {@link Clearance#require}; a page shows {@link Clearance#bindings} alone.
     */
    Clearance clearance(Subject personOrBody, LocalDate on);

    /** Whether somebody may ask what binds a person or body: oneself, and posts that read consequences there. */
    boolean mayAsk(Actor reader, Subject personOrBody);

    /** Whether somebody may read a consequence: they bear it or head the body that does, or their post reads or decides there. */
    boolean mayRead(Actor reader, Consequence consequence);

    /** What somebody may read, newest first. */
    List<Consequence> readableBy(Actor reader);

    /** Proposals and appeals that the actor may decide now, the longest waiting first. */
    List<Consequence> awaitingDecisionOf(Actor actor);
}
