package org.shengmo.consequence;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.calendar.DailyRound;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyTerms;
import org.shengmo.duty.NewDuty;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A day's work on recoveries: an instalment that passed unpaid is the collector's duty to chase. */
@Component
class RecoveryRound implements DailyRound {

    private final RecoveryRows rows;
    private final Recoveries recoveries;
    private final Rulebook rulebook;
    private final Duties duties;
    private final Docket docket;
    private final Words words;

    RecoveryRound(
            RecoveryRows rows, Recoveries recoveries, Rulebook rulebook, Duties duties, Docket docket, Words words) {
        this.rows = rows;
        this.recoveries = recoveries;
        this.rulebook = rulebook;
        this.duties = duties;
        this.docket = docket;
        this.words = words;
    }

    @Override
    @Transactional
    public void onDay(LocalDate day) {
        for (UUID id : rows.inArrears(day)) {
            if (recoveries.recovery(id) instanceof Recovery.Open open) {
                chase(open, day);
                rows.told(id, day);
            }
        }
    }

    private void chase(Recovery.Open open, LocalDate day) {
        Recovery.Details details = open.details();
        Ruling terms = rulebook.decide(Recoveries.TERMS_TABLE, day, Map.of("amount", details.amount()));
        docket.record(Act.of(
                Actor.CALENDAR.author(),
                "consequence.in-arrears",
                details.asSubject(),
                Map.of("number", details.number(), "amount", open.arrears(day)),
                details.source()));
        duties.owe(
                Actor.CALENDAR,
                new NewDuty(
                        Kind.of("consequence.chase"),
                        words.say(
                                java.util.Locale.SIMPLIFIED_CHINESE,
                                "consequence.chase.title",
                                String.valueOf(details.number()),
                                details.debtorName()),
                        details.collector(),
                        details.creditor(),
                        terms.citations().getLast(),
                        details.asSubject(),
                        day,
                        day.plusDays(terms.integer("chaseDays")),
                        DutyTerms.of(terms, Kind.of("duty.missed"))));
    }
}
