package org.shengmo.supervision.web;

import java.time.LocalDate;
import org.shengmo.organization.Directory;
import org.shengmo.supervision.Observation;
import org.shengmo.wording.Status;

/**
 * A report as its pages show it.
 *
 * @param body the name of the body it is about
 */
public record ObservationRow(Observation observation, String body, Status status) {

    static ObservationRow of(Observation observation, Directory directory, LocalDate today) {
        String key = "supervision.observation.state." + observation.state();
        Status status = observation.late(today)
                ? Status.late("supervision.observation.state.late")
                : observation instanceof Observation.Closed ? Status.done(key) : Status.plain(key);
        return new ObservationRow(
                observation, directory.body(observation.details().body()).name(), status);
    }
}
