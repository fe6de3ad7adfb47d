package org.shengmo.pledge;

import java.time.LocalDate;
import org.shengmo.docket.Metric;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the annual report counts of pledges: the acts of announcing. */
@Configuration(proxyBeanMethods = false)
class PledgeMetrics {

    @Bean
    Metric pledgedProgrammes(JdbcClient database) {
        return new Announced("pledge.programmes", "pledge.announced", database);
    }

    @Bean
    Metric pledgedPromises(JdbcClient database) {
        return new Announced("pledge.promises", "pledge.promised", database);
    }

    /** Acts of a kind about programmes or promises of the year. */
    private record Announced(String id, String kind, JdbcClient database) implements Metric {

        @Override
        public Unit unit() {
            return Unit.COUNT;
        }

        @Override
        public Figure figure(int year, LocalDate asOf) {
            return Figure.count(database.sql("""
                    SELECT e.id FROM docket.entry e
                    LEFT JOIN pledge.programme g ON g.id = e.subject_id
                    LEFT JOIN pledge.promise p ON p.id = e.subject_id
                    WHERE e.kind = :kind AND coalesce(g.year, p.year) = :year
                      AND e.at < (:until::date + 1) AT TIME ZONE 'Asia/Shanghai'
                    ORDER BY e.id
                    """)
                    .param("kind", kind)
                    .param("year", year)
                    .param("until", asOf)
                    .query(Long.class)
                    .list());
        }
    }
}
