package org.shengmo.consequence.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.Given;
import org.shengmo.consequence.Clearance;
import org.shengmo.consequence.Consequence;
import org.shengmo.consequence.ConsequenceDetails;
import org.shengmo.consequence.Consequences;
import org.shengmo.consequence.Effect;
import org.shengmo.consequence.EffectPeriod;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Refusal;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Consequences and clearance by the API: the same commands as the pages. */
@RestController
@RequestMapping("/api/v1")
class ConsequenceApi {

    private final Consequences consequences;
    private final Clock clock;

    ConsequenceApi(Consequences consequences, Clock clock) {
        this.consequences = consequences;
        this.clock = clock;
    }

    /** A decision: {@code confirm}, {@code replace} with a measure, or {@code none}; on an appeal {@code maintain}, … */
    record DecisionJson(String outcome, String measure, String reasons) {
        String said() {
            return reasons == null ? "" : reasons;
        }

        String chosen() {
            return outcome == null ? "" : outcome;
        }
    }

    /** An appeal, with kept files. */
    record AppealJson(String text, List<UUID> attachments) {}

    /** A consequence as the API gives it; dates are null where there are none. */
    record ConsequenceJson(
            UUID id,
            long number,
            String state,
            String subjectType,
            UUID subject,
            UUID finding,
            String title,
            String measure,
            LocalDate from,
            LocalDate lastDay,
            List<String> bars,
            LocalDate appealUntil,
            String clause) {

        static ConsequenceJson of(Consequence consequence) {
            ConsequenceDetails details = consequence.details();
            Effect effect = consequence instanceof Consequence.Imposed imposed ? imposed.effect() : null;
            EffectPeriod period = effect == null ? null : effect.period().orElse(null);
            return new ConsequenceJson(
                    details.id(),
                    details.number(),
                    consequence.getClass().getSimpleName(),
                    details.subject().type(),
                    details.subject().id(),
                    details.finding(),
                    details.title(),
                    (effect == null ? details.proposed() : effect.measure()).code(),
                    period == null ? null : period.from(),
                    period == null ? null : period.lastDay().orElse(null),
                    effect == null ? List.of() : effect.bars(),
                    effect == null ? null : effect.appealUntil(),
                    details.clause().document() + "#" + details.clause().article());
        }
    }

    /** One thing that binds. */
    record BindingJson(String what, LocalDate from, LocalDate lastDay, String clause, UUID source) {}

    @GetMapping("/consequences")
    List<ConsequenceJson> consequences(Actor actor) {
        return consequences.readableBy(actor).stream().map(ConsequenceJson::of).toList();
    }

    @GetMapping("/consequences/{id}")
    ConsequenceJson consequence(@PathVariable UUID id, Actor actor) {
        return consequences
                .byId(id)
                .filter(found -> consequences.mayRead(actor, found))
                .map(ConsequenceJson::of)
                .orElseThrow(() -> new NoSuchElementException("no consequence " + id));
    }

    @PostMapping("/consequences/{id}/decide")
    ConsequenceJson decide(@PathVariable UUID id, @RequestBody DecisionJson decision, Actor actor) {
        consequences.decide(
                actor, id, ConsequencePages.decision(decision.chosen(), decision.measure()), decision.said());
        return consequence(id, actor);
    }

    @PostMapping("/consequences/{id}/appeal")
    ConsequenceJson appeal(@PathVariable UUID id, @RequestBody AppealJson appeal, Actor actor) {
        consequences.appeal(actor, id, Given.text(appeal.text()), Given.list(appeal.attachments()));
        return consequence(id, actor);
    }

    @PostMapping("/consequences/{id}/decide-appeal")
    ConsequenceJson decideAppeal(@PathVariable UUID id, @RequestBody DecisionJson decision, Actor actor) {
        consequences.decideAppeal(
                actor, id, ConsequencePages.appealDecision(decision.chosen(), decision.measure()), decision.said());
        return consequence(id, actor);
    }

    /** What binds a person or body on a day. For oneself, and for posts that may read consequences there. */
    @GetMapping("/clearance/{type}/{id}")
    List<BindingJson> clearance(
            @PathVariable String type,
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            Actor actor) {
        LocalDate today = LocalDate.now(clock);
        if (!type.equals("person") && !type.equals("body")) {
            throw new NoSuchElementException("no clearance of a " + type);
        }
        Subject subject = new Subject(type, id);
        if (!consequences.mayAsk(actor, subject)) {
            throw Refusal.of("access.permission.missing", Consequences.READ.code())
                    .refused();
        }
        Clearance clearance = consequences.clearance(subject, on == null ? today : on);
        return clearance.bindings().stream()
                .map(binding -> new BindingJson(
                        binding.what(),
                        binding.period().from(),
                        binding.period().lastDay().orElse(null),
                        binding.clause().document() + "#" + binding.clause().article(),
                        binding.source().id()))
                .toList();
    }
}
