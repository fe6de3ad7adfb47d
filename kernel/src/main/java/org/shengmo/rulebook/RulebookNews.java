package org.shengmo.rulebook;

import java.util.Optional;
import java.util.Set;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Publishable;
import org.springframework.stereotype.Component;

/** What the public is told of rules: each version of a document of the district's own. */
@Component
class RulebookNews implements Publishable {

    private final Rulebook rulebook;

    RulebookNews(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    @Override
    public String item() {
        return "rulebook.version";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.of("rulebook.version-loaded"));
    }

    @Override
    public Optional<News> of(Entry act) {
        return rulebook.documents().stream()
                .filter(document -> document.id().equals(act.about().id()))
                .filter(document -> document.rank() == Document.Rank.DISTRICT_DOCUMENT)
                .findFirst()
                .map(document -> new News(document.title(), document.issuer(), null, "/rulebook/" + document.code()));
    }
}
