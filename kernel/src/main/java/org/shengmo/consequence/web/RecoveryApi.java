package org.shengmo.consequence.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.CurrentActor;
import org.shengmo.consequence.Recoveries;
import org.shengmo.consequence.Recovery;
import org.shengmo.docket.Kind;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Recoveries over the API: the same commands as the pages. */
@RestController
@RequestMapping("/api/v1/recoveries")
class RecoveryApi {

    private final Recoveries recoveries;
    private final CurrentActor actors;

    RecoveryApi(Recoveries recoveries, CurrentActor actors) {
        this.recoveries = recoveries;
        this.actors = actors;
    }

    /** A payment received. */
    record Payment(BigDecimal amount, LocalDate on, String reference) {}

    /** A new plan; its parts add up to the balance. */
    record Plan(List<Recoveries.Instalment> instalments, String reasons) {}

    /** A decision to give up. */
    record GivenUp(String decision, String reasons) {}

    /** A recovery and its state: {@code open}, {@code settled}, {@code written-off}. */
    record Told(String state, Recovery recovery) {
        static Told of(Recovery recovery) {
            return switch (recovery) {
                case Recovery.Open open -> new Told("open", open);
                case Recovery.Settled settled -> new Told("settled", settled);
                case Recovery.WrittenOff given -> new Told("written-off", given);
            };
        }
    }

    @GetMapping
    List<Told> all(@RequestParam Optional<String> kind) {
        RecoveryPages.mayRead(actor());
        return recoveries.all(kind.map(Kind::of)).stream().map(Told::of).toList();
    }

    @GetMapping("/{id}")
    Told recovery(@PathVariable UUID id) {
        RecoveryPages.mayRead(actor());
        return Told.of(recoveries.byId(id).orElseThrow(() -> new NoSuchElementException("no recovery " + id)));
    }

    @PostMapping("/{id}/receipts")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, UUID> receive(@PathVariable UUID id, @RequestBody Payment payment) {
        return Map.of("receipt", recoveries.receive(actor(), id, payment.amount(), payment.on(), payment.reference()));
    }

    @PostMapping("/{id}/plan")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void plan(@PathVariable UUID id, @RequestBody Plan plan) {
        recoveries.reschedule(actor(), id, plan.instalments(), plan.reasons());
    }

    @PostMapping("/{id}/write-off")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void writeOff(@PathVariable UUID id, @RequestBody GivenUp given) {
        recoveries.writeOff(actor(), id, given.decision(), given.reasons());
    }

    /** The body is the bank's csv. */
    @PostMapping(path = "/bank", consumes = "text/csv")
    Recoveries.Reconciliation reconcile(@RequestParam(defaultValue = "bank.csv") String file, @RequestBody String csv) {
        return recoveries.reconcile(actor(), file, csv.getBytes(StandardCharsets.UTF_8));
    }

    private Actor actor() {
        return actors.actor();
    }
}
