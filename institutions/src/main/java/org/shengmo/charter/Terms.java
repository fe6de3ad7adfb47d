package org.shengmo.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shengmo.calendar.Calendar;
import org.shengmo.calendar.StatutoryPeriod;
import org.shengmo.docket.Kind;
import org.shengmo.duty.DutyTerms;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.rulebook.Ruling;
import org.shengmo.wording.Citation;
import org.springframework.stereotype.Component;

/** What the rulebook's tables say about the charter's duties: by when, reminded when, escalated when, with what grace. */
@Component
class Terms {

    /** 关于实行党风廉政建设责任制的规定. */
    static final String PROVISIONS = "clean-government-responsibility-provisions";

    /** The article on what the leading body, its principal and its members answer for. */
    static final String OWN_RESPONSIBILITY = "6";

    static final String ENDORSE_TABLE = "charter-endorsement";
    static final String PLAN_TABLE = "charter-plan-terms";
    static final String REPORT_TABLE = "charter-quarterly-report";
    static final String REVIEW_TABLE = "charter-review-cadence";
    static final String PROBLEM_TABLE = "charter-problem-terms";

    private final Rulebook rulebook;
    private final Calendar calendar;

    Terms(Rulebook rulebook, Calendar calendar) {
        this.rulebook = rulebook;
        this.calendar = calendar;
    }

    /** A due date with what happens around it. */
    record Term(LocalDate opens, LocalDate due, LocalDate closes, DutyTerms terms, Citation clause) {}

    /** When an endorsement is due that was asked for on a day. */
    Term endorsement(CharterKind kind, LocalDate asked) {
        Ruling ruling = rulebook.decide(ENDORSE_TABLE, asked, Map.of("document", kind.code()));
        LocalDate due =
                StatutoryPeriod.workingDays(ruling.integer("workingDays")).dueDate(asked, calendar);
        return new Term(asked, due, due, terms(ruling, "charter.endorsement.missing"), clause(ruling));
    }

    /** The terms of a sub-item; its deadline is its own. */
    Term subItem(LocalDate today, LocalDate deadline) {
        Ruling ruling = rulebook.decide(PLAN_TABLE, today, Map.of("part", "sub-item"));
        LocalDate from = today.isAfter(deadline) ? deadline : today;
        return new Term(from, deadline, deadline, terms(ruling, "charter.sub-item.missed"), clause(ruling));
    }

    /** When a quarter's report may be filed, is due, and is no longer taken. */
    Term report(Quarter quarter, boolean collective) {
        Ruling ruling = rulebook.decide(
                REPORT_TABLE,
                quarter.last(),
                Map.of("quarter", quarter.number(), "reporter", collective ? "leading-body" : "member"));
        LocalDate opens = quarter.last().minusDays(ruling.integer("opensDaysBeforeEnd"));
        LocalDate due = StatutoryPeriod.workingDays(ruling.integer("dueWorkingDaysAfter"))
                .dueDate(quarter.last(), calendar);
        LocalDate closes = new Quarter(quarter.year(), 4).last().plusDays(ruling.integer("closesDaysAfterYear"));
        return new Term(
                opens,
                due,
                closes.isBefore(due) ? due : closes,
                terms(ruling, "charter.report.missed"),
                clause(ruling));
    }

    /** When a quarter's review by the standing committee is due. */
    Term review(Quarter quarter) {
        Ruling ruling = rulebook.decide(REVIEW_TABLE, quarter.last(), Map.of("session", "quarterly"));
        LocalDate due = quarter.last().plusDays(ruling.integer("dueDaysAfterQuarter"));
        return new Term(quarter.first(), due, due, terms(ruling, "charter.review.missed"), clause(ruling));
    }

    /** When a problem is to be solved, and when it is circulated as late. */
    Term problem(Problem.Severity severity, LocalDate raised) {
        Ruling ruling = rulebook.decide(PROBLEM_TABLE, raised, Map.of("severity", severity.code()));
        LocalDate due = StatutoryPeriod.days(ruling.integer("days")).dueDate(raised, calendar);
        return new Term(
                raised,
                due,
                due.plusDays(ruling.integer("circulateDaysAfter")),
                terms(ruling, "charter.problem.unsolved"),
                clause(ruling));
    }

    private static DutyTerms terms(Ruling ruling, String finding) {
        return new DutyTerms(
                ruling.integers("remind"),
                ruling.integers("escalate"),
                ruling.integer("grace"),
                Kind.of(finding),
                ruling.table());
    }

    private static Citation clause(Ruling ruling) {
        List<Citation> citations = ruling.citations();
        if (citations.isEmpty()) {
            throw new IllegalStateException("table " + ruling.table() + " rests on no clause");
        }
        return citations.getFirst();
    }
}
