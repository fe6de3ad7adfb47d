package org.shengmo.portal.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shengmo.access.web.Page;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Seals;
import org.shengmo.ledger.Checkpoint;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * An entry of the record and the proof of it. The proof is for anyone; what the entry says and who did it only for who is
 * signed in, for it may hold personal data.
 */
@Controller
class RecordPages {

    private final Docket docket;
    private final Seals seals;

    RecordPages(Docket docket, Seals seals) {
        this.docket = docket;
        this.seals = seals;
    }

    @GetMapping("/record/{entry:[0-9]{1,18}}")
    ModelAndView record(Page page, @PathVariable long entry) throws IOException {
        Entry found = docket.entry(entry, page.actor().compartments())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
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
                        seals.verifierKeys()));
    }
}
