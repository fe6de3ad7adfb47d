package org.shengmo.ruler.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a run found.
 *
 * @param on the day measured on
 * @param outcomes one a check that ran
 * @param leftOut the checks that didn't, with the registers they lacked
 * @param rows rows read by family
 * @param putAside rows that didn't parse
 * @param households households with a finding, each counted once
 * @param persons persons with a finding of their own, each counted once
 * @param atStake the monthly amount at stake, no household's counted twice
 * @param changes against the earlier run that was named
 */
public record CheckReport(
        LocalDate on,
        List<Outcome> outcomes,
        List<LeftOut> leftOut,
        Map<Family, Long> rows,
        long putAside,
        long households,
        long persons,
        BigDecimal atStake,
        Optional<Changes> changes) {

    /**
     * What differs from an earlier run.
     *
     * @param rejudged households judged again; empty where everything was, for {@code reason}
     * @param reason the key of why everything was judged again
     */
    public record Changes(long found, long gone, long unchanged, OptionalLong rejudged, String reason) {}

    /** How many findings a check made among how many things judged. */
    public record Outcome(Check check, long judged, long findings) {}

    /** A check that didn't run, and why. */
    public record LeftOut(Check check, List<String> lacking) {}
}
