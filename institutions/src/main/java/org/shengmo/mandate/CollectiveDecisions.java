package org.shengmo.mandate;

import java.time.LocalDate;
import java.util.List;

/** The collective decisions that a change of the catalogue rests on; answered by the room where decisions are made. */
public interface CollectiveDecisions {

    /** The adopted decisions that name an item by its code, taken on or before a day, newest first. */
    List<Adopted> naming(String item, LocalDate on);

    /**
     * An adopted decision.
     *
     * @param reference as it is cited
     * @param on the day it was taken
     * @param href where it is read
     */
    record Adopted(String reference, String title, LocalDate on, String href) {}

    /** Whether a decision was adopted by that day and names the item. */
    default boolean stands(String reference, String item, LocalDate on) {
        return naming(item, on).stream().anyMatch(each -> each.reference().equals(reference.strip()));
    }
}
