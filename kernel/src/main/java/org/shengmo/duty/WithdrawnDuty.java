package org.shengmo.duty;

import java.time.LocalDate;

/**
 * A duty that is no longer owed.
 *
 * @param on the day it was withdrawn
 * @param reasons why
 */
public record WithdrawnDuty(DutyDetails details, LocalDate on, String reasons) implements Duty {

    @Override
    public Standing standing(LocalDate today) {
        return Standing.WITHDRAWN;
    }
}
