package org.shengmo.procurement;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.deliberation.Business;
import org.shengmo.deliberation.Matter;
import org.shengmo.deliberation.Matters;
import org.shengmo.deliberation.Outcome;
import org.shengmo.rulebook.Ruling;
import org.springframework.stereotype.Component;

/** Public investment above what others may decide starts by a collective decision of the committee. */
@Component
class Starts {

    private static final String ARTICLE = "12";

    private final ProjectRows rows;
    private final ProcurementRules rules;
    private final Matters matters;

    Starts(ProjectRows rows, ProcurementRules rules, Matters matters) {
        this.rows = rows;
        this.rules = rules;
        this.matters = matters;
    }

    /** The ruling by which the committee decides on an amount; empty where it doesn't. */
    Optional<Ruling> committeeDecides(BigDecimal amount) {
        Ruling ruling = rules.decide(Matters.COMPETENCE, Map.of("kind", Business.INVESTMENT.code(), "amount", amount));
        return ruling.text("decidedBy").equals("committee") ? Optional.of(ruling) : Optional.empty();
    }

    /** @throws org.shengmo.wording.Refused where the committee decides on the amount and has not, or decided on less */
    void require(Project project, BigDecimal budget) {
        BigDecimal amount = budget.max(project.details().estimate());
        Optional<Ruling> ruling = committeeDecides(amount);
        if (ruling.isEmpty()) {
            return;
        }
        UUID decision = project.details()
                .decision()
                .orElseThrow(() -> ProcurementRules.refused(
                        "procurement.refused.undecided", ruling.get(), Map.of("amount", amount), amount));
        carrying(project, decision, amount);
    }

    /** @throws org.shengmo.wording.Refused unless the matter was adopted, is public investment, and carries the amount */
    Matter.Decided carrying(Project project, UUID matter, BigDecimal amount) {
        Matter.Decided decided = matters.byId(matter)
                .filter(Matter.Decided.class::isInstance)
                .map(Matter.Decided.class::cast)
                .filter(each -> each.outcome() == Outcome.ADOPTED)
                .filter(each -> each.details().what().kind() == Business.INVESTMENT)
                .orElseThrow(() -> rules.refused("procurement.refused.not-adopted", ARTICLE));
        BigDecimal left = decided.details().what().amount().subtract(rows.restingOn(matter, project.id()));
        if (amount.compareTo(left) > 0) {
            throw rules.refused("procurement.refused.beyond-decision", ARTICLE, left, amount);
        }
        return decided;
    }
}
