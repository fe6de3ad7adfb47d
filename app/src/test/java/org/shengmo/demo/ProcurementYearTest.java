package org.shengmo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.shengmo.calendar.Calendar;
import org.shengmo.docket.Metric;
import org.shengmo.portal.Days;
import org.shengmo.procurement.Procurement;
import org.shengmo.procurement.Project;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo year's public projects, by the commands that the pages call, come to the district's figures. */
@YearTest
@EnabledIfSystemProperty(
        named = "shengmo.years",
        matches = "true",
        disabledReason = "it replays too much for every build: -Dshengmo.years=true")
class ProcurementYearTest {

    private static final int YEAR = YearTest.YEAR;

    @Autowired
    Founding founding;

    @Autowired
    ProcurementYear procurementYear;

    @Autowired
    DeliberationYear deliberationYear;

    @Autowired
    Calendar calendar;

    @Autowired
    Procurement procurement;

    @Autowired
    Days days;

    @Autowired
    DemoClock clock;

    @Autowired
    List<Metric> metrics;

    @Test
    void theYearComesToTheDistrictsFigures() {
        clock.standAt(LocalDate.of(YEAR, 1, 1), LocalTime.of(9, 0));
        founding.found();
        procurementYear.set(YEAR);
        for (LocalDate day = LocalDate.of(YEAR, 1, 1); day.getYear() == YEAR; day = day.plusDays(1)) {
            clock.standAt(day, LocalTime.of(1, 0));
            days.run(day);
            if (calendar.isWorkingDay(day)) {
                clock.standAt(day, LocalTime.of(15, 0));
                deliberationYear.work(day);
                procurementYear.work(day);
            }
        }
        assertThat(figure("procurement.trades")).isEqualByComparingTo("361");
        assertThat(figure("procurement.saved")).isEqualByComparingTo("125800000");
        assertThat(figure("procurement.saved.share")).isEqualByComparingTo("0.23");
        assertThat(procurement.projects()).anySatisfy(each -> assertThat(each).isInstanceOf(Project.Archived.class));
    }

    private BigDecimal figure(String id) {
        return metrics.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow()
                .figure(YEAR, LocalDate.of(YEAR, 12, 31))
                .value();
    }
}
