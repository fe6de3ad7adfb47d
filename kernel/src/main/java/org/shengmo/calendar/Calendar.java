package org.shengmo.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shengmo.access.Actor;

/**
 * The district's calendar: weekends, the statutory days off and the working weekends of the State Council's yearly
 * notices. A year whose notice is not out yet goes by weekends and the statutory holidays of fixed date, and is
 * provisional.
 */
public interface Calendar extends WorkingDays {

    /** A day with what makes it worked or not. */
    Day day(LocalDate date);

    /** Whether no notice of that year is known, so that what is counted over it may still change. */
    boolean isProvisional(int year);

    /** The notice of a year. */
    Optional<HolidayNotice> notice(int year);

    /** All notices known, oldest first. */
    List<HolidayNotice> notices();

    /**
     * Takes a year's notice, in the place of one for the same year where there is one.
     *
     * @throws org.shengmo.wording.Refused without the permission {@code calendar.notice}
     */
    void load(Actor by, HolidayNotice notice);
}
