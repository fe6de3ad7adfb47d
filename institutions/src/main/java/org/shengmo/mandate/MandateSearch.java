package org.shengmo.mandate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.shengmo.access.Actor;
import org.shengmo.access.Searchable;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;

/** Finds powers in force by words of the name, the code, the life event or the basis; anyone may. */
@Component
class MandateSearch implements Searchable {

    private final Mandate mandate;
    private final Clock clock;

    MandateSearch(Mandate mandate, Clock clock) {
        this.mandate = mandate;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "mandate.search";
    }

    @Override
    public List<Hit> search(Actor reader, String words, int limit) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return mandate.inForce(LocalDate.now(clock)).stream()
                .filter(item -> says(item, wanted))
                .limit(limit)
                .map(item -> new Hit(
                        item.power().name(), Text.of("mandate.search.detail", item.code()), "/powers/" + item.code()))
                .toList();
    }

    private static boolean says(ItemVersion item, String wanted) {
        Power power = item.power();
        return power.name().toLowerCase(Locale.ROOT).contains(wanted)
                || item.code().toLowerCase(Locale.ROOT).contains(wanted)
                || power.lifeEvent().contains(wanted)
                || power.basis().stream().anyMatch(basis -> basis.text().contains(wanted));
    }
}
