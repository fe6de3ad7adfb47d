package org.shengmo.deliberation.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.CurrentActor;
import org.shengmo.deliberation.Matter;
import org.shengmo.deliberation.Matters;
import org.shengmo.deliberation.Meeting;
import org.shengmo.deliberation.Meetings;
import org.shengmo.deliberation.NewMatter;
import org.shengmo.deliberation.Split;
import org.shengmo.deliberation.Step;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Collective decisions over the API: the same commands as the pages. */
@RestController
@RequestMapping("/api/v1")
class DeliberationApi {

    private final Matters matters;
    private final Meetings meetings;
    private final CurrentActor actors;

    DeliberationApi(Matters matters, Meetings meetings, CurrentActor actors) {
        this.matters = matters;
        this.meetings = meetings;
        this.actors = actors;
    }

    /** A matter to propose. */
    record Proposal(
            String kind,
            String title,
            String text,
            BigDecimal amount,
            String project,
            String supplier,
            String place,
            UUID body,
            Set<UUID> concerned,
            boolean open) {

        NewMatter matter() {
            return new NewMatter(
                    MatterPages.business(or(kind)),
                    or(title).strip(),
                    or(text).strip(),
                    amount,
                    or(project).strip(),
                    or(supplier).strip(),
                    or(place).strip(),
                    body,
                    concerned == null ? Set.of() : concerned,
                    open);
        }

        private static String or(String text) {
            return text == null ? "" : text;
        }
    }

    /** What a step found. */
    record Given(boolean favourable, String account) {}

    /** A step to leave out. */
    record Exempted(String article, String reasons) {}

    /** Reasons of an act. */
    record Reasons(String reasons) {}

    /** A meeting to convene. */
    record Convened(UUID body, LocalDate on, String place, List<UUID> matters) {}

    /** Whose presence is recorded. */
    record Presence(UUID post, boolean there) {}

    /** A stand. */
    record Taken(String stance, String words) {}

    /** A signature. */
    record Signed(String sha256, String reservation, String password) {}

    /** A task. */
    record Assigned(UUID owner, String title, LocalDate due) {}

    /** An evaluation. */
    record Evaluated(boolean sound, String account) {}

    /** The identifier of what came about. */
    record Created(UUID id) {}

    /** Matters open to the public. */
    @GetMapping("/decisions")
    List<Matter> decisions() {
        return matters.open();
    }

    /** Matters that the reader may read. */
    @GetMapping("/matters")
    List<Matter> matters() {
        return matters.all().stream()
                .filter(matter -> matters.mayRead(actor(), matter))
                .toList();
    }

    /** A matter. */
    @GetMapping("/matters/{id}")
    Matter matter(@PathVariable UUID id) {
        return matters.byId(id)
                .filter(matter -> matters.mayRead(actor(), matter))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Matters that look split. */
    @GetMapping("/matters/splits")
    List<Split> splits() {
        actor().require(Matters.CONVENE);
        return matters.splits();
    }

    @PostMapping("/matters")
    @ResponseStatus(HttpStatus.CREATED)
    Matter propose(@RequestBody Proposal proposal) {
        return matters.propose(actor(), proposal.matter());
    }

    @PostMapping("/matters/{id}/steps/{step}/begin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void begin(@PathVariable UUID id, @PathVariable String step) {
        matters.begin(actor(), id, Step.of(step));
    }

    @PostMapping("/matters/{id}/steps/{step}/give")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(@PathVariable UUID id, @PathVariable String step, @RequestBody Given given) {
        matters.give(actor(), id, Step.of(step), given.favourable(), given.account(), List.of());
    }

    @PostMapping("/matters/{id}/steps/{step}/exempt")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void exempt(@PathVariable UUID id, @PathVariable String step, @RequestBody Exempted exempted) {
        matters.exempt(actor(), id, Step.of(step), exempted.article(), exempted.reasons());
    }

    @PostMapping("/matters/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id, @RequestBody Reasons reasons) {
        matters.withdraw(actor(), id, reasons.reasons());
    }

    @PostMapping("/matters/{id}/tasks")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(@PathVariable UUID id, @RequestBody Assigned assigned) {
        matters.assign(actor(), id, assigned.owner(), assigned.title(), assigned.due());
    }

    @PostMapping("/matters/{id}/evaluations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void evaluate(@PathVariable UUID id, @RequestBody Evaluated evaluated) {
        matters.evaluate(actor(), id, evaluated.sound(), evaluated.account());
    }

    /** The meeting of an identifier, for its members and who convenes. */
    @GetMapping("/meetings/{id}")
    Meeting meeting(@PathVariable UUID id) {
        Actor actor = actor();
        return meetings.byId(id)
                .filter(meeting -> meetings.mayRead(actor, meeting))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/meetings")
    @ResponseStatus(HttpStatus.CREATED)
    Created convene(@RequestBody Convened convened) {
        return new Created(
                meetings.convene(actor(), convened.body(), convened.on(), convened.place(), convened.matters()));
    }

    @PostMapping("/meetings/{id}/presence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void presence(@PathVariable UUID id, @RequestBody Presence presence) {
        if (presence.there()) {
            meetings.arrive(actor(), id, presence.post());
        } else {
            meetings.leave(actor(), id, presence.post());
        }
    }

    @PostMapping("/meetings/{id}/open")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void open(@PathVariable UUID id) {
        meetings.open(actor(), id);
    }

    @PostMapping("/meetings/{id}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable UUID id) {
        meetings.close(actor(), id);
    }

    @PostMapping("/meetings/{id}/items/{matter}/call")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void call(@PathVariable UUID id, @PathVariable UUID matter) {
        meetings.call(actor(), id, matter);
    }

    @PostMapping("/meetings/{id}/items/{matter}/stand")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stand(@PathVariable UUID id, @PathVariable UUID matter, @RequestBody Taken taken) {
        meetings.stand(actor(), id, matter, MeetingPages.stance(taken.stance()), taken.words());
    }

    @PostMapping("/meetings/{id}/items/{matter}/pass")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pass(@PathVariable UUID id, @PathVariable UUID matter) {
        meetings.pass(actor(), id, matter);
    }

    @PostMapping("/meetings/{id}/items/{matter}/recuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void recuse(@PathVariable UUID id, @PathVariable UUID matter, @RequestBody Reasons reasons) {
        meetings.recuse(actor(), id, matter, reasons.reasons());
    }

    @PostMapping("/meetings/{id}/items/{matter}/decide")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@PathVariable UUID id, @PathVariable UUID matter) {
        meetings.decide(actor(), id, matter);
    }

    @PostMapping("/meetings/{id}/items/{matter}/postpone")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void postpone(@PathVariable UUID id, @PathVariable UUID matter, @RequestBody Reasons reasons) {
        meetings.postpone(actor(), id, matter, reasons.reasons());
    }

    @PostMapping("/meetings/{id}/signature")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sign(@PathVariable UUID id, @RequestBody Signed signed) {
        meetings.sign(actor(), id, signed.sha256(), signed.reservation(), signed.password());
    }

    private Actor actor() {
        return actors.actor();
    }
}
