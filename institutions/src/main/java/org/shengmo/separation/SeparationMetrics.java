package org.shengmo.separation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.shengmo.docket.Metric;
import org.springframework.stereotype.Component;

/** Breaches of the portfolio rules that stand on the day the report is asked for. */
@Component
class SeparationMetrics implements Metric {

    private final Separation separation;

    SeparationMetrics(Separation separation) {
        this.separation = separation;
    }

    @Override
    public String id() {
        return "organization.portfolio.breaches";
    }

    @Override
    public Unit unit() {
        return Unit.COUNT;
    }

    @Override
    public Figure figure(int year, LocalDate asOf) {
        LocalDate last = LocalDate.of(year, 12, 31);
        LocalDate day = asOf.isBefore(last) ? asOf : last;
        return new Figure(BigDecimal.valueOf(separation.breaches(day).size()), List.of());
    }
}
