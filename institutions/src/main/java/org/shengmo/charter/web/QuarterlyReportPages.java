package org.shengmo.charter.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.access.web.Uploads;
import org.shengmo.attachment.Attachments;
import org.shengmo.charter.QuarterlyReport;
import org.shengmo.charter.QuarterlyReports;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Status;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Quarterly reports: the year's list, and each with its form. */
@Controller
class QuarterlyReportPages {

    private static final int REMINDER_DAYS = 7;

    private static final Listing<Row> LISTING = Listing.<Row>titled("charter.reports.title")
            .text("charter.reports.reporter", Row::reporter)
            .linked(row -> "/charter/reports/" + row.id())
            .choice("charter.reports.quarter", Row::quarter)
            .choice("charter.reports.status", Row::status)
            .date("charter.reports.due", Row::due)
            .date("charter.reports.filed", Row::filed)
            .sorted("-due");

    private final QuarterlyReports reports;
    private final Organization organization;
    private final Attachments attachments;
    private final Uploads uploads;

    QuarterlyReportPages(
            QuarterlyReports reports, Organization organization, Attachments attachments, Uploads uploads) {
        this.reports = reports;
        this.organization = organization;
        this.attachments = attachments;
        this.uploads = uploads;
    }

    private record Row(UUID id, String reporter, String quarter, Status status, LocalDate due, LocalDate filed) {}

    @GetMapping("/charter/reports")
    ModelAndView year(Page page, @RequestParam Optional<Integer> year) {
        int shown = year.orElseGet(() -> Years.current(reports.years(), page.today()));
        Directory directory = organization.directory();
        List<Row> rows = reports.of(shown).stream()
                .filter(report -> reports.mayRead(page.actor(), report))
                .map(report -> row(report, directory, page.today()))
                .toList();
        return page.list("charter/reports", LISTING, rows, Map.of("year", shown, "years", reports.years()));
    }

    private static Row row(QuarterlyReport report, Directory directory, LocalDate today) {
        QuarterlyReport.Owed owed = report.owed();
        return new Row(
                owed.id(),
                reporter(owed, directory),
                owed.quarter().year() + " Q" + owed.quarter().number(),
                status(report, today),
                owed.due(),
                report instanceof QuarterlyReport.Filed filed ? filed.on() : null);
    }

    private static String reporter(QuarterlyReport.Owed owed, Directory directory) {
        return owed.collective() ? directory.body(owed.body()).name() : Titles.of(directory, owed.post());
    }

    static Status status(QuarterlyReport report, LocalDate today) {
        return switch (report) {
            case QuarterlyReport.Filed filed ->
                filed.late() ? Status.late("charter.report.filed-late") : Status.done("charter.report.filed");
            case QuarterlyReport.Owed owed -> {
                if (today.isAfter(owed.due())) {
                    yield Status.late("charter.report.missing");
                }
                yield today.plusDays(REMINDER_DAYS).isBefore(owed.due())
                        ? Status.plain("charter.report.open")
                        : Status.due("charter.report.due-soon");
            }
        };
    }

    @GetMapping("/charter/reports/{id}")
    ModelAndView report(Page page, @PathVariable UUID id) {
        QuarterlyReport report = readable(page, id);
        return page.view(
                "charter/report",
                Map.of(
                        "report", report,
                        "reporter", reporter(report.owed(), organization.directory()),
                        "status", status(report, page.today()),
                        "files", attachments.of(new Subject("charter.report", id)),
                        "own", report.owed().post().equals(page.actor().post())));
    }

    /** What one may not read is not there. */
    private QuarterlyReport readable(Page page, UUID id) {
        return reports.byId(id)
                .filter(each -> reports.mayRead(page.actor(), each))
                .orElseThrow(() -> new NoSuchElementException("no report " + id));
    }

    @PostMapping("/charter/reports/{id}")
    ModelAndView file(
            Page page,
            @PathVariable UUID id,
            @RequestParam String done,
            @RequestParam(defaultValue = "") String problems,
            @RequestParam(defaultValue = "") String next,
            @RequestParam(required = false) List<MultipartFile> files) {
        readable(page, id);
        reports.file(
                page.actor(), id, new QuarterlyReport.Content(done, problems, next, uploads.keep(page.actor(), files)));
        return page.done("/charter/reports/" + id, Text.of("charter.done.filed"));
    }
}
