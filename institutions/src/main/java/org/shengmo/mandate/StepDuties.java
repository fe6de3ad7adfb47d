package org.shengmo.mandate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Kind;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyTerms;
import org.shengmo.duty.NewDuty;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.springframework.stereotype.Component;

/** Each step is a duty: owed when it opens, withdrawn when it goes to somebody else or the clock stops. */
@Component
class StepDuties {

    static final String TERMS_TABLE = "mandate-terms";

    private final Duties duties;
    private final Rulebook rulebook;

    StepDuties(Duties duties, Rulebook rulebook) {
        this.duties = duties;
        this.rulebook = rulebook;
    }

    UUID owe(Actor by, Exercise exercise, String step, UUID owner, LocalDate from, LocalDate due) {
        LocalDate last = due.isBefore(from) ? from : due;
        Ruling terms = rulebook.decide(TERMS_TABLE, from, Map.of("days", ChronoUnit.DAYS.between(from, last)));
        return duties.owe(
                by,
                new NewDuty(
                                Kind.of("mandate.step"),
                                exercise.item().power().name() + "：" + step + "（" + exercise.receipt() + "）",
                                owner,
                                exercise.item().holder(),
                                terms.citations().getFirst(),
                                exercise.subject(),
                                from,
                                last,
                                DutyTerms.of(terms, Kind.of("duty.missed")))
                        .metAt("/exercises/" + exercise.id()));
    }

    void meet(Actor by, UUID duty, String account) {
        duties.meetByAct(by, duty, account, java.util.List.of());
    }

    /** What no longer is this post's to do: no leave of its own is needed, the step's act is on the record. */
    void withdraw(UUID duty, String reasons) {
        duties.withdraw(Actor.CALENDAR, duty, reasons);
    }
}
