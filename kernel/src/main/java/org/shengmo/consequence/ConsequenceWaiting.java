package org.shengmo.consequence;

import java.time.LocalDate;
import java.util.List;
import org.shengmo.access.Actor;
import org.shengmo.duty.Waiting;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;

/** Proposals and appeals that wait for somebody's decision. */
@Component
class ConsequenceWaiting implements Waiting {

    private final Consequences consequences;

    ConsequenceWaiting(Consequences consequences) {
        this.consequences = consequences;
    }

    @Override
    public List<Item> of(Actor actor) {
        return consequences.awaitingDecisionOf(actor).stream()
                .map(ConsequenceWaiting::item)
                .toList();
    }

    private static Item item(Consequence consequence) {
        boolean appealed = consequence instanceof Consequence.Appealed;
        LocalDate until = consequence instanceof Consequence.Appealed appeal
                ? appeal.appeal().decideUntil()
                : null;
        return new Item(
                Text.of(
                        appealed ? "consequence.waiting.appeal" : "consequence.waiting.decision",
                        Text.of("consequence.measure."
                                + consequence.details().proposed().code())),
                consequence.details().title(),
                "/consequences/" + consequence.id(),
                until);
    }
}
