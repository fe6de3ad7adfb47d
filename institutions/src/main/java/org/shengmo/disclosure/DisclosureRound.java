package org.shengmo.disclosure;

import java.time.LocalDate;
import org.shengmo.calendar.DailyRound;
import org.springframework.stereotype.Component;

/** Takes up each morning what acts of the days before owe the public, and what a request's time brings. */
@Component
class DisclosureRound implements DailyRound {

    private final Disclosure disclosure;
    private final Requests requests;

    DisclosureRound(Disclosure disclosure, Requests requests) {
        this.disclosure = disclosure;
        this.requests = requests;
    }

    @Override
    public void onDay(LocalDate day) {
        disclosure.gather(day);
        requests.lapse(day);
    }
}
