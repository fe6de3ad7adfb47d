package org.shengmo.duty;

import java.util.List;
import org.shengmo.access.Actor;
import org.shengmo.access.Searchable;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;

/** Finds duties by their titles, those that the reader may read. */
@Component
class DutySearch implements Searchable {

    private final Duties duties;

    DutySearch(Duties duties) {
        this.duties = duties;
    }

    @Override
    public String key() {
        return "duty.search";
    }

    @Override
    public List<Hit> search(Actor reader, String words, int limit) {
        return duties.readableBy(reader, DutyFilter.ALL.saying(words)).reversed().stream()
                .limit(limit)
                .map(Duty::details)
                .map(each -> new Hit(each.title(), Text.of("duty.search.due", each.due()), DutyNotices.href(each)))
                .toList();
    }
}
