package org.shengmo.charter.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.charter.DutyLedger;
import org.shengmo.docket.Entry;
import org.shengmo.wording.Invalid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Duty ledgers over the API. */
@RestController
@RequestMapping("/api/v1/charter/ledger")
class LedgerApi {

    private final DutyLedger ledger;

    LedgerApi(DutyLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * An act in a ledger.
     *
     * @param entry the docket entry; opens at {@code /record/<number>}
     * @param on the day it was done
     * @param what what it says
     */
    record ActView(long entry, Instant at, LocalDate on, String kind, UUID post, Map<String, Object> what) {
        static ActView of(Entry entry) {
            return new ActView(
                    entry.id(),
                    entry.at(),
                    LedgerRow.day(entry),
                    entry.kind().code(),
                    entry.author().post(),
                    entry.payload());
        }
    }

    /**
     * An own entry.
     *
     * @param about the duty it belongs to; null for none
     */
    record Note(LocalDate on, UUID about, String text, List<UUID> attachments) {
        Note {
            if (on == null) {
                throw Invalid.at("on", "charter.part.blank");
            }
            text = text == null ? "" : text;
            attachments = attachments == null ? List.of() : List.copyOf(attachments);
        }
    }

    /** The number of the docket entry that an own entry became. */
    record Noted(long entry) {}

    @GetMapping("/{person}")
    List<ActView> acts(Actor actor, @PathVariable UUID person, @RequestParam int year) {
        if (!ledger.mayRead(actor, person)) {
            throw new NoSuchElementException("no ledger of " + person);
        }
        return ledger.of(person, year).stream().map(ActView::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Noted note(Actor actor, @RequestBody Note note) {
        return new Noted(ledger.note(actor, note.on(), note.about(), note.text(), note.attachments()));
    }
}
