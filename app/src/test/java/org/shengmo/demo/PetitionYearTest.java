package org.shengmo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.shengmo.calendar.Calendar;
import org.shengmo.docket.Metric;
import org.shengmo.petition.Petitions;
import org.shengmo.petition.Rectification;
import org.shengmo.petition.Rectifications;
import org.shengmo.petition.Topic;
import org.shengmo.portal.Days;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo year's petitions and rectification actions, by the commands that the pages call, come to the district's figures. */
@YearTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(
        named = "shengmo.years",
        matches = "true",
        disabledReason = "it replays too much for every build: -Dshengmo.years=true")
class PetitionYearTest {

    private static final int YEAR = YearTest.YEAR;

    @Autowired
    Founding founding;

    @Autowired
    RectificationYear petitionYear;

    @Autowired
    PetitionYear senders;

    @Autowired
    Petitions petitions;

    @Autowired
    Rectifications rectifications;

    @Autowired
    Calendar calendar;

    @Autowired
    Days days;

    @Autowired
    DemoClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    List<Metric> metrics;

    @BeforeAll
    void aYearGoesBy() {
        LocalDate first = LocalDate.of(YEAR, 1, 1);
        clock.standAt(first, LocalTime.of(9, 0));
        founding.found();
        petitionYear.begin(YEAR);
        for (LocalDate day = first; day.getYear() == YEAR; day = day.plusDays(1)) {
            clock.standAt(day, LocalTime.of(1, 0));
            days.run(day);
            if (calendar.isWorkingDay(day)) {
                clock.standAt(day, LocalTime.of(15, 0));
                petitionYear.work(day);
            }
            clock.standAt(day, LocalTime.of(20, 0));
            petitionYear.receive(day);
        }
    }

    @Test
    void theYearComesToTheDistrictsFigures() {
        assertThat(senders.refusals()).isEmpty();
        assertThat(figure("petition.received")).isBetween(new BigDecimal(2500), new BigDecimal(2700));
        assertThat(figure("petition.solved")).isGreaterThanOrEqualTo(new BigDecimal(2000));
        assertThat(figure("petition.rectifications")).isEqualByComparingTo("21");
        assertThat(figure("petition.late")).isBetween(new BigDecimal(50), new BigDecimal(200));
        assertThat(figure("petition.reviews")).isPositive();
    }

    @Test
    void petitionsComeFromEverywhereAboutEverythingAndAreRatedAllWays() {
        assertThat(distinct("topic")).isEqualTo(Topic.values().length);
        assertThat(distinct("area")).isEqualTo(16);
        assertThat(distinct("channel")).isEqualTo(4);
        assertThat(distinct("naming")).isEqualTo(3);
        assertThat(distinct("to_char(received_on, 'MM')")).isEqualTo(12);
        assertThat(database.sql("SELECT count(DISTINCT rating) FROM petition.answer WHERE rating IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
        assertThat(petitions.figures(LocalDate.of(YEAR, 12, 31)))
                .hasSizeGreaterThan(20)
                .anySatisfy(body -> assertThat(body.late()).isPositive());
    }

    private int distinct(String column) {
        return database.sql("SELECT count(DISTINCT " + column + ") FROM petition.petition")
                .query(Integer.class)
                .single();
    }

    @Test
    void rectificationsAreClosedByThoseWhoComplained() {
        List<Rectification> actions = rectifications.of(YEAR);
        assertThat(actions)
                .extracting(Rectification::topic)
                .contains(Topic.TRAVEL, Topic.WATER, Topic.DEEDS, Topic.INSURANCE);
        assertThat(actions).allSatisfy(action -> {
            assertThat(action.petitions()).isGreaterThan(2);
            assertThat(action.steps()).hasSize(3);
        });
        assertThat(actions)
                .filteredOn(action -> action.state() == Rectification.State.CONFIRMED)
                .hasSizeGreaterThan(12)
                .allSatisfy(action -> assertThat(action.voices().confirmed())
                        .isGreaterThan(action.voices().denied()));
    }

    private BigDecimal figure(String id) {
        BigDecimal value = metrics.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow()
                .figure(YEAR, LocalDate.of(YEAR, 12, 31))
                .value();
        System.getLogger(PetitionYearTest.class.getName()).log(System.Logger.Level.INFO, "{0}: {1}", id, value);
        return value;
    }
}
