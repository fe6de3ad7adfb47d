package org.shengmo.report.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.shengmo.docket.Metric;
import org.shengmo.report.AnnualReport;
import org.shengmo.wording.Words;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The annual report over the API: public, computed when it is asked for. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportApi {

    private final AnnualReport report;
    private final Words words;
    private final Clock clock;

    ReportApi(AnnualReport report, Words words, Clock clock) {
        this.report = report;
        this.words = words;
        this.clock = clock;
    }

    /**
     * A figure.
     *
     * @param metric the metric's id
     * @param value the value in its unit
     * @param unit {@code count}, {@code share} (between 0 and 1) or {@code yuan}
     * @param name what it is called, in the language asked for
     * @param definition what it counts
     * @param acts how many acts it was counted from
     * @param href the page of these acts
     */
    record Figure(
            String metric, BigDecimal value, String unit, String name, String definition, int acts, String href) {}

    /**
     * A figure with the docket entries of the acts it was counted from.
     *
     * @param entries their numbers; each opens at {@code /record/<number>}
     */
    record FigureWithActs(Figure figure, List<Long> entries) {}

    /**
     * The figures of a year.
     *
     * @param asOf acts after this day do not count; today when it is not given
     */
    @GetMapping("/{year}")
    List<Figure> year(@PathVariable int year, @RequestParam Optional<LocalDate> asOf, Locale language) {
        return found(() -> report.of(year, day(asOf)).stream()
                .map(line -> figure(year, line, language))
                .toList());
    }

    /** One figure of a year with its acts. */
    @GetMapping("/{year}/{metric}")
    FigureWithActs metric(
            @PathVariable int year,
            @PathVariable String metric,
            @RequestParam Optional<LocalDate> asOf,
            Locale language) {
        return found(() -> report.of(year, day(asOf), metric)
                .map(line -> new FigureWithActs(
                        figure(year, line, language), line.figure().entries()))
                .orElseThrow());
    }

    private LocalDate day(Optional<LocalDate> asOf) {
        return asOf.orElseGet(() -> LocalDate.now(clock));
    }

    private Figure figure(int year, AnnualReport.Line line, Locale language) {
        Metric.Figure figure = line.figure();
        return new Figure(
                line.metric(),
                plain(figure.value()),
                line.unit().name().toLowerCase(Locale.ROOT),
                words.say(language, "metric." + line.metric() + ".name"),
                words.say(language, "metric." + line.metric() + ".definition"),
                figure.entries().size(),
                "/report/" + year + "/" + line.metric());
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static <T> T found(java.util.function.Supplier<T> answer) {
        try {
            return answer.get();
        } catch (NoSuchElementException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
        }
    }
}
