package org.shengmo.supervision;

import java.util.Optional;
import org.shengmo.access.Actor;
import org.shengmo.access.AttachmentGate;
import org.shengmo.access.RecordGate;
import org.shengmo.docket.Subject;
import org.springframework.stereotype.Component;

/** What a supervisor reports, its pictures and its acts are for whom the observation is for. */
@Component
class ObservationDoors implements RecordGate, AttachmentGate {

    private static final String OBSERVATION = "supervision.observation";

    private final Observations observations;

    ObservationDoors(Observations observations) {
        this.observations = observations;
    }

    @Override
    public Optional<Boolean> shows(Actor by, Subject about) {
        return about.type().equals(OBSERVATION)
                ? Optional.of(observations.find(by, about.id()).isPresent())
                : Optional.empty();
    }

    @Override
    public boolean opens(Actor by, Subject about) {
        return about.type().equals(OBSERVATION)
                && observations.find(by, about.id()).isPresent();
    }
}
