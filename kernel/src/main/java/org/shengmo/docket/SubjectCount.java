package org.shengmo.docket;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A figure that one query of a room gives for many subjects at once.
 *
 * @param query SQL of the room's over {@code :ids}, {@code :first} and {@code :last}, giving {@code subject} (uuid),
 *     {@code value} (numeric) and {@code entries} (bigint[])
 * @param zero whether a subject that the query doesn't give has the figure 0; it is left out otherwise
 */
public record SubjectCount(String id, String query, boolean zero, JdbcClient database) implements SubjectMetric {

    @Override
    public Map<Subject, Metric.Figure> figures(Collection<Subject> subjects, LocalDate first, LocalDate last) {
        Map<UUID, Metric.Figure> found = new HashMap<>();
        database.sql(query)
                .param("ids", subjects.stream().map(Subject::id).toArray(UUID[]::new))
                .param("first", first)
                .param("last", last)
                .query(row -> {
                    found.put(
                            row.getObject("subject", UUID.class),
                            new Metric.Figure(row.getBigDecimal("value"), Arrays.asList((Long[])
                                    row.getArray("entries").getArray())));
                });
        return subjects.stream()
                .filter(each -> zero || found.containsKey(each.id()))
                .collect(Collectors.toMap(
                        each -> each,
                        each -> found.getOrDefault(each.id(), Metric.Figure.count(List.of())),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}
