package org.shengmo.disclosure;

import java.time.LocalDate;
import org.shengmo.wording.Citation;

/**
 * A line of the catalogue of what is published unasked.
 *
 * @param item what it is, said under {@code publishable.<item>}
 * @param category said under {@code disclosure.category.<category>}
 * @param atOnce whether it is public with the act itself, without anybody looking at it first
 * @param clause what makes it public
 * @param workingDays by when, counted from the act
 * @param published how many are public
 * @param owed how many are owed
 * @param late how many of those are past their date
 * @param latest when the last became public; null for none
 */
public record CatalogueItem(
        String item,
        String category,
        boolean atOnce,
        Citation clause,
        int workingDays,
        int published,
        int owed,
        int late,
        LocalDate latest) {}
