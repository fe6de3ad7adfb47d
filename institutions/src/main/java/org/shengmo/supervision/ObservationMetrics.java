package org.shengmo.supervision;

import java.time.LocalDate;
import org.shengmo.docket.Metric;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the annual report counts of supervisors' work. */
@Configuration(proxyBeanMethods = false)
class ObservationMetrics {

    @Bean
    Metric observationsReported(JdbcClient database) {
        return new ObservationActs("supervision.observations", "supervision.observed", database);
    }

    @Bean
    Metric observationsAnswered(JdbcClient database) {
        return new ObservationActs("supervision.observation-answers", "supervision.observation-answered", database);
    }

    /** Acts of a kind in a year. */
    private record ObservationActs(String id, String kind, JdbcClient database) implements Metric {

        @Override
        public Unit unit() {
            return Unit.COUNT;
        }

        @Override
        public Figure figure(int year, LocalDate asOf) {
            LocalDate end = LocalDate.of(year, 12, 31);
            return Figure.count(database.sql("""
                    SELECT id FROM docket.entry WHERE kind = :kind
                      AND at >= make_date(:year, 1, 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
                      AND at < (:until::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
                    ORDER BY id
                    """)
                    .param("kind", kind)
                    .param("year", year)
                    .param("until", asOf.isBefore(end) ? asOf : end)
                    .query(Long.class)
                    .list());
        }
    }
}
