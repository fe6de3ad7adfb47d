package org.shengmo.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.shengmo.docket.Metric;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks every metric that the rooms contribute. */
@Service
class MetricReport implements AnnualReport {

    private final Chapters chapters = Chapters.read();
    private final List<Metric> metrics;

    /** @throws IllegalStateException when two metrics have one id: a figure must have one meaning */
    MetricReport(List<Metric> metrics) {
        long ids = metrics.stream().map(Metric::id).distinct().count();
        if (ids < metrics.size()) {
            throw new IllegalStateException("two metrics have one id: "
                    + metrics.stream().map(Metric::id).sorted().toList());
        }
        this.metrics = metrics.stream()
                .sorted(Comparator.comparingInt((Metric metric) -> chapters.position(metric.id()))
                        .thenComparing(Metric::id))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> of(int year, LocalDate asOf) {
        bounded(year);
        return metrics.stream().map(metric -> line(metric, year, asOf)).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Line> of(int year, LocalDate asOf, String id) {
        bounded(year);
        return metrics.stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .map(metric -> line(metric, year, asOf));
    }

    private static void bounded(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new NoSuchElementException("no report of the year " + year);
        }
    }

    private Line line(Metric metric, int year, LocalDate asOf) {
        return new Line(chapters.of(metric.id()), metric.id(), metric.unit(), metric.figure(year, asOf));
    }
}
