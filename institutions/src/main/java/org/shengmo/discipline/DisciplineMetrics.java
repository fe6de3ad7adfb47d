package org.shengmo.discipline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.shengmo.consequence.RecoveredMetric;
import org.shengmo.consequence.Recoveries;
import org.shengmo.docket.Metric;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the annual report counts of discipline: decisions once announced, so that no figure moves while a case is secret. */
@Configuration(proxyBeanMethods = false)
class DisciplineMetrics {

    @Bean
    Metric disciplineCases(JdbcClient database) {
        return new Announced("discipline.cases", "true", "count(*)", database);
    }

    @Bean
    Metric disciplinePeople(JdbcClient database) {
        return new Announced("discipline.people", "true", "count(DISTINCT o.person)", database);
    }

    @Bean
    Metric disciplineSectionLevel(JdbcClient database) {
        return new Announced("discipline.section.level", "o.level = 'section'", "count(DISTINCT o.person)", database);
    }

    @Bean
    Metric disciplineEightRules(JdbcClient database) {
        return new Announced("discipline.eight.rules", "o.eight_rules", "count(*)", database);
    }

    @Bean
    Metric disciplineRecovered(Recoveries recoveries) {
        return new RecoveredMetric("discipline.recovered", Orders.ILLICIT, recoveries);
    }

    private record Announced(String id, String which, String counted, JdbcClient database) implements Metric {

        @Override
        public Unit unit() {
            return Unit.COUNT;
        }

        @Override
        public Figure figure(int year, LocalDate asOf) {
            String from = " FROM discipline.sanction_order o WHERE " + which
                    + " AND extract(year FROM o.announced_on) = :year AND o.announced_on <= :until"
                    + " AND (o.revoked_on IS NULL OR o.revoked_on > :until)";
            List<Long> entries = database.sql("SELECT o.entry" + from + " ORDER BY o.entry")
                    .param("year", year)
                    .param("until", asOf)
                    .query(Long.class)
                    .list();
            BigDecimal value = database.sql("SELECT " + counted + from)
                    .param("year", year)
                    .param("until", asOf)
                    .query(BigDecimal.class)
                    .single();
            return new Figure(value, entries);
        }
    }
}
