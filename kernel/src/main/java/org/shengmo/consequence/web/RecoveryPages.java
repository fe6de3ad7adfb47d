package org.shengmo.consequence.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.Page;
import org.shengmo.consequence.Recoveries;
import org.shengmo.consequence.Recovery;
import org.shengmo.docket.Docket;
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

/** The recoveries, each one's page with plan, receipts and write-off, and the comparison with the bank. */
@Controller
class RecoveryPages {

    private static final int ACTS = 100;

    private static final Listing<RecoveryView> LISTING = Listing.<RecoveryView>titled("consequence.recovery.title")
            .number(
                    "consequence.recovery.column.number",
                    view -> view.recovery().details().number())
            .choice("consequence.recovery.column.kind", RecoveryView::kind)
            .text(
                    "consequence.recovery.column.debtor",
                    view -> view.recovery().details().debtorName())
            .linked(RecoveryView::href)
            .money(
                    "consequence.recovery.column.amount",
                    view -> view.recovery().details().amount())
            .money(
                    "consequence.recovery.column.received",
                    view -> view.recovery().details().received())
            .money(
                    "consequence.recovery.column.reconciled",
                    view -> view.recovery().details().reconciled())
            .money("consequence.recovery.column.arrears", RecoveryView::arrears)
            .date(
                    "consequence.recovery.column.claimed",
                    view -> view.recovery().details().claimedOn())
            .choice("consequence.recovery.column.state", RecoveryView::status)
            .sorted("-number");

    private final Recoveries recoveries;
    private final Organization organization;
    private final Docket docket;

    RecoveryPages(Recoveries recoveries, Organization organization, Docket docket) {
        this.recoveries = recoveries;
        this.organization = organization;
        this.docket = docket;
    }

    /** Whoever collects or gives up reads too. */
    static void mayRead(Actor reader) {
        if (!reader.may(Recoveries.COLLECT) && !reader.may(Recoveries.WRITE_OFF)) {
            reader.require(Recoveries.READ);
        }
    }

    @GetMapping("/recoveries")
    ModelAndView recoveries(Page page, Actor actor) {
        mayRead(actor);
        List<RecoveryView> views = recoveries.all(Optional.empty()).stream()
                .map(recovery -> RecoveryView.of(recovery, page.today()))
                .toList();
        return page.list(
                "consequence/recoveries",
                LISTING,
                views,
                Map.of(
                        "claimed", sum(views, Recovery.Details::amount),
                        "reconciled", sum(views, Recovery.Details::reconciled),
                        "unknown", recoveries.unknown()));
    }

    private static BigDecimal sum(
            List<RecoveryView> views, java.util.function.Function<Recovery.Details, BigDecimal> part) {
        return views.stream()
                .map(view -> part.apply(view.recovery().details()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @GetMapping("/recoveries/{id}")
    ModelAndView recovery(@PathVariable UUID id, Page page, Actor actor) {
        mayRead(actor);
        Recovery recovery = recoveries.byId(id).orElseThrow(() -> new NoSuchElementException("no recovery " + id));
        var directory = organization.directory();
        return page.view(
                "consequence/recovery",
                Map.of(
                        "view", RecoveryView.of(recovery, page.today()),
                        "collector",
                                directory.post(recovery.details().collector()).name(),
                        "creditor",
                                directory.body(recovery.details().creditor()).name(),
                        "acts", docket.timeline(recovery.details().asSubject(), actor.compartments(), ACTS)));
    }

    @GetMapping("/recoveries/{id}/receipts/{receipt}")
    ModelAndView receipt(@PathVariable UUID id, @PathVariable UUID receipt, Page page, Actor actor) {
        mayRead(actor);
        Recovery recovery = recoveries.byId(id).orElseThrow(() -> new NoSuchElementException("no recovery " + id));
        Recovery.Receipt shown = recovery.details().receipts().stream()
                .filter(each -> each.id().equals(receipt))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no receipt " + receipt));
        return page.view(
                "consequence/receipt",
                Map.of(
                        "details", recovery.details(),
                        "receipt", shown,
                        "creditor",
                                organization
                                        .directory()
                                        .body(recovery.details().creditor())
                                        .name()));
    }

    @PostMapping("/recoveries/{id}/receipts")
    ModelAndView receive(
            @PathVariable UUID id,
            Page page,
            Actor actor,
            @RequestParam BigDecimal amount,
            @RequestParam LocalDate on,
            @RequestParam String reference) {
        recoveries.receive(actor, id, amount, on, reference);
        return page.done("/recoveries/" + id, Text.of("consequence.recovery.done.received"));
    }

    @PostMapping("/recoveries/{id}/plan")
    ModelAndView plan(
            @PathVariable UUID id,
            Page page,
            Actor actor,
            @RequestParam int instalments,
            @RequestParam LocalDate first,
            @RequestParam String reasons) {
        BigDecimal balance = recoveries.recovery(id).details().balance();
        recoveries.reschedule(actor, id, recoveries.inEqualParts(balance, instalments, first), reasons);
        return page.done("/recoveries/" + id, Text.of("consequence.recovery.done.planned"));
    }

    @PostMapping("/recoveries/{id}/write-off")
    ModelAndView writeOff(
            @PathVariable UUID id,
            Page page,
            Actor actor,
            @RequestParam String decision,
            @RequestParam String reasons) {
        recoveries.writeOff(actor, id, decision, reasons);
        return page.done("/recoveries/" + id, Text.of("consequence.recovery.done.written-off"));
    }

    @PostMapping("/recoveries/bank")
    ModelAndView reconcile(Page page, Actor actor, @RequestParam MultipartFile file) throws IOException {
        Recoveries.Reconciliation done = recoveries.reconcile(
                actor, file.getOriginalFilename() == null ? "bank.csv" : file.getOriginalFilename(), file.getBytes());
        return page.done(
                "/recoveries",
                Text.of(
                        "consequence.recovery.done.reconciled",
                        done.confirmed(),
                        done.booked(),
                        done.known(),
                        done.open().size(),
                        done.amount()));
    }
}
