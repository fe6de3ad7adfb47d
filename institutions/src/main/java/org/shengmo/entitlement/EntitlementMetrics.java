package org.shengmo.entitlement;

import java.time.LocalDate;
import org.shengmo.consequence.RecoveredMetric;
import org.shengmo.consequence.Recoveries;
import org.shengmo.docket.Metric;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the annual report counts of the review: decisions taken in the year, and what the bank confirms came back. */
@Configuration(proxyBeanMethods = false)
class EntitlementMetrics {

    @Bean
    Metric householdsRemoved(HouseholdRows rows) {
        return new Decided(
                "entitlement.households.removed",
                Metric.Unit.COUNT,
                "count(*) FILTER (WHERE outcome = 'stopped')",
                rows);
    }

    @Bean
    Metric personsRemoved(HouseholdRows rows) {
        return new Decided("entitlement.persons.removed", Metric.Unit.COUNT, "sum(persons_removed)", rows);
    }

    @Bean
    Metric monthlySaved(HouseholdRows rows) {
        return new Decided("entitlement.monthly.saved", Metric.Unit.YUAN, "sum(monthly_amount - amount_after)", rows);
    }

    @Bean
    Metric entitlementRecovered(Recoveries recoveries) {
        return new RecoveredMetric("entitlement.recovered", Entitlement.OVERPAID, recoveries);
    }

    private record Decided(String id, Unit unit, String sum, HouseholdRows rows) implements Metric {
        @Override
        public Figure figure(int year, LocalDate asOf) {
            return new Figure(rows.sum(sum, year, asOf), rows.decisions(year, asOf));
        }
    }
}
