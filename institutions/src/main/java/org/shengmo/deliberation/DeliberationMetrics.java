package org.shengmo.deliberation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.shengmo.docket.Metric;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the annual report counts of collective decisions: the acts of deciding, and in which order people spoke. */
@Configuration(proxyBeanMethods = false)
class DeliberationMetrics {

    private static final int SHARE_DIGITS = 4;

    @Bean
    Metric decidedMatters(JdbcClient database) {
        return new Decided("deliberation.decided", Metric.Unit.COUNT, database) {
            @Override
            public Figure figure(int year, LocalDate asOf) {
                return Figure.count(entries(year, asOf, ""));
            }
        };
    }

    @Bean
    Metric chairSpokeLast(JdbcClient database) {
        return new Decided("deliberation.chair.spoke.last.share", Metric.Unit.SHARE, database) {
            @Override
            public Figure figure(int year, LocalDate asOf) {
                List<Long> all = entries(year, asOf, "");
                List<Long> last = entries(year, asOf, LAST);
                return new Figure(
                        all.isEmpty()
                                ? BigDecimal.ZERO
                                : BigDecimal.valueOf(last.size())
                                        .divide(BigDecimal.valueOf(all.size()), SHARE_DIGITS, RoundingMode.HALF_UP),
                        all);
            }
        };
    }

    /** Counted from the stands themselves, not from what the deciding act says of them. */
    private static final String LAST = """
            AND NOT EXISTS (
              SELECT 1 FROM deliberation.agenda a
              JOIN deliberation.stand s ON s.meeting = a.meeting AND s.matter = a.matter
              JOIN deliberation.member m ON m.meeting = s.meeting AND m.post = s.post AND m.principal
              JOIN deliberation.stand later ON later.meeting = s.meeting AND later.matter = s.matter
                AND later.place > s.place
              WHERE a.matter = e.subject_id AND a.outcome IN ('ADOPTED', 'REJECTED'))
            """;

    private abstract static class Decided implements Metric {
        private final String id;
        private final Unit unit;
        private final JdbcClient database;

        Decided(String id, Unit unit, JdbcClient database) {
            this.id = id;
            this.unit = unit;
            this.database = database;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Unit unit() {
            return unit;
        }

        List<Long> entries(int year, LocalDate asOf, String more) {
            return database.sql("""
                    SELECT e.id FROM docket.entry e
                    WHERE e.kind = 'deliberation.decided'
                      AND e.at >= make_date(:year, 1, 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
                      AND e.at < make_date(:year + 1, 1, 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
                      AND e.at < (:until::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
                    """ + more + " ORDER BY e.id")
                    .param("year", year)
                    .param("until", asOf)
                    .query(Long.class)
                    .list();
        }
    }
}
