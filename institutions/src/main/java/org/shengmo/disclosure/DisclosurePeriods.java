package org.shengmo.disclosure;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shengmo.calendar.Calendar;
import org.shengmo.calendar.Running;
import org.shengmo.calendar.RunningPeriod;
import org.shengmo.calendar.StatutoryPeriod;
import org.shengmo.docket.Kind;
import org.shengmo.duty.DutyTerms;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Citation;
import org.springframework.stereotype.Component;

/** When something is due, what happens around the date, what belongs where and what is hidden: all of it by the rulebook. */
@Component
class DisclosurePeriods {

    private static final String PERIODS = "information-disclosure-periods";
    private static final String TERMS = "disclosure-terms";
    private static final String CATALOGUE = "disclosure-catalogue";
    private static final String MASKING = "disclosure-masking";
    private static final String ANSWERS = "disclosure-answers";

    private final Rulebook rulebook;
    private final Calendar calendar;

    DisclosurePeriods(Rulebook rulebook, Calendar calendar) {
        this.rulebook = rulebook;
        this.calendar = calendar;
    }

    private Ruling period(String step, LocalDate on) {
        return rulebook.decide(PERIODS, on, Map.of("step", step));
    }

    /** How many working days a step has. */
    int workingDays(String step, LocalDate on) {
        return period(step, on).integer("workingDays");
    }

    /** The most working days by which a step may be extended. */
    int longestExtension(String step, LocalDate on) {
        return period(step, on).integer("extension");
    }

    /** The clause that a step's period rests on. */
    Citation clause(String step, LocalDate on) {
        return period(step, on).citations().getFirst();
    }

    /** The last day of a step that runs from an event. */
    LocalDate due(String step, LocalDate event) {
        return StatutoryPeriod.workingDays(workingDays(step, event)).dueDate(event, calendar);
    }

    /** The last day of a step whose period stood still or was extended by working days. */
    LocalDate due(String step, LocalDate event, List<RunningPeriod.Suspension> stoodStill, int extended) {
        return new Running(
                        StatutoryPeriod.workingDays(workingDays(step, event)),
                        event,
                        stoodStill,
                        extended == 0
                                ? List.of()
                                : List.of(
                                        new RunningPeriod.Extension(StatutoryPeriod.workingDays(extended), event, "-")))
                .dueDate(calendar);
    }

    /** What happens around a step's due date. */
    DutyTerms terms(String step, LocalDate on) {
        Ruling ruling = rulebook.decide(TERMS, on, Map.of("step", step));
        return new DutyTerms(
                ruling.integers("remindDaysBefore"),
                ruling.integers("escalateDaysAfter"),
                ruling.integer("graceDays"),
                Kind.of(ruling.text("findingKind")),
                TERMS);
    }

    /** Where an item stands in the catalogue. */
    Ruling catalogue(String item, LocalDate on) {
        return rulebook.decide(CATALOGUE, on, Map.of("item", item));
    }

    /** What an answer rests on and whether it owes reasons. */
    Ruling answer(RequestAnswer answer, LocalDate on) {
        return rulebook.decide(ANSWERS, on, Map.of("answer", answer.name()));
    }

    Citation cite(String article, LocalDate on) {
        return rulebook.cite(Disclosure.REGULATION, article, on);
    }

    /** What is hidden before anything is published. */
    Masking masking(LocalDate on) {
        Map<Masking.Field, Masking.Keep> rules = new EnumMap<>(Masking.Field.class);
        for (Masking.Field field : Masking.Field.values()) {
            Ruling ruling = rulebook.decide(MASKING, on, Map.of("field", field.name()));
            rules.put(field, new Masking.Keep(ruling.integer("first"), ruling.integer("last")));
        }
        return new Masking(rules);
    }
}
