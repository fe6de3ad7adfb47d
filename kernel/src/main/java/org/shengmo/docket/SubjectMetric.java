package org.shengmo.docket;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/**
 * A named figure counted over acts for each of several people or bodies, such as duties met in time. A room contributes those
 * of its own acts; who asks need not know the room. Its name stands under {@code metric.subject.<id>.name}.
 */
public interface SubjectMetric {

    /** Dotted lower-case words; no two have one. */
    String id();

    /**
     * The figures between two days, both included.
     *
     * @param subjects people or bodies; a subject of which there is nothing to say is left out of the answer
     */
    Map<Subject, Metric.Figure> figures(Collection<Subject> subjects, LocalDate first, LocalDate last);
}
