package org.shengmo.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.calendar.Calendar;
import org.shengmo.charter.Problem;
import org.shengmo.charter.Problems;
import org.shengmo.charter.QuarterlyReport;
import org.shengmo.charter.QuarterlyReports;
import org.shengmo.consequence.AppealDecision;
import org.shengmo.consequence.Consequence;
import org.shengmo.consequence.Consequences;
import org.shengmo.consequence.Decision;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.Duty;
import org.shengmo.duty.DutyDetails;
import org.shengmo.duty.DutyFilter;
import org.shengmo.finding.DecidableFinding;
import org.shengmo.finding.Finding;
import org.shengmo.finding.Findings;
import org.shengmo.finding.StatedFinding;
import org.shengmo.finding.UpheldFinding;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * How the district's people behave: most meet their duties in time, some late, a few not at all; those answer for it, the
 * competent posts decide, and some appeal. Nobody acts on a day off.
 */
@Component
@Profile("demo")
class Conduct {

    private static final int IN_TIME = 94;
    private static final int LATE = 98;
    private static final int LOOK_AHEAD_DAYS = 25;
    private static final int LOOK_BACK_DAYS = 75;

    private final Cast cast;
    private final Calendar calendar;
    private final Duties duties;
    private final QuarterlyReports reports;
    private final Problems problems;
    private final Findings findings;
    private final Consequences consequences;

    /** Finding by the missed duty it came of. */
    private final Map<UUID, UUID> answering = new HashMap<>();

    private final List<UUID> missed = new ArrayList<>();
    private final List<UUID> consequencesOpen = new ArrayList<>();

    Conduct(
            Cast cast,
            Calendar calendar,
            Duties duties,
            QuarterlyReports reports,
            Problems problems,
            Findings findings,
            Consequences consequences) {
        this.cast = cast;
        this.calendar = calendar;
        this.duties = duties;
        this.reports = reports;
        this.problems = problems;
        this.findings = findings;
        this.consequences = consequences;
    }

    /** Everyone's work on a working day. */
    void work(LocalDate day) {
        LocalDate first = day.minusDays(LOOK_BACK_DAYS);
        LocalDate last = day.plusDays(LOOK_AHEAD_DAYS);
        Map<UUID, QuarterlyReport.Owed> reportOf = new HashMap<>();
        Map<UUID, Problem> problemOf = new HashMap<>();
        reports.owedBetween(first, last).forEach(report -> reportOf.put(report.duty(), report));
        problems.of(day.getYear()).forEach(problem -> problemOf.put(problem.duty(), problem));
        for (Duty duty : duties.find(DutyFilter.ALL.stillOpen().dueBetween(first, last))) {
            if (planned(duty.details()).filter(when -> !when.isAfter(day)).isPresent()) {
                meet(duty.details(), reportOf.get(duty.id()), problemOf.get(duty.id()));
            } else if (day.isAfter(duty.details().due()) && !missed.contains(duty.id())) {
                missed.add(duty.id());
            }
        }
        answer(day);
        decideConsequences(day);
    }

    /** When the owner will do it, going by the duty itself; empty for one that is let slip. */
    private Optional<LocalDate> planned(DutyDetails duty) {
        int temper = Chance.of(100, duty.title(), duty.due());
        LocalDate due = duty.due();
        if (temper < IN_TIME) {
            LocalDate wish = due.minusDays(1 + Chance.of(9, duty.title(), due));
            return Optional.of(wish.isBefore(duty.from()) ? duty.from() : wish);
        }
        if (temper < LATE) {
            return Optional.of(
                    due.plusDays(1 + Chance.of(Math.max(1, duty.terms().graceDays()), duty.title())));
        }
        return Optional.empty();
    }

    private void meet(DutyDetails duty, QuarterlyReport.Owed report, Problem problem) {
        Optional<Actor> owner = cast.in(duty.ownerPost());
        if (owner.isEmpty()) {
            return;
        }
        if (report != null) {
            reports.file(owner.get(), report.id(), Prose.report(report));
        } else if (problem != null) {
            problems.solve(owner.get(), problem.id(), Prose.solution(problem), List.of());
        } else if (duty.metAt() == null) {
            duties.meet(owner.get(), duty.id(), Prose.account(duty), List.of());
        }
    }

    private void answer(LocalDate day) {
        for (UUID duty : List.copyOf(missed)) {
            findings.restingOn(new Subject("duty", duty)).stream().findFirst().ifPresent(finding -> {
                answering.put(duty, finding.id());
                missed.remove(duty);
            });
        }
        answering.entrySet().removeIf(entry -> settle(findings.finding(entry.getValue()), day));
    }

    /** Replies to or decides a finding when its day has come; true when it is closed. */
    private boolean settle(Finding finding, LocalDate day) {
        LocalDate replyDay = finding.details()
                .stated()
                .plusDays(2 + Chance.of(5, finding.details().title()));
        boolean replies = Chance.of(10, finding.details().title(), "reply") < 7;
        if (finding instanceof StatedFinding && replies && !day.isBefore(replyDay)) {
            Optional.ofNullable(finding.details().respondent())
                    .flatMap(cast::as)
                    .ifPresent(subject ->
                            findings.reply(subject, finding.id(), Prose.reply(finding.details()), List.of()));
        } else if (finding instanceof DecidableFinding && !day.isBefore(replyDay.plusDays(4))) {
            decide(finding);
        }
        Finding now = findings.finding(finding.id());
        if (now instanceof UpheldFinding) {
            consequences.following(now.id()).forEach(each -> consequencesOpen.add(each.id()));
        }
        return now instanceof org.shengmo.finding.ClosedFinding;
    }

    private void decide(Finding finding) {
        List<String> deciders = finding.details().number() % 2 == 0
                ? List.of("QJ-02", "QJ-03", "QJ-01")
                : List.of("QJ-03", "QJ-02", "QJ-01");
        Optional<Actor> decider =
                competent(deciders, "finding.decide", finding.details().subject());
        if (decider.isEmpty()) {
            return;
        }
        if (Chance.of(5, finding.details().title(), "drop") == 0) {
            findings.drop(decider.get(), finding.id(), Prose.dropped());
        } else {
            findings.uphold(decider.get(), finding.id(), Prose.upheld());
        }
    }

    private void decideConsequences(LocalDate day) {
        for (UUID id : List.copyOf(consequencesOpen)) {
            switch (consequences.consequence(id)) {
                case Consequence.Proposed proposed -> impose(proposed, day);
                case Consequence.InForce inForce -> appealOrAccept(inForce);
                case Consequence.Appealed appealed -> decideAppeal(appealed, day);
                default -> consequencesOpen.remove(id);
            }
        }
    }

    private void impose(Consequence.Proposed proposed, LocalDate day) {
        if (!day.isBefore(proposed.details().proposedOn().plusDays(6))) {
            competent(
                            List.of("QJ-02", "QJ-01", "QW-01"),
                            proposed.details().permission(),
                            proposed.details().subject())
                    .ifPresent(decider -> consequences.decide(
                            decider, proposed.id(), new Decision.Confirm(), Prose.measure(proposed.details())));
        }
    }

    private void appealOrAccept(Consequence.InForce inForce) {
        boolean appeals =
                Chance.of(6, inForce.details().title(), inForce.details().number()) == 0;
        Optional<Actor> bearer = bearer(inForce.details().subject());
        if (appeals && bearer.isPresent()) {
            consequences.appeal(bearer.get(), inForce.id(), Prose.appeal(), List.of());
        } else {
            consequencesOpen.remove(inForce.id());
        }
    }

    private void decideAppeal(Consequence.Appealed appealed, LocalDate day) {
        if (!day.isBefore(appealed.appeal().on().plusDays(12))) {
            AppealDecision decision = Chance.of(2, appealed.details().title()) == 0
                    ? new AppealDecision.Maintain()
                    : new AppealDecision.Revoke();
            competent(
                            List.of("QJ-01", "QW-01"),
                            "consequence.decide-appeal",
                            appealed.details().subject(),
                            appealed.decided().person())
                    .ifPresent(decider ->
                            consequences.decideAppeal(decider, appealed.id(), decision, Prose.appealDecided()));
        }
    }

    /** The first of some posts that may, and whose holder and body it does not concern. */
    private Optional<Actor> competent(List<String> posts, String permission, Subject subject) {
        return competent(posts, permission, subject, null);
    }

    /** The same without somebody: who decided a measure decides no appeal against it. */
    private Optional<Actor> competent(List<String> posts, String permission, Subject subject, UUID without) {
        return posts.stream()
                .map(cast::in)
                .filter(actor -> !actor.person().equals(without))
                .filter(actor -> actor.may(Permission.of(permission)))
                .filter(actor -> !List.of(actor.person(), actor.post(), cast.bodyOf(actor))
                        .contains(subject.id()))
                .findFirst();
    }

    private Optional<Actor> bearer(Subject subject) {
        return subject.type().equals("person") ? cast.as(subject.id()) : Optional.empty();
    }

    /** Whether people are at work. */
    boolean atWork(LocalDate day) {
        return calendar.isWorkingDay(day);
    }
}
