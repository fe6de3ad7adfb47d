package org.shengmo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.shengmo.disclosure.Disclosure;
import org.shengmo.docket.Metric;
import org.shengmo.portal.Days;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo year's disclosure goes through by the commands that the pages call, with what promises bring about. */
@YearTest
@EnabledIfSystemProperty(
        named = "shengmo.years",
        matches = "true",
        disabledReason = "it replays too much for every build: -Dshengmo.years=true")
class DisclosureYearTest {

    private static final int YEAR = YearTest.YEAR;

    @Autowired
    Founding founding;

    @Autowired
    PledgeYear pledgeYear;

    @Autowired
    DisclosureYear disclosureYear;

    @Autowired
    Conduct conduct;

    @Autowired
    Disclosure disclosure;

    @Autowired
    Days days;

    @Autowired
    DemoClock clock;

    @Autowired
    List<Metric> metrics;

    @Test
    void theYearGoesThrough() {
        clock.standAt(LocalDate.of(YEAR, 1, 1), LocalTime.of(9, 0));
        founding.found();
        LocalDate announced = LocalDate.of(YEAR, 1, 15);
        for (LocalDate day = LocalDate.of(YEAR, 1, 1); day.getYear() == YEAR; day = day.plusDays(1)) {
            clock.standAt(day, LocalTime.of(1, 0));
            days.run(day);
            if (conduct.atWork(day)) {
                clock.standAt(day, LocalTime.of(15, 0));
                if (day.equals(announced)) {
                    pledgeYear.announce(YEAR);
                }
                pledgeYear.work(day);
                disclosureYear.work(day);
            }
        }
        int published = figure("disclosure.published");
        int asked = figure("disclosure.requests");
        assertThat(published).isGreaterThan(70);
        assertThat(disclosure.published()).hasSize(published);
        assertThat(asked).isBetween(40, 80);
        assertThat(figure("disclosure.answered")).isBetween(asked / 2, asked);
        assertThat(figure("disclosure.answered.late")).isBetween(1, asked / 8);
    }

    private int figure(String id) {
        return metrics.stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow()
                .figure(YEAR, LocalDate.of(YEAR, 12, 31))
                .value()
                .intValueExact();
    }
}
