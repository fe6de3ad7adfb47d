package org.shengmo.consequence.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.Page;
import org.shengmo.access.web.Uploads;
import org.shengmo.attachment.Attachments;
import org.shengmo.consequence.AppealDecision;
import org.shengmo.consequence.Consequence;
import org.shengmo.consequence.Consequences;
import org.shengmo.consequence.Decision;
import org.shengmo.consequence.Measure;
import org.shengmo.docket.Docket;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The consequences that a reader may see, and each one's page with decision and appeal. */
@Controller
class ConsequencePages {

    private static final int ACTS = 100;

    private static final Listing<ConsequenceView> LISTING = Listing.<ConsequenceView>titled("consequence.list.title")
            .number("consequence.column.number", view -> view.details().number())
            .choice("consequence.column.measure", ConsequenceView::measure)
            .text("consequence.column.title", view -> view.details().title())
            .linked(ConsequenceView::href)
            .text("consequence.column.subject", ConsequenceView::subject)
            .choice("consequence.column.body", ConsequenceView::body)
            .date("consequence.column.proposed", view -> view.details().proposedOn())
            .date("consequence.column.until", ConsequencePages::lastDay)
            .choice("consequence.column.state", ConsequenceView::status)
            .sorted("-number");

    private final Consequences consequences;
    private final Organization organization;
    private final Notices notices;
    private final Docket docket;
    private final Attachments attachments;
    private final Uploads uploads;

    ConsequencePages(
            Consequences consequences,
            Organization organization,
            Notices notices,
            Docket docket,
            Attachments attachments,
            Uploads uploads) {
        this.consequences = consequences;
        this.organization = organization;
        this.notices = notices;
        this.docket = docket;
        this.attachments = attachments;
        this.uploads = uploads;
    }

    private static LocalDate lastDay(ConsequenceView view) {
        return view.effect()
                .flatMap(effect -> effect.period())
                .flatMap(period -> period.lastDay())
                .orElse(null);
    }

    @GetMapping("/consequences")
    ModelAndView consequences(Page page, Actor actor) {
        Directory directory = organization.directory();
        return page.list(
                "consequence/consequences",
                LISTING,
                consequences.readableBy(actor).stream()
                        .map(consequence -> ConsequenceView.of(consequence, directory))
                        .toList());
    }

    @GetMapping("/consequences/{id}")
    ModelAndView consequence(@PathVariable UUID id, Page page, Actor actor) {
        Consequence consequence = consequences
                .byId(id)
                .filter(found -> consequences.mayRead(actor, found))
                .orElseThrow(() -> new NoSuchElementException("no consequence " + id));
        notices.seen(actor, consequence.details().asSubject());
        boolean decides = consequences.awaitingDecisionOf(actor).stream()
                .anyMatch(each -> each.id().equals(id));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("view", ConsequenceView.of(consequence, organization.directory()));
        model.put("decides", decides);
        model.put("appeals", appeals(consequence, actor, page.today()));
        model.put("measures", measures(page));
        model.put("files", attachments.of(consequence.details().asSubject()));
        model.put("acts", docket.timeline(consequence.details().asSubject(), actor.compartments(), ACTS));
        return page.view("consequence/consequence", model);
    }

    private static boolean appeals(Consequence consequence, Actor actor, LocalDate today) {
        return consequence instanceof Consequence.InForce inForce
                && !today.isAfter(inForce.effect().appealUntil())
                && (consequence.details().subject().id().equals(actor.person())
                        || (consequence.details().subject().type().equals("body")
                                && actor.post() != null
                                && actor.post().equals(consequence.details().post())));
    }

    private static Map<String, String> measures(Page page) {
        Map<String, String> measures = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            measures.put(measure.code(), page.say("consequence.measure." + measure.code()));
        }
        return measures;
    }

    @PostMapping("/consequences/{id}/decide")
    ModelAndView decide(
            @PathVariable UUID id,
            @RequestParam String outcome,
            @RequestParam(required = false) String measure,
            @RequestParam String reasons,
            Page page,
            Actor actor) {
        consequences.decide(actor, id, decision(outcome, measure), reasons);
        return page.done("/consequences/" + id, Text.of("consequence.done.decided"));
    }

    static Decision decision(String outcome, String measure) {
        return switch (outcome) {
            case "confirm" -> new Decision.Confirm();
            case "replace" -> new Decision.Replace(measure(measure));
            case "none" -> new Decision.None();
            default -> throw Invalid.at("outcome", "consequence.outcome.missing");
        };
    }

    private static Measure measure(String code) {
        for (Measure measure : Measure.values()) {
            if (measure.code().equals(code)) {
                return measure;
            }
        }
        throw Invalid.at("measure", "consequence.measure.missing");
    }

    @PostMapping("/consequences/{id}/appeal")
    ModelAndView appeal(
            @PathVariable UUID id,
            @RequestParam String text,
            @RequestParam(required = false) List<MultipartFile> files,
            Page page,
            Actor actor) {
        consequences.appeal(actor, id, text, uploads.keep(actor, files));
        return page.done("/consequences/" + id, Text.of("consequence.done.appealed"));
    }

    @PostMapping("/consequences/{id}/decide-appeal")
    ModelAndView decideAppeal(
            @PathVariable UUID id,
            @RequestParam String outcome,
            @RequestParam(required = false) String measure,
            @RequestParam String reasons,
            Page page,
            Actor actor) {
        consequences.decideAppeal(actor, id, appealDecision(outcome, measure), reasons);
        return page.done("/consequences/" + id, Text.of("consequence.done.heard"));
    }

    static AppealDecision appealDecision(String outcome, String measure) {
        return switch (outcome) {
            case "maintain" -> new AppealDecision.Maintain();
            case "lighten" -> new AppealDecision.Lighten(measure(measure));
            case "revoke" -> new AppealDecision.Revoke();
            default -> throw Invalid.at("outcome", "consequence.outcome.missing");
        };
    }
}
