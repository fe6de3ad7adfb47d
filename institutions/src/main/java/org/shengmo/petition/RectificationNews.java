package org.shengmo.petition;

import java.util.Optional;
import java.util.Set;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Publishable;
import org.springframework.stereotype.Component;

/** What the public is told of an action: what it put right, once those who complained say so. */
@Component
class RectificationNews implements Publishable {

    private final Rectifications rectifications;

    RectificationNews(Rectifications rectifications) {
        this.rectifications = rectifications;
    }

    @Override
    public String item() {
        return "petition.rectification";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.of("petition.rectification-confirmed"));
    }

    @Override
    public Optional<News> of(Entry act) {
        return rectifications
                .find(act.about().id())
                .map(action -> new News(
                        action.title(),
                        "整改前：" + action.before() + "\n整改后：" + action.after(),
                        action.body(),
                        "/petitions/rectifications/" + action.id()));
    }
}
