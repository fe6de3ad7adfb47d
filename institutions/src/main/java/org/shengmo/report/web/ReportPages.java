package org.shengmo.report.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.shengmo.access.web.Page;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Person;
import org.shengmo.report.AnnualReport;
import org.shengmo.wording.Text;
import org.shengmo.wording.Words;
import org.shengmo.workbook.Listing;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The annual report: prose and table, each figure opening the acts behind it. Public. */
@Controller
class ReportPages {

    private static final Listing<ActRow> ACTS = Listing.<ActRow>titled("report.acts.title")
            .number("report.acts.entry", ActRow::entry)
            .linked(row -> "/record/" + row.entry())
            .moment("report.acts.at", ActRow::at)
            .choice("report.acts.kind", ActRow::kind)
            .text("report.acts.title-of-act", ActRow::title)
            .text("report.acts.post", ActRow::post)
            .sorted("-at");

    private final AnnualReport report;
    private final Organization organization;
    private final Docket docket;
    private final Words words;

    ReportPages(AnnualReport report, Organization organization, Docket docket, Words words) {
        this.report = report;
        this.organization = organization;
        this.docket = docket;
        this.words = words;
    }

    private record ActRow(long entry, Instant at, Text kind, String title, String post) {}

    @GetMapping("/report")
    String latest(Page page) {
        return "redirect:/report/" + (page.today().getYear() - 1);
    }

    @GetMapping("/report/{year}")
    ModelAndView year(Page page, @PathVariable int year, @RequestParam Optional<LocalDate> asOf) {
        LocalDate day = asOf.orElse(page.today());
        Map<String, List<FigureView>> chapters = new LinkedHashMap<>();
        lines(year, day)
                .forEach(line -> chapters.computeIfAbsent(line.chapter(), key -> new ArrayList<>())
                        .add(FigureView.of(line, page, words)));
        return page.view(
                "report/year",
                Map.of(
                        "year",
                        year,
                        "asOf",
                        day,
                        "chapters",
                        chapters.entrySet().stream()
                                .map(each -> new ChapterView(each.getKey(), each.getValue()))
                                .toList()));
    }

    private List<AnnualReport.Line> lines(int year, LocalDate day) {
        try {
            return report.of(year, day);
        } catch (NoSuchElementException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
        }
    }

    @GetMapping("/report/{year}/{metric}")
    ModelAndView metric(
            Page page, @PathVariable int year, @PathVariable String metric, @RequestParam Optional<LocalDate> asOf) {
        LocalDate day = asOf.orElse(page.today());
        AnnualReport.Line line = lines(year, day).stream()
                .filter(each -> each.metric().equals(metric))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Directory directory = organization.directory();
        List<ActRow> rows = line.figure().entries().stream()
                .distinct()
                .flatMap(entry -> docket.entry(entry, page.actor().compartments()).stream())
                .map(entry -> row(entry, directory, page.signedIn()))
                .toList();
        return page.list(
                "report/metric",
                ACTS,
                rows,
                Map.of("year", year, "asOf", day, "metric", metric, "value", FigureView.value(line, page)));
    }

    /** A payload is not public: without an account a reader sees the post, the kind and the time. */
    private static ActRow row(Entry entry, Directory directory, boolean signedIn) {
        String post = entry.author().post() == null
                ? ""
                : directory
                        .findPost(entry.author().post())
                        .map(each -> directory.body(each.body()).name() + " " + each.name())
                        .orElse("");
        String person = signedIn && entry.author().person() != null
                ? directory
                        .findPerson(entry.author().person())
                        .map(Person::name)
                        .orElse("")
                : "";
        Object title = entry.payload().getOrDefault("title", entry.payload().get("topic"));
        return new ActRow(
                entry.id(),
                entry.at(),
                Text.of("docket.kind." + entry.kind().code()),
                signedIn && title != null ? title.toString() : "",
                (post + " " + person).strip());
    }
}
