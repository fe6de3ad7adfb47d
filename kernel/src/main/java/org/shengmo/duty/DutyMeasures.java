package org.shengmo.duty;

import org.shengmo.docket.SubjectCount;
import org.shengmo.docket.SubjectMetric;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What duties say about bodies and people. */
@Configuration(proxyBeanMethods = false)
class DutyMeasures {

    /** The share of the duties due between the days that were met in time; of a body, those of all its posts. */
    @Bean
    SubjectMetric dutiesInTime(JdbcClient database) {
        return new SubjectCount("duty.in-time.share", """
                SELECT s.id AS subject, count(*) FILTER (WHERE d.state = 'met' AND d.closed_on <= d.due)::numeric / count(*) AS value,
                       array_remove(array_agg(e.id ORDER BY e.id), NULL) AS entries
                FROM unnest(:ids::uuid[]) s(id)
                JOIN duty.duty d ON d.state <> 'withdrawn' AND d.due BETWEEN :first AND :last
                  AND (d.holder = s.id OR d.owner_post IN (SELECT p.id FROM organization.post p WHERE p.body = s.id))
                LEFT JOIN docket.entry e ON e.subject_id = d.id AND e.kind = 'duty.met'
                GROUP BY s.id
                """, false, database);
    }
}
