package org.shengmo.finding.web;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.Page;
import org.shengmo.access.web.Uploads;
import org.shengmo.attachment.Attachments;
import org.shengmo.docket.Docket;
import org.shengmo.finding.DecidableFinding;
import org.shengmo.finding.Finding;
import org.shengmo.finding.Findings;
import org.shengmo.finding.StatedFinding;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The findings that a reader may see, and each one's page with reply and decision. */
@Controller
class FindingPages {

    private static final int ACTS = 100;

    private static final Listing<FindingView> LISTING = Listing.<FindingView>titled("finding.list.title")
            .number("finding.column.number", view -> view.details().number())
            .text("finding.column.title", view -> view.details().title())
            .linked(FindingView::href)
            .choice("finding.column.kind", FindingView::kind)
            .text("finding.column.subject", FindingView::subject)
            .choice("finding.column.body", FindingView::body)
            .date("finding.column.stated", view -> view.details().stated())
            .date("finding.column.reply", view -> view.details().replyUntil())
            .choice("finding.column.state", FindingView::status)
            .sorted("-number");

    private final Findings findings;
    private final Organization organization;
    private final Notices notices;
    private final Docket docket;
    private final Attachments attachments;
    private final Uploads uploads;

    FindingPages(
            Findings findings,
            Organization organization,
            Notices notices,
            Docket docket,
            Attachments attachments,
            Uploads uploads) {
        this.findings = findings;
        this.organization = organization;
        this.notices = notices;
        this.docket = docket;
        this.attachments = attachments;
        this.uploads = uploads;
    }

    @GetMapping("/findings")
    ModelAndView findings(Page page, Actor actor) {
        Directory directory = organization.directory();
        return page.list(
                "finding/findings",
                LISTING,
                findings.readableBy(actor).stream()
                        .map(finding -> FindingView.of(finding, directory))
                        .toList());
    }

    @GetMapping("/findings/{id}")
    ModelAndView finding(@PathVariable UUID id, Page page, Actor actor) {
        Finding finding = readable(id, actor);
        notices.seen(actor, finding.details().asSubject());
        boolean replies = finding instanceof StatedFinding
                && findings.awaitingReplyOf(actor).stream()
                        .anyMatch(each -> each.id().equals(id));
        boolean decides = finding instanceof DecidableFinding
                && findings.awaitingDecisionOf(actor).stream()
                        .anyMatch(each -> each.id().equals(id));
        return page.view(
                "finding/finding",
                Map.of(
                        "view", FindingView.of(finding, organization.directory()),
                        "replies", replies,
                        "decides", decides,
                        "files", attachments.of(finding.details().asSubject()),
                        "acts", docket.timeline(finding.details().asSubject(), actor.compartments(), ACTS)));
    }

    /** What one may not read is not there. */
    private Finding readable(UUID id, Actor actor) {
        return findings.byId(id)
                .filter(finding -> findings.mayRead(actor, finding))
                .orElseThrow(() -> new NoSuchElementException("no finding " + id));
    }

    @PostMapping("/findings/{id}/reply")
    ModelAndView reply(
            @PathVariable UUID id,
            @RequestParam String text,
            @RequestParam(required = false) List<MultipartFile> files,
            Page page,
            Actor actor) {
        findings.reply(actor, id, text, uploads.keep(actor, files));
        return page.done("/findings/" + id, Text.of("finding.done.replied"));
    }

    @PostMapping("/findings/{id}/uphold")
    ModelAndView uphold(@PathVariable UUID id, @RequestParam String reasons, Page page, Actor actor) {
        findings.uphold(actor, id, reasons);
        return page.done("/findings/" + id, Text.of("finding.done.upheld"));
    }

    @PostMapping("/findings/{id}/drop")
    ModelAndView drop(@PathVariable UUID id, @RequestParam String reasons, Page page, Actor actor) {
        findings.drop(actor, id, reasons);
        return page.done("/findings/" + id, Text.of("finding.done.dropped"));
    }
}
