package org.shengmo.finding;

import org.shengmo.docket.SubjectCount;
import org.shengmo.docket.SubjectMetric;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What findings say about bodies and people. */
@Configuration(proxyBeanMethods = false)
class FindingMeasures {

    /** Findings upheld between the days: against the person or a post they held then; for a body, against it or within it. */
    @Bean
    SubjectMetric findingsUpheld(JdbcClient database) {
        return new SubjectCount("finding.upheld", """
                SELECT s.id AS subject, count(DISTINCT f.id)::numeric AS value,
                       array_remove(array_agg(DISTINCT e.id), NULL) AS entries
                FROM unnest(:ids::uuid[]) s(id)
                JOIN finding.finding f ON f.state = 'upheld' AND f.decided_on BETWEEN :first AND :last
                  AND (f.body = s.id OR f.subject_id = s.id OR f.subject_type = 'post' AND EXISTS (
                    SELECT 1 FROM organization.tenure t
                    WHERE t.post = f.subject_id AND t.person = s.id AND NOT t.annulled AND t.during @> f.stated))
                LEFT JOIN docket.entry e ON e.subject_id = f.id AND e.kind = 'finding.upheld'
                GROUP BY s.id
                """, true, database);
    }
}
