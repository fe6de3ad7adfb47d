package org.shengmo.entitlement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.OpenDuty;
import org.shengmo.wording.Words;
import org.springframework.stereotype.Component;

/** What an act of the review leaves behind: its entry, and the duty that it meets. */
@Component
class WelfareActs {

    private final Docket docket;
    private final Duties duties;
    private final Words words;

    WelfareActs(Docket docket, Duties duties, Words words) {
        this.docket = docket;
        this.duties = duties;
        this.words = words;
    }

    long record(Actor by, String kind, Subject about, List<Household> households, Map<String, Object> payload) {
        Set<Subject> concerns = new LinkedHashSet<>();
        households.forEach(each -> concerns.add(each.details().asSubject()));
        concerns.add(
                new Subject("measurement.run", households.getFirst().details().run()));
        return docket.record(new Act(by.author(), Kind.of(kind), about, List.copyOf(concerns), payload, null));
    }

    /** A duty that the act itself fulfils is met by it; whoever else owns it need not say so again. */
    void done(Actor by, Optional<UUID> duty, String account) {
        duty.filter(id -> duties.duty(id) instanceof OpenDuty).ifPresent(id -> {
            boolean own = duties.duty(id).details().ownerPost().equals(by.post());
            duties.meetByAct(
                    own ? by : Actor.CALENDAR, id, words.say(java.util.Locale.SIMPLIFIED_CHINESE, account), List.of());
        });
    }
}
