package org.shengmo.docket;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A named figure counted over acts. Its name and definition stand in the bundles under {@code metric.<id>.name} and
 * {@code metric.<id>.definition}.
 */
public interface Metric {

    /** Dotted lower-case words, such as {@code organization.coordinating.bodies.left}; the report's key. */
    String id();

    /** What the value counts. */
    Unit unit();

    /**
     * The figure of a calendar year.
     *
     * @param year the year
     * @param asOf acts after this day do not count
     */
    Figure figure(int year, LocalDate asOf);

    /** What a figure's value counts. */
    enum Unit {
        /** Things, whole. */
        COUNT,
        /** A part of one, between 0 and 1. */
        SHARE,
        /** Yuan, to the cent. */
        YUAN
    }

    /**
     * A figure and the acts it was counted from.
     *
     * @param value the value, in the metric's unit
     * @param entries docket entries of the acts it was counted from
     */
    record Figure(BigDecimal value, List<Long> entries) {
        public Figure {
            entries = List.copyOf(entries);
        }

        /** As many as there are entries. */
        public static Figure count(List<Long> entries) {
            return new Figure(BigDecimal.valueOf(entries.size()), entries);
        }
    }
}
