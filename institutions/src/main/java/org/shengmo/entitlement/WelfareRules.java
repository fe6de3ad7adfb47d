package org.shengmo.entitlement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Refusal;
import org.springframework.stereotype.Component;

/** What the rules of the review say today. */
@Component
class WelfareRules {

    private static final String MEASURES = "entitlement-measures";

    private final Rulebook rulebook;
    private final Clock clock;

    WelfareRules(Rulebook rulebook, Clock clock) {
        this.rulebook = rulebook;
        this.clock = clock;
    }

    Ruling hearing(Household.Outcome outcome) {
        return rulebook.decide(Entitlement.HEARING_TABLE, today(), Map.of("outcome", outcome.code()));
    }

    Citation cite(String article) {
        return rulebook.cite(MEASURES, article, today());
    }

    static RuntimeException refusal(String key, Household household, Citation clause) {
        return Refusal.of(key, household.details().number())
                .under(List.of(clause))
                .refused();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
