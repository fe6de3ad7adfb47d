package org.shengmo.discipline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.calendar.DailyRound;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.finding.Findings;
import org.shengmo.finding.NewFinding;
import org.shengmo.wording.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A day's work on terms: reminders, lateness told up the line, a finding when grace is over; and the log to be looked through. */
@Component
class DisciplineRound implements DailyRound {

    private static final int LOOK_AHEAD_DAYS = 31;

    private final DisciplineTerms terms;
    private final DisciplineVault vault;
    private final DisciplineRecord record;
    private final DisciplineViewLog views;
    private final Findings findings;
    private final Words words;

    DisciplineRound(
            DisciplineTerms terms,
            DisciplineVault vault,
            DisciplineRecord record,
            DisciplineViewLog views,
            Findings findings,
            Words words) {
        this.terms = terms;
        this.vault = vault;
        this.record = record;
        this.views = views;
        this.findings = findings;
        this.words = words;
    }

    @Override
    @Transactional
    public void onDay(LocalDate day) {
        vault.openForWork();
        terms.openDueBefore(day.plusDays(LOOK_AHEAD_DAYS)).forEach(term -> look(term, day));
        YearMonth before = YearMonth.from(day).minusMonths(1);
        UUID log = DisciplineViewLog.matter(before);
        if (day.getDayOfMonth() == 1 && views.unreviewed(before)) {
            terms.done(log);
            terms.holder(ViewLog.REVIEW, null, List.of(), List.of())
                    .ifPresent(reviewer -> terms.start(
                            "view-review",
                            log,
                            "/discipline/log?month=" + before,
                            reviewer,
                            null,
                            day,
                            terms.due("view-review", day)));
        }
    }

    private void look(DisciplineTerms.Term term, LocalDate day) {
        long left = ChronoUnit.DAYS.between(day, term.due());
        List<Integer> reminded = new ArrayList<>(term.reminded());
        List<Integer> now = term.remind().stream()
                .filter(days -> left >= 0 && left <= days && !reminded.contains(days))
                .toList();
        Subject about = new Subject("discipline.term", term.id());
        if (!now.isEmpty()) {
            reminded.addAll(now);
            record.tell(List.of(term.owner()), "discipline.notice.reminder", term.href(), about, term.due());
        }
        int escalated = term.escalated();
        while (escalated < term.escalate().size() && -left >= term.escalate().get(escalated)) {
            UUID above = escalated == 0 && term.supervisor() != null
                    ? term.supervisor()
                    : terms.holder(Leads.LEAD, term.owner(), List.of(term.owner()), List.of())
                            .orElse(null);
            if (above != null) {
                record.tell(List.of(above), "discipline.notice.late", term.href(), about, term.due());
            }
            escalated++;
        }
        boolean breached = -left > term.grace();
        if (!reminded.equals(term.reminded()) || escalated != term.escalated() || breached) {
            terms.told(term, reminded, escalated, breached);
        }
        if (breached) {
            state(term, day);
        }
    }

    /** The finding says that something was late and whose it was, not what it was. */
    private void state(DisciplineTerms.Term term, LocalDate day) {
        findings.state(
                Actor.CALENDAR,
                new NewFinding(
                        Kind.of("discipline.late"),
                        Subject.person(term.owner()),
                        term.post(),
                        words.say(Locale.SIMPLIFIED_CHINESE, "discipline.late.title"),
                        Map.of("due", term.due(), "days", ChronoUnit.DAYS.between(term.due(), day)),
                        List.of(),
                        List.of(),
                        term.clause(),
                        new Subject("discipline.term", term.id()),
                        "discipline-terms"));
    }
}
