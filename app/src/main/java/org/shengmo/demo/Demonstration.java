package org.shengmo.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.shengmo.portal.Days;
import org.shengmo.wording.Invalid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The demonstration as it goes: replays the year once, keeps where its clock is, and moves it on when asked. */
@Service
@Profile("demo")
public class Demonstration {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MOST_DAYS_AT_ONCE = 366;

    private final JdbcClient database;
    private final DemoClock clock;
    private final Days days;
    private final DemoDistrict district;
    private final ReplayProgress progress = new ReplayProgress();

    Demonstration(JdbcClient database, DemoClock clock, Days days, DemoDistrict district) {
        this.database = database;
        this.clock = clock;
        this.days = days;
        this.district = district;
    }

    /** How far the replay is. */
    public ReplayProgress.State state() {
        return progress.state();
    }

    /** Whether the year is through, so that days go on by themselves. */
    public boolean ready() {
        return progress.state().phase() == ReplayProgress.Phase.FINISHED;
    }

    /** Goes on where the last run stopped, or replays the year. Returns when the year is through. */
    public void run() {
        if (resumed().isPresent()) {
            return;
        }
        try {
            database.sql("INSERT INTO demo.replay DEFAULT VALUES ON CONFLICT DO NOTHING")
                    .update();
            district.replay(clock, progress);
            clock.goOnFrom(clock.instant());
            progress.finished();
            keep();
        } catch (RuntimeException failure) {
            progress.failed();
            LOG.error("the replay broke off at {}", progress.state().day(), failure);
            throw failure;
        }
    }

    private Optional<Duration> resumed() {
        Optional<Duration> shift = database.sql("SELECT shift_seconds FROM demo.replay WHERE finished")
                .query((row, number) -> Duration.ofSeconds(row.getLong(1)))
                .optional();
        shift.ifPresent(distance -> {
            clock.goOnBy(distance);
            progress.finished();
        });
        return shift;
    }

    /**
     * Moves the clock on to nine in the morning of a day and runs the days between.
     *
     * @throws Invalid when the day has passed or is more than a year ahead, and while the year is being replayed
     */
    public synchronized void moveTo(LocalDate day) {
        if (!ready()) {
            throw Invalid.at("day", "demo.clock.busy");
        }
        LocalDate today = LocalDate.now(clock);
        if (!day.isAfter(today) || day.isAfter(today.plusDays(MOST_DAYS_AT_ONCE))) {
            throw Invalid.at("day", "demo.clock.day", MOST_DAYS_AT_ONCE);
        }
        for (LocalDate next = today.plusDays(1); !next.isAfter(day); next = next.plusDays(1)) {
            clock.standAt(next, LocalTime.of(1, 0));
            days.run(next);
        }
        clock.goOnFrom(day.atTime(LocalTime.of(9, 0)).atZone(ZONE).toInstant());
        keep();
    }

    private void keep() {
        database.sql("UPDATE demo.replay SET finished = true, shift_seconds = :shift")
                .param("shift", clock.shift().toSeconds())
                .update();
    }

    /** The clock as a demonstration's database keeps it; the real one where there was no replay. */
    public static Clock keptClock(Clock real, DataSource database) {
        DemoClock clock = clock(real);
        return JdbcClient.create(database)
                .sql("SELECT shift_seconds FROM demo.replay WHERE finished")
                .query(Long.class)
                .optional()
                .<Clock>map(seconds -> {
                    clock.goOnBy(Duration.ofSeconds(seconds));
                    return clock;
                })
                .orElse(real);
    }

    /** The demonstration's clock before anything was read: stands at the first morning of the last calendar year. */
    public static DemoClock clock(Clock real) {
        int year = LocalDate.now(real).getYear() - 1;
        Instant first =
                LocalDate.of(year, 1, 1).atTime(LocalTime.of(9, 0)).atZone(ZONE).toInstant();
        return new DemoClock(real, first);
    }
}
