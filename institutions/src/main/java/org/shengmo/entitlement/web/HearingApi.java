package org.shengmo.entitlement.web;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.shengmo.access.web.CurrentActor;
import org.shengmo.access.web.Given;
import org.shengmo.entitlement.Entitlement;
import org.shengmo.entitlement.Member;
import org.shengmo.entitlement.Purpose;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Serving notices, and what a household answers with the code on its notice, over the API. */
@RestController
@RequestMapping("/api/v1")
class HearingApi {

    private final Entitlement entitlement;
    private final CurrentActor actors;

    HearingApi(Entitlement entitlement, CurrentActor actors) {
        this.entitlement = entitlement;
        this.actors = actors;
    }

    /** A household's own answer. */
    record Answered(long number, String code, String reply) {}

    /** A case's number and the code on its notice. */
    record Held(long number, String code) {}

    /** Households. */
    record Chosen(List<UUID> households) {}

    /** Households, and what they are read for. */
    record Serving(List<UUID> households, Purpose purpose, String note) {}

    /** The code that a notice carries. */
    record Code(String code) {}

    /** What the household may see of its case; needs no account. */
    @PostMapping("/hearing")
    EntitlementApi.Told hearing(@RequestBody Held held) {
        return EntitlementApi.Told.of(entitlement.opened(held.number(), Given.text(held.code())));
    }

    @PostMapping("/hearing/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@RequestBody Answered answered) {
        entitlement.answer(answered.number(), Given.text(answered.code()), Given.text(answered.reply()));
    }

    @PostMapping("/entitlement/households/{id}/code")
    Code code(@PathVariable UUID id) {
        return new Code(entitlement.code(actors.actor(), id));
    }

    /** The members as they are, of several households, on one entry. */
    @PostMapping("/entitlement/reveal")
    List<List<Member>> revealAll(@RequestBody Serving serving) {
        return entitlement.revealAll(
                actors.actor(),
                Given.list(serving.households()),
                Given.needed("purpose", serving.purpose()),
                Given.text(serving.note()));
    }

    @PostMapping("/entitlement/proposals")
    Collection<Entitlement.Ruled> proposals(@RequestBody Chosen chosen) {
        return entitlement
                .proposals(actors.actor(), Given.list(chosen.households()))
                .values();
    }

    @PostMapping("/entitlement/runs/{run}/publish")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void publish(@PathVariable UUID run) {
        entitlement.publish(actors.actor(), run);
    }
}
