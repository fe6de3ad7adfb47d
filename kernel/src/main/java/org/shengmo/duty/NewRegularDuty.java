package org.shengmo.duty;

import java.time.LocalDate;

/**
 * A duty owed again for each period. Each period's duty arises by itself on the period's first day and is due some days
 * after its last.
 *
 * @param first the duty of the first period; its {@code from} and {@code due} bound the periods for which it is owed
 * @param cadence how often
 * @param dueDaysAfter days after the period's last day until the duty is due, 0 for the last day itself
 */
public record NewRegularDuty(NewDuty first, Cadence cadence, int dueDaysAfter) {

    public NewRegularDuty {
        if (cadence == Cadence.ONCE || dueDaysAfter < 0) {
            throw new IllegalArgumentException("a regular duty is owed monthly or quarterly, after the period");
        }
    }

    /** The due date for the period that a day lies in. */
    public LocalDate due(LocalDate day) {
        return cadence.periodEnd(day).minusDays(1).plusDays(dueDaysAfter);
    }

    /** The duty of the period that begins on a day; of the first, no earlier than the duty itself begins. */
    NewDuty forPeriod(LocalDate start) {
        return first.during(start.isBefore(first.from()) ? first.from() : start, due(start));
    }
}
