package org.shengmo.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Everything that a subject's score is computed from besides the scheme. Kept as it was when the round was scored, so that
 * the score can be computed again to the same digit.
 *
 * @param subject the body or person
 * @param subjectClass its class
 * @param marks by indicator, then by tier: how often each level was chosen. Counts, not ballots: nobody's paper is in here
 * @param figures by indicator, what was computed from acts or put in from public evaluation
 * @param routine by indicator, the scores of the year's routine rounds, earliest first
 */
public record Inputs(
        UUID subject,
        String subjectClass,
        Map<String, Map<String, Map<String, Integer>>> marks,
        Map<String, Figure> figures,
        Map<String, List<BigDecimal>> routine) {

    public Inputs {
        marks = new TreeMap<>(marks);
        figures = new TreeMap<>(figures);
        routine = new TreeMap<>(routine);
    }

    /**
     * A figure with what is behind it.
     *
     * @param entries docket entries of the acts it was counted from
     * @param basis how many answered, for a public evaluation; null otherwise
     */
    public record Figure(BigDecimal value, List<Long> entries, Integer basis) {
        public Figure {
            entries = List.copyOf(entries);
        }
    }
}
