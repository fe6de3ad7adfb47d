package org.shengmo.procurement.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.access.Actor;
import org.shengmo.access.web.CurrentActor;
import org.shengmo.access.web.Given;
import org.shengmo.procurement.Centre;
import org.shengmo.procurement.NewProject;
import org.shengmo.procurement.NewTender;
import org.shengmo.procurement.OpenContracting;
import org.shengmo.procurement.Procurement;
import org.shengmo.procurement.Project;
import org.shengmo.procurement.Remedies;
import org.shengmo.procurement.Tender;
import org.shengmo.procurement.Tenders;
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
import org.springframework.web.server.ResponseStatusException;

/** Procurement over the API: the same commands as the pages. */
@RestController
@RequestMapping("/api/v1/procurement")
class ProcurementApi {

    private final Procurement procurement;
    private final Tenders tenders;
    private final Remedies remedies;
    private final OpenContracting open;
    private final CurrentActor actors;

    ProcurementApi(
            Procurement procurement, Tenders tenders, Remedies remedies, OpenContracting open, CurrentActor actors) {
        this.procurement = procurement;
        this.tenders = tenders;
        this.remedies = remedies;
        this.open = open;
        this.actors = actors;
    }

    /** Who is assigned for a centre. */
    record Assigned(Centre centre, UUID post) {}

    /** Yuan, with what it is for, and the decision where one is needed. */
    record Money(BigDecimal amount, String note, BigDecimal deposit, Optional<UUID> decision) {}

    /** A public key, base 64 of the uncompressed P-256 point. */
    record Key(String publicKey) {}

    /** A sealed bid. */
    record Sealed(String envelope) {}

    /** Shares in base 64, by bid. */
    record Shares(Map<UUID, String> shares) {}

    /** The owner's posts on the committee. */
    record Representatives(List<UUID> posts) {}

    /** Points by member and bid, and who is out and why. */
    record Evaluation(Map<String, Map<UUID, BigDecimal>> points, Map<UUID, String> disqualified) {}

    /** An objection or complaint. */
    record Brought(Remedies.Kind kind, String who, String text, LocalDate knownOn) {}

    /** An answer. */
    record Answered(boolean upheld, String answer) {}

    @GetMapping("/projects")
    List<Project> projects() {
        return procurement.projects();
    }

    @GetMapping("/projects/{id}")
    Project project(@PathVariable UUID id) {
        return procurement.project(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/savings")
    Procurement.Savings savings(@RequestParam int year) {
        return procurement.savings(year);
    }

    @GetMapping("/projects/{id}/releases")
    Map<String, Object> releases(@PathVariable UUID id) {
        project(id);
        return open.releases(id);
    }

    @GetMapping("/projects/{id}/record")
    Map<String, Object> record(@PathVariable UUID id) {
        project(id);
        return open.records(id);
    }

    @GetMapping("/compiled")
    List<Map<String, Object>> compiled() {
        return open.compiled();
    }

    @PostMapping("/projects")
    @ResponseStatus(HttpStatus.CREATED)
    Project propose(@RequestBody NewProject project) {
        Given.needed("category", project.category());
        Given.needed("owner", project.owner());
        return procurement.propose(
                actor(),
                new NewProject(
                        Given.text(project.title()),
                        Given.text(project.text()),
                        project.category(),
                        project.owner(),
                        Given.text(project.place()),
                        project.estimate()));
    }

    @PostMapping("/projects/{id}/assign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(@PathVariable UUID id, @RequestBody Assigned assigned) {
        procurement.assign(
                actor(), known(id), Given.needed("centre", assigned.centre()), Given.needed("post", assigned.post()));
    }

    @PostMapping("/projects/{id}/budget")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void budget(@PathVariable UUID id, @RequestBody Money money) {
        procurement.budget(actor(), known(id), money.amount());
    }

    @PostMapping("/projects/{id}/review")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void review(@PathVariable UUID id, @RequestBody Money money) {
        procurement.review(actor(), known(id), money.amount(), Given.text(money.note()));
    }

    @PostMapping("/projects/{id}/tenders")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, UUID> publish(@PathVariable UUID id, @RequestBody NewTender tender) {
        Given.needed("method", tender.method());
        Given.needed("saleUntil", tender.saleUntil());
        Given.needed("deadline", tender.deadline());
        Given.needed("bidDeposit", tender.bidDeposit());
        Given.needed("performanceShare", tender.performanceShare());
        return Map.of("id", tenders.publish(actor(), known(id), tender));
    }

    @PostMapping("/tenders/{id}/key")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void holdKey(@PathVariable UUID id, @RequestBody Key key) {
        tenders.holdKey(actor(), tender(id), Given.text(key.publicKey()));
    }

    @GetMapping("/tenders/{id}/keys")
    Tender.Keys keys(@PathVariable UUID id) {
        return tenders.tender(tender(id)).orElseThrow().details().keys();
    }

    @PostMapping("/tenders/{id}/bids")
    @ResponseStatus(HttpStatus.CREATED)
    Tenders.Receipt bid(@PathVariable UUID id, @RequestBody Sealed sealed) {
        return tenders.receive(tender(id), Given.text(sealed.envelope()));
    }

    /** A clarification for everyone, with a later deadline where one is set. */
    record Clarification(String text, java.time.Instant deadline) {}

    @PostMapping("/tenders/{id}/clarifications")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clarify(@PathVariable UUID id, @RequestBody Clarification clarification) {
        tenders.clarify(
                actor(), tender(id), Given.text(clarification.text()), Optional.ofNullable(clarification.deadline()));
    }

    /** The code of a bid's receipt. */
    record Withdrawal(String code) {}

    @PostMapping("/tenders/{id}/withdrawals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id, @RequestBody Withdrawal withdrawal) {
        tenders.withdraw(tender(id), Given.text(withdrawal.code()));
    }

    @PostMapping("/tenders/{id}/pool")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void fixPool(@PathVariable UUID id) {
        tenders.fixPool(actor(), tender(id));
    }

    @GetMapping("/tenders/{id}/envelopes")
    Map<UUID, String> envelopes(@PathVariable UUID id) {
        return tenders.envelopes(actor(), tender(id));
    }

    @PostMapping("/tenders/{id}/shares")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveShares(@PathVariable UUID id, @RequestBody Shares shares) {
        Map<UUID, byte[]> given = new LinkedHashMap<>();
        try {
            Given.needed("shares", shares.shares())
                    .forEach((bid, share) -> given.put(bid, Base64.getDecoder().decode(share)));
        } catch (IllegalArgumentException malformed) {
            throw Invalid.at("shares", "procurement.fault.shares");
        }
        tenders.giveShares(actor(), tender(id), given);
    }

    @PostMapping("/tenders/{id}/draw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void draw(@PathVariable UUID id, @RequestBody Representatives representatives) {
        tenders.draw(actor(), tender(id), Given.list(representatives.posts()));
    }

    @PostMapping("/tenders/{id}/evaluate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void evaluate(@PathVariable UUID id, @RequestBody Evaluation evaluation) {
        tenders.evaluate(
                actor(),
                tender(id),
                evaluation.points() == null ? Map.of() : evaluation.points(),
                evaluation.disqualified() == null
                        ? Map.of()
                        : evaluation.disqualified().entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @PostMapping("/tenders/{id}/candidates")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void publishCandidates(@PathVariable UUID id) {
        tenders.publishCandidates(actor(), tender(id));
    }

    @PostMapping("/tenders/{id}/award")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void award(@PathVariable UUID id) {
        tenders.award(actor(), tender(id));
    }

    @PostMapping("/tenders/{id}/fail")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void fail(@PathVariable UUID id) {
        tenders.fail(actor(), tender(id));
    }

    @PostMapping("/tenders/{id}/remedies")
    @ResponseStatus(HttpStatus.CREATED)
    Remedies.Remedy bring(@PathVariable UUID id, @RequestBody Brought brought) {
        return remedies.bring(
                tender(id),
                Given.needed("kind", brought.kind()),
                Given.text(brought.who()),
                Given.text(brought.text()),
                brought.knownOn());
    }

    @PostMapping("/remedies/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answer(@PathVariable UUID id, @RequestBody Answered answered) {
        if (remedies.remedy(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        remedies.answer(actor(), id, answered.upheld(), Given.text(answered.answer()));
    }

    @PostMapping("/projects/{id}/contract")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void contract(@PathVariable UUID id, @RequestBody Money money) {
        procurement.contract(
                actor(),
                known(id),
                Given.needed("amount", money.amount()),
                money.deposit() == null ? BigDecimal.ZERO : money.deposit());
    }

    /** The collective decision that a project rests on. */
    record Resting(UUID decision) {}

    @PostMapping("/projects/{id}/rest")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rest(@PathVariable UUID id, @RequestBody Resting resting) {
        procurement.rest(actor(), known(id), Given.needed("decision", resting.decision()));
    }

    @PostMapping("/projects/{id}/change")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable UUID id, @RequestBody Money money) {
        procurement.change(
                actor(),
                known(id),
                Given.needed("amount", money.amount()),
                Given.text(money.note()),
                money.decision() == null ? Optional.empty() : money.decision());
    }

    @PostMapping("/projects/{id}/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(@PathVariable UUID id, @RequestBody Money money) {
        procurement.accept(actor(), known(id), Given.text(money.note()));
    }

    @PostMapping("/projects/{id}/pay")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pay(@PathVariable UUID id, @RequestBody Money money) {
        procurement.pay(actor(), known(id), money.amount(), Given.text(money.note()));
    }

    @PostMapping("/projects/{id}/archive")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void archive(@PathVariable UUID id) {
        procurement.archive(actor(), known(id));
    }

    private UUID known(UUID project) {
        return project(project).id();
    }

    private UUID tender(UUID id) {
        return tenders.tender(id).map(Tender::id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Actor actor() {
        return actors.actor();
    }
}
