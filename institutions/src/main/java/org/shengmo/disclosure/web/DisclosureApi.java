package org.shengmo.disclosure.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.CurrentActor;
import org.shengmo.disclosure.CatalogueItem;
import org.shengmo.disclosure.Disclosure;
import org.shengmo.disclosure.InformationRequest;
import org.shengmo.disclosure.NewRequest;
import org.shengmo.disclosure.Publication;
import org.shengmo.disclosure.RequestAnswer;
import org.shengmo.disclosure.Requests;
import org.shengmo.petition.Receipt;
import org.shengmo.petition.Throttle;
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

/** Disclosure over the API: the same commands as the pages. */
@RestController
@RequestMapping("/api/v1/disclosure")
class DisclosureApi {

    private final Disclosure disclosure;
    private final Requests requests;
    private final Throttle throttle;
    private final CurrentActor actors;

    DisclosureApi(Disclosure disclosure, Requests requests, Throttle throttle, CurrentActor actors) {
        this.disclosure = disclosure;
        this.requests = requests;
        this.throttle = throttle;
        this.actors = actors;
    }

    /** What is to be read, as it is put right. */
    record Words(String title, String text) {}

    /** Why something is not public. */
    record Closed(String ground, String reasons) {}

    /** What is to be read from now on, and why. */
    record Correction(String title, String text, String reasons) {}

    /** A receipt code. */
    record Code(String code) {}

    /** What was missing. */
    record Supplied(String code, String text) {}

    /** What is missing, and the last day to say it. */
    record Missing(String missing, LocalDate until) {}

    /** Whom it concerns. */
    record Whom(String whom) {}

    /** What they say. */
    record Opinion(boolean agrees, String reasons) {}

    /** Working days more. */
    record Extension(int workingDays, String reasons) {}

    /** An answer. */
    record Answering(RequestAnswer answer, String text) {}

    @GetMapping("/published")
    List<Publication.Published> published() {
        return disclosure.published();
    }

    @GetMapping("/catalogue")
    List<CatalogueItem> catalogue() {
        return disclosure.catalogue();
    }

    @GetMapping("/published/{id}")
    Publication one(@PathVariable UUID id) {
        return disclosure.find(Actor.PUBLIC, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/owed")
    List<Publication.Owed> owed() {
        return disclosure.owedBy(actors.actor());
    }

    @PostMapping("/publications/{id}/publish")
    Publication publish(@PathVariable UUID id, @RequestBody Words words) {
        return disclosure.publish(actors.actor(), id, words.title(), words.text());
    }

    @PostMapping("/publications/{id}/decline")
    Publication decline(@PathVariable UUID id, @RequestBody Closed closed) {
        return disclosure.decline(actors.actor(), id, closed.ground(), closed.reasons());
    }

    @PostMapping("/publications")
    @ResponseStatus(HttpStatus.CREATED)
    Publication add(@RequestBody Words words) {
        return disclosure.add(actors.actor(), words.title(), words.text());
    }

    @PostMapping("/publications/{id}/correct")
    Publication correct(@PathVariable UUID id, @RequestBody Correction correction) {
        return disclosure.correct(actors.actor(), id, correction.title(), correction.text(), correction.reasons());
    }

    @GetMapping("/requests/figures/{year}")
    List<Requests.Figures> figures(@PathVariable int year) {
        return requests.figures(year);
    }

    @PostMapping("/requests")
    @ResponseStatus(HttpStatus.CREATED)
    Receipt ask(HttpServletRequest sent, @RequestBody NewRequest request) {
        throttle.sending(sent.getRemoteAddr());
        if (request.channel() != NewRequest.Channel.WEB) {
            throw Invalid.at("channel", "disclosure.fault.choose");
        }
        return requests.submit(request);
    }

    /** Enters a request that came by letter or over the counter. */
    @PostMapping("/requests/entered")
    @ResponseStatus(HttpStatus.CREATED)
    Receipt enter(@RequestBody NewRequest request) {
        return requests.enter(actors.actor(), request);
    }

    @PostMapping("/requests/follow")
    InformationRequest follow(HttpServletRequest sent, @RequestBody Code code) {
        return throttle.opening(sent.getRemoteAddr(), code.code(), requests::follow)
                .orElseThrow(() -> Invalid.at("code", "disclosure.fault.code"));
    }

    @PostMapping("/requests/follow/supply")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void supply(HttpServletRequest sent, @RequestBody Supplied supplied) {
        follow(sent, new Code(supplied.code()));
        requests.supply(supplied.code(), supplied.text());
    }

    @GetMapping("/requests")
    List<InformationRequest> requests() {
        return requests.readableBy(actors.actor());
    }

    @PostMapping("/requests/{id}/completion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void completion(@PathVariable UUID id, @RequestBody Missing missing) {
        requests.askCompletion(actors.actor(), id, missing.missing(), missing.until());
    }

    @PostMapping("/requests/{id}/consult")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void consult(@PathVariable UUID id, @RequestBody Whom whom) {
        requests.consult(actors.actor(), id, whom.whom());
    }

    @PostMapping("/requests/{id}/consulted")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void consulted(@PathVariable UUID id, @RequestBody Opinion opinion) {
        requests.consulted(actors.actor(), id, opinion.agrees(), opinion.reasons());
    }

    @PostMapping("/requests/{id}/extend")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void extend(@PathVariable UUID id, @RequestBody Extension extension) {
        requests.extend(actors.actor(), id, extension.workingDays(), extension.reasons());
    }

    @PostMapping("/requests/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable UUID id, @RequestBody Answering answer) {
        requests.answer(actors.actor(), id, answer.answer(), answer.text());
    }
}
