package org.shengmo.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shengmo.calendar.DailyRound;
import org.shengmo.store.Ladder;
import org.springframework.aop.support.AopUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Runs what each room does because a day began, lower rungs first. A day whose rounds all ran is kept as done; one that
 * broke off is run again, for rounds may be run twice. Days that were missed are made up for in order.
 */
@Service
public class Days {

    private final JdbcClient database;
    private final Clock clock;
    private final List<DailyRound> rounds;

    Days(JdbcClient database, Clock clock, Ladder ladder, List<DailyRound> rounds) {
        this.database = database;
        this.clock = clock;
        this.rounds = rounds.stream()
                .sorted(Comparator.comparingInt(round -> ladder.position(
                        Ladder.rungOf(AopUtils.getTargetClass(round).getName()))))
                .toList();
    }

    /** Runs a day's rounds. */
    public synchronized void run(LocalDate day) {
        rounds.forEach(round -> round.onDay(day));
        database.sql("INSERT INTO portal.day (day, done_at) VALUES (:day, now()) ON CONFLICT DO NOTHING")
                .param("day", day)
                .update();
    }

    /** Runs the days since the last one done, up to today; only today when none was ever done. */
    public synchronized void catchUp() {
        LocalDate today = LocalDate.now(clock);
        LocalDate next = lastDone().map(last -> last.plusDays(1)).orElse(today);
        for (LocalDate day = next; !day.isAfter(today); day = day.plusDays(1)) {
            run(day);
        }
    }

    /** The last day whose rounds are all done. */
    public Optional<LocalDate> lastDone() {
        return database.sql("SELECT max(day) FROM portal.day")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }
}
