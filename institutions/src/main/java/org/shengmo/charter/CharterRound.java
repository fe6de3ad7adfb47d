package org.shengmo.charter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shengmo.access.Actor;
import org.shengmo.calendar.DailyRound;
import org.shengmo.docket.Act;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.notice.NewNotice;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.wording.Text;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What a day brings for the charter: a new quarter's duties, reports noted as missed, late problems circulated. */
@Component
class CharterRound implements DailyRound {

    private final CharterRows charter;
    private final Calling calling;
    private final ReportRows reports;
    private final ProblemRows problems;
    private final Organization organization;
    private final Notices notices;
    private final Docket docket;
    private final TransactionTemplate transaction;

    CharterRound(
            CharterRows charter,
            Calling calling,
            ReportRows reports,
            ProblemRows problems,
            Organization organization,
            Notices notices,
            Docket docket,
            TransactionTemplate transaction) {
        this.charter = charter;
        this.calling = calling;
        this.reports = reports;
        this.problems = problems;
        this.organization = organization;
        this.notices = notices;
        this.docket = docket;
        this.transaction = transaction;
    }

    @Override
    public void onDay(LocalDate day) {
        transaction.executeWithoutResult(
                status -> calling.ensure(charter.inForce(CharterKind.LIST, day.getYear(), day), day));
        transaction.executeWithoutResult(
                status -> reports.newlyMissed(day).forEach(report -> miss(report.owed(), day)));
        transaction.executeWithoutResult(
                status -> problems.toCirculate(day).forEach(problem -> circulate(problem, day)));
    }

    private void miss(QuarterlyReport.Owed report, LocalDate day) {
        long entry = docket.record(Act.of(
                Actor.CALENDAR.author(),
                "charter.report.missed",
                new Subject("charter.report", report.id()),
                Map.of(
                        "year", report.quarter().year(),
                        "quarter", report.quarter().number(),
                        "body", organization.nameOn(report.body(), day),
                        "post", organization.nameOn(report.post(), day),
                        "collective", report.collective(),
                        "due", report.due()),
                Subject.post(report.post()),
                Subject.body(report.body())));
        reports.miss(report.id(), day, entry);
    }

    /** A circular names the problem and the leader to every leader above. */
    private void circulate(Problem problem, LocalDate day) {
        Subject subject = new Subject("charter.problem", problem.id());
        Directory directory = organization.directory();
        String leader = directory.nameOn(problem.post(), day);
        long entry = docket.record(Act.of(
                Actor.CALENDAR.author(),
                "charter.problem.circulated",
                subject,
                Map.of(
                        "title", problem.title(),
                        "number", problem.number(),
                        "post", leader,
                        "due", problem.due()),
                Subject.post(problem.post()),
                Subject.body(problem.body())));
        problems.circulate(problem.id(), day, entry);
        Text text = Text.of(
                "charter.notice.circulated",
                problem.title(),
                leader,
                problem.due().toString());
        String href = "/charter/problems/" + problem.id();
        List<Post> told = directory.lineAbove(problem.post(), day);
        notices.tellAll(
                java.util.stream.Stream.concat(told.stream().map(Post::id), java.util.stream.Stream.of(problem.post()))
                        .map(post -> NewNotice.toPost(post, text, href, subject))
                        .toList());
    }
}
