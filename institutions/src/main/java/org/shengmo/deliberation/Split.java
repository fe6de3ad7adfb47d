package org.shengmo.deliberation;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.shengmo.wording.Citation;

/**
 * Matters of one kind that together would have gone to a higher decider than each by itself.
 *
 * @param by what is the same: project, supplier, place or body
 * @param value the project's, supplier's, place's or body's name
 * @param kind the kind of business
 * @param matters the matters, oldest first
 * @param sum their sum in yuan
 * @param window within how many days they were added up
 * @param clauses what that rests on
 */
public record Split(
        String by,
        String value,
        Business kind,
        List<UUID> matters,
        BigDecimal sum,
        int window,
        List<Citation> clauses) {

    public Split {
        matters = List.copyOf(matters);
        clauses = List.copyOf(clauses);
    }
}
