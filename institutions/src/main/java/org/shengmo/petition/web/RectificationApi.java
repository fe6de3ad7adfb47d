package org.shengmo.petition.web;

import java.util.UUID;
import org.shengmo.access.web.CurrentActor;
import org.shengmo.access.web.Given;
import org.shengmo.petition.Rectifications;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rectification actions over the API: the same commands as the pages. */
@RestController
@RequestMapping("/api/v1/petitions/rectifications")
class RectificationApi {

    private final Rectifications rectifications;
    private final CurrentActor actors;

    RectificationApi(Rectifications rectifications, CurrentActor actors) {
        this.rectifications = rectifications;
        this.actors = actors;
    }

    /** The action that was opened. */
    record Opened(UUID id) {}

    /** What was done. */
    record Account(String account) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Opened rectify(@RequestBody Rectifications.NewRectification action) {
        return new Opened(rectifications.open(actors.actor(), action));
    }

    @PostMapping("/{id}/steps/{position}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rectificationStep(@PathVariable UUID id, @PathVariable int position, @RequestBody Account account) {
        rectifications.step(actors.actor(), id, position, Given.text(account.account()));
    }

    /** The body is the picture. */
    @PostMapping(path = "/{id}/proof", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rectificationProof(
            @PathVariable UUID id,
            @RequestParam boolean after,
            @RequestParam String caption,
            @RequestBody byte[] picture) {
        rectifications.prove(actors.actor(), id, picture, after, caption);
    }

    @PostMapping("/{id}/done")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rectificationDone(@PathVariable UUID id, @RequestBody Account after) {
        rectifications.done(actors.actor(), id, Given.text(after.account()));
    }
}
