package org.shengmo.assessment;

import java.util.List;
import org.shengmo.consequence.Binding;
import org.shengmo.consequence.ClearanceSource;
import org.shengmo.consequence.EffectPeriod;
import org.shengmo.docket.Subject;
import org.springframework.stereotype.Component;

/** What an assessment bars: awards, for those who lost the eligibility. */
@Component
class LostEligibility implements ClearanceSource {

    private final ResultRows rows;

    LostEligibility(ResultRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Binding> bindings(Subject subject) {
        return rows.ineligibleOf(subject.id()).stream()
                .map(each -> new Binding(
                        "award",
                        new EffectPeriod(each.from(), each.until().plusDays(1)),
                        each.clause(),
                        new Subject("assessment", subject.id())))
                .toList();
    }
}
