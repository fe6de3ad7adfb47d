package org.shengmo.consequence;

import java.time.LocalDate;
import org.shengmo.calendar.DailyRound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A day's work on consequences: effects that are over end by themselves. */
@Component
class ConsequenceRound implements DailyRound {

    private final ConsequenceRows rows;
    private final ConsequenceRecord record;

    ConsequenceRound(ConsequenceRows rows, ConsequenceRecord record) {
        this.rows = rows;
        this.record = record;
    }

    @Override
    @Transactional
    public void onDay(LocalDate day) {
        rows.expire(day).forEach(consequence -> record.expired((Consequence.Expired) consequence));
    }
}
