package org.shengmo.assessment;

import java.time.LocalDate;
import org.shengmo.docket.Metric;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the annual report counts of assessments of the year. */
@Configuration(proxyBeanMethods = false)
class AssessmentMetrics {

    @Bean
    Metric assessmentVetoedUnits(JdbcClient database) {
        return new Counted("assessment.vetoed.units", """
                SELECT min(v.entry) AS entry FROM assessment.veto v JOIN assessment.round r ON r.id = v.round
                WHERE v.state = 'vetoed' AND v.subject_type = 'body' AND r.year = :year AND v.decided_on <= :until
                GROUP BY v.subject ORDER BY 1
                """, database);
    }

    @Bean
    Metric assessmentIneligibleUnits(JdbcClient database) {
        return new Counted("assessment.ineligible.units", ineligible("body"), database);
    }

    @Bean
    Metric assessmentIneligiblePeople(JdbcClient database) {
        return new Counted("assessment.ineligible.people", ineligible("person"), database);
    }

    private static String ineligible(String type) {
        return """
                SELECT min(i.entry) AS entry FROM assessment.ineligible i JOIN assessment.round r ON r.id = i.round
                WHERE i.subject_type = '%s' AND r.year = :year AND i.begins <= :until GROUP BY i.subject ORDER BY 1
                """.formatted(type);
    }

    @Bean
    Metric assessmentInterviewedHeads(JdbcClient database) {
        return new Counted("assessment.interviewed.heads", """
                SELECT min(i.entry) AS entry FROM assessment.interview i
                JOIN assessment.round r ON r.id = i.occasion_id AND i.occasion_type = 'assessment.round'
                WHERE r.year = :year AND i.confirmed_on <= :until GROUP BY i.person ORDER BY 1
                """, database);
    }

    /** Entries that a query gives. */
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
