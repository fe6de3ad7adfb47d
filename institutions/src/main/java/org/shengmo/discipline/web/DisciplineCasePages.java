package org.shengmo.discipline.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.access.web.Uploads;
import org.shengmo.discipline.CaseFile;
import org.shengmo.discipline.Cases;
import org.shengmo.discipline.Leads;
import org.shengmo.discipline.Orders;
import org.shengmo.discipline.Violation;
import org.shengmo.docket.Docket;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
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

/** Cases, for whom they are there. */
@Controller
class DisciplineCasePages {

    private static final String CASES = "/discipline/cases";
    private static final int ENTRIES = 60;

    private final Cases cases;
    private final Orders orders;
    private final Organization organization;
    private final Uploads uploads;
    private final Docket docket;

    DisciplineCasePages(Cases cases, Orders orders, Organization organization, Uploads uploads, Docket docket) {
        this.cases = cases;
        this.orders = orders;
        this.organization = organization;
        this.uploads = uploads;
        this.docket = docket;
    }

    @GetMapping(CASES)
    ModelAndView list(Page page) {
        if (!DisciplineFrame.works(page.actor())) {
            page.actor().require(Leads.HANDLE);
        }
        return page.view(
                "discipline/cases",
                Map.of("cases", cases.readableBy(page.actor()), "directory", organization.directory()));
    }

    @GetMapping(CASES + "/{id}")
    ModelAndView caseFile(Page page, @PathVariable UUID id) {
        CaseFile found =
                cases.open(page.actor(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Map<String, Object> model = new HashMap<>();
        model.put("file", found);
        model.put("directory", organization.directory());
        model.put("line", page.actor().may(Leads.LEAD) || page.actor().may(Leads.ABOVE));
        model.put("decides", page.actor().may(Cases.DECIDE) || page.actor().may(Cases.APPROVE));
        model.put("evidence", cases.evidence(page.actor(), id));
        model.put(
                "order",
                orders.ofCase(page.actor(), id)
                        .map(each -> each.id().toString())
                        .orElse(""));
        model.put("entries", docket.timeline(found.details().asSubject(), List.of(Leads.COMPARTMENT), ENTRIES));
        return page.view("discipline/case", model);
    }

    private static ModelAndView done(Page page, UUID id) {
        return page.done(CASES + "/" + id, Text.of("discipline.done.done"));
    }

    @PostMapping(CASES + "/{id}/evidence")
    ModelAndView evidence(
            Page page,
            @PathVariable UUID id,
            @RequestParam String kind,
            @RequestParam String title,
            @RequestParam LocalDate obtainedOn,
            @RequestParam String with,
            @RequestParam(required = false) List<MultipartFile> file) {
        if (!cases.exists(page.actor(), id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        UUID second = Codes.person(organization.directory(), "with", with);
        List<UUID> files = uploads.keep(page.actor(), file);
        cases.evidence(page.actor(), id, new Cases.NewEvidence(kind, title, obtainedOn, files), second);
        return done(page, id);
    }

    @PostMapping(CASES + "/{id}/to-trial")
    ModelAndView toTrial(Page page, @PathVariable UUID id, @RequestParam String triers) {
        cases.toTrial(page.actor(), id, Codes.people(organization.directory(), "triers", triers));
        return done(page, id);
    }

    @PostMapping(CASES + "/{id}/send-back")
    ModelAndView sendBack(Page page, @PathVariable UUID id, @RequestParam String reasons) {
        cases.sendBack(page.actor(), id, reasons);
        return done(page, id);
    }

    @PostMapping(CASES + "/{id}/hear")
    ModelAndView hear(
            Page page,
            @PathVariable UUID id,
            @RequestParam List<String> violation,
            @RequestParam List<String> administrative,
            @RequestParam List<String> party,
            @RequestParam String statement,
            @RequestParam String verified) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < violation.size(); i++) {
            if (!violation.get(i).isBlank()) {
                violations.add(new Violation(
                        violation.get(i).strip(),
                        Said.administrative(i < administrative.size() ? administrative.get(i) : ""),
                        Said.party(i < party.size() ? party.get(i) : "")));
            }
        }
        cases.hear(page.actor(), id, violations, statement, verified);
        return done(page, id);
    }

    @PostMapping(CASES + "/{id}/decide")
    ModelAndView decide(
            Page page,
            @PathVariable UUID id,
            @RequestParam String administrative,
            @RequestParam(required = false) Optional<Integer> months,
            @RequestParam String party,
            @RequestParam(defaultValue = "") String transferred,
            @RequestParam String reasons) {
        cases.decide(
                page.actor(),
                id,
                new Cases.Sentence(
                        Said.administrative(administrative),
                        months.orElse(0),
                        Said.party(party),
                        transferred.equals("yes")),
                reasons);
        return done(page, id);
    }

    @PostMapping(CASES + "/{id}/announce")
    ModelAndView announce(Page page, @PathVariable UUID id) {
        cases.announce(page.actor(), id);
        return page.done(CASES + "/" + id, Text.of("discipline.done.announced"));
    }

    @PostMapping(CASES + "/{id}/dismiss")
    ModelAndView dismiss(Page page, @PathVariable UUID id, @RequestParam String reasons) {
        cases.dismiss(page.actor(), id, reasons);
        return done(page, id);
    }

    @PostMapping(CASES + "/{id}/recuse")
    ModelAndView recuse(
            Page page,
            @PathVariable UUID id,
            @RequestParam String person,
            @RequestParam String replacement,
            @RequestParam String reasons) {
        Directory directory = organization.directory();
        cases.recuse(
                page.actor(),
                id,
                Codes.person(directory, "person", person),
                Codes.person(directory, "replacement", replacement),
                reasons);
        return page.done(cases.exists(page.actor(), id) ? CASES + "/" + id : CASES, Text.of("discipline.done.done"));
    }
}
