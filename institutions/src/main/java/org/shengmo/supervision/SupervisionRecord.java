package org.shengmo.supervision;

import java.util.Optional;
import org.shengmo.access.Actor;
import org.shengmo.access.RecordGate;
import org.shengmo.docket.Subject;
import org.springframework.stereotype.Component;

/** Campaigns and circulars are for everyone in the district's service; hits and leads for those who handle them. */
@Component
class SupervisionRecord implements RecordGate {

    @Override
    public Optional<Boolean> shows(Actor by, Subject about) {
        return switch (about.type()) {
            case "supervision.campaign", "supervision.circular", "supervision.inspection" ->
                Optional.of(by.person() != null);
            case "supervision.clue" -> Optional.of(by.may(Supervision.MANAGE) || by.may(Supervision.READ));
            default -> Optional.empty();
        };
    }
}
