package org.shengmo.charter.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.Page;
import org.shengmo.access.web.Uploads;
import org.shengmo.attachment.Attachments;
import org.shengmo.charter.DutyLedger;
import org.shengmo.docket.Entry;
import org.shengmo.duty.Duties;
import org.shengmo.duty.Duty;
import org.shengmo.duty.DutyFilter;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Person;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A person's duty ledger: their acts as the record has them, and own entries with what shows them. */
@Controller
@RequestMapping("/charter/ledger")
class LedgerPages {

    private static final Listing<LedgerRow> LISTING = Listing.<LedgerRow>titled("charter.ledger.title")
            .date("charter.ledger.on", LedgerRow::on)
            .choice("charter.ledger.kind", LedgerRow::kind)
            .text("charter.ledger.what", LedgerRow::what)
            .choice("charter.ledger.post", LedgerRow::post)
            .number("charter.ledger.entry", LedgerRow::entry)
            .linked(row -> "/record/" + row.entry())
            .sorted("-entry");

    private final DutyLedger ledger;
    private final Organization organization;
    private final Duties duties;
    private final Attachments attachments;
    private final Uploads uploads;

    LedgerPages(DutyLedger ledger, Organization organization, Duties duties, Attachments attachments, Uploads uploads) {
        this.ledger = ledger;
        this.organization = organization;
        this.duties = duties;
        this.attachments = attachments;
        this.uploads = uploads;
    }

    @GetMapping
    String own(Actor actor) {
        return "redirect:/charter/ledger/" + actor.person();
    }

    @GetMapping("/{person}")
    ModelAndView ledger(Page page, Actor actor, @PathVariable UUID person, @RequestParam Optional<Integer> year) {
        Directory directory = organization.directory();
        Person of = directory
                .findPerson(person)
                .filter(each -> ledger.mayRead(actor, person))
                .orElseThrow(() -> new NoSuchElementException("no ledger of " + person));
        int today = page.today().getYear();
        int shown = year.orElse(today);
        List<Entry> entries = ledger.of(person, shown);
        if (year.isEmpty() && entries.isEmpty()) {
            shown = today - 1;
            entries = ledger.of(person, shown);
        }
        boolean own = person.equals(actor.person());
        Map<String, Object> model = new HashMap<>();
        model.put("person", of);
        model.put("year", shown);
        model.put("own", own);
        model.put("notes", notes(entries));
        model.put("owed", own ? owed(actor) : Map.of());
        List<LedgerRow> rows =
                entries.stream().map(entry -> LedgerRow.of(entry, directory)).toList();
        return page.list("charter/ledger", LISTING, rows, model);
    }

    private List<NoteView> notes(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind().code().equals(DutyLedger.NOTED) && !entry.erased())
                .map(entry -> NoteView.of(entry, attachments.of(entry.about())))
                .toList();
    }

    /** The duties that an own entry may belong to, by identifier, soonest due first. */
    private Map<String, String> owed(Actor actor) {
        Map<String, String> owed = new LinkedHashMap<>();
        if (actor.post() != null) {
            duties.find(DutyFilter.ALL.ownedBy(List.of(actor.post())).stillOpen()).stream()
                    .sorted(Comparator.comparing((Duty duty) -> duty.details().due()))
                    .forEach(duty ->
                            owed.put(duty.id().toString(), duty.details().title()));
        }
        return owed;
    }

    @PostMapping
    ModelAndView note(
            Page page,
            Actor actor,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam(required = false) UUID about,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) List<MultipartFile> files) {
        if (on == null) {
            throw Invalid.at("on", "charter.part.blank");
        }
        ledger.note(actor, on, about, text, uploads.keep(actor, files));
        return page.done(
                "/charter/ledger/" + actor.person() + "?year=" + page.today().getYear(), Text.of("charter.done.noted"));
    }
}
