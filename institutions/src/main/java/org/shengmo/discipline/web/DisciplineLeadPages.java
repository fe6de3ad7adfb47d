package org.shengmo.discipline.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.discipline.Cases;
import org.shengmo.discipline.Informants;
import org.shengmo.discipline.Lead;
import org.shengmo.discipline.Leads;
import org.shengmo.discipline.Level;
import org.shengmo.discipline.NewLead;
import org.shengmo.discipline.Orders;
import org.shengmo.discipline.Origin;
import org.shengmo.discipline.Way;
import org.shengmo.docket.Docket;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.petition.Accusations;
import org.shengmo.wording.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Leads, for whom they are there. For anyone else the address leads nowhere. There is no list to take away. */
@Controller
class DisciplineLeadPages {

    private static final String LEADS = "/discipline/leads";
    private static final int ENTRIES = 60;

    private final Leads leads;
    private final Cases cases;
    private final Orders orders;
    private final Informants informants;
    private final Accusations accusations;
    private final Organization organization;
    private final Docket docket;

    DisciplineLeadPages(
            Leads leads,
            Cases cases,
            Orders orders,
            Informants informants,
            Accusations accusations,
            Organization organization,
            Docket docket) {
        this.leads = leads;
        this.cases = cases;
        this.orders = orders;
        this.informants = informants;
        this.accusations = accusations;
        this.organization = organization;
        this.docket = docket;
    }

    @GetMapping(LEADS)
    ModelAndView list(Page page) {
        if (!DisciplineFrame.works(page.actor())) {
            page.actor().require(Leads.HANDLE);
        }
        boolean oversees = page.actor().may(Leads.LEAD) || page.actor().may(Leads.ABOVE);
        Map<String, Object> model = new HashMap<>();
        model.put("leads", leads.readableBy(page.actor()));
        model.put("forms", oversees ? orders.forms(page.actor(), page.today().getYear()) : Map.<String, Long>of());
        model.put("accusations", received(page));
        model.put("registers", page.actor().may(Leads.KEEP) || oversees);
        return page.view("discipline/leads", model);
    }

    private List<Accusations.Accusation> received(Page page) {
        return page.actor().may(Leads.KEEP)
                        || page.actor().may(Leads.LEAD)
                        || page.actor().may(Leads.ABOVE)
                ? accusations.readableBy(page.actor()).stream()
                        .filter(each -> each.state().equals("RECEIVED"))
                        .toList()
                : List.of();
    }

    @PostMapping(LEADS)
    ModelAndView register(
            Page page,
            @RequestParam String origin,
            @RequestParam LocalDate receivedOn,
            @RequestParam String text,
            @RequestParam String accused,
            @RequestParam(defaultValue = "") String people,
            @RequestParam(defaultValue = "") String bodies,
            @RequestParam(defaultValue = "") String informant,
            @RequestParam(defaultValue = "") String contact) {
        Directory directory = organization.directory();
        UUID id = leads.register(
                page.actor(),
                new NewLead(
                        Origin.valueOf(origin.toUpperCase(java.util.Locale.ROOT)),
                        receivedOn,
                        text,
                        accused,
                        Codes.people(directory, "people", people),
                        Codes.bodies(directory, "bodies", bodies),
                        null,
                        informant,
                        contact));
        return page.done(
                leads.exists(page.actor(), id) ? LEADS + "/" + id : LEADS, Text.of("discipline.done.registered"));
    }

    @PostMapping(LEADS + "/take-over/{accusation}")
    ModelAndView takeOver(Page page, @PathVariable UUID accusation) {
        UUID id = leads.takeOver(page.actor(), accusation);
        return page.done(
                leads.exists(page.actor(), id) ? LEADS + "/" + id : LEADS, Text.of("discipline.done.registered"));
    }

    @GetMapping(LEADS + "/{id}")
    ModelAndView lead(Page page, @PathVariable UUID id) {
        Lead found = leads.open(page.actor(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Map<String, Object> model = new HashMap<>();
        model.put("lead", found);
        model.put("directory", organization.directory());
        model.put("line", page.actor().may(found.details().above() ? Leads.ABOVE : Leads.LEAD));
        model.put("known", informants.known(page.actor(), id));
        model.put("requests", informants.of(page.actor(), id));
        model.put(
                "cases",
                cases.readableBy(page.actor()).stream()
                        .filter(each -> each.details().lead().equals(id))
                        .toList());
        model.put("entries", docket.timeline(found.details().asSubject(), List.of(Leads.COMPARTMENT), ENTRIES));
        return page.view("discipline/lead", model);
    }

    private static ModelAndView done(Page page, UUID id) {
        return page.done(LEADS + "/" + id, Text.of("discipline.done.done"));
    }

    @PostMapping(LEADS + "/{id}/assign")
    ModelAndView assign(
            Page page, @PathVariable UUID id, @RequestParam String supervisor, @RequestParam String handlers) {
        Directory directory = organization.directory();
        leads.assign(
                page.actor(),
                id,
                Codes.person(directory, "supervisor", supervisor),
                Codes.people(directory, "handlers", handlers));
        return done(page, id);
    }

    @PostMapping(LEADS + "/{id}/recuse")
    ModelAndView recuse(
            Page page,
            @PathVariable UUID id,
            @RequestParam String person,
            @RequestParam String replacement,
            @RequestParam String reasons) {
        Directory directory = organization.directory();
        leads.recuse(
                page.actor(),
                id,
                Codes.person(directory, "person", person),
                Codes.person(directory, "replacement", replacement),
                reasons);
        return page.done(leads.exists(page.actor(), id) ? LEADS + "/" + id : LEADS, Text.of("discipline.done.done"));
    }

    @PostMapping(LEADS + "/{id}/propose")
    ModelAndView propose(Page page, @PathVariable UUID id, @RequestParam String way, @RequestParam String account) {
        leads.propose(page.actor(), id, Way.of(way), account);
        return done(page, id);
    }

    @PostMapping(LEADS + "/{id}/countersign")
    ModelAndView countersign(Page page, @PathVariable UUID id) {
        leads.countersign(page.actor(), id);
        return done(page, id);
    }

    @PostMapping(LEADS + "/{id}/approve")
    ModelAndView approve(Page page, @PathVariable UUID id) {
        leads.approve(page.actor(), id);
        return done(page, id);
    }

    @PostMapping(LEADS + "/{id}/send-back")
    ModelAndView sendBack(Page page, @PathVariable UUID id, @RequestParam String reasons) {
        leads.sendBack(page.actor(), id, reasons);
        return done(page, id);
    }

    @PostMapping(LEADS + "/{id}/take-up")
    ModelAndView takeUp(Page page, @PathVariable UUID id) {
        leads.takeUp(page.actor(), id);
        return done(page, id);
    }

    @PostMapping(LEADS + "/{id}/file")
    ModelAndView file(
            Page page,
            @PathVariable UUID id,
            @RequestParam String person,
            @RequestParam String level,
            @RequestParam(defaultValue = "") String eightRules,
            @RequestParam String matter) {
        UUID filed = cases.file(
                page.actor(),
                id,
                new Cases.NewCase(
                        Codes.person(organization.directory(), "person", person),
                        Level.valueOf(level.toUpperCase(java.util.Locale.ROOT)),
                        eightRules.equals("yes"),
                        matter));
        return page.done("/discipline/cases/" + filed, Text.of("discipline.done.done"));
    }

    // Who brought it forward

    @PostMapping(LEADS + "/{id}/identity")
    ModelAndView ask(Page page, @PathVariable UUID id, @RequestParam String reasons) {
        informants.ask(page.actor(), id, reasons);
        return done(page, id);
    }

    @PostMapping(LEADS + "/{id}/identity/{request}/answer")
    ModelAndView answer(
            Page page,
            @PathVariable UUID id,
            @PathVariable UUID request,
            @RequestParam String consent,
            @RequestParam String reasons) {
        informants.answer(page.actor(), request, consent.equals("yes"), reasons);
        return done(page, id);
    }

    /** Shown once, in answer to a form: it has no address that could be opened again. */
    @PostMapping(LEADS + "/{id}/identity/{request}/open")
    ModelAndView openIdentity(Page page, @PathVariable UUID id, @PathVariable UUID request) {
        return page.view("discipline/identity", Map.of("id", id, "identity", informants.open(page.actor(), request)));
    }
}
