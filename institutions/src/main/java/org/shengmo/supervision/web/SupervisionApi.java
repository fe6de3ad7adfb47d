package org.shengmo.supervision.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.CurrentActor;
import org.shengmo.supervision.Supervision;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Supervision over the API: the same commands as the pages. */
@RestController
@RequestMapping("/api/v1/supervision")
class SupervisionApi {

    private final Supervision supervision;
    private final CurrentActor actors;

    SupervisionApi(Supervision supervision, CurrentActor actors) {
        this.supervision = supervision;
        this.actors = actors;
    }

    /** Where, by whom, what was seen. */
    record Inspected(UUID campaign, UUID body, List<UUID> inspectors, String account) {}

    /** Why. */
    record Reasons(String reasons) {}

    /** A finding to be stated. */
    record Stated(Supervision.Breach breach, String gravity, String account) {}

    /** A circular. */
    record Circulated(UUID campaign, String title, String text, List<UUID> bodies) {}

    /** Who calls whom in: two posts. */
    record Called(UUID interviewer, UUID post) {}

    @GetMapping("/campaigns")
    List<Supervision.Campaign> campaigns(@RequestParam int year) {
        return supervision.campaigns(year);
    }

    @PostMapping("/campaigns")
    @ResponseStatus(HttpStatus.CREATED)
    UUID launch(@RequestBody Supervision.NewCampaign campaign) {
        return supervision.launch(actor(), campaign);
    }

    @PostMapping("/campaigns/{id}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable UUID id, @RequestBody Reasons summary) {
        supervision.close(actor(), id, summary.reasons());
    }

    @PostMapping("/campaigns/{id}/interviews")
    @ResponseStatus(HttpStatus.CREATED)
    UUID interview(@PathVariable UUID id, @RequestBody Called called) {
        return supervision.interview(actor(), id, called.interviewer(), called.post());
    }

    @PostMapping("/inspections")
    @ResponseStatus(HttpStatus.CREATED)
    UUID inspect(@RequestBody Inspected seen) {
        return supervision.inspect(
                actor(), Optional.ofNullable(seen.campaign()), seen.body(), seen.inspectors(), seen.account());
    }

    @GetMapping("/clues")
    List<Supervision.Clue> clues(@RequestParam Optional<UUID> campaign) {
        if (!actor().may(Supervision.READ)) {
            actor().require(Supervision.MANAGE);
        }
        return supervision.clues(campaign);
    }

    @PostMapping("/clues")
    @ResponseStatus(HttpStatus.CREATED)
    UUID hit(@RequestBody Supervision.NewHit hit) {
        return supervision.hit(actor(), hit);
    }

    @PostMapping("/clues/{id}/take")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(@PathVariable UUID id, @RequestBody Reasons reasons) {
        supervision.take(actor(), id, reasons.reasons());
    }

    @PostMapping("/clues/{id}/drop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable UUID id, @RequestBody Reasons reasons) {
        supervision.drop(actor(), id, reasons.reasons());
    }

    @PostMapping("/clues/{id}/state")
    @ResponseStatus(HttpStatus.CREATED)
    UUID state(@PathVariable UUID id, @RequestBody Stated stated) {
        return supervision.state(actor(), id, stated.breach(), stated.gravity(), stated.account());
    }

    @PostMapping("/clues/{id}/claim")
    @ResponseStatus(HttpStatus.CREATED)
    UUID claim(@PathVariable UUID id, @RequestBody Supervision.NewClaim claim) {
        return supervision.claim(actor(), id, claim);
    }

    @PostMapping("/circulars")
    @ResponseStatus(HttpStatus.CREATED)
    UUID circulate(@RequestBody Circulated circular) {
        return supervision.circulate(
                actor(),
                Optional.ofNullable(circular.campaign()),
                circular.title(),
                circular.text(),
                circular.bodies());
    }

    private Actor actor() {
        return actors.actor();
    }
}
