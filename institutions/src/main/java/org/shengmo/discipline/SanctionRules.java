package org.shengmo.discipline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Permission;
import org.shengmo.consequence.Binding;
import org.shengmo.consequence.EffectPeriod;
import org.shengmo.consequence.EffectPeriods;
import org.shengmo.docket.Subject;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.springframework.stereotype.Component;

/** What the rule tables say about sanctions. */
@Component
class SanctionRules {

    private static final String LAW = "public-officials-sanctions-law";

    private final Rulebook rulebook;

    SanctionRules(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** Months of a single administrative sanction. */
    int months(AdministrativeSanction sanction, LocalDate on) {
        return administrative(sanction, on).integer("months");
    }

    private Ruling administrative(AdministrativeSanction sanction, LocalDate on) {
        return rulebook.decide("sanction-periods", on, Map.of("sanction", sanction.code()));
    }

    /** Who decides on a sanction of a weight at a level: the permission, and the clause. */
    Competence competence(Level level, String weight, LocalDate on) {
        Ruling ruling = rulebook.decide(Cases.COMPETENCE_TABLE, on, Map.of("level", level.code(), "weight", weight));
        return new Competence(
                Permission.of(ruling.text("permission")), ruling.citations().getFirst());
    }

    /** Who decides, under which clause. */
    record Competence(Permission permission, Citation clause) {}

    /** The form that an outcome belongs to. */
    String form(Cases.Sentence sentence, String weight, LocalDate on) {
        return rulebook.decide(Cases.FORM_TABLE, on, Map.of("outcome", sentence.transferred() ? "transferred" : weight))
                .text("form");
    }

    /**
     * What several breaches come to when they are decided on together.
     *
     * @param sentence what is to be decided
     * @throws Refused where it is not the gravest of what the breaches bring or its period is outside the joined one (art. 15),
     *     or the law knows no such sanction for the level (art. 22)
     * @return the months that the administrative sanction lasts; 0 for none and a dismissal
     */
    int joined(List<Violation> violations, Cases.Sentence sentence, Level level, LocalDate on) {
        AdministrativeSanction sanction = sentence.administrative();
        requireKnown(sanction, level, on);
        JoinedSanction joined = JoinedSanction.of(
                        violations.stream().map(Violation::administrative).toList(), each -> months(each, on))
                .orElse(null);
        // Lighter than what the breaches bring one by one may be; graver may not, for the person was told of no more.
        if (sanction != null && (joined == null || sanction.compareTo(joined.sanction()) > 0)) {
            throw graver(on);
        }
        PartySanction told = violations.stream()
                .map(Violation::party)
                .filter(Objects::nonNull)
                .max(PartySanction::compareTo)
                .orElse(null);
        if (sentence.party() != null && (told == null || sentence.party().compareTo(told) > 0)) {
            throw graver(on);
        }
        if (sanction == null || sanction == AdministrativeSanction.DISMISSAL) {
            if (sentence.months() != 0) {
                throw Invalid.at("months", "discipline.fault.months");
            }
            return 0;
        }
        JoinedSanction bounds = sanction == joined.sanction()
                ? joined
                : new JoinedSanction(sanction, months(sanction, on), months(sanction, on));
        int months = sentence.months() == 0 ? bounds.shortest() : sentence.months();
        if (!bounds.allows(months)) {
            throw Refusal.of("discipline.months", bounds.shortest(), bounds.longest())
                    .under(List.of(rulebook.cite(LAW, "15", on)))
                    .on(Map.of("months", months))
                    .refused();
        }
        return months;
    }

    private void requireKnown(AdministrativeSanction sanction, Level level, LocalDate on) {
        if (level == Level.VILLAGE && sanction != null && sanction.heavy()) {
            throw Refusal.of("discipline.not-for-village")
                    .under(List.of(rulebook.cite(LAW, "22", on)))
                    .refused();
        }
    }

    private org.shengmo.wording.Refused graver(LocalDate on) {
        return Refusal.of("discipline.graver-than-told")
                .under(List.of(rulebook.cite(LAW, "43", on)))
                .refused();
    }

    /** What a decision bars, from the day it was taken (art. 8). */
    List<Binding> effects(SanctionDecision decision, UUID order) {
        LocalDate on = decision.on();
        Subject source = new Subject("discipline.order", order);
        List<Binding> effects = new ArrayList<>();
        if (decision.administrative() != null && decision.months() > 0) {
            Ruling ruling = administrative(decision.administrative(), on);
            EffectPeriod period = EffectPeriods.months(on, decision.months());
            Citation clause = ruling.citations().getFirst();
            if (!ruling.truth("promotion")) {
                effects.add(new Binding("promotion", period, clause, source));
            }
            if (!ruling.truth("payRise")) {
                effects.add(new Binding("pay-rise", period, clause, source));
            }
            effects.add(award(period, source, on));
        }
        if (decision.party() != null && decision.party() != PartySanction.EXPULSION) {
            Ruling ruling = rulebook.decide(
                    "party-sanction-periods",
                    on,
                    Map.of("sanction", decision.party().code()));
            EffectPeriod period = EffectPeriods.months(on, ruling.integer("months") + ruling.integer("afterRestored"));
            effects.add(new Binding("promotion", period, ruling.citations().getFirst(), source));
            effects.add(award(period, source, on));
        }
        return effects;
    }

    private Binding award(EffectPeriod period, Subject source, LocalDate on) {
        return new Binding("award", period, rulebook.cite(DisciplineCrews.MEASURES, "8", on), source);
    }

    /** The clause of the right to be heard. */
    Citation hearing(LocalDate on) {
        return rulebook.cite(LAW, "43", on);
    }

    /** The clause on reviews. */
    Citation review(LocalDate on) {
        return rulebook.cite(LAW, "55", on);
    }

    /** The clause by which no review makes matters worse. */
    Citation neverGraver(LocalDate on) {
        return rulebook.cite(LAW, "56", on);
    }

    /** Whether office or pay has to be changed within a month (art. 54). */
    Optional<Citation> changes(SanctionDecision decision) {
        boolean heavy =
                decision.administrative() != null && decision.administrative().heavy();
        return heavy ? Optional.of(rulebook.cite(LAW, "54", decision.on())) : Optional.empty();
    }
}
