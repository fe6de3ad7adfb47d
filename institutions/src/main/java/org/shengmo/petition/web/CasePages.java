package org.shengmo.petition.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.Page;
import org.shengmo.attachment.Attachments;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.petition.Handling;
import org.shengmo.petition.Naming;
import org.shengmo.petition.NewPetition;
import org.shengmo.petition.Petition;
import org.shengmo.petition.Petition.State;
import org.shengmo.petition.Petitions;
import org.shengmo.petition.Rectifications;
import org.shengmo.petition.Topic;
import org.shengmo.petition.Triage;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One petition as officers work on it, and the acts that its state and the reader's post leave open. */
@Controller
class CasePages {

    private static final int ACTS = 100;

    private final Petitions petitions;
    private final Handling handling;
    private final Rectifications rectifications;
    private final Triage triage;
    private final Organization organization;
    private final Attachments attachments;
    private final Docket docket;

    CasePages(
            Petitions petitions,
            Handling handling,
            Rectifications rectifications,
            Triage triage,
            Organization organization,
            Attachments attachments,
            Docket docket) {
        this.petitions = petitions;
        this.handling = handling;
        this.rectifications = rectifications;
        this.triage = triage;
        this.organization = organization;
        this.attachments = attachments;
        this.docket = docket;
    }

    @GetMapping("/petitions/{id:[0-9a-f-]{36}}")
    ModelAndView petition(Page page, @PathVariable UUID id) {
        return view(page, id, Map.of());
    }

    private ModelAndView view(Page page, UUID id, Map<String, ?> more) {
        Petition petition =
                petitions.find(page.actor(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ModelAndView answer = page.view(
                "petition/case",
                Map.of(
                        "view", detail(page, petition),
                        "acts", docket.timeline(new Subject("petition", id), List.of(), ACTS),
                        "who", ""));
        more.forEach(answer::addObject);
        return answer;
    }

    private DetailView detail(Page page, Petition petition) {
        Directory directory = organization.directory();
        Petition.Details details = petition.details();
        Actor actor = page.actor();
        boolean desk = actor.may(Petitions.DESK);
        boolean deciding = desk && List.of(State.RECEIVED, State.OBJECTED).contains(petition.state());
        List<Petitions.Message> messages = petitions.messages(petition.id());
        List<Petitions.Review> reviews = petitions.reviews(petition.id());
        UUID own = actor.post() == null ? null : directory.post(actor.post()).body();
        boolean handles = actor.may(Petitions.HANDLE)
                && own != null
                && (own.equals(details.body()) || details.joint().contains(own));
        return new DetailView(
                petition,
                DeskRow.status(petition, page.today()),
                Places.name(directory, details.place()),
                Places.name(directory, details.body()),
                details.handler() == null
                        ? ""
                        : directory.post(details.handler()).name(),
                details.joint().stream()
                        .map(body -> Places.name(directory, body))
                        .toList(),
                messages,
                PostNames.of(directory, messages),
                petitions.answers(petition.id()),
                reviews,
                petitions.joinedInto(petition.id()),
                deciding ? triage.suggest(petition) : null,
                desk && petition.open() ? triage.duplicates(petition) : List.of(),
                desk ? handlingBodies(directory, page.today()) : Map.of(),
                details.body() == null ? Map.of() : handlers(directory, details.body()),
                desk,
                handles,
                details.body() != null
                        && directory
                                .headOf(details.body())
                                .map(Post::id)
                                .filter(head -> head.equals(actor.post()))
                                .isPresent(),
                !reviews.isEmpty() && reviews.getLast().post().equals(actor.post()),
                details.body() != null
                        && directory
                                .inCharge(details.body(), page.today())
                                .map(Post::id)
                                .filter(post -> post.equals(actor.post()))
                                .isPresent(),
                details.naming() != Naming.ANONYMOUS && (desk || (handles && details.naming() == Naming.NAMED)));
    }

    private static Map<String, String> handlingBodies(Directory directory, LocalDate today) {
        Map<String, String> bodies = new LinkedHashMap<>();
        directory.bodies().stream()
                .filter(body -> body.standsOn(today)
                        && List.of(BodyKind.DEPARTMENT, BodyKind.TOWNSHIP, BodyKind.GOVERNMENT, BodyKind.INSTITUTION)
                                .contains(body.kind()))
                .filter(body -> directory.postsOf(body.id()).stream()
                        .anyMatch(post -> post.permissions().contains(Petitions.HANDLE)))
                .forEach(body -> bodies.put(body.id().toString(), body.name()));
        return bodies;
    }

    private static Map<String, String> handlers(Directory directory, UUID body) {
        Map<String, String> posts = new LinkedHashMap<>();
        directory.postsOf(body).stream()
                .filter(post -> post.permissions().contains(Petitions.HANDLE))
                .forEach(post -> posts.put(post.id().toString(), post.name()));
        return posts;
    }

    @PostMapping("/petitions/{id}/pass-on")
    ModelAndView passOn(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(required = false) UUID body,
            @RequestParam(defaultValue = "") String note) {
        if (!Topic.isCode(topic)) {
            throw Invalid.at("topic", "petition.fault.choose");
        }
        if (body == null) {
            throw Invalid.at("body", "petition.fault.choose");
        }
        handling.passOn(page.actor(), id, Topic.of(topic), body, note);
        return done(page, id, "petition.done.passed-on");
    }

    @PostMapping("/petitions/{id}/object")
    ModelAndView object(Page page, @PathVariable UUID id, @RequestParam String reasons) {
        handling.object(page.actor(), id, reasons);
        return done(page, id, "petition.done.objected");
    }

    @PostMapping("/petitions/{id}/objection")
    ModelAndView objection(
            Page page, @PathVariable UUID id, @RequestParam boolean agreed, @RequestParam String reasons) {
        handling.decideObjection(page.actor(), id, agreed, reasons);
        return done(page, id, "petition.done.objection");
    }

    @PostMapping("/petitions/{id}/accept")
    ModelAndView accept(Page page, @PathVariable UUID id, @RequestParam String told) {
        handling.accept(page.actor(), id, told);
        return done(page, id, "petition.done.accepted");
    }

    @PostMapping("/petitions/{id}/redirect")
    ModelAndView redirect(Page page, @PathVariable UUID id, @RequestParam String way) {
        handling.redirect(page.actor(), id, way);
        return done(page, id, "petition.done.redirected");
    }

    @PostMapping("/petitions/{id}/assign")
    ModelAndView assign(Page page, @PathVariable UUID id, @RequestParam(required = false) UUID post) {
        handling.assign(page.actor(), id, post);
        return done(page, id, "petition.done.assigned");
    }

    @PostMapping("/petitions/{id}/joint")
    ModelAndView joint(Page page, @PathVariable UUID id, @RequestParam(required = false) List<UUID> bodies) {
        handling.handleJointly(page.actor(), id, bodies == null ? List.of() : bodies);
        return done(page, id, "petition.done.joint");
    }

    @PostMapping("/petitions/{id}/extend")
    ModelAndView extend(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int days,
            @RequestParam String reasons) {
        handling.extend(page.actor(), id, days, reasons);
        return done(page, id, "petition.done.extended");
    }

    @PostMapping("/petitions/{id}/suspend")
    ModelAndView suspend(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String hearing,
            @RequestParam String ground) {
        handling.suspend(page.actor(), id, hearing.equals("yes"), ground);
        return done(page, id, "petition.done.suspended");
    }

    @PostMapping("/petitions/{id}/resume")
    ModelAndView resume(Page page, @PathVariable UUID id) {
        handling.resume(page.actor(), id);
        return done(page, id, "petition.done.resumed");
    }

    @PostMapping("/petitions/{id}/reply")
    ModelAndView reply(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam String text,
            @RequestParam(required = false) List<MultipartFile> files)
            throws IOException {
        Petition.Outcome chosen = Optional.of(outcome)
                .filter(code ->
                        List.of("SOLVED", "PARTLY", "EXPLAINED", "REFUSED").contains(code))
                .map(Petition.Outcome::valueOf)
                .orElseThrow(() -> Invalid.at("outcome", "petition.fault.choose"));
        handling.reply(page.actor(), id, chosen, text, kept(page, id, files));
        return done(page, id, "petition.done.replied");
    }

    @PostMapping("/petitions/{id}/write")
    ModelAndView write(
            Page page,
            @PathVariable UUID id,
            @RequestParam String text,
            @RequestParam(required = false) List<MultipartFile> files)
            throws IOException {
        handling.write(page.actor(), id, text, kept(page, id, files));
        return done(page, id, "petition.done.written");
    }

    private List<UUID> kept(Page page, UUID id, List<MultipartFile> files) throws IOException {
        if (petitions.find(page.actor(), id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<UUID> kept = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                kept.add(attachments
                        .keep(page.actor().author(), String.valueOf(file.getOriginalFilename()), file.getBytes())
                        .id());
            }
        }
        return kept;
    }

    @PostMapping("/petitions/{id}/join")
    ModelAndView join(Page page, @PathVariable UUID id, @RequestParam UUID into) {
        handling.join(page.actor(), id, into);
        return done(page, id, "petition.done.joined");
    }

    @PostMapping("/petitions/{id}/supervise")
    ModelAndView supervise(Page page, @PathVariable UUID id, @RequestParam String text) {
        handling.supervise(page.actor(), id, text);
        return done(page, id, "petition.done.supervised");
    }

    @PostMapping("/petitions/{id}/call-back")
    ModelAndView callBack(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int rating,
            @RequestParam(defaultValue = "") String solved,
            @RequestParam(defaultValue = "") String remark) {
        if (!List.of("yes", "no").contains(solved)) {
            throw Invalid.at("solved", "petition.fault.solved");
        }
        handling.callBack(page.actor(), id, rating, solved.equals("yes"), remark);
        return done(page, id, "petition.done.called-back");
    }

    @PostMapping("/petitions/{id}/opinion")
    ModelAndView opinion(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String changed,
            @RequestParam String opinion) {
        if (!List.of("yes", "no").contains(changed)) {
            throw Invalid.at("changed", "petition.fault.choose");
        }
        handling.decideReview(page.actor(), id, changed.equals("yes"), opinion);
        return done(page, id, "petition.done.reviewed");
    }

    @PostMapping("/petitions/{id}/seal")
    ModelAndView seal(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String accused) {
        handling.seal(page.actor(), id, new NewPetition.Accused(accused, null));
        return page.done("/petitions/desk", Text.of("petition.done.sealed"));
    }

    /** Who sent it: shown once on the answer, never kept in an address or on the next page. */
    @PostMapping("/petitions/{id}/identity")
    ModelAndView identity(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        String who = petitions
                .identity(page.actor(), id, reason)
                .map(each -> each.name() + " " + each.phone())
                .orElse("");
        return view(page, id, Map.of("who", who));
    }

    private static ModelAndView done(Page page, UUID id, String key) {
        return page.done("/petitions/" + id, Text.of(key));
    }

    // Rectification actions, for their owners

    @PostMapping("/petitions/rectifications/{id}/steps/{position}")
    ModelAndView step(Page page, @PathVariable UUID id, @PathVariable int position, @RequestParam String account) {
        rectifications.step(page.actor(), id, position, account);
        return page.done("/petitions/rectifications/" + id, Text.of("petition.done.step"));
    }

    @PostMapping("/petitions/rectifications/{id}/proof")
    ModelAndView proof(
            Page page,
            @PathVariable UUID id,
            @RequestParam MultipartFile picture,
            @RequestParam(defaultValue = "") String after,
            @RequestParam String caption)
            throws IOException {
        rectifications.prove(page.actor(), id, picture.getBytes(), after.equals("yes"), caption);
        return page.done("/petitions/rectifications/" + id, Text.of("petition.done.proof"));
    }

    @PostMapping("/petitions/rectifications/{id}/done")
    ModelAndView reported(Page page, @PathVariable UUID id, @RequestParam String after) {
        rectifications.done(page.actor(), id, after);
        return page.done("/petitions/rectifications/" + id, Text.of("petition.done.rectified"));
    }
}
