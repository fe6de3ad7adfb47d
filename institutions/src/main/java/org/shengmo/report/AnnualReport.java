package org.shengmo.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shengmo.docket.Metric;

/** The annual report of a year: every room's metrics, computed from the acts on the record. */
public interface AnnualReport {

    /** The first year that a report is given for. */
    int FIRST_YEAR = 1949;

    /** The last year that a report is given for. */
    int LAST_YEAR = 2199;

    /**
     * The figures of a year.
     *
     * @param asOf acts after this day do not count
     * @throws java.util.NoSuchElementException for a year out of bounds
     */
    List<Line> of(int year, LocalDate asOf);

    /** The figure of one metric. */
    Optional<Line> of(int year, LocalDate asOf, String metric);

    /**
     * A figure of the report. Its name and definition stand in the bundles under {@code metric.<id>.name} and
     * {@code metric.<id>.definition}.
     *
     * @param chapter the part of the report it belongs to, such as {@code responsibility}
     * @param metric its id
     * @param figure the value with the acts behind it
     */
    record Line(String chapter, String metric, Metric.Unit unit, Metric.Figure figure) {}
}
