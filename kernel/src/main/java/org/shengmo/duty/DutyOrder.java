package org.shengmo.duty;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A duty that a leader lays on a post within reach.
 *
 * @param title what is owed, as people will read it
 * @param ownerPost the post that owes it
 * @param document the code of the document whose clause it rests on
 * @param article the article of that document
 * @param from the first day on which it is owed
 * @param until the day on which it is due; for a regular one the last day on which a period may begin
 * @param cadence how often
 * @param days for a regular one, days after each period's last day until it is due; 0 for that day
 */
public record DutyOrder(
        String title,
        UUID ownerPost,
        String document,
        String article,
        LocalDate from,
        LocalDate until,
        Cadence cadence,
        int days) {}
