package org.shengmo.organization;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Two people who are related, seen from one of them.
 *
 * @param person from whom it is seen
 * @param relative the other
 * @param relation how
 * @param from the first day on which it counts
 * @param until the first day no more (exclusive); null while it lasts
 */
public record Kinship(UUID person, UUID relative, Relation relation, LocalDate from, LocalDate until) {

    /** The same kinship seen from the other. */
    public Kinship turned() {
        return new Kinship(/* person= */ relative, /* relative= */ person, relation, from, until);
    }
}
