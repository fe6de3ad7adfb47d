package org.shengmo.charter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.shengmo.docket.Metric;
import org.shengmo.docket.Metric.Figure;
import org.shengmo.docket.Metric.Unit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The charter's figures, counted over its acts as of a day. */
@Configuration(proxyBeanMethods = false)
class CharterMetrics {

    /** The version of a kind and year that is in force on the day. */
    private static final String IN_FORCE = """
            FROM charter.version v
            JOIN charter.standing s ON s.version_id = v.id
            JOIN charter.document d ON d.id = v.document_id
            WHERE d.kind = :kind AND d.year = :year AND s.in_force_on <= :day
              AND (s.superseded_on IS NULL OR s.superseded_on > :day)
            """;

    private static final int SHARE_DIGITS = 4;

    private final JdbcClient database;

    CharterMetrics(JdbcClient database) {
        this.database = database;
    }

    @Bean
    Metric responsibilities() {
        return new Counted(
                "charter.responsibilities",
                (year, day) -> parts(
                        CharterKind.LIST, "jsonb_array_length(v.content::jsonb -> 'responsibilities')", year, day));
    }

    @Bean
    Metric planItems() {
        return new Counted(
                "charter.plan.items",
                (year, day) -> parts(CharterKind.PLAN, "jsonb_array_length(v.content::jsonb -> 'items')", year, day));
    }

    @Bean
    Metric planSubItems() {
        return new Counted(
                "charter.plan.subitems",
                (year, day) -> parts(
                        CharterKind.PLAN,
                        "(SELECT coalesce(sum(jsonb_array_length(i -> 'subItems')), 0)"
                                + " FROM jsonb_array_elements(v.content::jsonb -> 'items') i)",
                        year,
                        day));
    }

    private Figure parts(CharterKind kind, String count, int year, LocalDate day) {
        return database.sql("SELECT " + count + " AS parts, s.in_force_entry AS entry " + IN_FORCE)
                .param("kind", kind.name())
                .param("year", year)
                .param("day", day)
                .query((row, number) -> new Figure(row.getBigDecimal("parts"), List.of(row.getLong("entry"))))
                .optional()
                .orElse(new Figure(BigDecimal.ZERO, List.of()));
    }

    @Bean
    Metric endorsedShare() {
        return new Counted("charter.endorsed.share", Unit.SHARE, this::endorsed);
    }

    private Figure endorsed(int year, LocalDate day) {
        record Asked(Long entry) {}
        List<Asked> asked = database.sql("""
                SELECT x.entry
                FROM charter.endorser e
                JOIN charter.standing s ON s.version_id = e.version_id
                JOIN charter.document d ON d.id = s.document_id
                LEFT JOIN charter.endorsement x
                  ON x.version_id = e.version_id AND x.post = e.post AND x.endorsed_on <= :day
                WHERE d.year = :year AND s.in_force_on <= :day
                  AND (s.superseded_on IS NULL OR s.superseded_on > :day)
                ORDER BY x.entry
                """)
                .param("year", year)
                .param("day", day)
                .query((row, number) -> new Asked(row.getObject("entry", Long.class)))
                .list();
        List<Long> given = asked.stream()
                .map(Asked::entry)
                .filter(java.util.Objects::nonNull)
                .toList();
        BigDecimal share = asked.isEmpty()
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(given.size())
                        .divide(BigDecimal.valueOf(asked.size()), SHARE_DIGITS, RoundingMode.HALF_UP);
        return new Figure(share, given);
    }

    @Bean
    Metric reportsFiled() {
        return acts("charter.reports.filed", """
                SELECT f.entry FROM charter.filed f JOIN charter.report r ON r.id = f.report_id
                WHERE r.year = :year AND f.filed_on <= :day ORDER BY f.entry
                """);
    }

    @Bean
    Metric reportsLate() {
        return acts("charter.reports.late", """
                SELECT f.entry FROM charter.filed f JOIN charter.report r ON r.id = f.report_id
                WHERE r.year = :year AND f.filed_on <= :day AND f.filed_on > r.due ORDER BY f.entry
                """);
    }

    @Bean
    Metric reportsMissing() {
        return acts("charter.reports.missing", """
                SELECT m.entry FROM charter.missed m JOIN charter.report r ON r.id = m.report_id
                LEFT JOIN charter.filed f ON f.report_id = r.id AND f.filed_on <= :day
                WHERE r.year = :year AND m.missed_on <= :day AND f.report_id IS NULL ORDER BY m.entry
                """);
    }

    @Bean
    Metric quarterlyReviews() {
        return acts("charter.reviews.quarterly", """
                SELECT entry FROM charter.review
                WHERE year = :year AND NOT special AND held_on <= :day ORDER BY entry
                """);
    }

    @Bean
    Metric specialReviews() {
        return acts("charter.reviews.special", """
                SELECT entry FROM charter.review
                WHERE year = :year AND special AND held_on <= :day ORDER BY entry
                """);
    }

    @Bean
    Metric problemsAssigned() {
        return acts("charter.problems.assigned", """
                SELECT entry FROM charter.problem
                WHERE extract(year FROM raised) = :year AND raised <= :day ORDER BY entry
                """);
    }

    /** As many as there are acts. */
    private Metric acts(String id, String sql) {
        return new Counted(
                id,
                (year, day) -> Figure.count(database.sql(sql)
                        .param("year", year)
                        .param("day", day)
                        .query(Long.class)
                        .list()));
    }

    /** How a metric counts. */
    private interface Count {
        Figure of(int year, LocalDate day);
    }

    private record Counted(String id, Unit unit, Count count) implements Metric {

        Counted(String id, Count count) {
            this(id, Unit.COUNT, count);
        }

        @Override
        public Figure figure(int year, LocalDate asOf) {
            return count.of(year, asOf);
        }
    }
}
