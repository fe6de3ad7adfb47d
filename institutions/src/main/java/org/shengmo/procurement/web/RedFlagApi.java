package org.shengmo.procurement.web;

import java.util.List;
import java.util.UUID;
import org.shengmo.access.web.CurrentActor;
import org.shengmo.access.web.Given;
import org.shengmo.procurement.Procurement;
import org.shengmo.procurement.RedFlags;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Red flags over the API: measured, then judged by a person. */
@RestController
@RequestMapping("/api/v1/procurement/flags")
class RedFlagApi {

    private final RedFlags flags;
    private final CurrentActor actors;

    RedFlagApi(RedFlags flags, CurrentActor actors) {
        this.flags = flags;
        this.actors = actors;
    }

    /** How many flags are new. */
    record Measured(int flags) {}

    /** The finding that was stated. */
    record Stated(UUID finding) {}

    /** Why it says nothing. */
    record Reasons(String reasons) {}

    @GetMapping
    List<RedFlags.Flag> flags() {
        actors.actor().require(Procurement.JUDGE);
        return flags.flags();
    }

    @PostMapping
    Measured measure() {
        return new Measured(flags.measure(actors.actor()));
    }

    @PostMapping("/{id}/state")
    @ResponseStatus(HttpStatus.CREATED)
    Stated stateFlag(@PathVariable UUID id) {
        return new Stated(flags.state(actors.actor(), id));
    }

    @PostMapping("/{id}/aside")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setFlagAside(@PathVariable UUID id, @RequestBody Reasons why) {
        flags.setAside(actors.actor(), id, Given.text(why.reasons()));
    }
}
