package org.shengmo.duty;

import java.time.LocalDate;

/**
 * A duty that was met.
 *
 * @param on the day it was met
 * @param evidence what shows it
 */
public record MetDuty(DutyDetails details, LocalDate on, Evidence evidence) implements Duty {

    /** Whether it was met after its due date. */
    public boolean late() {
        return on.isAfter(details.due());
    }

    @Override
    public Standing standing(LocalDate today) {
        return late() ? Standing.MET_LATE : Standing.MET;
    }
}
