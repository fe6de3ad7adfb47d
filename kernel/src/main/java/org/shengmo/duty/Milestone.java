package org.shengmo.duty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a date brings to a duty that is still owed then.
 *
 * @param step what
 * @param level of a reminder, the days before; of an escalation, how far up the line, from 1; else 0
 * @param on the date
 */
record Milestone(Step step, int level, LocalDate on) {

    enum Step {
        BEGIN,
        REMIND,
        OVERDUE,
        ESCALATE
    }

    /** What lies ahead of a duty; a reminder whose day has come already, or comes before the duty, is not among it. */
    static List<Milestone> plan(LocalDate from, LocalDate due, DutyTerms terms, LocalDate today) {
        List<Milestone> plan = new ArrayList<>();
        if (from.isAfter(today)) {
            plan.add(new Milestone(Step.BEGIN, 0, from));
        }
        for (int days : terms.remindDaysBefore().stream().distinct().toList()) {
            LocalDate on = due.minusDays(days);
            if (on.isAfter(today) && on.isAfter(from)) {
                plan.add(new Milestone(Step.REMIND, days, on));
            }
        }
        plan.add(new Milestone(Step.OVERDUE, 0, due.plusDays(1)));
        List<Integer> escalations =
                terms.escalateDaysAfter().stream().sorted().distinct().toList();
        for (int i = 0; i < escalations.size(); i++) {
            plan.add(new Milestone(Step.ESCALATE, i + 1, due.plusDays(escalations.get(i))));
        }
        return plan;
    }
}
