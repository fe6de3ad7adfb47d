package org.shengmo.deliberation.web;

import java.util.UUID;
import org.shengmo.access.web.CurrentActor;
import org.shengmo.access.web.Given;
import org.shengmo.deliberation.Matters;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is said about matters, over the API: comment by anyone, interests declared, splits stated as findings. */
@RestController
@RequestMapping("/api/v1")
class MatterApi {

    private final Matters matters;
    private final CurrentActor actors;

    MatterApi(Matters matters, CurrentActor actors) {
        this.matters = matters;
        this.actors = actors;
    }

    /** What somebody says. */
    record Said(String text) {}

    /** A firm. */
    record Firm(String supplier) {}

    /** The finding that was stated. */
    record Stated(UUID finding) {}

    /** Needs no account, while comment is open. */
    @PostMapping("/decisions/{id}/comments")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void comment(@PathVariable UUID id, @RequestBody Said said) {
        matters.comment(id, Given.text(said.text()));
    }

    @PostMapping("/matters/interests")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void declareInterest(@RequestBody Firm firm) {
        matters.declareInterest(actors.actor(), Given.text(firm.supplier()));
    }

    @PostMapping("/matters/{id}/split")
    @ResponseStatus(HttpStatus.CREATED)
    Stated stateSplit(@PathVariable UUID id) {
        return new Stated(matters.stateSplit(actors.actor(), id));
    }
}
