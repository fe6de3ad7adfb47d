package org.shengmo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shengmo.compensation.Compensation;
import org.shengmo.compensation.Deviation;
import org.shengmo.consequence.Recoveries;
import org.shengmo.consequence.Recovery;
import org.shengmo.docket.Metric;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyFilter;
import org.shengmo.entitlement.Entitlement;
import org.shengmo.portal.Days;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo year's review of the roster and of compensation, by the commands that the pages call, comes to the district's figures. */
@YearTest
class EntitlementYearTest {

    private static final int YEAR = YearTest.YEAR;

    @Autowired
    Founding founding;

    @Autowired
    EntitlementYear entitlementYear;

    @Autowired
    CompensationYear compensationYear;

    @Autowired
    Entitlement entitlement;

    @Autowired
    Compensation compensation;

    @Autowired
    Recoveries recoveries;

    @Autowired
    Duties duties;

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
        entitlementYear.set(YEAR);
        compensationYear.set(YEAR);
        for (LocalDate day = LocalDate.of(YEAR, 2, 17); day.getYear() == YEAR; day = day.plusDays(1)) {
            clock.standAt(day, LocalTime.of(1, 0));
            days.run(day);
            clock.standAt(day, LocalTime.of(15, 0));
            entitlementYear.work(day);
            compensationYear.work(day);
        }
        assertThat(figure("entitlement.households.removed")).isBetween(new BigDecimal(1700), new BigDecimal(1799));
        assertThat(figure("entitlement.persons.removed")).isBetween(new BigDecimal(2500), new BigDecimal(2599));
        assertThat(figure("entitlement.monthly.saved")).isBetween(new BigDecimal(370_000), new BigDecimal("379999.99"));
        assertThat(figure("entitlement.recovered")).isEqualByComparingTo("950000");
        assertThat(entitlement.published()).hasSize(1);
        assertThat(recoveries.all(Optional.of(Entitlement.OVERPAID)))
                .anySatisfy(each -> assertThat(each).isInstanceOf(Recovery.Open.class));

        assertThat(figure("compensation.deviations.unexplained")).isZero();
        List<Deviation> deviations = compensation.of(compensation.measured().getFirst());
        assertThat(deviations).hasSizeGreaterThan(5).hasSizeLessThan(120);
        assertThat(deviations).anySatisfy(each -> assertThat(each).isInstanceOf(Deviation.Accepted.class));
        assertThat(duties.find(DutyFilter.ALL.stillOpen()).stream()
                        .filter(duty -> duty.details().kind().code().matches("(entitlement|compensation)\\..*")))
                .isEmpty();
    }

    private BigDecimal figure(String id) {
        BigDecimal value = metrics.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow()
                .figure(YEAR, LocalDate.of(YEAR, 12, 31))
                .value();
        System.Logger log = System.getLogger(EntitlementYearTest.class.getName());
        log.log(System.Logger.Level.INFO, "{0}: {1}", id, value);
        return value;
    }
}
