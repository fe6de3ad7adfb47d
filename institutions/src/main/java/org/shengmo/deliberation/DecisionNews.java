package org.shengmo.deliberation;

import java.util.Optional;
import java.util.Set;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Publishable;
import org.springframework.stereotype.Component;

/** What the public is told of a decision: those that the public may read, with what was proposed and how it came out. */
@Component
class DecisionNews implements Publishable {

    private final Matters matters;

    DecisionNews(Matters matters) {
        this.matters = matters;
    }

    @Override
    public String item() {
        return "deliberation.decision";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.of("deliberation.decided"));
    }

    @Override
    public Optional<News> of(Entry act) {
        return matters.byId(act.about().id())
                .filter(matter -> matter.details().what().open())
                .filter(Matter.Decided.class::isInstance)
                .map(Matter.Decided.class::cast)
                .map(decided -> new News(
                        decided.details().what().title() + (decided.outcome() == Outcome.ADOPTED ? "（通过）" : "（未通过）"),
                        decided.details().what().text(),
                        decided.details().what().body(),
                        "/decisions/" + decided.id()));
    }
}
