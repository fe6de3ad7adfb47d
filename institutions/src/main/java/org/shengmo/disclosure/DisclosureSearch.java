package org.shengmo.disclosure;

import java.util.List;
import java.util.Locale;
import org.shengmo.access.Actor;
import org.shengmo.access.Searchable;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;

/** Finds what is published, for anyone. */
@Component
class DisclosureSearch implements Searchable {

    private final PublicationRows rows;

    DisclosureSearch(PublicationRows rows) {
        this.rows = rows;
    }

    @Override
    public String key() {
        return "disclosure.search";
    }

    @Override
    public List<Hit> search(Actor reader, String words, int limit) {
        String looked = words.toLowerCase(Locale.ROOT);
        return rows
                .all(
                        "state = 'PUBLISHED' AND (position(? IN lower(title)) > 0 OR position(? IN lower(text)) > 0)",
                        looked,
                        looked)
                .stream()
                .limit(limit)
                .map(each -> new Hit(
                        each.details().title(),
                        Text.of("disclosure.category." + each.details().category()),
                        "/disclosure/entries/" + each.id()))
                .toList();
    }
}
