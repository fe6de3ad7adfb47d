package org.shengmo.pledge.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.CurrentActor;
import org.shengmo.access.web.Given;
import org.shengmo.pledge.NewProgramme;
import org.shengmo.pledge.Pledges;
import org.shengmo.pledge.Programme;
import org.shengmo.pledge.Promise;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Pledges over the API: the same commands as the pages. */
@RestController
@RequestMapping("/api/v1/pledges")
class PledgeApi {

    private final Pledges pledges;
    private final CurrentActor actors;

    PledgeApi(Pledges pledges, CurrentActor actors) {
        this.pledges = pledges;
        this.actors = actors;
    }

    /**
     * A programme to announce and the body it is owed to.
     *
     * @param creditor the body's identifier
     */
    record Announcement(UUID creditor, NewProgramme programme) {}

    /** A visitor's word on a promise. */
    record Verdict(String visitor, boolean satisfied, String comment) {}

    /** What was done at a milestone. */
    record Reached(String account) {}

    /** A new date and its reasons. */
    record Delayed(LocalDate due, String reasons) {}

    /** Money spent, in yuan. */
    record Spent(BigDecimal amount, LocalDate on, String purpose) {}

    @GetMapping
    List<Programme> year(@RequestParam int year) {
        return pledges.of(year);
    }

    @GetMapping("/{id}")
    Promise promise(@PathVariable UUID id) {
        return pledges.promise(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Programme announce(@RequestBody Announcement announcement) {
        return pledges.announce(actor(), announcement.creditor(), announcement.programme());
    }

    /** A visitor's verdict, under a random key of theirs of at least 20 characters; needs no account. */
    @PostMapping("/{id}/verdict")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void judge(@PathVariable UUID id, @RequestBody Verdict verdict) {
        pledges.judge(id, Given.text(verdict.visitor()), verdict.satisfied(), Given.text(verdict.comment()));
    }

    /** The body is the picture, PNG or JPEG. */
    @PostMapping(path = "/{id}/photos", consumes = "application/octet-stream")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void photograph(@PathVariable UUID id, @RequestParam String caption, @RequestBody byte[] picture) {
        pledges.photograph(actors.actor(), id, picture, caption);
    }

    @PostMapping("/milestones/{milestone}/reach")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reach(@PathVariable UUID milestone, @RequestBody Reached reached) {
        pledges.reach(actor(), milestone, reached.account());
    }

    @PostMapping("/milestones/{milestone}/delay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delay(@PathVariable UUID milestone, @RequestBody Delayed delayed) {
        pledges.delay(actor(), milestone, delayed.due(), delayed.reasons());
    }

    @PostMapping("/{id}/spending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void spend(@PathVariable UUID id, @RequestBody Spent spent) {
        pledges.spend(actor(), id, spent.amount(), spent.on(), spent.purpose());
    }

    private Actor actor() {
        return actors.actor();
    }
}
