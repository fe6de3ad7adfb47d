package org.shengmo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.shengmo.discipline.Cases;
import org.shengmo.discipline.Lead;
import org.shengmo.discipline.Leads;
import org.shengmo.discipline.Lessons;
import org.shengmo.docket.Metric;
import org.shengmo.finding.Findings;
import org.shengmo.portal.Days;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo year's discipline, by the commands that the pages call, comes to the district's figures. */
@YearTest
@EnabledIfSystemProperty(
        named = "shengmo.years",
        matches = "true",
        disabledReason = "it replays too much for every build: -Dshengmo.years=true")
class DisciplineYearTest {

    private static final int YEAR = YearTest.YEAR;

    @Autowired
    Founding founding;

    @Autowired
    DisciplineYear disciplineYear;

    @Autowired
    Cast cast;

    @Autowired
    Leads leads;

    @Autowired
    Cases cases;

    @Autowired
    Lessons lessons;

    @Autowired
    Findings findings;

    @Autowired
    Days days;

    @Autowired
    DemoClock clock;

    @Autowired
    List<Metric> metrics;

    @Test
    void theYearComesToTheDistrictsFigures() {
        Assumptions.assumeTrue(Boolean.getBoolean("shengmo.years"), "a whole year takes minutes: -Dshengmo.years=true");
        clock.standAt(LocalDate.of(YEAR, 1, 1), LocalTime.of(9, 0));
        founding.found();
        disciplineYear.set(YEAR);
        for (LocalDate day = LocalDate.of(YEAR, 1, 2); day.getYear() == YEAR; day = day.plusDays(1)) {
            clock.standAt(day, LocalTime.of(1, 0));
            days.run(day);
            clock.standAt(day, LocalTime.of(15, 0));
            disciplineYear.work(day);
        }
        assertThat(figure("discipline.cases")).isEqualByComparingTo("27");
        assertThat(figure("discipline.people")).isEqualByComparingTo("27");
        assertThat(figure("discipline.section.level")).isEqualByComparingTo("4");
        assertThat(figure("discipline.eight.rules")).isEqualByComparingTo("2");
        assertThat(figure("discipline.recovered")).isEqualByComparingTo("2000000");
        assertThat(cases.readableBy(cast.in("QJ-01"))).hasSize(27);
        assertThat(leads.readableBy(cast.in("QJ-01")))
                .hasSize(37)
                .anySatisfy(lead -> assertThat(lead).isInstanceOf(Lead.Closed.class))
                .anySatisfy(lead -> assertThat(lead).isInstanceOf(Lead.PutAside.class));
        assertThat(findings.readableBy(cast.in("QJ-01")))
                .as("nothing was late")
                .noneMatch(each -> each.details().kind().code().equals("discipline.late"));
        assertThat(lessons.readableBy(cast.in("QJ-01")))
                .hasSize(3)
                .anySatisfy(lesson -> assertThat(lesson.worked()).contains(true));
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
