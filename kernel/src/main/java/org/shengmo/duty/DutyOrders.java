package org.shengmo.duty;

import org.shengmo.access.Actor;
import org.shengmo.access.Permission;

/** Duties that leaders lay on posts below them by their own word, under a clause. */
public interface DutyOrders {

    /** Leave to lay a duty on the posts that one's scope reaches. */
    Permission LAY = Permission.of("duty.lay");

    /**
     * Lays a duty: it arises at once, or for each period when that begins; reminders, escalation and grace come from the
     * decision table {@code duty-order}. Owed to the body of the post that lays it. Entries {@code duty.owed},
     * {@code duty.regular-owed}.
     *
     * @throws org.shengmo.wording.Refused without the permission, on a post out of reach, on one's own post
     * @throws org.shengmo.wording.Invalid with all faults, at {@code title}, {@code article}, {@code until}, {@code days}
     */
    void lay(Actor by, DutyOrder order);
}
