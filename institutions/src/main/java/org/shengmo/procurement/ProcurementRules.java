package org.shengmo.procurement;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyTerms;
import org.shengmo.duty.NewDuty;
import org.shengmo.duty.OpenDuty;
import org.shengmo.organization.Organization;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Refused;
import org.springframework.stereotype.Component;

/** What the rules say of tenders today, and the duties that they bring about. */
@Component
class ProcurementRules {

    private final Rulebook rulebook;
    private final Duties duties;
    private final Organization organization;
    private final Clock clock;

    ProcurementRules(Rulebook rulebook, Duties duties, Organization organization, Clock clock) {
        this.rulebook = rulebook;
        this.duties = duties;
        this.organization = organization;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Ruling limit(String limit) {
        return rulebook.decide(Procurement.LIMITS, today(), Map.of("limit", limit));
    }

    int days(String limit) {
        return limit(limit).integer("value");
    }

    Ruling decide(String table, Map<String, ?> facts) {
        return rulebook.decide(table, today(), facts);
    }

    Ruling threshold(Category category, BigDecimal estimate) {
        return rulebook.decide(
                Procurement.THRESHOLD, today(), Map.of("category", category.code(), "estimate", estimate));
    }

    static Refused refused(String key, Ruling ruling, Map<String, Object> facts, Object... arguments) {
        return Refusal.of(key, arguments).under(ruling.citations()).on(facts).refused();
    }

    /** A refusal under an article of any document. */
    Refused refusedUnder(String key, String document, String article, Map<String, Object> facts) {
        return Refusal.of(key)
                .under(java.util.List.of(rulebook.cite(document, article, today())))
                .on(facts)
                .refused();
    }

    /** A refusal of form, on the measures' own article. */
    Refused refused(String key, String article, Object... arguments) {
        return Refusal.of(key, arguments)
                .under(java.util.List.of(rulebook.cite("three-centres-measures", article, today())))
                .refused();
    }

    UUID owe(
            String duty,
            String title,
            UUID post,
            UUID creditor,
            Ruling clause,
            LocalDate due,
            Subject about,
            String page) {
        Ruling terms = decide(Procurement.TERMS, Map.of("duty", duty));
        return duties.owe(
                Actor.CALENDAR,
                new NewDuty(
                                Kind.of("procurement." + duty),
                                title,
                                post,
                                creditor,
                                clause.citations().getFirst(),
                                about,
                                today(),
                                due,
                                DutyTerms.of(terms, Kind.of("duty.missed")))
                        .metAt(page));
    }

    /** Meets a duty by the act it asks for; whoever else did it, it is met all the same. */
    void meet(Actor by, UUID duty, String account) {
        if (duty != null && duties.duty(duty) instanceof OpenDuty open) {
            boolean own = organization.holdersOf(open.details().ownerPost(), today()).stream()
                    .anyMatch(tenure -> tenure.person().equals(by.person()));
            duties.meetByAct(own ? by : Actor.CALENDAR, duty, account, java.util.List.of());
        }
    }
}
