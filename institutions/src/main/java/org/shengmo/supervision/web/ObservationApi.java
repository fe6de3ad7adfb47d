package org.shengmo.supervision.web;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.web.CurrentActor;
import org.shengmo.supervision.Observation;
import org.shengmo.supervision.Observations;
import org.shengmo.supervision.Supervisor;
import org.shengmo.wording.Invalid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Observations over the API: the same commands as the pages. */
@RestController
@RequestMapping("/api/v1/supervision")
class ObservationApi {

    private final Observations observations;
    private final CurrentActor actors;

    ObservationApi(Observations observations, CurrentActor actors) {
        this.observations = observations;
        this.actors = actors;
    }

    /**
     * What was seen.
     *
     * @param photos pictures in base64
     */
    record Seen(UUID body, String title, String text, List<String> photos) {}

    /** An answer. */
    record Answered(String text) {}

    /** Whether it will do. */
    record Judged(boolean satisfied, String remark) {}

    /** Whom to appoint, for which bodies and how long. */
    record Appointment(String name, Set<UUID> bodies, LocalDate from, LocalDate until) {}

    @GetMapping("/observations")
    List<Observation> observations() {
        return observations.readableBy(actors.actor());
    }

    @GetMapping("/observations/{id}")
    Observation observation(@PathVariable UUID id) {
        return observations
                .find(actors.actor(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/observations")
    @ResponseStatus(HttpStatus.CREATED)
    Observation report(@RequestBody Seen seen) {
        return observations.report(
                actors.actor(),
                seen.body(),
                seen.title(),
                seen.text(),
                seen.photos() == null
                        ? List.of()
                        : seen.photos().stream().map(ObservationApi::decoded).toList());
    }

    private static byte[] decoded(String photo) {
        try {
            return Base64.getDecoder().decode(photo);
        } catch (IllegalArgumentException e) {
            throw Invalid.at("photos", "supervision.observation.fault.choose");
        }
    }

    @PostMapping("/observations/{id}/answer")
    Observation answer(@PathVariable UUID id, @RequestBody Answered answered) {
        return observations.answer(actors.actor(), id, answered.text());
    }

    @PostMapping("/observations/{id}/judge")
    Observation judge(@PathVariable UUID id, @RequestBody Judged judged) {
        return observations.judge(
                actors.actor(), id, judged.satisfied(), judged.remark() == null ? "" : judged.remark());
    }

    @GetMapping("/supervisors")
    List<Supervisor> supervisors() {
        actors.actor().require(Observations.APPOINT);
        return observations.supervisors();
    }

    @PostMapping("/supervisors")
    @ResponseStatus(HttpStatus.CREATED)
    Supervisor appoint(@RequestBody Appointment appointment) {
        return observations.appoint(
                actors.actor(), appointment.name(), appointment.bodies(), appointment.from(), appointment.until());
    }
}
