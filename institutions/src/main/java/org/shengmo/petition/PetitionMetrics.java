package org.shengmo.petition;

import java.time.LocalDate;
import org.shengmo.docket.Metric;
import org.shengmo.docket.SubjectCount;
import org.shengmo.docket.SubjectMetric;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the annual report counts of petitions, all of it out of entries on the record. */
@Configuration(proxyBeanMethods = false)
class PetitionMetrics {

    private static final String LATE_BY_BODY = """
            SELECT c.subject_id AS subject, count(*)::numeric AS value, array_agg(e.id ORDER BY e.id) AS entries
            FROM docket.entry e JOIN docket.payload p ON p.entry_id = e.id
            JOIN docket.concern c ON c.entry_id = e.id AND c.subject_type = 'body' AND c.subject_id = ANY (:ids::uuid[])
            WHERE e.kind = 'petition.answered' AND p.content::jsonb ->> 'late' = 'true'
              AND e.at >= :first::date AT TIME ZONE 'Asia/Shanghai'
              AND e.at < (:last::date + 1) AT TIME ZONE 'Asia/Shanghai'
            GROUP BY c.subject_id
            """;

    /** Petitions that a body answered late. */
    @Bean
    SubjectMetric petitionsAnsweredLate(JdbcClient database) {
        return new SubjectCount("petition.late", LATE_BY_BODY, true, database);
    }

    @Bean
    Metric petitionsReceived(JdbcClient database) {
        return new Counted("petition.received", "e.kind = 'petition.received'", database);
    }

    @Bean
    Metric petitionsAnswered(JdbcClient database) {
        return new Counted(
                "petition.answered", "e.kind = 'petition.answered' AND p.content::jsonb ->> 'round' = '1'", database);
    }

    @Bean
    Metric petitionsSolved(JdbcClient database) {
        return new Counted("petition.solved", "e.kind = 'petition.solved'", database);
    }

    @Bean
    Metric petitionsLate(JdbcClient database) {
        return new Counted(
                "petition.late", "e.kind = 'petition.answered' AND p.content::jsonb ->> 'late' = 'true'", database);
    }

    @Bean
    Metric petitionReviews(JdbcClient database) {
        return new Counted("petition.reviews", "e.kind = 'petition.review-asked'", database);
    }

    @Bean
    Metric petitionRectifications(JdbcClient database) {
        return new Counted("petition.rectifications", "e.kind = 'petition.rectification-opened'", database);
    }

    /**
     * Entries of a sort in a calendar year.
     *
     * @param condition SQL of ours over the entry {@code e} and its payload {@code p}
     */
    private record Counted(String id, String condition, JdbcClient database) implements Metric {

        @Override
        public Unit unit() {
            return Unit.COUNT;
        }

        @Override
        public Figure figure(int year, LocalDate asOf) {
            LocalDate first = LocalDate.of(year, 1, 1);
            LocalDate last = asOf.getYear() > year ? LocalDate.of(year, 12, 31) : asOf;
            return Figure.count(database.sql("""
                    SELECT e.id FROM docket.entry e LEFT JOIN docket.payload p ON p.entry_id = e.id
                    WHERE e.at >= :first::date::timestamp AT TIME ZONE 'Asia/Shanghai'
                      AND e.at < (:last::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' AND
                    """ + condition + " ORDER BY e.id")
                    .param("first", first)
                    .param("last", last)
                    .query(Long.class)
                    .list());
        }
    }
}
