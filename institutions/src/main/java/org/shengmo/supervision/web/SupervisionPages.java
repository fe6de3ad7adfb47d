package org.shengmo.supervision.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.assessment.Interviews;
import org.shengmo.consequence.Recoveries;
import org.shengmo.consequence.Recovery;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.supervision.Supervision;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Status;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Campaigns of a year, and each with what was seen, what came of it and what was paid back. */
@Controller
class SupervisionPages {

    private static final int ACTS = 50;
    private static final String HERE = "/supervision/";

    private static final Listing<CampaignLine> CAMPAIGNS = Listing.<CampaignLine>titled("supervision.list.title")
            .text("supervision.column.title", row -> row.campaign().title())
            .linked(row -> HERE + row.campaign().id())
            .choice("supervision.column.lead", CampaignLine::lead)
            .choice("supervision.column.state", CampaignLine::status)
            .date("supervision.column.first", row -> row.campaign().first())
            .date("supervision.column.last", row -> row.campaign().last())
            .number("supervision.column.found", CampaignLine::found)
            .sorted("first");

    private final Supervision supervision;
    private final Interviews interviews;
    private final Recoveries recoveries;
    private final Organization organization;
    private final Docket docket;

    SupervisionPages(
            Supervision supervision,
            Interviews interviews,
            Recoveries recoveries,
            Organization organization,
            Docket docket) {
        this.supervision = supervision;
        this.interviews = interviews;
        this.recoveries = recoveries;
        this.organization = organization;
        this.docket = docket;
    }

    @GetMapping("/supervision")
    ModelAndView year(Page page, @RequestParam Optional<Integer> year) {
        List<Integer> years = supervision.years();
        int shown = year.orElseGet(() -> years.isEmpty() ? page.today().getYear() : years.getFirst());
        List<Supervision.Clue> clues = supervision.clues(Optional.empty());
        List<CampaignLine> lines = supervision.campaigns(shown).stream()
                .map(each -> line(each, clues, page.today()))
                .toList();
        return page.list("supervision/year", CAMPAIGNS, lines, Map.of("year", shown));
    }

    private CampaignLine line(Supervision.Campaign campaign, List<Supervision.Clue> clues, LocalDate today) {
        List<Supervision.Clue> own = clues.stream()
                .filter(each -> each.details().campaign().equals(Optional.of(campaign.id())))
                .toList();
        int found = (int)
                own.stream().filter(Supervision.Clue.Found.class::isInstance).count();
        return new CampaignLine(
                campaign, organization.body(campaign.lead()).name(), status(campaign, today), found, own.size());
    }

    static Status status(Supervision.Campaign campaign, LocalDate today) {
        if (campaign.closed() != null) {
            return Status.done("supervision.state.closed");
        }
        return today.isAfter(campaign.last())
                ? Status.late("supervision.state.late")
                : Status.plain("supervision.state.running");
    }

    @GetMapping("/supervision/{id}")
    ModelAndView campaign(Page page, @PathVariable UUID id) {
        Supervision.Campaign campaign = supervision.campaign(id).orElseThrow(SupervisionPages::missing);
        boolean reads = page.may(Supervision.MANAGE.code()) || page.may(Supervision.READ.code());
        List<Supervision.Clue> clues = reads ? supervision.clues(Optional.of(id)) : List.of();
        List<Recovery> owed = clues.stream()
                .flatMap(each -> recoveries.restingOn(each.details().asSubject()).stream())
                .toList();
        BigDecimal claimed =
                owed.stream().map(each -> each.details().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal back =
                owed.stream().map(each -> each.details().reconciled()).reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<String, Object> model = new java.util.HashMap<>();
        model.put("campaign", campaign);
        model.put("status", status(campaign, page.today()));
        model.put("clues", clues);
        model.put("inspections", supervision.inspections(id));
        model.put("circulars", supervision.circulars(id));
        model.put("interviews", reads ? interviews.on(campaign.asSubject()) : List.of());
        model.put("claimed", claimed);
        model.put("back", back);
        model.put("directory", organization.directory());
        model.put("acts", docket.timeline(campaign.asSubject(), List.of(), ACTS));
        return page.view("supervision/campaign", model);
    }

    @GetMapping("/supervision/clues/{id}")
    ModelAndView clue(Page page, @PathVariable UUID id) {
        if (!page.may(Supervision.MANAGE.code()) && !page.may(Supervision.READ.code())) {
            throw missing();
        }
        Supervision.Clue clue = supervision.clue(id).orElseThrow(SupervisionPages::missing);
        return page.view(
                "supervision/clue",
                Map.of(
                        "clue",
                        clue,
                        "name",
                        name(clue.details().subject()),
                        "recoveries",
                        recoveries.restingOn(clue.details().asSubject()),
                        "acts",
                        docket.timeline(clue.details().asSubject(), List.of(), ACTS)));
    }

    private String name(Subject subject) {
        Directory directory = organization.directory();
        return switch (subject.type()) {
            case "person" -> directory.person(subject.id()).name();
            case "post" ->
                directory.body(directory.post(subject.id()).body()).name()
                        + directory.post(subject.id()).name();
            default -> directory.body(subject.id()).name();
        };
    }

    @PostMapping("/supervision")
    ModelAndView launch(
            Page page,
            @RequestParam String code,
            @RequestParam String title,
            @RequestParam String scope,
            @RequestParam String lead,
            @RequestParam LocalDate first,
            @RequestParam LocalDate last) {
        UUID id = supervision.launch(
                page.actor(),
                new Supervision.NewCampaign(first.getYear(), code, title, scope, body("lead", lead), first, last));
        return page.done(HERE + id, Text.of("supervision.done.launched"));
    }

    private UUID body(String place, String code) {
        return organization
                .bodyByCode(code.strip())
                .orElseThrow(() -> Invalid.at(place, "supervision.fault.body", code))
                .id();
    }

    /** A person, body or post by its code. */
    private Subject subject(String code) {
        String asked = code.strip();
        Directory directory = organization.directory();
        return directory
                .bodyByCode(asked)
                .map(each -> Subject.body(each.id()))
                .or(() -> directory.postByCode(asked).map(each -> Subject.post(each.id())))
                .or(() -> directory.personByCode(asked).map(each -> Subject.person(each.id())))
                .orElseThrow(() -> Invalid.at("subject", "supervision.fault.subject", code));
    }

    @PostMapping("/supervision/{id}/inspections")
    ModelAndView inspect(
            Page page,
            @PathVariable UUID id,
            @RequestParam String body,
            @RequestParam String inspectors,
            @RequestParam String account) {
        List<UUID> people = Arrays.stream(inspectors.split("[,，、\\s]+", 0))
                .map(each -> organization
                        .personByCode(each)
                        .orElseThrow(() -> Invalid.at("inspectors", "supervision.fault.subject", each))
                        .id())
                .toList();
        supervision.inspect(page.actor(), Optional.of(id), body("body", body), people, account);
        return page.done(HERE + id, Text.of("supervision.done.inspected"));
    }

    @PostMapping("/supervision/{id}/hits")
    ModelAndView hit(
            Page page,
            @PathVariable UUID id,
            @RequestParam String subject,
            @RequestParam String title,
            @RequestParam String account,
            @RequestParam(defaultValue = "CAMPAIGN") Supervision.Source source) {
        supervision.hit(
                page.actor(), new Supervision.NewHit(Optional.of(id), source, subject(subject), title, account));
        return page.done(HERE + id, Text.of("supervision.done.hit"));
    }

    @PostMapping("/supervision/{id}/circulars")
    ModelAndView circulate(
            Page page,
            @PathVariable UUID id,
            @RequestParam String title,
            @RequestParam String text,
            @RequestParam String bodies) {
        List<UUID> told = Arrays.stream(bodies.split("[,，、\\s]+", 0))
                .map(each -> body("bodies", each))
                .toList();
        supervision.circulate(page.actor(), Optional.of(id), title, text, told);
        return page.done(HERE + id, Text.of("supervision.done.circulated"));
    }

    @PostMapping("/supervision/{id}/close")
    ModelAndView close(Page page, @PathVariable UUID id, @RequestParam String summary) {
        supervision.close(page.actor(), id, summary);
        return page.done(HERE + id, Text.of("supervision.done.closed"));
    }

    @PostMapping("/supervision/clues/{id}/take")
    ModelAndView take(Page page, @PathVariable UUID id, @RequestParam String reasons) {
        supervision.take(page.actor(), id, reasons);
        return page.done(HERE + "clues/" + id, Text.of("supervision.done.taken"));
    }

    @PostMapping("/supervision/clues/{id}/drop")
    ModelAndView drop(Page page, @PathVariable UUID id, @RequestParam String dropped) {
        supervision.drop(page.actor(), id, dropped);
        return page.done(HERE + "clues/" + id, Text.of("supervision.done.dropped"));
    }

    @PostMapping("/supervision/clues/{id}/state")
    ModelAndView state(
            Page page,
            @PathVariable UUID id,
            @RequestParam Supervision.Breach breach,
            @RequestParam String gravity,
            @RequestParam String account) {
        supervision.state(page.actor(), id, breach, gravity, account);
        return page.done(HERE + "clues/" + id, Text.of("supervision.done.stated"));
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
