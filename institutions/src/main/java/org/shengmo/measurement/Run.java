package org.shengmo.measurement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.docket.Subject;
import org.shengmo.ruler.check.Family;

/**
 * A run of checks over a dataset.
 *
 * @param number counted up
 * @param checks ids in the order they run
 * @param person who started it
 * @param post in which post
 * @param done how many checks are judged
 * @param current the check that is being judged; empty when none is
 * @param failure why it failed, as the ruler says it; empty when it didn't
 * @param households with a finding, each counted once
 * @param persons with a finding of their own, each counted once
 * @param atStake yuan a month, no household's counted twice
 * @param outcomes in the order of the checks
 */
public record Run(
        UUID id,
        long number,
        UUID dataset,
        Family family,
        String title,
        State state,
        List<String> checks,
        LocalDate measuredOn,
        UUID person,
        UUID post,
        Instant askedAt,
        Optional<Instant> endedAt,
        int done,
        String current,
        String failure,
        long rows,
        long putAside,
        long households,
        long persons,
        BigDecimal atStake,
        List<Outcome> outcomes) {

    public Run {
        checks = List.copyOf(checks);
        outcomes = List.copyOf(outcomes);
    }

    /** Where a run stands. */
    public enum State {
        WAITING,
        RUNNING,
        /** Asked to stop; stops before its next check. */
        CANCELLING,
        FINISHED,
        CANCELLED,
        FAILED;

        /** As the database writes it. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** Whether it goes on. */
    public boolean goesOn() {
        return state == State.WAITING || state == State.RUNNING || state == State.CANCELLING;
    }

    /** How far it is, in per cent. */
    public int percent() {
        return state == State.FINISHED ? 100 : 100 * done / checks.size();
    }

    /** As the subject of docket entries. */
    public Subject asSubject() {
        return new Subject("measurement.run", id);
    }

    /**
     * What became of a check.
     *
     * @param judged how many things
     * @param found how many of them it found fault with
     * @param lacking the registers without which it could not run; empty when it ran
     */
    public record Outcome(String check, long judged, long found, List<String> lacking) {
        public Outcome {
            lacking = List.copyOf(lacking);
        }
    }

    /** A row that did not parse. */
    public record Aside(String file, long line, String reason) {}
}
