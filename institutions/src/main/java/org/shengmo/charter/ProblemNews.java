package org.shengmo.charter;

import java.util.Optional;
import java.util.Set;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Publishable;
import org.springframework.stereotype.Component;

/** What the public is told of a problem that it fed back itself: how it was solved. */
@Component
class ProblemNews implements Publishable {

    private final Problems problems;

    ProblemNews(Problems problems) {
        this.problems = problems;
    }

    @Override
    public String item() {
        return "charter.problem";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.of("charter.problem.solved"));
    }

    @Override
    public Optional<News> of(Entry act) {
        return problems.byId(act.about().id())
                .map(problem ->
                        new News(problem.title(), act.payload().get("account").toString(), problem.body(), ""));
    }
}
