package org.shengmo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.shengmo.portal.Days;
import org.shengmo.supervision.Observation;
import org.shengmo.supervision.Observations;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo year's citizen supervisors report and are answered by the commands that the pages call, a few late. */
@YearTest
@EnabledIfSystemProperty(
        named = "shengmo.years",
        matches = "true",
        disabledReason = "it replays too much for every build: -Dshengmo.years=true")
class ObservationYearTest {

    private static final int YEAR = YearTest.YEAR;

    @Autowired
    Founding founding;

    @Autowired
    ObservationYear observationYear;

    @Autowired
    Conduct conduct;

    @Autowired
    Observations observations;

    @Autowired
    Cast cast;

    @Autowired
    Days days;

    @Autowired
    DemoClock clock;

    @Test
    void theYearGoesThrough() {
        clock.standAt(LocalDate.of(YEAR, 1, 1), LocalTime.of(9, 0));
        founding.found();
        for (LocalDate day = LocalDate.of(YEAR, 1, 1); day.getYear() == YEAR; day = day.plusDays(1)) {
            clock.standAt(day, LocalTime.of(1, 0));
            days.run(day);
            if (conduct.atWork(day)) {
                clock.standAt(day, LocalTime.of(15, 0));
                observationYear.work(day);
            }
        }
        List<Observation> reported = observations.readableBy(cast.in("QJ-04"));
        assertThat(observations.supervisors()).hasSize(12);
        assertThat(reported).hasSizeBetween(25, 60);
        assertThat(reported.stream().filter(Observation.Closed.class::isInstance))
                .hasSizeGreaterThan(reported.size() / 2);
    }
}
