package org.shengmo.measurement.web;

import org.shengmo.measurement.Measurements;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins anew, once the pages are up, the runs that the program left unfinished. Commands without pages leave them alone. */
@Component
class RunResumption {

    private final Measurements measurements;

    RunResumption(Measurements measurements) {
        this.measurements = measurements;
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        measurements.resume();
    }
}
