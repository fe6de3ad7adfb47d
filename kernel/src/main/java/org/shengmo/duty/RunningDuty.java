package org.shengmo.duty;

import java.time.LocalDate;

/** A duty whose due date has not passed. */
public record RunningDuty(DutyDetails details) implements OpenDuty {

    @Override
    public Standing standing(LocalDate today) {
        return today.plusDays(details.terms().reminderPeriod()).isBefore(details.due())
                ? Standing.IN_TIME
                : Standing.DUE_SOON;
    }
}
