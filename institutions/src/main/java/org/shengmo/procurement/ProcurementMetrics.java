package org.shengmo.procurement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.shengmo.docket.Metric;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the annual report counts of procurement: the contracts concluded in the year and what they save. */
@Configuration(proxyBeanMethods = false)
class ProcurementMetrics {

    private static final int SHARE_SCALE = 4;

    @Bean
    Metric procurementTrades(JdbcClient database) {
        return new OfContracts("procurement.trades", Metric.Unit.COUNT, database);
    }

    @Bean
    Metric procurementSaved(JdbcClient database) {
        return new OfContracts("procurement.saved", Metric.Unit.YUAN, database);
    }

    @Bean
    Metric procurementSavedShare(JdbcClient database) {
        return new OfContracts("procurement.saved.share", Metric.Unit.SHARE, database);
    }

    /** A contract with what the review had left of its budget. */
    private record Concluded(long entry, BigDecimal reviewed, BigDecimal amount) {}

    private record OfContracts(String id, Unit unit, JdbcClient database) implements Metric {

        @Override
        public Figure figure(int year, LocalDate asOf) {
            List<Concluded> concluded = database.sql("""
                    SELECT c.entry, p.reviewed, c.amount FROM procurement.contract c
                    JOIN procurement.project p ON p.id = c.project
                    WHERE c.signed_on BETWEEN make_date(:year, 1, 1) AND least(make_date(:year, 12, 31), :asOf)
                    ORDER BY c.entry
                    """)
                    .param("year", year)
                    .param("asOf", asOf)
                    .query((row, number) -> new Concluded(
                            row.getLong("entry"), row.getBigDecimal("reviewed"), row.getBigDecimal("amount")))
                    .list();
            return new Figure(
                    value(concluded), concluded.stream().map(Concluded::entry).toList());
        }

        private BigDecimal value(List<Concluded> concluded) {
            if (unit == Unit.COUNT) {
                return BigDecimal.valueOf(concluded.size());
            }
            BigDecimal reviewed = concluded.stream().map(Concluded::reviewed).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal saved = concluded.stream()
                    .map(each -> each.reviewed().subtract(each.amount()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (unit == Unit.YUAN) {
                return saved;
            }
            return reviewed.signum() == 0 ? BigDecimal.ZERO : saved.divide(reviewed, SHARE_SCALE, RoundingMode.HALF_UP);
        }
    }
}
