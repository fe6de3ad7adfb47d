package org.shengmo.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.calendar.DailyRound;
import org.shengmo.store.Ladder;
import org.shengmo.store.TestClock;
import org.shengmo.store.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class DaysTest {

    private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);

    private final TestClock clock = new TestClock(MONDAY);
    private final List<LocalDate> ran = new ArrayList<>();
    private LocalDate breaksOn;
    private JdbcClient database;
    private Days days;

    @BeforeEach
    void program() {
        database = JdbcClient.create(TestDatabase.fresh());
        days = restarted();
    }

    private Days restarted() {
        DailyRound round = day -> {
            if (day.equals(breaksOn)) {
                throw new IllegalStateException("the power went");
            }
            ran.add(day);
        };
        return new Days(database, clock, Ladder.read(), List.of(round));
    }

    @Test
    void aDayRunsOnceHoweverOftenItIsLookedFor() {
        days.catchUp();
        days.catchUp();
        clock.moveTo(MONDAY.atTime(23, 59).atZone(clock.getZone()).toInstant());
        days.catchUp();
        assertThat(ran).containsExactly(MONDAY);
        assertThat(days.lastDone()).contains(MONDAY);
    }

    @Test
    void daysThatWereMissedAreMadeUpForInOrderAlsoAfterARestart() {
        days.catchUp();
        clock.moveTo(MONDAY.plusDays(4));
        days = restarted();
        days.catchUp();
        assertThat(ran)
                .containsExactly(
                        MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2), MONDAY.plusDays(3), MONDAY.plusDays(4));
    }

    @Test
    void aDayThatBrokeOffIsRunAgainAndTheOnesAfterItWait() {
        days.catchUp();
        clock.moveTo(MONDAY.plusDays(3));
        breaksOn = MONDAY.plusDays(2);
        assertThatThrownBy(days::catchUp).isInstanceOf(IllegalStateException.class);
        assertThat(days.lastDone()).contains(MONDAY.plusDays(1));

        breaksOn = null;
        restarted().catchUp();
        assertThat(ran).containsExactly(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2), MONDAY.plusDays(3));
    }

    @Test
    void aFirstStartDoesNotRunThePast() {
        clock.moveTo(MONDAY.plusYears(1));
        days.catchUp();
        assertThat(ran).containsExactly(MONDAY.plusYears(1));
    }
}
