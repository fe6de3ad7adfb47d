package org.shengmo.pledge;

import java.util.Optional;
import org.shengmo.access.Actor;
import org.shengmo.access.RecordGate;
import org.shengmo.docket.Subject;
import org.springframework.stereotype.Component;

/** Promises to the public are public: what entries about them say is for anyone. */
@Component
class PledgeRecord implements RecordGate {

    @Override
    public Optional<Boolean> shows(Actor by, Subject about) {
        return about.type().equals("pledge") || about.type().startsWith("pledge.")
                ? Optional.of(true)
                : Optional.empty();
    }
}
