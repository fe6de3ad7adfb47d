package org.shengmo.calendar;

import java.time.LocalDate;
import java.util.List;

/** A statutory period under way: it runs, or it stands still. */
public sealed interface RunningPeriod permits Running, Suspended {

    /** The period as the rule states it. */
    StatutoryPeriod term();

    /** The day from which it runs; not counted. */
    LocalDate event();

    /** Times in which it stood still and that are over, earliest first. */
    List<Suspension> suspensions();

    /** Extensions granted, earliest first. */
    List<Extension> extensions();

    /**
     * A time in which a period stood still.
     *
     * @param since the first day not counted
     * @param until the first day counted again
     * @param ground why
     */
    record Suspension(LocalDate since, LocalDate until, String ground) {

        /** @throws IllegalArgumentException where it ends before it begins */
        public Suspension {
            if (until.isBefore(since)) {
                throw new IllegalArgumentException("suspended until " + until + ", before " + since);
            }
        }

        /** Whether a day is not counted. */
        public boolean covers(LocalDate day) {
            return !day.isBefore(since) && day.isBefore(until);
        }

        /** Days not counted. */
        public long days() {
            return java.time.temporal.ChronoUnit.DAYS.between(since, until);
        }
    }

    /**
     * More time, granted.
     *
     * @param by how much
     * @param decided the day of the decision
     * @param ground why
     */
    record Extension(StatutoryPeriod by, LocalDate decided, String ground) {}
}
