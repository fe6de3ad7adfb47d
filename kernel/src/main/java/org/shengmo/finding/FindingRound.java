package org.shengmo.finding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shengmo.access.Actor;
import org.shengmo.calendar.DailyRound;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyDetails;
import org.shengmo.duty.OverdueDuty;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Tenure;
import org.shengmo.wording.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A day's work on findings: a duty whose grace has passed becomes one; reply periods pass. */
@Component
class FindingRound implements DailyRound {

    private static final int EVIDENCE = 50;

    private final Duties duties;
    private final PostgresFindings findings;
    private final FindingRows rows;
    private final FindingRecord record;
    private final Docket docket;
    private final Organization organization;
    private final Words words;
    private final Clock clock;

    FindingRound(
            Duties duties,
            PostgresFindings findings,
            FindingRows rows,
            FindingRecord record,
            Docket docket,
            Organization organization,
            Words words,
            Clock clock) {
        this.duties = duties;
        this.findings = findings;
        this.rows = rows;
        this.record = record;
        this.docket = docket;
        this.organization = organization;
        this.words = words;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void onDay(LocalDate day) {
        duties.takeBreached(day).forEach(duty -> findings.state(Actor.CALENDAR, missed(duty)));
        rows.lapse(day).forEach(finding -> record.lapsed(finding.details()));
    }

    /** Who held the post on the due date answers for it; the post itself, where it was vacant. */
    private NewFinding missed(OverdueDuty overdue) {
        DutyDetails duty = overdue.details();
        Directory directory = organization.directory();
        Optional<Tenure> holder = directory.holderOf(duty.ownerPost(), duty.due());
        Map<String, Object> facts = new TreeMap<>();
        facts.put("owed", duty.title());
        facts.put("owner_post", directory.nameOn(duty.ownerPost(), duty.due()));
        facts.put("due", duty.due().toString());
        facts.put("grace_until", overdue.graceUntil().toString());
        facts.put("looked_on", LocalDate.now(clock).toString());
        holder.ifPresent(tenure -> facts.put("holder", directory.nameOn(tenure.person(), duty.due())));
        List<Long> evidence = docket.timeline(duty.subject(), List.of(), EVIDENCE).stream()
                .map(Entry::id)
                .toList();
        return new NewFinding(
                duty.terms().findingKind(),
                holder.map(tenure -> Subject.person(tenure.person())).orElseGet(() -> Subject.post(duty.ownerPost())),
                duty.ownerPost(),
                words.say(Locale.SIMPLIFIED_CHINESE, "finding.title.missed", duty.title(), duty.due()),
                facts,
                evidence,
                List.of(),
                duty.clause(),
                duty.subject(),
                "duty.overdue");
    }
}
