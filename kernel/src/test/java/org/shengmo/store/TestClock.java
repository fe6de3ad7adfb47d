package org.shengmo.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** A clock that stands still until a test moves it. The zone is the district's. */
public final class TestClock extends Clock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Instant now;

    public TestClock(LocalDate day) {
        moveTo(day);
    }

    /** Nine in the morning of a day. */
    public void moveTo(LocalDate day) {
        moveTo(day.atTime(LocalTime.of(9, 0)).atZone(ZONE).toInstant());
    }

    public void moveTo(Instant moment) {
        now = moment;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
