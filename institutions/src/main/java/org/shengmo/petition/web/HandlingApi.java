package org.shengmo.petition.web;

import java.util.List;
import java.util.UUID;
import org.shengmo.access.web.CurrentActor;
import org.shengmo.access.web.Given;
import org.shengmo.petition.Handling;
import org.shengmo.petition.NewPetition;
import org.shengmo.petition.Petitions;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What officers do with a petition beyond the first steps, over the API: the same commands as the pages. */
@RestController
@RequestMapping("/api/v1/petitions/{id}")
class HandlingApi {

    private final Handling handling;
    private final Petitions petitions;
    private final CurrentActor actors;

    HandlingApi(Handling handling, Petitions petitions, CurrentActor actors) {
        this.handling = handling;
        this.petitions = petitions;
        this.actors = actors;
    }

    /** Words. */
    record Said(String text) {}

    /** Whether it goes back, and why. */
    record Objection(boolean agreed, String reasons) {}

    /** Who handles it. */
    record Assigned(UUID post) {}

    /** Who handles it too. */
    record Joint(List<UUID> bodies) {}

    /** Why the period stands still. */
    record Suspended(boolean hearing, String ground) {}

    /** Words to the sender, with kept files. */
    record Written(String text, List<UUID> attachments) {}

    /** The petition in which it goes on. */
    record Joined(UUID into) {}

    /** What the sender said on the telephone. */
    record CalledBack(int rating, boolean solved, String remark) {}

    /** The opinion of a review. */
    record Opinion(boolean changed, String opinion) {}

    @PostMapping("/objection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void objection(@PathVariable UUID id, @RequestBody Objection objection) {
        handling.decideObjection(actors.actor(), id, objection.agreed(), Given.text(objection.reasons()));
    }

    @PostMapping("/redirect")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void redirect(@PathVariable UUID id, @RequestBody Said way) {
        handling.redirect(actors.actor(), id, Given.text(way.text()));
    }

    @PostMapping("/assign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(@PathVariable UUID id, @RequestBody Assigned assigned) {
        handling.assign(actors.actor(), id, Given.needed("post", assigned.post()));
    }

    @PostMapping("/joint")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void joint(@PathVariable UUID id, @RequestBody Joint joint) {
        handling.handleJointly(actors.actor(), id, Given.list(joint.bodies()));
    }

    @PostMapping("/suspend")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void suspend(@PathVariable UUID id, @RequestBody Suspended suspended) {
        handling.suspend(actors.actor(), id, suspended.hearing(), Given.text(suspended.ground()));
    }

    @PostMapping("/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(@PathVariable UUID id) {
        handling.resume(actors.actor(), id);
    }

    @PostMapping("/messages")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tell(@PathVariable UUID id, @RequestBody Written written) {
        handling.write(actors.actor(), id, Given.text(written.text()), Given.list(written.attachments()));
    }

    @PostMapping("/join")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void join(@PathVariable UUID id, @RequestBody Joined joined) {
        handling.join(actors.actor(), id, Given.needed("into", joined.into()));
    }

    @PostMapping("/supervise")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void supervise(@PathVariable UUID id, @RequestBody Said said) {
        handling.supervise(actors.actor(), id, Given.text(said.text()));
    }

    @PostMapping("/call-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void callBack(@PathVariable UUID id, @RequestBody CalledBack called) {
        handling.callBack(actors.actor(), id, called.rating(), called.solved(), Given.text(called.remark()));
    }

    @PostMapping("/opinion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void opinion(@PathVariable UUID id, @RequestBody Opinion opinion) {
        handling.decideReview(actors.actor(), id, opinion.changed(), Given.text(opinion.opinion()));
    }

    /** Hands it over to discipline intake: from then on it is not to be had here. */
    @PostMapping("/seal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seal(@PathVariable UUID id, @RequestBody NewPetition.Accused accused) {
        handling.seal(actors.actor(), id, accused);
    }

    /** Who sent it; asking is on the record, with the reason. */
    @PostMapping("/identity")
    NewPetition.Who identity(@PathVariable UUID id, @RequestBody Said reason) {
        return petitions
                .identity(actors.actor(), id, Given.text(reason.text()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
