package org.shengmo.consequence;

import java.time.LocalDate;
import java.util.List;
import org.shengmo.docket.Metric;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who was held to account: bodies and people on whom a measure of accountability was imposed in the year, each once, without
 * those that were revoked by then. Talks and criticism are education, not accountability (Party accountability regulation,
 * article 8).
 */
@Configuration(proxyBeanMethods = false)
class ConsequenceMetrics {

    @Bean
    Metric unitsHeldToAccount(JdbcClient database) {
        return new HeldToAccount("consequence.units", "body", database);
    }

    @Bean
    Metric peopleHeldToAccount(JdbcClient database) {
        return new HeldToAccount("consequence.people", "person", database);
    }

    private record HeldToAccount(String id, String type, JdbcClient database) implements Metric {

        @Override
        public Unit unit() {
            return Unit.COUNT;
        }

        @Override
        public Figure figure(int year, LocalDate asOf) {
            List<Long> entries = database.sql("""
                    SELECT min(e.id) FROM docket.entry e
                    JOIN consequence.consequence c ON c.id = e.subject_id
                    WHERE e.kind = 'consequence.imposed' AND c.subject_type = :type
                      AND c.measure NOT IN ('talk', 'criticism')
                      AND NOT (c.subject_type = 'person' AND c.measure = 'self-examination')
                      AND NOT (c.state = 'revoked' AND c.heard_on <= :until)
                      AND c.decided_on BETWEEN make_date(:year, 1, 1) AND least(:until::date, make_date(:year, 12, 31))
                    GROUP BY c.subject_id ORDER BY 1
                    """)
                    .param("type", type)
                    .param("year", year)
                    .param("until", asOf)
                    .query(Long.class)
                    .list();
            return Figure.count(entries);
        }
    }
}
