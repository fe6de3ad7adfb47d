package org.shengmo.mandate;

import java.util.Optional;
import java.util.Set;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Publishable;
import org.springframework.stereotype.Component;

/** What the public is told of the catalogue of powers: each change that was adopted, with its reasons and decision. */
@Component
class PowerNews implements Publishable {

    private final Mandate mandate;

    PowerNews(Mandate mandate) {
        this.mandate = mandate;
    }

    @Override
    public String item() {
        return "mandate.change";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.of("mandate.change.decided"));
    }

    @Override
    public Optional<News> of(Entry act) {
        return mandate.proposal(act.about().id())
                .filter(proposal -> Boolean.TRUE.equals(act.payload().get("adopted")))
                .map(proposal -> new News(
                        proposal.power().name() + "（" + proposal.code() + "）",
                        proposal.reasons() + "\n" + proposal.decision(),
                        null,
                        "/powers/" + proposal.code()));
    }
}
