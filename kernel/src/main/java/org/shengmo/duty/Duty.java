package org.shengmo.duty;

import java.time.LocalDate;
import java.util.UUID;

/** A duty in one of its states. Only an {@link OpenDuty} can be met, extended or withdrawn. */
public sealed interface Duty permits OpenDuty, MetDuty, WithdrawnDuty {

    /** What it is, in whatever state. */
    DutyDetails details();

    /** Its identifier. */
    default UUID id() {
        return details().id();
    }

    /** Where it stands on a day, as a page says it. */
    Standing standing(LocalDate today);
}
