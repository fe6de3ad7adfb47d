package org.shengmo.petition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.calendar.Calendar;
import org.shengmo.calendar.RunningPeriod;
import org.shengmo.calendar.StatutoryPeriod;
import org.shengmo.docket.Kind;
import org.shengmo.duty.DutyTerms;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Citation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When the steps of a petition are due, by the rulebook and the calendar, and what happens around the date. */
@Component
class Deadlines {

    private static final String PERIODS = "letters-and-visits-periods";
    private static final String TERMS = "petition-terms";
    private static final String AGAIN = "petition-again";

    private final Rulebook rulebook;
    private final Calendar calendar;
    private final JdbcClient database;

    Deadlines(Rulebook rulebook, Calendar calendar, JdbcClient database) {
        this.rulebook = rulebook;
        this.calendar = calendar;
        this.database = database;
    }

    /** The last day of a step that runs from an event. */
    LocalDate due(String step, LocalDate event) {
        return period(step, event).dueDate(event, calendar);
    }

    /** The last day of a step whose period stood still or was extended by days. */
    LocalDate due(String step, LocalDate event, List<RunningPeriod.Suspension> suspensions, int extendedDays) {
        StatutoryPeriod term = period(step, event);
        List<RunningPeriod.Extension> extensions = extendedDays == 0
                ? List.of()
                : List.of(new RunningPeriod.Extension(StatutoryPeriod.days(extendedDays), event, "-"));
        return new org.shengmo.calendar.Running(term, event, suspensions, extensions).dueDate(calendar);
    }

    /** The most days by which a step may be extended. */
    int longestExtension(String step, LocalDate on) {
        return ruling(step, on).integer("extension");
    }

    private StatutoryPeriod period(String step, LocalDate on) {
        Ruling ruling = step.equals("again") ? again(on) : ruling(step, on);
        int length = ruling.integer("length");
        return ruling.text("unit").equals("working-days")
                ? StatutoryPeriod.workingDays(length)
                : StatutoryPeriod.days(length);
    }

    /** The clauses that a step's period rests on. */
    List<Citation> clauses(String step, LocalDate on) {
        return step.equals("again") ? again(on).citations() : ruling(step, on).citations();
    }

    private Ruling ruling(String step, LocalDate on) {
        return rulebook.decide(PERIODS, on, Map.of("step", step));
    }

    /** How long after an answer its receiver may ask that it be handled again, and how long that takes. */
    Ruling again(LocalDate on) {
        return rulebook.decide(AGAIN, on, Map.of("ground", "not-solved"));
    }

    /** What happens around the due date: reminders as the post chose them, else as the rule has them. */
    DutyTerms terms(String step, UUID post, LocalDate on) {
        Ruling ruling = rulebook.decide(TERMS, on, Map.of("step", step));
        List<Integer> chosen = database.sql("SELECT unnest(days) FROM petition.reminder WHERE post = ? AND step = ?")
                .params(post, step)
                .query(Integer.class)
                .list();
        return new DutyTerms(
                chosen.isEmpty() ? ruling.integers("remindDaysBefore") : chosen,
                ruling.integers("escalateDaysAfter"),
                ruling.integer("graceDays"),
                Kind.of(ruling.text("findingKind")),
                TERMS);
    }
}
