package org.shengmo.portal.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shengmo.access.Permission;
import org.shengmo.access.RecordDoor;
import org.shengmo.access.web.Page;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Seals;
import org.shengmo.ledger.Checkpoint;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * An entry of the record and the proof of it. The proof is for anyone; what the entry says and who did it only for who is
 * signed in, for it may hold personal data.
 */
@Controller
class RecordPages {

    private static final Permission ERASE = Permission.of("docket.erase");

    private final Docket docket;
    private final Seals seals;
    private final RecordDoor door;
    private final TransactionTemplate transaction;

    RecordPages(Docket docket, Seals seals, RecordDoor door, TransactionTemplate transaction) {
        this.docket = docket;
        this.seals = seals;
        this.door = door;
        this.transaction = transaction;
    }

    /** Where anyone checks a receipt in the browser. */
    @GetMapping("/record/check")
    ModelAndView check(Page page) {
        return page.view("portal/check", Map.of("keys", seals.verifierKeys(), "words", ReceiptWords.KEYS));
    }

    /** The receipt with what the entry says, for those who may read that on its page. */
    @GetMapping("/record/{entry:[0-9]{1,18}}/receipt/full")
    ResponseEntity<byte[]> full(Page page, @PathVariable long entry) throws IOException {
        Entry found = found(page, entry);
        if (!page.signedIn() || door.open(page.actor(), List.of(found)).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return seals.receipt(entry, true)
                .map(receipt -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("text/plain; charset=utf-8"))
                        .cacheControl(CacheControl.noStore())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"entry-" + entry + "-content.tlog-proof\"")
                        .body(receipt.bytes()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Erases what an entry says, for a reason, on record. */
    @PostMapping("/record/{entry:[0-9]{1,18}}/erasure")
    ModelAndView erase(Page page, @PathVariable long entry, @RequestParam String reason) {
        page.actor().require(ERASE);
        found(page, entry);
        if (reason.isBlank()) {
            throw Invalid.at("reason", "portal.record.erase.reason.missing");
        }
        transaction.executeWithoutResult(status -> docket.erase(page.actor().author(), entry, reason.strip()));
        return page.done("/record/" + entry, Text.of("portal.record.erase.done"));
    }

    private Entry found(Page page, long entry) {
        return docket.entry(entry, page.actor().compartments())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/record/{entry:[0-9]{1,18}}")
    ModelAndView record(Page page, @PathVariable long entry) throws IOException {
        Entry found = found(page, entry);
        Optional<Long> index = seals.index(entry);
        Optional<Checkpoint> checkpoint = seals.checkpoint();
        return page.view(
                "portal/record",
                Map.of(
                        "entry",
                        found,
                        "acts",
                        page.signedIn() ? page.timeline(List.of(found)) : List.of(),
                        "index",
                        index.map(String::valueOf).orElse(""),
                        "size",
                        checkpoint.map(each -> each.head().size()).orElse(0L),
                        "root",
                        checkpoint.map(each -> each.head().root().toString()).orElse(""),
                        "keys",
                        seals.verifierKeys(),
                        "erasable",
                        page.actor().may(ERASE)
                                && !found.erased()
                                && !found.kind().equals(Docket.ERASED)));
    }
}
