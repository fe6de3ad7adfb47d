package org.shengmo.assessment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.shengmo.consequence.Consequence;
import org.shengmo.consequence.Consequences;
import org.shengmo.docket.Subject;
import org.springframework.stereotype.Component;

/** Measures of accountability as grounds for a veto. */
@Component
class MeasuresImposed implements VetoSource {

    private final Consequences consequences;

    MeasuresImposed(Consequences consequences) {
        this.consequences = consequences;
    }

    @Override
    public List<Ground> grounds(Collection<Subject> subjects, LocalDate first, LocalDate last) {
        return consequences.imposedBetween(first, last).stream()
                .filter(each -> subjects.contains(each.details().subject()))
                .map(Consequence.Imposed.class::cast)
                .map(each -> new Ground(
                        each.details().subject(),
                        each.effect().measure().code(),
                        new Subject("consequence", each.id()),
                        each.details().title()))
                .toList();
    }
}
