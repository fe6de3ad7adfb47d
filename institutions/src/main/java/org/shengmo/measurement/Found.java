package org.shengmo.measurement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a check found about one thing.
 *
 * @param finding the table's answer, a code
 * @param row the table's row that answered, counted from 1
 * @param clauses the clauses that the row cites, each {@code document#article}
 * @param source the clause in words, as the table has it
 * @param subjectKind what sort of thing: household, person, land, structure
 * @param person null where the household as a whole is meant
 * @param atStake yuan a month; null where nothing is
 * @param facts what it was judged on, by name; empty once erased
 */
public record Found(
        long id,
        UUID run,
        String check,
        String finding,
        int row,
        List<String> clauses,
        String source,
        String subjectKind,
        String subject,
        String household,
        String person,
        String township,
        String village,
        BigDecimal atStake,
        Map<String, Object> facts) {

    public Found {
        clauses = List.copyOf(clauses);
        facts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(facts));
    }
}
