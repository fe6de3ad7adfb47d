package org.shengmo.duty;

import java.time.LocalDate;

/**
 * A duty whose due date passed without its being met.
 *
 * @param breached whether its grace has passed too, so that it has become a finding
 */
public record OverdueDuty(DutyDetails details, boolean breached) implements OpenDuty {

    @Override
    public Standing standing(LocalDate today) {
        return Standing.LATE;
    }

    /** The last day of grace. */
    public LocalDate graceUntil() {
        return details.due().plusDays(details.terms().graceDays());
    }
}
