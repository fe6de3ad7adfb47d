package org.shengmo.entitlement.web;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.CurrentActor;
import org.shengmo.entitlement.Entitlement;
import org.shengmo.entitlement.Household;
import org.shengmo.entitlement.Member;
import org.shengmo.entitlement.Purpose;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The welfare review over the API: the same commands as the pages, the same masks. */
@RestController
@RequestMapping("/api/v1")
class EntitlementApi {

    private final Entitlement entitlement;
    private final CurrentActor actors;

    EntitlementApi(Entitlement entitlement, CurrentActor actors) {
        this.entitlement = entitlement;
        this.actors = actors;
    }

    /** Households to tell, and the post that decides. */
    record Telling(List<UUID> households, UUID decider) {}

    /** What a household says. */
    record Said(String reply) {}

    /** A list to decide, with the meeting's or the decision's number. */
    record Deciding(List<Entitlement.Ruled> households, String resolution) {}

    /** What personal data is read for. */
    record Reading(Purpose purpose, String note) {}

    /** A claim to make. */
    record Claiming(List<Entitlement.Overpaid> claims) {}

    /** A household and its state: {@code found}, {@code told}, {@code heard}, {@code decided}. */
    record Told(String state, Household household) {
        static Told of(Household household) {
            return switch (household) {
                case Household.Found found -> new Told("found", found);
                case Household.Told told -> new Told("told", told);
                case Household.Heard heard -> new Told("heard", heard);
                case Household.Decided decided -> new Told("decided", decided);
            };
        }
    }

    @GetMapping("/entitlement/runs/{run}/households")
    List<Told> households(@PathVariable UUID run) {
        return entitlement.of(actor(), run).stream().map(Told::of).toList();
    }

    /** Masked, as on the page. */
    @GetMapping("/entitlement/households/{id}/members")
    List<Member> members(@PathVariable UUID id) {
        return entitlement.members(actor(), id);
    }

    @PostMapping("/entitlement/households/{id}/reveal")
    List<Member> reveal(@PathVariable UUID id, @RequestBody Reading reading) {
        return entitlement.reveal(actor(), id, reading.purpose(), reading.note());
    }

    @PostMapping("/entitlement/tell")
    Household.Batch tell(@RequestBody Telling telling) {
        return entitlement.tell(actor(), telling.households(), telling.decider());
    }

    @PostMapping("/entitlement/households/{id}/hear")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hear(@PathVariable UUID id, @RequestBody Said said) {
        entitlement.hear(actor(), id, said.reply());
    }

    @PostMapping("/entitlement/decide")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@RequestBody Deciding deciding) {
        entitlement.decide(actor(), deciding.households(), deciding.resolution());
    }

    @PostMapping("/entitlement/recover")
    @ResponseStatus(HttpStatus.CREATED)
    List<UUID> recover(@RequestBody Claiming claiming) {
        return entitlement.recover(actor(), claiming.claims());
    }

    @GetMapping("/entitlement/runs/{run}/approvers")
    List<Entitlement.Approver> approvers(@PathVariable UUID run) {
        actor().require(Entitlement.TRACE);
        return entitlement.approvers(run);
    }

    @PostMapping("/entitlement/runs/{run}/approvers/{person}")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, UUID> trace(@PathVariable UUID run, @PathVariable UUID person) {
        return Map.of("finding", entitlement.trace(actor(), run, person));
    }

    /** Runs whose results are public. */
    @GetMapping("/welfare")
    List<UUID> published() {
        return entitlement.published();
    }

    /** Results by village, as anyone may read them. */
    @GetMapping("/welfare/{run}")
    PublicResults results(@PathVariable UUID run) {
        if (!entitlement.published().contains(run)) {
            throw new NoSuchElementException("no results " + run);
        }
        return PublicResults.of(entitlement.villages(run));
    }

    private Actor actor() {
        return actors.actor();
    }
}
