package org.shengmo.finding;

import java.util.List;
import java.util.Locale;
import org.shengmo.access.Actor;
import org.shengmo.access.Searchable;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;

/** Finds findings by their titles, those that the reader may read. */
@Component
class FindingSearch implements Searchable {

    private final Findings findings;

    FindingSearch(Findings findings) {
        this.findings = findings;
    }

    @Override
    public String key() {
        return "finding.search";
    }

    @Override
    public List<Hit> search(Actor reader, String words, int limit) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return findings.readableBy(reader).stream()
                .map(Finding::details)
                .filter(each -> each.title().toLowerCase(Locale.ROOT).contains(wanted)
                        || Long.toString(each.number()).equals(wanted))
                .limit(limit)
                .map(each -> new Hit(
                        each.title(), Text.of("finding.search.number", each.number()), "/findings/" + each.id()))
                .toList();
    }
}
