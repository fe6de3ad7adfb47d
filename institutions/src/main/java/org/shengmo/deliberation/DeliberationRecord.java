package org.shengmo.deliberation;

import java.util.Optional;
import org.shengmo.access.Actor;
import org.shengmo.access.AttachmentGate;
import org.shengmo.access.RecordGate;
import org.shengmo.docket.Subject;
import org.springframework.stereotype.Component;

/** What entries about a matter or a meeting say, and a matter's files, are for who may read the matter or the meeting. */
@Component
class DeliberationRecord implements AttachmentGate, RecordGate {

    private final Matters matters;
    private final Meetings meetings;

    DeliberationRecord(Matters matters, Meetings meetings) {
        this.matters = matters;
        this.meetings = meetings;
    }

    @Override
    public boolean opens(Actor by, Subject subject) {
        return shows(by, subject).orElse(false);
    }

    @Override
    public Optional<Boolean> shows(Actor by, Subject about) {
        return switch (about.type()) {
            case "deliberation.matter" -> matters.byId(about.id()).map(matter -> matters.mayRead(by, matter));
            case "deliberation.meeting" -> meetings.byId(about.id()).map(meeting -> meetings.mayRead(by, meeting));
            default -> Optional.empty();
        };
    }
}
