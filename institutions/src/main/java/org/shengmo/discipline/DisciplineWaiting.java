package org.shengmo.discipline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shengmo.access.Actor;
import org.shengmo.duty.Waiting;
import org.shengmo.wording.Text;
import org.shengmo.wording.Words;
import org.springframework.stereotype.Component;

/** What waits for somebody in discipline: steps to be done, cases to be decided. Titles are numbers alone. */
@Component
class DisciplineWaiting implements Waiting {

    private final DisciplineTerms terms;
    private final Cases cases;
    private final Words words;
    private final org.springframework.transaction.support.TransactionTemplate transaction;

    DisciplineWaiting(
            DisciplineTerms terms,
            Cases cases,
            Words words,
            org.springframework.transaction.support.TransactionTemplate transaction) {
        this.terms = terms;
        this.cases = cases;
        this.words = words;
        this.transaction = transaction;
    }

    @Override
    public List<Item> of(Actor actor) {
        if (actor.person() == null) {
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        List<DisciplineTerms.Term> running = transaction.execute(status -> terms.of(actor));
        for (DisciplineTerms.Term term : running) {
            items.add(new Item(
                    Text.of("discipline.step." + term.step()),
                    words.say(Locale.SIMPLIFIED_CHINESE, "discipline.waiting"),
                    term.href(),
                    term.due()));
        }
        for (CaseFile each : cases.awaitingDecisionOf(actor)) {
            items.add(new Item(
                    Text.of("discipline.step.decide"),
                    words.say(
                            Locale.SIMPLIFIED_CHINESE,
                            "discipline.case.code",
                            String.valueOf(each.details().year()),
                            String.valueOf(each.details().number())),
                    "/discipline/cases/" + each.id(),
                    null));
        }
        return items;
    }
}
