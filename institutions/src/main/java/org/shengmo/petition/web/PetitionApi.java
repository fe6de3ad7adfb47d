package org.shengmo.petition.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.CurrentActor;
import org.shengmo.petition.Channel;
import org.shengmo.petition.Handling;
import org.shengmo.petition.Naming;
import org.shengmo.petition.NewPetition;
import org.shengmo.petition.Petition;
import org.shengmo.petition.Petitions;
import org.shengmo.petition.Receipt;
import org.shengmo.petition.Sender;
import org.shengmo.petition.Throttle;
import org.shengmo.petition.Topic;
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

/** Petitions over the API: the same commands as the pages. Sending and following need no account; the code travels in the body. */
@RestController
@RequestMapping("/api/v1/petitions")
class PetitionApi {

    private static final int MOST = 1000;

    private final Petitions petitions;
    private final Handling handling;
    private final Sender sender;
    private final Throttle throttle;
    private final CurrentActor actors;
    private final java.time.Clock clock;

    PetitionApi(
            Petitions petitions,
            Handling handling,
            Sender sender,
            Throttle throttle,
            CurrentActor actors,
            java.time.Clock clock) {
        this.petitions = petitions;
        this.handling = handling;
        this.sender = sender;
        this.throttle = throttle;
        this.actors = actors;
        this.clock = clock;
    }

    /** What somebody brings forward; {@code accused} makes it a complaint about an official. */
    record Sent(
            Naming naming,
            Topic topic,
            String text,
            UUID place,
            String spot,
            NewPetition.Point point,
            UUID complained,
            NewPetition.Accused accused,
            String name,
            String phone,
            Boolean published,
            String token) {

        NewPetition petition(Channel channel) {
            return new NewPetition(
                    channel,
                    naming == null ? Naming.ANONYMOUS : naming,
                    topic == null ? Topic.OTHER : topic,
                    text == null ? "" : text,
                    place,
                    spot == null ? "" : spot,
                    point,
                    complained,
                    accused,
                    new NewPetition.Who(name == null ? "" : name, phone == null ? "" : phone),
                    Boolean.TRUE.equals(published),
                    List.of(),
                    token == null ? "" : token,
                    null);
        }
    }

    /** A receipt code. */
    record Code(String code) {}

    /** A receipt code and words. */
    record Written(String code, String text) {}

    /** A receipt code and a verdict. */
    record Rated(String code, int rating, boolean solved, String remark) {}

    /** Where a petition goes. */
    record PassedOn(Topic topic, UUID body, String note) {}

    /** An answer. */
    record Answered(Petition.Outcome outcome, String text) {}

    /** Words about an act. */
    record Words(String text) {}

    /** More time. */
    record Extended(int days, String reasons) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Receipt send(@RequestBody Sent sent, HttpServletRequest request) {
        throttle.sending(request.getRemoteAddr());
        return petitions.submit(sent.petition(Channel.WEB));
    }

    @PostMapping("/follow")
    Sender.Followed follow(@RequestBody Code code, HttpServletRequest request) {
        return opened(code.code(), request);
    }

    private Sender.Followed opened(String code, HttpServletRequest request) {
        return throttle.opening(request.getRemoteAddr(), code, sender::follow)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/follow/messages")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void write(@RequestBody Written written, HttpServletRequest request) {
        throttle.sending(request.getRemoteAddr());
        opened(written.code(), request);
        sender.write(written.code(), written.text() == null ? "" : written.text(), List.of());
    }

    @PostMapping("/follow/rating")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rate(@RequestBody Rated rated, HttpServletRequest request) {
        opened(rated.code(), request);
        sender.rate(rated.code(), rated.rating(), rated.solved(), rated.remark() == null ? "" : rated.remark());
    }

    @GetMapping("/figures")
    List<Petitions.Figures> figures() {
        return petitions.figures(LocalDate.now(clock));
    }

    @GetMapping
    List<Petition> list(@RequestParam(defaultValue = "true") boolean open) {
        return petitions.readableBy(actor(), open, MOST);
    }

    @GetMapping("/{id}")
    Petition petition(@PathVariable UUID id) {
        return petitions.find(actor(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/{id}/pass-on")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void passOn(@PathVariable UUID id, @RequestBody PassedOn passed) {
        handling.passOn(actor(), id, passed.topic(), passed.body(), passed.note() == null ? "" : passed.note());
    }

    @PostMapping("/{id}/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(@PathVariable UUID id, @RequestBody Words words) {
        handling.accept(actor(), id, words.text());
    }

    @PostMapping("/{id}/object")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void object(@PathVariable UUID id, @RequestBody Words words) {
        handling.object(actor(), id, words.text());
    }

    @PostMapping("/{id}/extend")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void extend(@PathVariable UUID id, @RequestBody Extended extended) {
        handling.extend(actor(), id, extended.days(), extended.reasons());
    }

    @PostMapping("/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable UUID id, @RequestBody Answered answered) {
        handling.reply(actor(), id, answered.outcome(), answered.text(), List.of());
    }

    private Actor actor() {
        return actors.actor();
    }
}
