package org.shengmo.consequence;

import java.time.LocalDate;
import java.util.UUID;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Citation;

/**
 * What a consequence is, in whatever state.
 *
 * @param number its number for people to quote
 * @param subject the person or body that bears it
 * @param post the post in which the person did it, or the body's head; null for a body without one
 * @param body the body it belongs to or is: its place for scope
 * @param rank the rank that the competence table goes by
 * @param finding the upheld finding that it follows from
 * @param fact the fact behind the finding: no fact is punished twice
 * @param title the finding's sentence
 * @param proposed the measure that the rule table proposed
 * @param clause the clause that the proposal rests on
 * @param proposedOn the day
 * @param permission the permission that the competence table asks of who decides
 * @param competence the clause that says who decides
 */
public record ConsequenceDetails(
        UUID id,
        long number,
        Subject subject,
        UUID post,
        UUID body,
        String rank,
        UUID finding,
        Subject fact,
        String title,
        Measure proposed,
        Citation clause,
        LocalDate proposedOn,
        String permission,
        Citation competence) {

    /** The consequence as the subject of entries and notices. */
    public Subject asSubject() {
        return new Subject("consequence", id);
    }
}
