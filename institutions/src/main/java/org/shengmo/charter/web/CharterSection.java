package org.shengmo.charter.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shengmo.access.web.Page;
import org.shengmo.charter.Charter;
import org.shengmo.charter.DutyLedger;
import org.shengmo.charter.Endorsement;
import org.shengmo.charter.QuarterlyReport;
import org.shengmo.charter.QuarterlyReports;
import org.shengmo.charter.Version;
import org.shengmo.organization.Organization;
import org.shengmo.organization.web.PersonSection;
import org.shengmo.wording.Status;
import org.springframework.stereotype.Component;

/** What a person endorsed and reported, and the way to their duty ledger, for who may read it. */
@Component
class CharterSection implements PersonSection {

    private static final int ORDER = 20;
    private static final int REPORTS = 8;

    private final Charter charter;
    private final QuarterlyReports reports;
    private final DutyLedger ledger;
    private final Organization organization;

    CharterSection(Charter charter, QuarterlyReports reports, DutyLedger ledger, Organization organization) {
        this.charter = charter;
        this.reports = reports;
        this.ledger = ledger;
        this.organization = organization;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String title() {
        return "charter.section";
    }

    @Override
    public String empty() {
        return "charter.section.empty";
    }

    @Override
    public boolean shows(Page page, UUID person) {
        return page.signedIn() && ledger.mayRead(page.actor(), person);
    }

    @Override
    public List<Line> lines(Page page, UUID person) {
        Stream<Line> way =
                Stream.of(new Line(null, page.say("charter.section.ledger"), "/charter/ledger/" + person, null));
        Stream<Line> endorsed = charter.endorsedBy(person).stream().map(version -> endorsed(page, version, person));
        Stream<Line> filed = organization.tenuresOf(person, page.today()).stream()
                .flatMap(tenure -> reports.ofPost(tenure.post()).stream())
                .filter(report -> reports.mayRead(page.actor(), report))
                .limit(REPORTS)
                .map(report -> report(page, report));
        return Stream.of(way, filed, endorsed).flatMap(lines -> lines).toList();
    }

    private static Line endorsed(Page page, Version version, UUID person) {
        LocalDate on = version.details().endorsements().stream()
                .filter(each -> each.person().equals(person))
                .map(Endorsement::on)
                .findFirst()
                .orElse(null);
        return new Line(
                on,
                page.say(
                        "charter.section.endorsed",
                        version.details().text().title(),
                        version.details().number()),
                "/charter/versions/" + version.id(),
                Status.done("charter.section.signed"));
    }

    private static Line report(Page page, QuarterlyReport report) {
        return new Line(
                report.owed().due(),
                page.say(
                        report.owed().collective() ? "charter.section.report.body" : "charter.section.report.own",
                        Integer.toString(report.owed().quarter().year()),
                        report.owed().quarter().number()),
                "/charter/reports/" + report.owed().id(),
                QuarterlyReportPages.status(report, page.today()));
    }
}
