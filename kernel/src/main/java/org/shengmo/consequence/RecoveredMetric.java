package org.shengmo.consequence;

import java.time.LocalDate;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Metric;

/**
 * What the bank confirms came back of one kind of claim in a year, in yuan.
 *
 * @param id the figure's key in the report
 * @param kind the kind of claim
 */
public record RecoveredMetric(String id, Kind kind, Recoveries recoveries) implements Metric {

    @Override
    public Unit unit() {
        return Unit.YUAN;
    }

    @Override
    public Figure figure(int year, LocalDate asOf) {
        LocalDate last = LocalDate.of(year, 12, 31);
        return recoveries.received(kind, LocalDate.of(year, 1, 1), asOf.isBefore(last) ? asOf : last);
    }
}
