package org.shengmo.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A period that stands still. It has no due date: nothing says when it will run again.
 *
 * @param before the period as it ran
 * @param since the first day not counted
 * @param ground why
 */
public record Suspended(Running before, LocalDate since, String ground) implements RunningPeriod {

    /** Runs again, from a day on, which is counted. */
    public Running resume(LocalDate until) {
        return new Running(
                before.term(),
                before.event(),
                Stream.concat(before.suspensions().stream(), Stream.of(new Suspension(since, until, ground)))
                        .toList(),
                before.extensions());
    }

    @Override
    public StatutoryPeriod term() {
        return before.term();
    }

    @Override
    public LocalDate event() {
        return before.event();
    }

    @Override
    public List<Suspension> suspensions() {
        return before.suspensions();
    }

    @Override
    public List<Extension> extensions() {
        return before.extensions();
    }
}
