package org.shengmo.charter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;

/**
 * Problems from public evaluation. Each is assigned by itself to the leader in charge of the portfolio (一岗双责: who runs
 * a portfolio answers for integrity in it), chased, and circulated when late.
 */
public interface Problems {

    /** Leave to raise a problem. */
    Permission RAISE = Permission.of("charter.problem.raise");

    /** Leave to chase a problem. */
    Permission CHASE = Permission.of("charter.problem.chase");

    /**
     * Raises a problem; it is assigned at once. Entry {@code charter.problem.assigned}. Where no leader is in charge of the
     * body, the head of the topmost body above it answers.
     */
    Problem raise(Actor by, Problem.New problem);

    /** Chases the leader it was assigned to. Entry {@code charter.problem.chased}. */
    Problem chase(Actor by, UUID problem, String text);

    /**
     * Accounts for its solution and meets the duty. Entry {@code charter.problem.solved}.
     *
     * @throws org.shengmo.wording.Refused for anyone who is not in the post it was assigned to today, and a second time
     */
    Problem solve(Actor by, UUID problem, String account, List<UUID> attachments);

    /**
     * Whether somebody may read a problem: the leader it was assigned to, the body it is about, who raises or chases
     * problems, who may read the body's reports, and once it is circulated every leader above.
     */
    boolean mayRead(Actor by, Problem problem);

    /** The problem of an identifier. */
    Optional<Problem> byId(UUID id);

    /** The years in which problems were raised, latest first. */
    List<Integer> years();

    /** The problems raised in a year, latest first. */
    List<Problem> of(int year);
}
