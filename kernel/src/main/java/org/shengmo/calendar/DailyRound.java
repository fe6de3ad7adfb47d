package org.shengmo.calendar;

import java.time.LocalDate;

/**
 * What a package does because a day began: reminders, lapses, expiries. Rounds of lower rungs go first. A round may be
 * called twice for a day and for days that were missed: it must not do anything twice.
 */
public interface DailyRound {

    /** Does what the day brings. Runs in its own transactions. */
    void onDay(LocalDate day);
}
