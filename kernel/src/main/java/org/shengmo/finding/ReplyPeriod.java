package org.shengmo.finding;

import java.time.LocalDate;
import java.util.Map;
import org.shengmo.calendar.StatutoryPeriod;
import org.shengmo.calendar.WorkingDays;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Citation;

/**
 * The time for a reply.
 *
 * @param until the last day
 * @param clause the clause that gives it
 */
record ReplyPeriod(LocalDate until, Citation clause) {

    static ReplyPeriod of(NewFinding finding, LocalDate told, Rulebook rulebook, WorkingDays calendar) {
        Ruling ruling = rulebook.decide(
                Findings.REPLY_TABLE, told, Map.of("subject", finding.subject().type()));
        StatutoryPeriod period = new StatutoryPeriod(
                ruling.integer("length"),
                StatutoryPeriod.Unit.valueOf(ruling.text("unit")),
                StatutoryPeriod.LastDay.MOVES_TO_WORKING_DAY);
        return new ReplyPeriod(
                period.dueDate(told, calendar), ruling.citations().getFirst());
    }
}
