package org.shengmo.deliberation.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.Page;
import org.shengmo.attachment.Attachments;
import org.shengmo.deliberation.Business;
import org.shengmo.deliberation.Matter;
import org.shengmo.deliberation.Matters;
import org.shengmo.deliberation.NewMatter;
import org.shengmo.deliberation.Split;
import org.shengmo.deliberation.Step;
import org.shengmo.docket.Docket;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Matters on the workbench: proposed, prepared, carried out, evaluated. */
@Controller
class MatterPages {

    private static final int ACTS = 100;

    private static final Listing<MatterView> LISTING = Listing.<MatterView>titled("deliberation.matters.title")
            .number("deliberation.column.number", view -> view.details().number())
            .text("deliberation.column.title", view -> view.details().what().title())
            .linked(MatterView::href)
            .choice("deliberation.column.kind", MatterView::kind)
            .money("deliberation.column.amount", view -> view.details().what().amount())
            .choice("deliberation.column.body", MatterView::body)
            .choice("deliberation.column.decider", MatterView::decider)
            .date("deliberation.column.proposed", view -> view.details().proposedOn())
            .choice("deliberation.column.state", MatterView::status)
            .sorted("-number");

    private final Matters matters;
    private final Organization organization;
    private final Attachments attachments;
    private final Docket docket;

    MatterPages(Matters matters, Organization organization, Attachments attachments, Docket docket) {
        this.matters = matters;
        this.organization = organization;
        this.attachments = attachments;
        this.docket = docket;
    }

    @GetMapping("/matters")
    ModelAndView matters(Page page, Actor actor) {
        Directory directory = organization.directory();
        return page.list(
                "deliberation/matters",
                LISTING,
                matters.all().stream()
                        .filter(matter -> matters.mayRead(actor, matter))
                        .map(matter -> view(matter, directory))
                        .toList());
    }

    private MatterView view(Matter matter, Directory directory) {
        boolean ready = matter instanceof Matter.Preparing
                && matters.missing(matter.details()).isEmpty();
        return MatterView.of(matter, directory, ready);
    }

    @GetMapping("/matters/new")
    ModelAndView form(Page page, Actor actor) {
        actor.require(Matters.PROPOSE);
        Map<String, String> kinds = new LinkedHashMap<>();
        for (Business kind : Business.values()) {
            kinds.put(kind.code(), page.say("deliberation.business." + kind.code()));
        }
        return page.view("deliberation/new-matter", Map.of("kinds", kinds));
    }

    @PostMapping("/matters")
    ModelAndView propose(
            Page page,
            Actor actor,
            @RequestParam String kind,
            @RequestParam String title,
            @RequestParam String text,
            @RequestParam(required = false) BigDecimal amount,
            @RequestParam(defaultValue = "") String project,
            @RequestParam(defaultValue = "") String supplier,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String concerned,
            @RequestParam(defaultValue = "yes") String open) {
        UUID body = organization.post(actor.post()).body();
        NewMatter matter = new NewMatter(
                business(kind),
                title.strip(),
                text.strip(),
                amount,
                project.strip(),
                supplier.strip(),
                place.strip(),
                body,
                people(concerned),
                open.equals("yes"));
        UUID id = matters.propose(actor, matter).id();
        return page.done("/matters/" + id, Text.of("deliberation.done.proposed"));
    }

    static Business business(String code) {
        try {
            return Business.of(code);
        } catch (IllegalArgumentException unknown) {
            throw Invalid.at("kind", "deliberation.fault.choose");
        }
    }

    private Set<UUID> people(String codes) {
        Set<UUID> people = new HashSet<>();
        for (String code : codes.split("[,，、\\s]+", -1)) {
            if (!code.isBlank()) {
                people.add(organization
                        .personByCode(code)
                        .orElseThrow(() -> Invalid.at("concerned", "deliberation.fault.person", code))
                        .id());
            }
        }
        return people;
    }

    @GetMapping("/matters/{id}")
    ModelAndView matter(Page page, Actor actor, @PathVariable UUID id) {
        Matter matter = readable(actor, id);
        Directory directory = organization.directory();
        return page.view(
                "deliberation/matter",
                Map.of(
                        "view", view(matter, directory),
                        "steps", StepView.of(matter.details()),
                        "missing", matter instanceof Matter.Preparing ? matters.missing(matter.details()) : List.of(),
                        "comments", matters.comments(id),
                        "directory", directory,
                        "files", attachments.of(matter.subject()),
                        "acts", docket.timeline(matter.subject(), actor.compartments(), ACTS)));
    }

    private Matter readable(Actor actor, UUID id) {
        return matters.byId(id)
                .filter(matter -> matters.mayRead(actor, matter))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/matters/{id}/steps/{step}/begin")
    ModelAndView begin(Page page, Actor actor, @PathVariable UUID id, @PathVariable String step) {
        matters.begin(actor, id, Step.of(step));
        return page.done("/matters/" + id, Text.of("deliberation.done.begun"));
    }

    @PostMapping("/matters/{id}/steps/{step}/give")
    ModelAndView give(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String favourable,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(required = false) List<MultipartFile> files)
            throws IOException {
        if (!List.of("yes", "no").contains(favourable)) {
            throw Invalid.at("favourable", "deliberation.fault.choose");
        }
        matters.give(actor, id, Step.of(step), favourable.equals("yes"), account, kept(actor, files));
        return page.done("/matters/" + id, Text.of("deliberation.done.given"));
    }

    private List<UUID> kept(Actor actor, List<MultipartFile> files) throws IOException {
        List<UUID> kept = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                kept.add(attachments
                        .keep(actor.author(), file.getOriginalFilename(), file.getBytes())
                        .id());
            }
        }
        return kept;
    }

    @PostMapping("/matters/{id}/steps/{step}/exempt")
    ModelAndView exempt(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam String article,
            @RequestParam String reasons) {
        matters.exempt(actor, id, Step.of(step), article, reasons);
        return page.done("/matters/" + id, Text.of("deliberation.done.exempted"));
    }

    @PostMapping("/matters/{id}/withdraw")
    ModelAndView withdraw(Page page, Actor actor, @PathVariable UUID id, @RequestParam String reasons) {
        matters.withdraw(actor, id, reasons);
        return page.done("/matters/" + id, Text.of("deliberation.done.withdrawn"));
    }

    @PostMapping("/matters/{id}/tasks")
    ModelAndView assign(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String owner,
            @RequestParam String title,
            @RequestParam LocalDate due) {
        UUID post = organization
                .postByCode(owner.strip())
                .orElseThrow(() -> Invalid.at("owner", "deliberation.fault.post", owner.strip()))
                .id();
        matters.assign(actor, id, post, title, due);
        return page.done("/matters/" + id, Text.of("deliberation.done.assigned"));
    }

    @PostMapping("/matters/{id}/evaluations")
    ModelAndView evaluate(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String sound,
            @RequestParam String account) {
        if (!List.of("yes", "no").contains(sound)) {
            throw Invalid.at("sound", "deliberation.fault.choose");
        }
        matters.evaluate(actor, id, sound.equals("yes"), account);
        return page.done("/matters/" + id, Text.of("deliberation.done.evaluated"));
    }

    @GetMapping("/matters/splits")
    ModelAndView splits(Page page, Actor actor) {
        Map<UUID, Matter> byId = new LinkedHashMap<>();
        matters.all().stream()
                .filter(matter -> matters.mayRead(actor, matter))
                .forEach(matter -> byId.put(matter.id(), matter));
        List<Split> readable = matters.splits().stream()
                .filter(split -> byId.keySet().containsAll(split.matters()))
                .toList();
        return page.view("deliberation/splits", Map.of("splits", readable, "matters", byId));
    }

    @PostMapping("/matters/{id}/split")
    ModelAndView stateSplit(Page page, Actor actor, @PathVariable UUID id) {
        UUID finding = matters.stateSplit(actor, id);
        return page.done("/findings/" + finding, Text.of("deliberation.done.finding"));
    }

    @PostMapping("/matters/interests")
    ModelAndView declareInterest(Page page, Actor actor, @RequestParam String supplier) {
        matters.declareInterest(actor, supplier);
        return page.done("/matters", Text.of("deliberation.done.interest"));
    }
}
