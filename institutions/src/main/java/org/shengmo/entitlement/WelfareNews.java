package org.shengmo.entitlement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Publishable;
import org.springframework.stereotype.Component;

/** What the public is told of a roster that was looked through: how many households, nobody by name. */
@Component
class WelfareNews implements Publishable {

    private final Entitlement entitlement;

    WelfareNews(Entitlement entitlement) {
        this.entitlement = entitlement;
    }

    @Override
    public String item() {
        return "entitlement.results";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.of("entitlement.published"));
    }

    @Override
    public Optional<News> of(Entry act) {
        List<Entitlement.Village> villages = entitlement.villages(act.about().id());
        int listed = villages.stream().mapToInt(Entitlement.Village::listed).sum();
        int found = villages.stream().mapToInt(Entitlement.Village::found).sum();
        return Optional.of(new News(
                act.payload().get("title").toString(),
                "比对 %d 户，核查 %d 户，逐村结果已公布。".formatted(listed, found),
                null,
                "/welfare/" + act.about().id()));
    }
}
