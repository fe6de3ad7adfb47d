package org.shengmo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.shengmo.assessment.Assessments;
import org.shengmo.assessment.Round;
import org.shengmo.docket.Metric;
import org.shengmo.portal.Days;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo year's campaigns and assessments, by the commands that the pages call, come to the district's figures. */
@YearTest
@EnabledIfSystemProperty(
        named = "shengmo.years",
        matches = "true",
        disabledReason = "it replays too much for every build: -Dshengmo.years=true")
class AssessmentYearTest {

    private static final int YEAR = YearTest.YEAR;

    @Autowired
    Founding founding;

    @Autowired
    AssessmentYear assessmentYear;

    @Autowired
    SupervisionYear supervisionYear;

    @Autowired
    Conduct conduct;

    @Autowired
    Assessments assessments;

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
        supervisionYear.set(YEAR);
        assessmentYear.set(YEAR);
        for (LocalDate day = LocalDate.of(YEAR, 1, 20); day.getYear() == YEAR; day = day.plusDays(1)) {
            clock.standAt(day, LocalTime.of(1, 0));
            days.run(day);
            if (conduct.atWork(day)) {
                clock.standAt(day, LocalTime.of(15, 0));
                conduct.work(day);
                assessmentYear.work(day);
                supervisionYear.work(day);
            }
        }
        Map<String, String> figures = new TreeMap<>();
        for (String id : List.of(
                "assessment.vetoed.units",
                "assessment.ineligible.units",
                "assessment.ineligible.people",
                "assessment.interviewed.heads",
                "supervision.campaigns",
                "consequence.units",
                "consequence.people",
                "consequence.recovered.allowances",
                "consequence.recovered.receipts",
                "consequence.recovered.subsidies")) {
            figures.put(id, figure(id).stripTrailingZeros().toPlainString());
        }
        assertThat(figures)
                .isEqualTo(new TreeMap<>(Map.of(
                        "assessment.vetoed.units", "1",
                        "assessment.ineligible.units", "3",
                        "assessment.ineligible.people", "7",
                        "assessment.interviewed.heads", "5",
                        "supervision.campaigns", "11",
                        "consequence.units", "6",
                        "consequence.people", "77",
                        "consequence.recovered.allowances", "1360000",
                        "consequence.recovered.receipts", "550000",
                        "consequence.recovered.subsidies", "260000")));
        assertThat(assessments.rounds())
                .hasSize(8)
                .allSatisfy(each -> assertThat(each).isInstanceOf(Round.Published.class))
                .allSatisfy(each ->
                        assertThat(assessments.replay(each.id()).differing()).isEmpty());
        assertThat(assessments.rounds().stream()
                        .flatMap(each -> assessments.board(each.id()).stream())
                        .filter(each -> each.setAside() != null))
                .isNotEmpty();
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
