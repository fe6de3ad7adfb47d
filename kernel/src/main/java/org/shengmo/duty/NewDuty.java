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
 * @param metAt the page of the act that alone meets it, such as filing a return; null where an account of what was done
 *     will do
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
        DutyTerms terms,
        String metAt) {

    public NewDuty {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a duty says what is owed");
        }
        if (due.isBefore(from)) {
            throw new IllegalArgumentException("a duty due on " + due + " cannot begin on " + from);
        }
        if (metAt != null && !metAt.startsWith("/")) {
            throw new IllegalArgumentException("not a page of this program: " + metAt);
        }
    }

    /** A duty that its owner meets by an account of what was done. */
    public NewDuty(
            Kind kind,
            String title,
            UUID ownerPost,
            UUID creditorBody,
            Citation clause,
            Subject about,
            LocalDate from,
            LocalDate due,
            DutyTerms terms) {
        this(kind, title, ownerPost, creditorBody, clause, about, from, due, terms, null);
    }

    /** The same duty, met by nothing but the act that is done on a page. */
    public NewDuty metAt(String page) {
        return new NewDuty(kind, title, ownerPost, creditorBody, clause, about, from, due, terms, page);
    }

    /** The same duty for another period. */
    NewDuty during(LocalDate first, LocalDate last) {
        return new NewDuty(kind, title, ownerPost, creditorBody, clause, about, first, last, terms, metAt);
    }
}
