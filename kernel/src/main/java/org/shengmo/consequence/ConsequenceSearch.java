package org.shengmo.consequence;

import java.util.List;
import java.util.Locale;
import org.shengmo.access.Actor;
import org.shengmo.access.Searchable;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;

/** Finds consequences by their titles, those that the reader may read. */
@Component
class ConsequenceSearch implements Searchable {

    private final Consequences consequences;

    ConsequenceSearch(Consequences consequences) {
        this.consequences = consequences;
    }

    @Override
    public String key() {
        return "consequence.search";
    }

    @Override
    public List<Hit> search(Actor reader, String words, int limit) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return consequences.readableBy(reader).stream()
                .map(Consequence::details)
                .filter(each -> each.title().toLowerCase(Locale.ROOT).contains(wanted)
                        || Long.toString(each.number()).equals(wanted))
                .limit(limit)
                .map(each -> new Hit(
                        each.title(),
                        Text.of("consequence.search.number", each.number()),
                        "/consequences/" + each.id()))
                .toList();
    }
}
