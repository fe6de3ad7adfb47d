package org.shengmo.supervision;

import java.time.LocalDate;
import org.shengmo.consequence.RecoveredMetric;
import org.shengmo.consequence.Recoveries;
import org.shengmo.docket.Metric;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the annual report counts of campaigns: those launched, and what the bank confirms came back by them. */
@Configuration(proxyBeanMethods = false)
class SupervisionMetrics {

    @Bean
    Metric supervisionCampaigns(JdbcClient database) {
        return new Campaigns(database);
    }

    @Bean
    Metric recoveredAllowances(Recoveries recoveries) {
        return new RecoveredMetric("consequence.recovered.allowances", Supervision.Breach.ALLOWANCE.kind(), recoveries);
    }

    @Bean
    Metric recoveredReceipts(Recoveries recoveries) {
        return new RecoveredMetric("consequence.recovered.receipts", Supervision.Breach.RECEIPT.kind(), recoveries);
    }

    @Bean
    Metric recoveredSubsidies(Recoveries recoveries) {
        return new RecoveredMetric("consequence.recovered.subsidies", Supervision.Breach.SUBSIDY.kind(), recoveries);
    }

    private record Campaigns(JdbcClient database) implements Metric {
        @Override
        public String id() {
            return "supervision.campaigns";
        }

        @Override
        public Unit unit() {
            return Unit.COUNT;
        }

        @Override
        public Figure figure(int year, LocalDate asOf) {
            return Figure.count(database.sql(
                            "SELECT entry FROM supervision.campaign WHERE year = ? AND launched_on <= ? ORDER BY entry")
                    .params(year, asOf)
                    .query(Long.class)
                    .list());
        }
    }
}
