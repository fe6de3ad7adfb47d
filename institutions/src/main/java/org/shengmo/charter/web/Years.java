package org.shengmo.charter.web;

import java.time.LocalDate;
import java.util.List;

/** Which year a page opens on. */
final class Years {

    private Years() {}

    /** This year where it has anything, else the latest that has: in January people still look at the year that ended. */
    static int current(List<Integer> years, LocalDate today) {
        return years.isEmpty() || years.contains(today.getYear()) ? today.getYear() : years.getFirst();
    }
}
