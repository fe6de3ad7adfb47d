package org.shengmo.petition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.NewDuty;
import org.shengmo.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/** The duty behind a rectification action. */
@Component
class RectificationDuty {

    private final Duties duties;
    private final Deadlines deadlines;
    private final Offices offices;
    private final Rulebook rulebook;
    private final Clock clock;

    RectificationDuty(Duties duties, Deadlines deadlines, Offices offices, Rulebook rulebook, Clock clock) {
        this.duties = duties;
        this.deadlines = deadlines;
        this.offices = offices;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    UUID owe(Actor by, UUID action, String title, UUID owner, LocalDate due) {
        LocalDate today = today();
        return duties.owe(
                by,
                new NewDuty(
                                Kind.of("petition.rectify"),
                                title,
                                owner,
                                offices.desk().body(),
                                rulebook.cite("petition-handling-measures", "12", today),
                                new Subject("petition.rectification", action),
                                today,
                                due,
                                deadlines.terms("rectify", owner, today))
                        .metAt("/petitions/rectifications/" + action));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
