package org.shengmo.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** How far the replay is. Written by the replay, read by the pages and the console. */
public final class ReplayProgress {

    private final AtomicReference<State> state = new AtomicReference<>(new State(Phase.WAITING, null, null, null));

    /** Where the replay stands. */
    public enum Phase {
        /** Not begun. */
        WAITING,
        /** Going on. */
        RUNNING,
        /** Over: the district is complete. */
        FINISHED,
        /** Broken off; the log says why. */
        FAILED
    }

    /**
     * Where the replay stands.
     *
     * @param first first day of the replay; null before it began
     * @param last its last day
     * @param day the day it has reached
     */
    public record State(Phase phase, LocalDate first, LocalDate last, LocalDate day) {

        /** Done of the days, in per cent. */
        public int percent() {
            if (phase == Phase.FINISHED) {
                return 100;
            }
            return day == null
                    ? 0
                    : (int) (100 * ChronoUnit.DAYS.between(first, day) / (ChronoUnit.DAYS.between(first, last) + 1));
        }
    }

    /** The replay begins; it will go from the first to the last day. */
    public void begun(LocalDate first, LocalDate last) {
        state.set(new State(Phase.RUNNING, first, last, first));
    }

    /** The replay has reached a day. */
    public void reached(LocalDate day) {
        state.updateAndGet(before -> new State(Phase.RUNNING, before.first(), before.last(), day));
    }

    void finished() {
        state.updateAndGet(before -> new State(Phase.FINISHED, before.first(), before.last(), before.last()));
    }

    void failed() {
        state.updateAndGet(before -> new State(Phase.FAILED, before.first(), before.last(), before.day()));
    }

    /** Where the replay stands now. */
    public State state() {
        return state.get();
    }
}
