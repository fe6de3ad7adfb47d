package org.shengmo.duty;

import java.time.LocalDate;

/** A duty that is still owed. */
public sealed interface OpenDuty extends Duty permits RunningDuty, OverdueDuty {

    /** The same duty, met on a day. */
    default MetDuty meet(LocalDate on, Evidence evidence) {
        return new MetDuty(details(), on, evidence);
    }

    /** The same duty, no longer owed. */
    default WithdrawnDuty withdraw(LocalDate on, String reasons) {
        return new WithdrawnDuty(details(), on, reasons);
    }
}
