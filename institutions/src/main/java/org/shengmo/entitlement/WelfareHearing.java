package org.shengmo.entitlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.NewDuty;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Words;
import org.springframework.stereotype.Component;

/** Telling households, and hearing them. */
@Component
class WelfareHearing {

    private static final int MOST_FAILURES = 5;
    private static final int LONGEST_REPLY = 2000;

    private final HouseholdRows rows;
    private final WelfareReach reach;
    private final WelfareRules rules;
    private final WelfareActs acts;
    private final Rulebook rulebook;
    private final Duties duties;
    private final Docket docket;
    private final Organization organization;
    private final Attempts attempts;
    private final Words words;

    WelfareHearing(
            HouseholdRows rows,
            WelfareReach reach,
            WelfareRules rules,
            WelfareActs acts,
            Rulebook rulebook,
            Duties duties,
            Docket docket,
            Organization organization,
            Attempts attempts,
            Words words) {
        this.rows = rows;
        this.reach = reach;
        this.rules = rules;
        this.acts = acts;
        this.rulebook = rulebook;
        this.duties = duties;
        this.docket = docket;
        this.organization = organization;
        this.attempts = attempts;
        this.words = words;
    }

    Household.Batch tell(Actor by, List<UUID> ids, UUID decider) {
        List<Household> households = reach.reached(by, Entitlement.TELL, ids);
        for (Household household : households) {
            if (!(household instanceof Household.Found)) {
                throw WelfareRules.refusal("entitlement.refused.told", household, rules.cite("4"));
            }
        }
        UUID run = households.getFirst().details().run();
        if (households.stream().anyMatch(each -> !each.details().run().equals(run))) {
            throw Invalid.at("households", "entitlement.fault.one-run");
        }
        Ruling hearing = rules.hearing(Household.Outcome.STOPPED);
        LocalDate replyUntil = rules.today().plusDays(hearing.integer("replyDays"));
        Household.Batch batch = new Household.Batch(
                UUID.randomUUID(),
                0,
                run,
                rules.today(),
                replyUntil,
                replyUntil.plusDays(hearing.integer("decideDays")),
                decider);
        rows.insert(batch, decideDuty(batch, households));
        rows.tell(ids, batch.id());
        Map<String, Object> payload = new TreeMap<>();
        payload.put("numbers", WelfareReach.numbers(households));
        payload.put("households", households.size());
        payload.put("reply_until", replyUntil);
        payload.put("clause", hearing.citations().getFirst().asPayload());
        acts.record(by, "entitlement.told", new Subject("entitlement.batch", batch.id()), households, payload);
        acts.done(
                by,
                rows.reviewDuty(run).filter(duty -> !rows.any("run = ? AND state = 'found'", run)),
                "entitlement.account.told");
        return rows.batches(run).stream()
                .filter(each -> each.id().equals(batch.id()))
                .findFirst()
                .orElseThrow();
    }

    private UUID decideDuty(Household.Batch batch, List<Household> households) {
        Ruling terms = rulebook.decide(Entitlement.TERMS_TABLE, rules.today(), Map.of("matter", "decide"));
        return duties.owe(
                Actor.CALENDAR,
                new NewDuty(
                                Kind.of("entitlement.decide"),
                                words.say(
                                        java.util.Locale.SIMPLIFIED_CHINESE,
                                        "entitlement.duty.decide",
                                        households.getFirst().details().township(),
                                        households.size()),
                                batch.decider(),
                                organization.post(batch.decider()).body(),
                                terms.citations().getFirst(),
                                new Subject("entitlement.batch", batch.id()),
                                rules.today(),
                                batch.decideUntil(),
                                RosterFindings.terms(terms))
                        .metAt("/entitlement/batches/" + batch.id() + "/decide?run=" + batch.run()));
    }

    void hear(Actor by, UUID id, String reply) {
        Household household = reach.reached(by, Entitlement.HEAR, List.of(id)).getFirst();
        said(reply);
        if (!(household instanceof Household.Told) && !(household instanceof Household.Heard)) {
            throw WelfareRules.refusal(
                    household instanceof Household.Found
                            ? "entitlement.refused.not-told"
                            : "entitlement.refused.decided",
                    household,
                    rules.cite("5"));
        }
        heard(by, household, Household.From.CLERK, reply);
    }

    private static void said(String reply) {
        if (reply.isBlank()) {
            throw Invalid.at("reply", "entitlement.fault.blank");
        }
        if (reply.length() > LONGEST_REPLY) {
            throw Invalid.at("reply", "entitlement.fault.long", LONGEST_REPLY);
        }
    }

    private void heard(Actor by, Household household, Household.From from, String reply) {
        long entry = docket.record(Act.of(
                by.author(),
                "entitlement.heard",
                household.details().asSubject(),
                Map.of("number", household.details().number(), "reply", reply.strip(), "heard_from", from.code()),
                new Subject("measurement.run", household.details().run())));
        rows.hear(household.id(), rules.today(), from, reply.strip(), entry);
    }

    void answer(long number, String code, String reply) {
        Household household = opened(number, code);
        said(reply);
        if (household instanceof Household.Told told
                && !rules.today().isAfter(told.batch().replyUntil())) {
            heard(Actor.PUBLIC, household, Household.From.HOUSEHOLD, reply);
        } else if (household instanceof Household.Heard heard && heard.hearing().from() == Household.From.HOUSEHOLD) {
            throw WelfareRules.refusal("entitlement.refused.answered", household, rules.cite("5"));
        } else {
            throw WelfareRules.refusal("entitlement.refused.late", household, rules.cite("5"));
        }
    }

    Household opened(long number, String code) {
        Optional<Household> household =
                rows.households("h.number = ?", number).stream().findFirst();
        LocalDate today = rules.today();
        if (household.isPresent() && rows.failures(household.get().id(), today) >= MOST_FAILURES) {
            throw Refusal.of("entitlement.refused.locked").refused();
        }
        boolean right = household.isPresent()
                && !(household.get() instanceof Household.Found)
                && Codes.same(code(household.get().id()), code);
        if (!right) {
            household.ifPresent(each -> attempts.failed(each.id(), today));
            throw Refusal.of("entitlement.refused.code").refused();
        }
        return household.get();
    }

    String code(Actor by, UUID household) {
        reach.reached(by, Entitlement.TELL, List.of(household));
        return code(household);
    }

    private String code(UUID household) {
        return Codes.of(rows.secret(Codes.fresh()), household);
    }
}
