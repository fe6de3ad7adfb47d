package org.shengmo.charter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.NewDuty;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.springframework.stereotype.Component;

/** Calls for a quarter's reports and review while a list is in force. What was called for is not called for again. */
@Component
class Calling {

    static final Kind REPORT = Kind.of("charter.report");
    static final Kind REVIEW = Kind.of("charter.review");

    private final ReportRows reports;
    private final ReviewRows reviews;
    private final Terms terms;
    private final Organization organization;
    private final Duties duties;
    private final Written written;

    Calling(
            ReportRows reports,
            ReviewRows reviews,
            Terms terms,
            Organization organization,
            Duties duties,
            Written written) {
        this.reports = reports;
        this.reviews = reviews;
        this.terms = terms;
        this.organization = organization;
        this.duties = duties;
        this.written = written;
    }

    void call(ResponsibilityList list, LocalDate today) {
        Quarter quarter = Quarter.of(today);
        Directory directory = organization.directory();
        UUID issuer = directory.bodyByCode(list.issuer().code()).orElseThrow().id();
        if (reviews.duty(quarter).isEmpty()) {
            directory.headOf(issuer).ifPresent(head -> review(quarter, issuer, head.id(), today));
        }
        reports(list, quarter, issuer, directory, today);
    }

    private void review(Quarter quarter, UUID issuer, UUID head, LocalDate today) {
        Terms.Term term = terms.review(quarter);
        UUID duty = duties.owe(
                Actor.CALENDAR,
                new NewDuty(
                                REVIEW,
                                written.say("charter.duty.review", year(quarter), quarter.number()),
                                head,
                                issuer,
                                term.clause(),
                                Subject.body(issuer),
                                today.isAfter(term.opens()) ? today : term.opens(),
                                term.due(),
                                term.terms())
                        .metAt("/charter/reviews"));
        reviews.call(quarter, duty);
    }

    private void reports(ResponsibilityList list, Quarter quarter, UUID issuer, Directory directory, LocalDate today) {
        List<QuarterlyReport.Owed> missing = new ArrayList<>();
        List<NewDuty> owed = new ArrayList<>();
        for (LeadingBody each : list.leadingBodies()) {
            UUID body = directory.bodyByCode(each.body().code()).orElseThrow().id();
            List<Reporter> reporters = new ArrayList<>();
            reporters.add(new Reporter(true, each.principal()));
            each.members().forEach(member -> reporters.add(new Reporter(false, member)));
            for (Reporter reporter : reporters) {
                UUID post = directory
                        .postByCode(reporter.post().code())
                        .orElseThrow()
                        .id();
                if (!reports.isCalled(quarter, reporter.collective(), body, post)) {
                    Terms.Term term = terms.report(quarter, reporter.collective());
                    QuarterlyReport.Owed report = new QuarterlyReport.Owed(
                            UUID.randomUUID(),
                            quarter,
                            reporter.collective(),
                            body,
                            post,
                            null,
                            term.opens(),
                            term.due(),
                            term.closes());
                    missing.add(report);
                    owed.add(duty(report, each, reporter, issuer, term, today));
                }
            }
        }
        List<UUID> ids = duties.oweAll(Actor.CALENDAR, owed);
        for (int i = 0; i < ids.size(); i++) {
            reports.call(missing.get(i), ids.get(i));
        }
    }

    /** Who files: the principal for the body, or a member. */
    private record Reporter(boolean collective, Named post) {}

    private NewDuty duty(
            QuarterlyReport.Owed report,
            LeadingBody body,
            Reporter reporter,
            UUID issuer,
            Terms.Term term,
            LocalDate today) {
        Named who = reporter.collective() ? body.body() : reporter.post();
        LocalDate from = today.isAfter(term.opens()) ? today : term.opens();
        return new NewDuty(
                        REPORT,
                        written.say(
                                reporter.collective() ? "charter.duty.report.body" : "charter.duty.report.member",
                                who.name(),
                                year(report.quarter()),
                                report.quarter().number()),
                        report.post(),
                        issuer,
                        term.clause(),
                        new Subject("charter.report", report.id()),
                        from.isAfter(term.due()) ? term.due() : from,
                        term.due(),
                        term.terms())
                .metAt("/charter/reports/" + report.id());
    }

    /** Text, so that no language groups its digits. */
    private static String year(Quarter quarter) {
        return Integer.toString(quarter.year());
    }

    /** The quarter's reports and review, once, when its list is in force. */
    void ensure(Optional<Version> inForce, LocalDate day) {
        if (inForce.isPresent()
                && inForce.get().details().text() instanceof ResponsibilityList list
                && reviews.duty(Quarter.of(day)).isEmpty()) {
            call(list, day);
        }
    }
}
