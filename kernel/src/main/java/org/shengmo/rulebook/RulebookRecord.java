package org.shengmo.rulebook;

import java.util.Optional;
import org.shengmo.access.Actor;
import org.shengmo.access.RecordGate;
import org.shengmo.docket.Subject;
import org.springframework.stereotype.Component;

/** Rules are public: what entries about them say is for anyone. */
@Component
class RulebookRecord implements RecordGate {

    @Override
    public Optional<Boolean> shows(Actor by, Subject about) {
        return about.type().startsWith("rulebook.") ? Optional.of(true) : Optional.empty();
    }
}
