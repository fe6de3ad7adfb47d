package org.shengmo.charter.web;

import org.shengmo.charter.Quarter;
import org.shengmo.charter.Review;
import org.shengmo.duty.Duty;
import org.shengmo.wording.Status;

/**
 * Where a quarter's review stands.
 *
 * @param review the session that was held; null while none was
 * @param duty the duty to hold one; null where the quarter did not call for one
 */
public record QuarterView(Quarter quarter, Status status, Review review, Duty duty) {

    /** A quarter as lists name it, such as {@code 2025 Q1}. */
    public static String name(Quarter quarter) {
        return quarter.year() + " Q" + quarter.number();
    }
}
