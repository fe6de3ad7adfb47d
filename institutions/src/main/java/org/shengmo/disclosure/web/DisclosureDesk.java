package org.shengmo.disclosure.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.disclosure.Disclosure;
import org.shengmo.disclosure.InformationRequest;
import org.shengmo.disclosure.NewRequest;
import org.shengmo.disclosure.Publication;
import org.shengmo.disclosure.RequestAnswer;
import org.shengmo.disclosure.Requests;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** An office's worklist: what it has to publish, and the requests it has to answer. */
@Controller
@RequestMapping("/disclosure/desk")
class DisclosureDesk {

    private static final String HERE = "/disclosure/desk";
    private static final int ACTS = 30;

    private static final Listing<RequestRow> REQUESTS = Listing.<RequestRow>titled("disclosure.desk.requests")
            .text("disclosure.column.number", row -> row.request().details().handle())
            .linked(row -> HERE + "/requests/" + row.request().id())
            .text("disclosure.request.what", row -> row.request().details().what())
            .choice("disclosure.column.body", RequestRow::body)
            .choice("disclosure.column.status", RequestRow::status)
            .date("disclosure.column.received", row -> row.request().details().receivedOn())
            .date("disclosure.column.due", row -> row.request().details().due())
            .sorted("due");

    private final Disclosure disclosure;
    private final Requests requests;
    private final Organization organization;
    private final Docket docket;

    DisclosureDesk(Disclosure disclosure, Requests requests, Organization organization, Docket docket) {
        this.disclosure = disclosure;
        this.requests = requests;
        this.organization = organization;
        this.docket = docket;
    }

    @GetMapping
    ModelAndView desk(Page page) {
        page.actor().require(Disclosure.PUBLISH);
        Directory directory = organization.directory();
        return page.list(
                "disclosure/desk",
                REQUESTS,
                requests.readableBy(page.actor()).stream()
                        .map(each -> RequestRow.of(each, directory, page.today()))
                        .toList(),
                Map.of(
                        "owed",
                        disclosure.owedBy(page.actor()).stream()
                                .map(each -> PublicationRow.of(each, directory, page.today()))
                                .toList()));
    }

    @GetMapping("/new")
    ModelAndView another(Page page) {
        page.actor().require(Disclosure.PUBLISH);
        return page.view(
                "disclosure/new", Map.of("bodies", RequestForm.bodies(organization.directory(), page.today())));
    }

    @PostMapping("/publications")
    ModelAndView add(
            Page page, @RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String text) {
        Publication made = disclosure.add(page.actor(), title, text);
        return page.done("/disclosure/entries/" + made.id(), Text.of("disclosure.done.published"));
    }

    @PostMapping("/requests")
    ModelAndView enter(Page page, HttpServletRequest sent, @RequestParam(defaultValue = "VISIT") String channel) {
        String code = requests.enter(
                        page.actor(),
                        RequestForm.read(
                                sent, channel.equals("LETTER") ? NewRequest.Channel.LETTER : NewRequest.Channel.VISIT))
                .grouped();
        return page.done(HERE, Text.of("disclosure.done.entered", code));
    }

    @GetMapping("/publications/{id}")
    ModelAndView publication(Page page, @PathVariable UUID id) {
        page.actor().require(Disclosure.PUBLISH);
        Publication publication = disclosure.find(page.actor(), id).orElseThrow(DisclosureDesk::unknown);
        return page.view(
                "disclosure/publication",
                Map.of(
                        "row",
                        PublicationRow.of(publication, organization.directory(), page.today()),
                        "acts",
                        docket.timeline(Publication.subject(id), List.of(), ACTS)));
    }

    @PostMapping("/publications/{id}/publish")
    ModelAndView publish(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text) {
        disclosure.publish(page.actor(), id, title, text);
        return page.done("/disclosure/entries/" + id, Text.of("disclosure.done.published"));
    }

    @PostMapping("/publications/{id}/decline")
    ModelAndView decline(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reasons) {
        disclosure.decline(page.actor(), id, ground, reasons);
        return page.done(HERE, Text.of("disclosure.done.declined"));
    }

    @PostMapping("/publications/{id}/correct")
    ModelAndView correct(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String reasons) {
        disclosure.correct(page.actor(), id, title, text, reasons);
        return page.done("/disclosure/entries/" + id, Text.of("disclosure.done.corrected"));
    }

    @GetMapping("/requests/{id}")
    ModelAndView request(Page page, @PathVariable UUID id) {
        InformationRequest request = requests.find(page.actor(), id).orElseThrow(DisclosureDesk::unknown);
        Map<String, Object> model = new HashMap<>();
        model.put("row", RequestRow.of(request, organization.directory(), page.today()));
        model.put("applicant", requests.applicant(page.actor(), id).orElse(null));
        model.put("acts", docket.timeline(InformationRequest.subject(id), List.of(), ACTS));
        model.put(
                "clauses",
                request instanceof InformationRequest.Answered answered ? requests.clauses(answered) : List.of());
        return page.view("disclosure/request", model);
    }

    @PostMapping("/requests/{id}/completion")
    ModelAndView completion(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String missing,
            @RequestParam LocalDate until) {
        requests.askCompletion(page.actor(), id, missing, until);
        return done(page, id, "disclosure.done.completion");
    }

    @PostMapping("/requests/{id}/consult")
    ModelAndView consult(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String whom) {
        requests.consult(page.actor(), id, whom);
        return done(page, id, "disclosure.done.consulted");
    }

    @PostMapping("/requests/{id}/consulted")
    ModelAndView consulted(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String agrees,
            @RequestParam(defaultValue = "") String reasons) {
        if (!List.of("yes", "no").contains(agrees)) {
            throw Invalid.at("agrees", "disclosure.fault.choose");
        }
        requests.consulted(page.actor(), id, agrees.equals("yes"), reasons);
        return done(page, id, "disclosure.done.consulted");
    }

    @PostMapping("/requests/{id}/extend")
    ModelAndView extend(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int days,
            @RequestParam(defaultValue = "") String reasons) {
        requests.extend(page.actor(), id, days, reasons);
        return done(page, id, "disclosure.done.extended");
    }

    @PostMapping("/requests/{id}/answer")
    ModelAndView answer(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String text) {
        RequestAnswer chosen = Arrays.stream(RequestAnswer.values())
                .filter(each -> each.name().equals(answer))
                .findFirst()
                .orElseThrow(() -> Invalid.at("answer", "disclosure.fault.choose"));
        requests.answer(page.actor(), id, chosen, text);
        return done(page, id, "disclosure.done.answered");
    }

    private static ModelAndView done(Page page, UUID id, String key) {
        return page.done(HERE + "/requests/" + id, Text.of(key));
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
