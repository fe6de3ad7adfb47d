package org.shengmo.duty;

import java.time.LocalDate;
import java.util.UUID;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Citation;

/**
 * What a duty is, in whatever state.
 *
 * @param ownerPost the post that owes it
 * @param holder the person who held the post when last looked at; null while it is vacant
 * @param creditorBody the body that it is owed to
 * @param clause the clause that it rests on
 * @param about what it is about
 * @param from the first day on which it can be met
 * @param due the last day on which it is met in time, extensions counted in
 * @param firstDue the due date before any extension
 * @param metAt the page of the act that alone meets it; null where an account will do
 */
public record DutyDetails(
        UUID id,
        Kind kind,
        String title,
        UUID ownerPost,
        UUID holder,
        UUID creditorBody,
        Citation clause,
        Subject about,
        LocalDate from,
        LocalDate due,
        LocalDate firstDue,
        DutyTerms terms,
        String metAt) {

    /** The duty as the subject of entries and notices. */
    public Subject subject() {
        return new Subject("duty", id);
    }
}
