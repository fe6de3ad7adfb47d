package org.shengmo.career;

import java.util.Optional;
import org.shengmo.access.Actor;
import org.shengmo.access.RecordGate;
import org.shengmo.docket.Subject;
import org.springframework.stereotype.Component;

/** What entries about selections say is for who may read the selection; about anything else of the room, for the personnel side. */
@Component
class CareerRecord implements RecordGate {

    private final Selections selections;

    CareerRecord(Selections selections) {
        this.selections = selections;
    }

    @Override
    public Optional<Boolean> shows(Actor by, Subject about) {
        if (about.type().equals("career.selection")) {
            return selections.selection(about.id()).map(each -> selections.mayRead(by, each));
        }
        return about.type().startsWith("career.")
                ? Optional.of(by.may(Selections.MANAGE) || by.may(Selections.READ))
                : Optional.empty();
    }
}
