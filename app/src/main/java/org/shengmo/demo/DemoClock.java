package org.shengmo.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The demonstration's clock: stands still where the replay puts it, and goes on from there when the replay is over. How far
 * it is from the real time is kept in the database, so that it goes on after a restart.
 */
public final class DemoClock extends Clock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock real;
    private volatile Instant standing;
    private volatile Duration shift = Duration.ZERO;

    /** A clock that stands at a moment. */
    DemoClock(Clock real, Instant moment) {
        this.real = real;
        this.standing = moment;
    }

    /** Stands still at a moment. */
    public void standAt(Instant moment) {
        standing = moment;
    }

    /** Stands still at a time of a day, in the district's zone. */
    public void standAt(LocalDate day, LocalTime time) {
        standAt(day.atTime(time).atZone(ZONE).toInstant());
    }

    /** Goes on from a moment with the speed of time. */
    void goOnFrom(Instant moment) {
        goOnBy(Duration.between(real.instant(), moment));
    }

    /** Goes on at a distance from the real time. */
    void goOnBy(Duration distance) {
        shift = distance;
        standing = null;
    }

    /** The distance from the real time while it goes. */
    Duration shift() {
        return shift;
    }

    @Override
    public Instant instant() {
        Instant still = standing;
        return still == null ? real.instant().plus(shift) : still;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        DemoClock shifted = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return shifted.withZone(other);
            }

            @Override
            public Instant instant() {
                return shifted.instant();
            }
        };
    }
}
