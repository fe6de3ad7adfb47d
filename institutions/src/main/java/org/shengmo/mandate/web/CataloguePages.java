package org.shengmo.mandate.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.mandate.Catalogue;
import org.shengmo.mandate.ItemVersion;
import org.shengmo.mandate.Mandate;
import org.shengmo.mandate.Power;
import org.shengmo.mandate.PowerTexts;
import org.shengmo.mandate.Proposal;
import org.shengmo.wording.Status;
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

/** How the catalogue comes to be and to change: lists taken in, changes proposed, reviewed, decided. */
@Controller
class CataloguePages {

    private final Mandate mandate;

    CataloguePages(Mandate mandate) {
        this.mandate = mandate;
    }

    @GetMapping("/catalogue/import")
    ModelAndView importing(Page page) {
        page.actor().require(Mandate.MANAGE);
        return page.view("mandate/import", Map.of());
    }

    @PostMapping("/catalogue/import")
    ModelAndView take(
            Page page,
            @RequestParam MultipartFile file,
            @RequestParam LocalDate from,
            @RequestParam String decision,
            @RequestParam(required = false) boolean dryRun)
            throws IOException {
        Mandate.Imported taken = mandate.importList(page.actor(), file.getBytes(), from, decision, dryRun);
        return page.done(
                "/catalogue/import",
                Text.of(
                        dryRun ? "mandate.import.checked" : "mandate.import.done",
                        taken.read(),
                        taken.added(),
                        taken.changed(),
                        taken.unchanged(),
                        taken.incomplete()));
    }

    @GetMapping("/catalogue/changes")
    ModelAndView changes(Page page) {
        Listing<Proposal> listing = Listing.<Proposal>titled("mandate.changes.title")
                .text("mandate.field.code", Proposal::code)
                .text("mandate.field.name", proposal -> proposal.power().name())
                .linked(proposal -> "/catalogue/changes/" + proposal.id())
                .date("mandate.changes.proposed", Proposal::proposedOn)
                .choice("mandate.field.state", proposal -> state(proposal))
                .date("mandate.field.from", Proposal::effective);
        return page.list("mandate/changes", listing, mandate.proposals());
    }

    static Status state(Proposal proposal) {
        String key = "mandate.change.state." + proposal.state();
        return switch (proposal.state()) {
            case "in-force" -> Status.done(key);
            case "proposed", "lawful" -> Status.due(key);
            default -> Status.plain(key);
        };
    }

    @GetMapping("/catalogue/changes/new")
    ModelAndView proposing(Page page, @RequestParam Optional<String> code) {
        page.actor().require(Mandate.MANAGE);
        Map<String, Object> model = new LinkedHashMap<>();
        ItemVersion standing = code.flatMap(
                        each -> mandate.versions(each).stream().findFirst())
                .orElse(null);
        model.put("standing", standing);
        model.put("values", PowerTexts.of(standing == null ? PowerTexts.EMPTY : standing.power()));
        return page.view("mandate/propose", model);
    }

    @PostMapping("/catalogue/changes")
    ModelAndView propose(
            Page page,
            @RequestParam Map<String, String> fields,
            @RequestParam String catalogue,
            @RequestParam String code,
            @RequestParam String reasons,
            @RequestParam(required = false) MultipartFile chart)
            throws IOException {
        Power power = PowerTexts.read(fields);
        byte[] file = chart == null || chart.isEmpty() ? null : chart.getBytes();
        Proposal proposal = mandate.propose(page.actor(), Catalogue.of(catalogue), code, power, file, reasons);
        return page.done("/catalogue/changes/" + proposal.id(), Text.of("mandate.done.proposed"));
    }

    @GetMapping("/catalogue/changes/{id}")
    ModelAndView change(Page page, @PathVariable UUID id) {
        Proposal proposal = mandate.proposal(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return page.view(
                "mandate/change",
                Map.of(
                        "proposal",
                        proposal,
                        "state",
                        state(proposal),
                        "values",
                        PowerTexts.of(proposal.power()),
                        "decisions",
                        mandate.decisionsNaming(proposal.code())));
    }

    @PostMapping("/catalogue/changes/{id}/review")
    ModelAndView review(Page page, @PathVariable UUID id, @RequestParam boolean lawful, @RequestParam String opinion) {
        mandate.review(page.actor(), id, lawful, opinion);
        return page.done("/catalogue/changes/" + id, Text.of("mandate.done.reviewed"));
    }

    @PostMapping("/catalogue/changes/{id}/decide")
    ModelAndView decide(
            Page page,
            @PathVariable UUID id,
            @RequestParam String decision,
            @RequestParam LocalDate from,
            @RequestParam boolean adopted) {
        mandate.decide(page.actor(), id, decision, from, adopted);
        return page.done("/catalogue/changes/" + id, Text.of("mandate.done.decided"));
    }
}
