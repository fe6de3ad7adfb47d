package org.shengmo.petition.web;

import java.util.List;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.CurrentActor;
import org.shengmo.access.web.Given;
import org.shengmo.petition.Accusations;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Discipline intake over the API: for whoever it is not, there is nothing. */
@RestController
@RequestMapping("/api/v1/petitions/accusations")
class AccusationApi {

    private final Accusations accusations;
    private final CurrentActor actors;

    AccusationApi(Accusations accusations, CurrentActor actors) {
        this.accusations = accusations;
        this.actors = actors;
    }

    /** Words to the sender; the last ones when {@code answer}. */
    record Words(String text, boolean answer) {}

    @GetMapping
    List<Accusations.Accusation> accusations() {
        Actor actor = actors.actor();
        if (!actor.may(Accusations.ABOVE)) {
            actor.require(Accusations.INTAKE);
        }
        return accusations.readableBy(actor);
    }

    @GetMapping("/{id}")
    Accusations.Accusation accusation(@PathVariable UUID id) {
        return accusations
                .find(actors.actor(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/{id}/take")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeAccusation(@PathVariable UUID id) {
        accusations.take(actors.actor(), id);
    }

    @PostMapping("/{id}/messages")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void writeAboutAccusation(@PathVariable UUID id, @RequestBody Words words) {
        accusations.write(actors.actor(), id, Given.text(words.text()), words.answer());
    }
}
