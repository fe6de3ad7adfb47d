package org.shengmo.mandate;

import java.time.LocalDate;
import org.shengmo.docket.Metric;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the annual report counts of powers: items in force at the end, exercises begun, exercises with a late step. */
@Configuration(proxyBeanMethods = false)
class MandateMetrics {

    private static final String ITEMS = """
            SELECT v.entry FROM mandate.version v JOIN mandate.item i ON i.id = v.item
            WHERE i.catalogue = '%s' AND v.valid @> least(make_date(:year, 12, 31), :until::date) ORDER BY v.entry
            """;

    @Bean
    Metric committeeItems(JdbcClient database) {
        return new Counted("mandate.committee.items", ITEMS.formatted("committee"), database);
    }

    @Bean
    Metric governmentItems(JdbcClient database) {
        return new Counted("mandate.government.items", ITEMS.formatted("government"), database);
    }

    @Bean
    Metric powerExercises(JdbcClient database) {
        return new Counted("mandate.exercises", """
                SELECT entry FROM mandate.exercise
                WHERE extract(year FROM begun_on) = :year AND begun_on <= :until ORDER BY entry
                """, database);
    }

    @Bean
    Metric latePowerSteps(JdbcClient database) {
        return new Counted("mandate.steps.late", """
                SELECT entry FROM mandate.step
                WHERE state = 'done' AND closed_on > due AND extract(year FROM closed_on) = :year AND closed_on <= :until
                ORDER BY entry
                """, database);
    }

    /** Entries that a query finds for a year up to a day. */
    private record Counted(String id, String query, JdbcClient database) implements Metric {

        @Override
        public Unit unit() {
            return Unit.COUNT;
        }

        @Override
        public Figure figure(int year, LocalDate asOf) {
            return Figure.count(database.sql(query)
                    .param("year", year)
                    .param("until", asOf)
                    .query(Long.class)
                    .list());
        }
    }
}
