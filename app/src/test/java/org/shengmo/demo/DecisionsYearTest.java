package org.shengmo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.shengmo.calendar.Calendar;
import org.shengmo.mandate.Mandate;
import org.shengmo.mandate.Proposal;
import org.shengmo.portal.Days;
import org.shengmo.procurement.Procurement;
import org.shengmo.procurement.Project;
import org.springframework.beans.factory.annotation.Autowired;

/** In the demo year's spring the committee adopts the plan that large projects wait for, and a change of the power catalogue. */
@YearTest
@EnabledIfSystemProperty(
        named = "shengmo.years",
        matches = "true",
        disabledReason = "it replays too much for every build: -Dshengmo.years=true")
class DecisionsYearTest {

    private static final int YEAR = YearTest.YEAR;
    private static final int LIMIT = 3_000_000;

    @Autowired
    Founding founding;

    @Autowired
    DeliberationYear deliberationYear;

    @Autowired
    PowerYear powerYear;

    @Autowired
    ProcurementYear procurementYear;

    @Autowired
    Calendar calendar;

    @Autowired
    Mandate mandate;

    @Autowired
    Procurement procurement;

    @Autowired
    Days days;

    @Autowired
    DemoClock clock;

    @Test
    void whatTheCommitteeAdoptsComesIntoForceAndLetsLargeProjectsStart() {
        clock.standAt(LocalDate.of(YEAR, 1, 1), LocalTime.of(9, 0));
        founding.found();
        powerYear.list(LocalDate.of(YEAR, 1, 1));
        procurementYear.set(YEAR);
        for (LocalDate day = LocalDate.of(YEAR, 1, 1); day.getMonthValue() < 6; day = day.plusDays(1)) {
            clock.standAt(day, LocalTime.of(1, 0));
            days.run(day);
            if (calendar.isWorkingDay(day)) {
                clock.standAt(day, LocalTime.of(15, 0));
                deliberationYear.work(day);
                powerYear.work(day);
                procurementYear.work(day);
            }
        }
        List<Proposal> changes = mandate.proposals();
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.state()).isEqualTo("in-force");
            assertThat(change.decision()).matches("第\\d+号");
        });
        List<Project> resting = procurement.projects().stream()
                .filter(project -> project.details().decision().isPresent())
                .toList();
        assertThat(resting).hasSizeGreaterThan(5).anyMatch(Project.UnderContract.class::isInstance);
        assertThat(procurement.projects().stream()
                        .filter(project -> project.details().estimate().intValue() > LIMIT)
                        .filter(project -> !(project instanceof Project.Proposed)))
                .allMatch(project -> project.details().decision().isPresent());
    }
}
