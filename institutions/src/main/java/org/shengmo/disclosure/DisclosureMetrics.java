package org.shengmo.disclosure;

import java.time.LocalDate;
import org.shengmo.docket.Metric;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the annual report counts of disclosure, out of entries on the record. */
@Configuration(proxyBeanMethods = false)
class DisclosureMetrics {

    @Bean
    Metric disclosurePublished(JdbcClient database) {
        return new DisclosureActs("disclosure.published", "disclosure.published", false, database);
    }

    @Bean
    Metric disclosurePublishedLate(JdbcClient database) {
        return new DisclosureActs("disclosure.published.late", "disclosure.published", true, database);
    }

    @Bean
    Metric disclosureRequests(JdbcClient database) {
        return new DisclosureActs("disclosure.requests", "disclosure.requested", false, database);
    }

    @Bean
    Metric disclosureAnswered(JdbcClient database) {
        return new DisclosureActs("disclosure.answered", "disclosure.answered", false, database);
    }

    @Bean
    Metric disclosureAnsweredLate(JdbcClient database) {
        return new DisclosureActs("disclosure.answered.late", "disclosure.answered", true, database);
    }

    /** Acts of a kind in a year, those alone that came late where asked for. */
    private record DisclosureActs(String id, String kind, boolean late, JdbcClient database) implements Metric {

        @Override
        public Unit unit() {
            return Unit.COUNT;
        }

        @Override
        public Figure figure(int year, LocalDate asOf) {
            LocalDate end = LocalDate.of(year, 12, 31);
            return Figure.count(database.sql("""
                    SELECT e.id FROM docket.entry e LEFT JOIN docket.payload p ON p.entry_id = e.id
                    WHERE e.kind = :kind AND (NOT :late OR (p.content::jsonb ->> 'late')::boolean)
                      AND e.at >= make_date(:year, 1, 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
                      AND e.at < (:until::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
                    ORDER BY e.id
                    """)
                    .param("kind", kind)
                    .param("late", late)
                    .param("year", year)
                    .param("until", asOf.isBefore(end) ? asOf : end)
                    .query(Long.class)
                    .list());
        }
    }
}
