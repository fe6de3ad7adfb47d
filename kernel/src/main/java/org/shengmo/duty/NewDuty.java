package org.shengmo.duty;

import java.time.LocalDate;
import java.util.UUID;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Citation;

/**
 * A duty to be owed.
 *
 * @param kind what sort, said under {@code duty.kind.<code>}'s sibling in the institution's bundle as
 *     {@code <room>.kind.<code>}
 * @param title what is owed, as people will read it
 * @param ownerPost the post that owes it: whoever holds the post, owes it
 * @param creditorBody the body that it is owed to
 * @param clause the clause that it rests on
 * @param about what it is about; its page shows the duty
 * @param from the first day on which it can be met
 * @param due the last day on which it is met in time
 * @param terms what happens around the due date
 */
public record NewDuty(
        Kind kind,
        String title,
        UUID ownerPost,
        UUID creditorBody,
        Citation clause,
        Subject about,
        LocalDate from,
        LocalDate due,
        DutyTerms terms) {

    public NewDuty {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a duty says what is owed");
        }
        if (due.isBefore(from)) {
            throw new IllegalArgumentException("a duty due on " + due + " cannot begin on " + from);
        }
    }
}
