package org.shengmo.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.wording.Verification;

/**
 * A document's text over a time.
 *
 * @param id its identifier
 * @param from the first day in force
 * @param until the first day no longer in force; null while it is open
 * @param revision 1, and one more each time the pack brought a different text for the same effective date
 * @param current whether this revision is the one that counts
 * @param published the day it was published; null where unknown
 * @param source where the text was read
 * @param verification how far it was checked
 * @param clauses in the document's order
 */
public record Version(
        UUID id,
        LocalDate from,
        LocalDate until,
        int revision,
        boolean current,
        LocalDate published,
        String source,
        Verification verification,
        List<Clause> clauses) {

    public Version {
        clauses = List.copyOf(clauses);
    }

    /** Whether its time covers a day. */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** The clause of an article; of a paragraph or item, such as {@code 22.1.3}, the clause it stands in. */
    public Optional<Clause> clause(String article) {
        for (String number = article;
                !number.isEmpty();
                number = number.substring(0, Math.max(0, number.lastIndexOf('.')))) {
            for (Clause clause : clauses) {
                if (clause.article().equals(number)) {
                    return Optional.of(clause);
                }
            }
        }
        return Optional.empty();
    }
}
