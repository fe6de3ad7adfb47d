package org.shengmo.discipline.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.Given;
import org.shengmo.discipline.CaseFile;
import org.shengmo.discipline.Cases;
import org.shengmo.discipline.Informants;
import org.shengmo.discipline.Lead;
import org.shengmo.discipline.Leads;
import org.shengmo.discipline.Lessons;
import org.shengmo.discipline.Level;
import org.shengmo.discipline.NewLead;
import org.shengmo.discipline.Orders;
import org.shengmo.discipline.Origin;
import org.shengmo.discipline.SanctionOrder;
import org.shengmo.discipline.ViewLog;
import org.shengmo.discipline.Violation;
import org.shengmo.discipline.Way;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Discipline by the API: the same commands as the pages, there for the same people. */
@RestController
@RequestMapping("/api/v1/discipline")
class DisciplineApi {

    private final Leads leads;
    private final Cases cases;
    private final Orders orders;
    private final Informants informants;
    private final Lessons lessons;
    private final ViewLog log;

    DisciplineApi(Leads leads, Cases cases, Orders orders, Informants informants, Lessons lessons, ViewLog log) {
        this.leads = leads;
        this.cases = cases;
        this.orders = orders;
        this.informants = informants;
        this.lessons = lessons;
        this.log = log;
    }

    /** A lead. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LeadJson(
            UUID id,
            int year,
            int number,
            String origin,
            String state,
            LocalDate receivedOn,
            LocalDate due,
            String accused,
            String text) {

        static LeadJson of(Lead lead) {
            Lead.Details details = lead.details();
            LocalDate due = switch (lead) {
                case Lead.Registered registered -> registered.due();
                case Lead.Handled handled -> handled.due();
                case Lead other -> null;
            };
            return new LeadJson(
                    details.id(),
                    details.year(),
                    details.number(),
                    details.origin().code(),
                    lead.getClass().getSimpleName(),
                    details.receivedOn(),
                    due,
                    details.accused(),
                    details.text());
        }
    }

    /** A case. */
    record CaseJson(
            UUID id,
            UUID lead,
            int year,
            int number,
            UUID person,
            String level,
            boolean eightRules,
            String matter,
            String state,
            LocalDate filedOn) {

        static CaseJson of(CaseFile file) {
            CaseFile.Details details = file.details();
            return new CaseJson(
                    details.id(),
                    details.lead(),
                    details.year(),
                    details.number(),
                    details.person(),
                    details.level().code(),
                    details.eightRules(),
                    details.matter(),
                    file.getClass().getSimpleName(),
                    details.filedOn());
        }
    }

    /** An order, and what it bars. */
    record OrderJson(
            UUID id,
            long number,
            UUID person,
            String state,
            String administrative,
            int months,
            String party,
            String form,
            LocalDate decidedOn,
            LocalDate announcedOn,
            List<EffectJson> effects) {

        static OrderJson of(SanctionOrder order) {
            SanctionOrder.Details details = order.details();
            return new OrderJson(
                    details.id(),
                    details.number(),
                    details.person(),
                    order.getClass().getSimpleName(),
                    details.decision().administrative() == null
                            ? "none"
                            : details.decision().administrative().code(),
                    details.decision().months(),
                    details.decision().party() == null
                            ? "none"
                            : details.decision().party().code(),
                    details.decision().form(),
                    details.decision().on(),
                    details.announcedOn(),
                    details.effects().stream()
                            .map(each -> new EffectJson(
                                    each.what(),
                                    each.period().from(),
                                    each.period().lastDay().orElse(null),
                                    each.clause().document() + "#"
                                            + each.clause().article()))
                            .toList());
        }
    }

    /** One thing barred, with its first and last day. */
    record EffectJson(String what, LocalDate from, LocalDate lastDay, String clause) {}

    /** A lead to be registered. */
    record NewLeadJson(
            String origin,
            LocalDate receivedOn,
            String text,
            String accused,
            List<UUID> people,
            List<UUID> bodies,
            String informant,
            String contact) {}

    /** Who is to handle it. */
    record CrewJson(UUID supervisor, List<UUID> handlers) {}

    /** A way proposed. */
    record ProposalJson(String way, String account) {}

    /** Reasons, an account, a text. */
    record TextJson(String text) {}

    /** Somebody taken off, and who takes their place. */
    record RecusalJson(UUID person, UUID replacement, String reasons) {}

    /** A case to be filed. */
    record NewCaseJson(UUID person, String level, boolean eightRules, String matter) {}

    /** A piece of evidence. */
    record EvidenceJson(String kind, String title, LocalDate obtainedOn, UUID with, List<UUID> files) {}

    /** Who is to try it. */
    record TriersJson(List<UUID> triers) {}

    /** A breach with the sanctions in view. */
    record ViolationJson(String text, String administrative, String party) {}

    /** What the person was told and said. */
    record HearingJson(List<ViolationJson> violations, String statement, String verified) {}

    /** A decision. */
    record SentenceJson(String administrative, int months, String party, boolean transferred, String reasons) {}

    /** The outcome of a review: {@code maintain}, {@code lighten} or {@code revoke}. */
    record OutcomeJson(String outcome, String administrative, String party, String reasons) {}

    /** An answer to a request to open an identity. */
    record ConsentJson(boolean consent, String reasons) {}

    /** A lesson to be written. */
    record LessonJson(
            String risk,
            boolean rule,
            String remedy,
            UUID owner,
            LocalDate due,
            String metric,
            boolean fewer,
            LocalDate checkOn) {}

    /** An identifier of what came about; null where it is not there for who brought it about. */
    record Made(UUID id) {}

    @GetMapping("/leads")
    List<LeadJson> leads(Actor actor) {
        return leads.readableBy(actor).stream().map(LeadJson::of).toList();
    }

    /** Takes over a complaint about an official that petition keeps sealed. */
    @PostMapping("/leads/taken-over/{accusation}")
    Made takeOver(Actor actor, @PathVariable UUID accusation) {
        return new Made(leads.takeOver(actor, accusation));
    }

    @PostMapping("/leads")
    Made register(Actor actor, @RequestBody NewLeadJson lead) {
        return new Made(leads.register(
                actor,
                new NewLead(
                        Origin.valueOf(Given.text(lead.origin()).toUpperCase(java.util.Locale.ROOT)),
                        lead.receivedOn(),
                        Given.text(lead.text()),
                        Given.text(lead.accused()),
                        Given.list(lead.people()),
                        Given.list(lead.bodies()),
                        null,
                        Given.text(lead.informant()),
                        Given.text(lead.contact()))));
    }

    @GetMapping("/leads/{id}")
    LeadJson lead(Actor actor, @PathVariable UUID id) {
        return leads.open(actor, id).map(LeadJson::of).orElseThrow(() -> new NoSuchElementException("no lead " + id));
    }

    @PostMapping("/leads/{id}/assign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(Actor actor, @PathVariable UUID id, @RequestBody CrewJson crew) {
        leads.assign(actor, id, crew.supervisor(), Given.list(crew.handlers()));
    }

    @PostMapping("/leads/{id}/recuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void recuseFromLead(Actor actor, @PathVariable UUID id, @RequestBody RecusalJson recusal) {
        leads.recuse(actor, id, recusal.person(), recusal.replacement(), Given.text(recusal.reasons()));
    }

    @PostMapping("/leads/{id}/propose")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void propose(Actor actor, @PathVariable UUID id, @RequestBody ProposalJson proposal) {
        leads.propose(actor, id, Way.of(Given.text(proposal.way())), Given.text(proposal.account()));
    }

    @PostMapping("/leads/{id}/countersign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void countersign(Actor actor, @PathVariable UUID id) {
        leads.countersign(actor, id);
    }

    @PostMapping("/leads/{id}/approve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void approve(Actor actor, @PathVariable UUID id) {
        leads.approve(actor, id);
    }

    @PostMapping("/leads/{id}/send-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sendLeadBack(Actor actor, @PathVariable UUID id, @RequestBody TextJson reasons) {
        leads.sendBack(actor, id, Given.text(reasons.text()));
    }

    @PostMapping("/leads/{id}/take-up")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeUp(Actor actor, @PathVariable UUID id) {
        leads.takeUp(actor, id);
    }

    @PostMapping("/leads/{id}/file")
    Made file(Actor actor, @PathVariable UUID id, @RequestBody NewCaseJson filed) {
        return new Made(cases.file(
                actor,
                id,
                new Cases.NewCase(
                        filed.person(),
                        Level.valueOf(Given.text(filed.level()).toUpperCase(java.util.Locale.ROOT)),
                        filed.eightRules(),
                        Given.text(filed.matter()))));
    }

    @PostMapping("/leads/{id}/identity")
    Made askIdentity(Actor actor, @PathVariable UUID id, @RequestBody TextJson reasons) {
        return new Made(informants.ask(actor, id, Given.text(reasons.text())));
    }

    @PostMapping("/identity-requests/{id}/answer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answerIdentity(Actor actor, @PathVariable UUID id, @RequestBody ConsentJson consent) {
        informants.answer(actor, id, consent.consent(), Given.text(consent.reasons()));
    }

    @PostMapping("/identity-requests/{id}/open")
    Informants.Identity openIdentity(Actor actor, @PathVariable UUID id) {
        return informants.open(actor, id);
    }

    @GetMapping("/cases")
    List<CaseJson> cases(Actor actor) {
        return cases.readableBy(actor).stream().map(CaseJson::of).toList();
    }

    @GetMapping("/cases/{id}")
    CaseJson caseFile(Actor actor, @PathVariable UUID id) {
        return cases.open(actor, id).map(CaseJson::of).orElseThrow(() -> new NoSuchElementException("no case " + id));
    }

    @PostMapping("/cases/{id}/evidence")
    Made evidence(Actor actor, @PathVariable UUID id, @RequestBody EvidenceJson evidence) {
        return new Made(cases.evidence(
                actor,
                id,
                new Cases.NewEvidence(
                        Given.text(evidence.kind()),
                        Given.text(evidence.title()),
                        evidence.obtainedOn(),
                        Given.list(evidence.files())),
                evidence.with()));
    }

    @PostMapping("/cases/{id}/to-trial")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void toTrial(Actor actor, @PathVariable UUID id, @RequestBody TriersJson triers) {
        cases.toTrial(actor, id, Given.list(triers.triers()));
    }

    @PostMapping("/cases/{id}/send-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sendCaseBack(Actor actor, @PathVariable UUID id, @RequestBody TextJson reasons) {
        cases.sendBack(actor, id, Given.text(reasons.text()));
    }

    @PostMapping("/cases/{id}/hear")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hear(Actor actor, @PathVariable UUID id, @RequestBody HearingJson hearing) {
        cases.hear(
                actor,
                id,
                Given.list(hearing.violations()).stream()
                        .map(each -> new Violation(
                                Given.text(each.text()),
                                Said.administrative(Given.text(each.administrative())),
                                Said.party(Given.text(each.party()))))
                        .toList(),
                Given.text(hearing.statement()),
                Given.text(hearing.verified()));
    }

    @PostMapping("/cases/{id}/decide")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(Actor actor, @PathVariable UUID id, @RequestBody SentenceJson sentence) {
        cases.decide(
                actor,
                id,
                new Cases.Sentence(
                        Said.administrative(Given.text(sentence.administrative())),
                        sentence.months(),
                        Said.party(Given.text(sentence.party())),
                        sentence.transferred()),
                Given.text(sentence.reasons()));
    }

    @PostMapping("/cases/{id}/announce")
    Made announce(Actor actor, @PathVariable UUID id) {
        return new Made(cases.announce(actor, id));
    }

    @PostMapping("/cases/{id}/dismiss")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(Actor actor, @PathVariable UUID id, @RequestBody TextJson reasons) {
        cases.dismiss(actor, id, Given.text(reasons.text()));
    }

    @PostMapping("/cases/{id}/recuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void recuseFromCase(Actor actor, @PathVariable UUID id, @RequestBody RecusalJson recusal) {
        cases.recuse(actor, id, recusal.person(), recusal.replacement(), Given.text(recusal.reasons()));
    }

    @GetMapping("/orders")
    List<OrderJson> orders(Actor actor) {
        return orders.readableBy(actor).stream().map(OrderJson::of).toList();
    }

    @GetMapping("/orders/{id}")
    OrderJson order(Actor actor, @PathVariable UUID id) {
        return orders.open(actor, id)
                .map(OrderJson::of)
                .orElseThrow(() -> new NoSuchElementException("no order " + id));
    }

    @PostMapping("/orders/{id}/carry-out")
    OrderJson carryOut(Actor actor, @PathVariable UUID id, @RequestBody TextJson what) {
        orders.carryOut(actor, id, Given.text(what.text()));
        return order(actor, id);
    }

    @PostMapping("/orders/{id}/ask")
    OrderJson askReview(Actor actor, @PathVariable UUID id, @RequestBody TextJson text) {
        orders.ask(actor, id, Given.text(text.text()));
        return order(actor, id);
    }

    @PostMapping("/orders/{id}/review")
    OrderJson review(Actor actor, @PathVariable UUID id, @RequestBody OutcomeJson outcome) {
        orders.review(
                actor,
                id,
                SanctionOrderPages.outcome(
                        Given.text(outcome.outcome()),
                        Given.text(outcome.administrative()),
                        Given.text(outcome.party())),
                Given.text(outcome.reasons()));
        return order(actor, id);
    }

    @PostMapping("/orders/{id}/correct")
    OrderJson correct(Actor actor, @PathVariable UUID id, @RequestBody TextJson reasons) {
        orders.correct(actor, id, Given.text(reasons.text()));
        return order(actor, id);
    }

    @PostMapping("/orders/{id}/restore/{change}")
    OrderJson restore(Actor actor, @PathVariable UUID id, @PathVariable UUID change, @RequestBody TextJson account) {
        orders.restore(actor, id, change, Given.text(account.text()));
        return order(actor, id);
    }

    @PostMapping("/orders/{id}/lessons")
    Made learn(Actor actor, @PathVariable UUID id, @RequestBody LessonJson lesson) {
        order(actor, id);
        return new Made(lessons.learn(
                actor,
                id,
                new Lessons.NewLesson(
                        Given.text(lesson.risk()),
                        lesson.rule(),
                        Given.text(lesson.remedy()),
                        lesson.owner(),
                        lesson.due(),
                        Given.text(lesson.metric()),
                        lesson.fewer(),
                        lesson.checkOn())));
    }

    @GetMapping("/lessons")
    List<Lessons.Lesson> lessons(Actor actor) {
        return lessons.readableBy(actor);
    }

    @PostMapping("/lessons/{id}/done")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lessonDone(Actor actor, @PathVariable UUID id, @RequestBody TextJson account) {
        lessons.done(actor, id, Given.text(account.text()));
    }

    @PostMapping("/lessons/{id}/check")
    boolean lessonCheck(Actor actor, @PathVariable UUID id) {
        return lessons.check(actor, id);
    }

    @GetMapping("/forms")
    Map<String, Long> forms(Actor actor, @RequestParam int year) {
        return orders.forms(actor, year);
    }

    @GetMapping("/views")
    List<ViewLog.View> views(Actor actor, @RequestParam YearMonth month) {
        return log.of(actor, month);
    }

    @PostMapping("/views/review")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reviewViews(Actor actor, @RequestParam YearMonth month, @RequestBody TextJson remarks) {
        log.review(actor, month, Given.text(remarks.text()));
    }
}
