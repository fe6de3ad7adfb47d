package org.shengmo.deliberation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.Page;
import org.shengmo.deliberation.Matter;
import org.shengmo.deliberation.Matters;
import org.shengmo.deliberation.Meeting;
import org.shengmo.deliberation.Meetings;
import org.shengmo.deliberation.Stance;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Body;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Meetings: convened, live for those in the room, and their minutes. */
@Controller
class MeetingPages {

    private static final int ACTS = 200;

    private static final Listing<MeetingView> LISTING = Listing.<MeetingView>titled("deliberation.meetings.title")
            .number("deliberation.meetings.number", view -> view.meeting().number())
            .text("deliberation.meetings.body", MeetingView::body)
            .linked(MeetingView::href)
            .date("deliberation.meetings.on", view -> view.meeting().heldOn())
            .number(
                    "deliberation.meetings.items",
                    view -> view.meeting().sitting().items().size())
            .choice("deliberation.meetings.state", MeetingView::status)
            .sorted("-number");

    private final Meetings meetings;
    private final Matters matters;
    private final Organization organization;
    private final Docket docket;

    MeetingPages(Meetings meetings, Matters matters, Organization organization, Docket docket) {
        this.meetings = meetings;
        this.matters = matters;
        this.organization = organization;
        this.docket = docket;
    }

    @GetMapping("/meetings")
    ModelAndView meetings(Page page, Actor actor) {
        Directory directory = organization.directory();
        return page.list(
                "deliberation/meetings",
                LISTING,
                meetings.all().stream()
                        .filter(meeting -> meetings.mayRead(actor, meeting))
                        .map(meeting -> view(meeting, directory, actor))
                        .toList());
    }

    private MeetingView view(Meeting meeting, Directory directory, Actor actor) {
        return MeetingView.of(meeting, directory, actor, meetings.convenes(actor, meeting.body()));
    }

    @GetMapping("/meetings/new")
    ModelAndView form(Page page, Actor actor) {
        actor.require(Matters.CONVENE);
        Directory directory = organization.directory();
        List<MatterView> ready = matters.all().stream()
                .filter(Matter.Preparing.class::isInstance)
                .filter(matter -> matters.missing(matter.details()).isEmpty())
                .map(matter -> MatterView.of(matter, directory, true))
                .toList();
        List<Body> deciders = ready.stream()
                .map(view -> view.details().competence().decider())
                .distinct()
                .map(directory::body)
                .toList();
        return page.view("deliberation/new-meeting", Map.of("ready", ready, "deciders", deciders));
    }

    @PostMapping("/meetings")
    ModelAndView convene(
            Page page,
            Actor actor,
            @RequestParam UUID body,
            @RequestParam LocalDate on,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) List<UUID> matters) {
        UUID id = meetings.convene(actor, body, on, place, matters == null ? List.of() : matters);
        return page.done("/meetings/" + id, Text.of("deliberation.done.convened"));
    }

    @GetMapping("/meetings/{id}")
    ModelAndView meeting(Page page, Actor actor, @PathVariable UUID id) {
        Meeting meeting = readable(actor, id);
        MeetingView view = view(meeting, organization.directory(), actor);
        return page.view(
                "deliberation/meeting",
                Map.of(
                        "view",
                        view,
                        "acts",
                        docket.timeline(new Subject("deliberation.meeting", id), actor.compartments(), ACTS)));
    }

    /** Asked every two seconds by each open page: nothing to send while nothing changed. */
    @GetMapping("/meetings/{id}/changed")
    ResponseEntity<Void> changed(Actor actor, @PathVariable UUID id, @RequestParam long since) {
        if (meetings.revision(id) == since) {
            return ResponseEntity.noContent().build();
        }
        readable(actor, id);
        return ResponseEntity.ok().header("HX-Trigger", "meeting-changed").build();
    }

    private Meeting readable(Actor actor, UUID id) {
        return meetings.byId(id)
                .filter(meeting -> meetings.mayRead(actor, meeting))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/meetings/{id}/presence")
    ModelAndView presence(
            Page page, Actor actor, @PathVariable UUID id, @RequestParam UUID post, @RequestParam String there) {
        if (there.equals("yes")) {
            meetings.arrive(actor, id, post);
        } else {
            meetings.leave(actor, id, post);
        }
        return done(page, id, there.equals("yes") ? "arrived" : "left");
    }

    @PostMapping("/meetings/{id}/open")
    ModelAndView open(Page page, Actor actor, @PathVariable UUID id) {
        meetings.open(actor, id);
        return done(page, id, "opened");
    }

    @PostMapping("/meetings/{id}/close")
    ModelAndView close(Page page, Actor actor, @PathVariable UUID id) {
        meetings.close(actor, id);
        return done(page, id, "closed");
    }

    @PostMapping("/meetings/{id}/items/{matter}/call")
    ModelAndView call(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID matter) {
        meetings.call(actor, id, matter);
        return done(page, id, "called");
    }

    @PostMapping("/meetings/{id}/items/{matter}/stand")
    ModelAndView stand(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID matter,
            @RequestParam(defaultValue = "") String stance,
            @RequestParam(defaultValue = "") String words) {
        meetings.stand(actor, id, matter, stance(stance), words);
        return done(page, id, "stood");
    }

    static Stance stance(String code) {
        try {
            return Stance.valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException none) {
            throw Invalid.at("stance", "deliberation.fault.choose");
        }
    }

    @PostMapping("/meetings/{id}/items/{matter}/pass")
    ModelAndView pass(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID matter) {
        meetings.pass(actor, id, matter);
        return done(page, id, "passed");
    }

    @PostMapping("/meetings/{id}/items/{matter}/recuse")
    ModelAndView recuse(
            Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID matter, @RequestParam String ground) {
        meetings.recuse(actor, id, matter, ground);
        return done(page, id, "recused");
    }

    @PostMapping("/meetings/{id}/items/{matter}/decide")
    ModelAndView decide(Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID matter) {
        meetings.decide(actor, id, matter);
        return done(page, id, "decided");
    }

    @PostMapping("/meetings/{id}/items/{matter}/postpone")
    ModelAndView postpone(
            Page page, Actor actor, @PathVariable UUID id, @PathVariable UUID matter, @RequestParam String reasons) {
        meetings.postpone(actor, id, matter, reasons);
        return done(page, id, "postponed");
    }

    @PostMapping("/meetings/{id}/signature")
    ModelAndView sign(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String sha256,
            @RequestParam(defaultValue = "") String reservation,
            @RequestParam String password) {
        meetings.sign(actor, id, sha256, reservation, password);
        return done(page, id, "signed");
    }

    private static ModelAndView done(Page page, UUID meeting, String what) {
        return page.done("/meetings/" + meeting, Text.of("deliberation.done." + what));
    }
}
