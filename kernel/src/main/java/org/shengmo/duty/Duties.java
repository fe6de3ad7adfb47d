package org.shengmo.duty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;

/**
 * Duties: owed by a post, met with evidence, or overdue. A room owes them as part of an act of its own, whose permission
 * it checks; here nobody is checked but for meeting, extending and withdrawing.
 */
public interface Duties {

    /** Leave to accept a duty as met for its owner, within the post's scope. */
    Permission ACCEPT = Permission.of("duty.accept");

    /** Leave to extend a duty's due date. */
    Permission EXTEND = Permission.of("duty.extend");

    /** Leave to withdraw a duty. */
    Permission WITHDRAW = Permission.of("duty.withdraw");

    /** A duty arises. The post's holder is told. Entry {@code duty.owed}. */
    UUID owe(Actor by, NewDuty duty);

    /** Many duties arise at once. */
    List<UUID> oweAll(Actor by, List<NewDuty> duties);

    /** A duty arises for each period, the current one now, the later ones when their first day comes. */
    UUID oweRegularly(Actor by, NewRegularDuty duty);

    /**
     * A duty is met, in time or late, by whoever holds the owning post. Entry {@code duty.met}.
     *
     * @param account what was done
     * @param attachments kept files that show it
     * @throws org.shengmo.wording.Refused when the actor neither holds the owning post today nor may accept it, when it
     *     is no longer open, before its first day, and when nothing but an act of its own meets it
     */
    void meet(Actor by, UUID duty, String account, List<UUID> attachments);

    /**
     * A duty is met by the act that it asks for. Called by the room of that act, in the act's transaction; otherwise as
     * {@link #meet}.
     */
    void meetByAct(Actor by, UUID duty, String account, List<UUID> attachments);

    /**
     * The due date moves. Entry {@code duty.extended}.
     *
     * @throws org.shengmo.wording.Refused without the permission, for one's own duty, when it is no longer open or has
     *     become a finding, and when the new date is not later than the old
     */
    void extend(Actor by, UUID duty, LocalDate due, String reasons);

    /**
     * The duty is no longer owed. Entry {@code duty.withdrawn}.
     *
     * @throws org.shengmo.wording.Refused without the permission, for one's own duty, and when it is no longer open
     */
    void withdraw(Actor by, UUID duty, String reasons);

    /** @throws java.util.NoSuchElementException when there is none */
    Duty duty(UUID id);

    /** The duty of an identifier. */
    Optional<Duty> byId(UUID id);

    /** The duties of a post, soonest due first. */
    List<Duty> of(UUID post);

    /** The duties that a filter means, soonest due first. */
    List<Duty> find(DutyFilter filter);

    /** Whether somebody may read a duty: its owner and their line above, and whose scope reaches the owner or creditor. */
    boolean mayRead(Actor reader, Duty duty);

    /** The duties that a filter means among those within a reader's scope, soonest due first. */
    List<Duty> readableBy(Actor reader, DutyFilter filter);

    /**
     * Takes the duties whose grace has passed by a day and that were not taken before: each is given once, ever, in the
     * caller's transaction, which must exist.
     */
    List<OverdueDuty> takeBreached(LocalDate day);
}
