package org.shengmo.duty.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.Page;
import org.shengmo.access.web.Uploads;
import org.shengmo.attachment.Attachments;
import org.shengmo.calendar.Calendar;
import org.shengmo.docket.Docket;
import org.shengmo.duty.Duties;
import org.shengmo.duty.Duty;
import org.shengmo.duty.DutyFilter;
import org.shengmo.duty.OpenDuty;
import org.shengmo.duty.Waiting;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What one owes, and each duty's page. */
@Controller
class DutyPages {

    private static final int ACTS = 100;
    private static final int NOTICES = 10;

    private static final Listing<DutyView> LISTING = Listing.<DutyView>titled("duty.list.title")
            .text("duty.column.title", view -> view.details().title())
            .linked(DutyView::href)
            .text("duty.column.owner", DutyView::owner)
            .text("duty.column.holder", DutyView::holder)
            .text("duty.column.creditor", DutyView::creditor)
            .date("duty.column.due", view -> view.details().due())
            .choice("duty.column.standing", DutyView::status)
            .sorted("due");

    private final Duties duties;
    private final Notices notices;
    private final Organization organization;
    private final Calendar calendar;
    private final Docket docket;
    private final Attachments attachments;
    private final Uploads uploads;
    private final List<Waiting> waiting;

    DutyPages(
            Duties duties,
            Notices notices,
            Organization organization,
            Calendar calendar,
            Docket docket,
            Attachments attachments,
            Uploads uploads,
            List<Waiting> waiting) {
        this.duties = duties;
        this.notices = notices;
        this.organization = organization;
        this.calendar = calendar;
        this.docket = docket;
        this.attachments = attachments;
        this.uploads = uploads;
        this.waiting = waiting;
    }

    @GetMapping("/duties")
    ModelAndView mine(Page page, Actor actor) {
        if (!page.signedIn()) {
            return new ModelAndView("redirect:/sign-in");
        }
        List<Waiting.Item> items =
                waiting.stream().flatMap(room -> room.of(actor).stream()).toList();
        return page.view(
                "duty/mine",
                Map.of(
                        "open", mine(actor, page.today()),
                        "waiting", items,
                        "notices", notices.of(actor, NOTICES)));
    }

    private List<DutyView> mine(Actor actor, LocalDate today) {
        return actor.post() == null
                ? List.of()
                : views(
                        duties.find(
                                DutyFilter.ALL.ownedBy(List.of(actor.post())).stillOpen()),
                        today);
    }

    private List<DutyView> views(List<Duty> found, LocalDate today) {
        Directory directory = organization.directory();
        return found.stream().map(duty -> view(duty, directory, today)).toList();
    }

    private DutyView view(Duty duty, Directory directory, LocalDate today) {
        int left = duty instanceof OpenDuty
                ? calendar.workingDaysBetween(today, duty.details().due())
                : 0;
        return DutyView.of(duty, directory, today, left);
    }

    @GetMapping("/duties/all")
    ModelAndView all(Page page, Actor actor) {
        return page.list("duty/all", LISTING, views(duties.readableBy(actor, DutyFilter.ALL), page.today()));
    }

    @GetMapping("/duties/{id}")
    ModelAndView duty(@PathVariable UUID id, Page page, Actor actor) {
        Duty duty = duties.byId(id)
                .filter(found -> duties.mayRead(actor, found))
                .orElseThrow(() -> new NoSuchElementException("no duty " + id));
        notices.seen(actor, duty.details().subject());
        return page.view(
                "duty/duty",
                Map.of(
                        "view", view(duty, organization.directory(), page.today()),
                        "files", attachments.of(duty.details().subject()),
                        "acts", docket.timeline(duty.details().subject(), actor.compartments(), ACTS)));
    }

    @PostMapping("/duties/{id}/meet")
    ModelAndView meet(
            @PathVariable UUID id,
            @RequestParam String account,
            @RequestParam(required = false) List<MultipartFile> files,
            Page page,
            Actor actor) {
        duties.meet(actor, id, account, uploads.keep(actor, files));
        return page.done("/duties/" + id, Text.of("duty.done.met"));
    }

    @PostMapping("/duties/{id}/extend")
    ModelAndView extend(
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate due,
            @RequestParam String reasons,
            Page page,
            Actor actor) {
        if (due == null) {
            throw Invalid.at("due", "duty.due.missing");
        }
        duties.extend(actor, id, due, reasons);
        return page.done("/duties/" + id, Text.of("duty.done.extended"));
    }

    @PostMapping("/duties/{id}/withdraw")
    ModelAndView withdraw(@PathVariable UUID id, @RequestParam String reasons, Page page, Actor actor) {
        duties.withdraw(actor, id, reasons);
        return page.done("/duties/" + id, Text.of("duty.done.withdrawn"));
    }
}
