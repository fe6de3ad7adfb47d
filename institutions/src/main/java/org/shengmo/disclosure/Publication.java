package org.shengmo.disclosure;

import java.time.LocalDate;
import java.util.UUID;
import org.shengmo.docket.Subject;

/** Something the public may read, in one of its states. */
public sealed interface Publication {

    /** What it is, in whatever state. */
    Details details();

    /** Its identifier. */
    default UUID id() {
        return details().id();
    }

    /** Whether it is owed and past its date. */
    default boolean late(LocalDate today) {
        return this instanceof Owed && today.isAfter(details().due());
    }

    /** As what entries are about. */
    static Subject subject(UUID id) {
        return new Subject("disclosure.publication", id);
    }

    /** Owed: an act brought it about, an office has to publish it. */
    record Owed(Details details) implements Publication {}

    /** Published. */
    record Published(Details details, LocalDate on) implements Publication {}

    /**
     * Not for the public, by a decision.
     *
     * @param ground the article that closes it: {@code 14}, {@code 15}, {@code 16.1} or {@code 16.2}
     */
    record Declined(Details details, String ground, String reasons) implements Publication {}

    /**
     * What it is.
     *
     * @param number its number in the district
     * @param entry the docket entry it came of; null for one that an office wrote
     * @param item what it is in the catalogue
     * @param category the catalogue's category
     * @param article the article of the regulation it rests on
     * @param title masked
     * @param text masked
     * @param body the body that answers for it
     * @param officer the post that publishes it
     * @param href the public page that shows it in full; empty for none
     * @param hidden how many places were masked
     * @param arose the day it came about
     * @param due the last day to publish it
     * @param duty the duty of publishing; null where it was public at once
     */
    record Details(
            UUID id,
            long number,
            Long entry,
            String item,
            String category,
            String article,
            String title,
            String text,
            UUID body,
            UUID officer,
            String href,
            int hidden,
            LocalDate arose,
            LocalDate due,
            UUID duty) {}
}
