package org.shengmo.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;

/** Findings: stated on evidence, replied to, then upheld or dropped. */
public interface Findings {

    /** Leave to state a finding, within the post's scope. */
    Permission STATE = Permission.of("finding.state");

    /** Leave to uphold or drop a finding, within the post's scope. */
    Permission DECIDE = Permission.of("finding.decide");

    /** Leave to read findings about others, within the post's scope. */
    Permission READ = Permission.of("finding.read");

    /** The decision table that gives the reply period. */
    String REPLY_TABLE = "finding-reply";

    /**
     * States a finding; its subject is told. Entry {@code finding.stated}.
     *
     * @throws org.shengmo.wording.Refused without the permission; when the same fact was already held against the same
     *     subject under the same kind and not dropped
     */
    UUID state(Actor by, NewFinding finding);

    /**
     * Replies. Entry {@code finding.replied}.
     *
     * @throws org.shengmo.wording.Refused for anyone but the subject (or who answers for it today), after the period,
     *     and when already replied to or decided
     */
    void reply(Actor by, UUID finding, String text, List<UUID> attachments);

    /**
     * Upholds. Entry {@code finding.upheld}; publishes {@link FindingUpheld} in the same transaction.
     *
     * @throws org.shengmo.wording.Refused without the permission or out of scope; for the subject; for the one who stated
     *     it; before the reply or the period's end; when already decided
     */
    void uphold(Actor by, UUID finding, String reasons);

    /** Drops. Entry {@code finding.dropped}. Refused as {@link #uphold} is. */
    void drop(Actor by, UUID finding, String reasons);

    /** @throws java.util.NoSuchElementException when there is none */
    Finding finding(UUID id);

    /** The finding of an identifier. */
    Optional<Finding> byId(UUID id);

    /** Findings against a person, post or body, newest first. */
    List<Finding> against(Subject subject);

    /** Findings that rest on a fact, newest first. */
    List<Finding> restingOn(Subject source);

    /** How many findings of a kind against a subject were upheld between two days, both included. */
    int upheld(Subject subject, Kind kind, LocalDate first, LocalDate last);

    /** Whether somebody may read a finding: it concerns them, they stated it, or their post reads or decides there. */
    boolean mayRead(Actor reader, Finding finding);

    /** What somebody may read, newest first. */
    List<Finding> readableBy(Actor reader);

    /** Findings whose reply is the actor's to give and still in time, the nearest end first. */
    List<StatedFinding> awaitingReplyOf(Actor actor);

    /** Findings that the actor may decide now, the longest waiting first. */
    List<DecidableFinding> awaitingDecisionOf(Actor actor);
}
