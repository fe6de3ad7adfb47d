package org.shengmo.duty;

import java.util.Optional;
import org.shengmo.access.Actor;
import org.shengmo.access.AttachmentGate;
import org.shengmo.access.RecordGate;
import org.shengmo.docket.Subject;
import org.springframework.stereotype.Component;

/** The evidence of a duty, and what entries about it say, is for who may read the duty. */
@Component
class DutyAttachments implements AttachmentGate, RecordGate {

    private final Duties duties;

    DutyAttachments(Duties duties) {
        this.duties = duties;
    }

    @Override
    public boolean opens(Actor by, Subject subject) {
        return shows(by, subject).orElse(false);
    }

    @Override
    public Optional<Boolean> shows(Actor by, Subject subject) {
        return subject.type().equals("duty")
                ? duties.byId(subject.id()).map(duty -> duties.mayRead(by, duty))
                : Optional.empty();
    }
}
