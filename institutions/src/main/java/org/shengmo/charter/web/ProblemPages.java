package org.shengmo.charter.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shengmo.access.Actor;
import org.shengmo.access.web.Page;
import org.shengmo.access.web.Uploads;
import org.shengmo.attachment.Attachments;
import org.shengmo.calendar.Calendar;
import org.shengmo.charter.Named;
import org.shengmo.charter.Problem;
import org.shengmo.charter.Problems;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.Duty;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Problems from public evaluation: the year's list, raising one, and each with its chasing and its account. */
@Controller
@RequestMapping("/charter/problems")
class ProblemPages {

    private static final int ACTS = 100;

    private static final Listing<ProblemView> LISTING = Listing.<ProblemView>titled("charter.problems.title")
            .number("charter.problems.number", view -> view.problem().number())
            .text("charter.problems.problem", view -> view.problem().title())
            .linked(ProblemView::href)
            .choice("charter.problems.severity", ProblemView::severity)
            .choice("charter.problems.body", ProblemView::body)
            .choice("charter.problems.leader", ProblemView::leader)
            .choice("charter.problems.source", view -> view.problem().source())
            .date("charter.problems.raised", view -> view.problem().raised())
            .date("charter.problems.due", view -> view.problem().due())
            .number("charter.problems.chases", view -> view.problem().chases())
            .choice("charter.problems.state", ProblemView::status)
            .sorted("-number");

    private final Problems problems;
    private final Organization organization;
    private final Calendar calendar;
    private final Duties duties;
    private final Docket docket;
    private final Notices notices;
    private final Attachments attachments;
    private final Uploads uploads;

    ProblemPages(
            Problems problems,
            Organization organization,
            Calendar calendar,
            Duties duties,
            Docket docket,
            Notices notices,
            Attachments attachments,
            Uploads uploads) {
        this.problems = problems;
        this.organization = organization;
        this.calendar = calendar;
        this.duties = duties;
        this.docket = docket;
        this.notices = notices;
        this.attachments = attachments;
        this.uploads = uploads;
    }

    @GetMapping
    ModelAndView year(Page page, Actor actor, @RequestParam Optional<Integer> year) {
        List<Integer> years = problems.years();
        int shown = year.orElseGet(() -> Years.current(years, page.today()));
        Directory directory = organization.directory();
        List<ProblemView> rows = problems.of(shown).stream()
                .filter(problem -> problems.mayRead(actor, problem))
                .map(problem -> ProblemView.of(problem, directory, page.today()))
                .toList();
        return page.list("charter/problems", LISTING, rows, Map.of("year", shown, "years", years));
    }

    @GetMapping("/new")
    ModelAndView form(Page page, Actor actor) {
        actor.require(Problems.RAISE);
        return page.view("charter/problem-new", Map.of("directory", organization.directory()));
    }

    @PostMapping
    ModelAndView raise(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String body) {
        actor.require(Problems.RAISE);
        Directory directory = organization.directory();
        Named about = new Finder(directory)
                .body(body)
                .orElseThrow(() ->
                        Invalid.at("body", body.isBlank() ? "charter.part.blank" : "charter.part.unknown-body", body));
        Problem.Severity weight = Arrays.stream(Problem.Severity.values())
                .filter(each -> each.code().equals(severity))
                .findFirst()
                .orElseThrow(() -> Invalid.at("severity", "charter.part.blank"));
        Problem problem = problems.raise(
                actor,
                new Problem.New(
                        title,
                        text,
                        source,
                        weight,
                        directory.bodyByCode(about.code()).orElseThrow().id()));
        return page.done(
                "/charter/problems/" + problem.id(),
                Text.of(
                        "charter.done.raised",
                        directory.post(problem.post()).name(),
                        problem.due().toString()));
    }

    @GetMapping("/{id}")
    ModelAndView problem(Page page, Actor actor, @PathVariable UUID id) {
        Problem problem = readable(actor, id);
        Subject subject = new Subject("charter.problem", id);
        notices.seen(actor, subject);
        Duty duty = duties.duty(problem.duty());
        List<Entry> acts = Stream.concat(
                        docket.timeline(subject, actor.compartments(), ACTS).stream(),
                        docket.timeline(duty.details().subject(), actor.compartments(), ACTS).stream())
                .distinct()
                .sorted(Comparator.comparingLong(Entry::id).reversed())
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("view", ProblemView.of(problem, organization.directory(), page.today()));
        model.put("duty", duty);
        model.put("days", calendar.workingDaysBetween(page.today(), problem.due()));
        model.put("own", problem.post().equals(actor.post()));
        model.put("files", attachments.of(subject));
        model.put("acts", acts);
        model.put(
                "chases",
                acts.stream()
                        .filter(entry -> entry.kind().code().equals("charter.problem.chased"))
                        .toList());
        return page.view("charter/problem", model);
    }

    /** What one may not read is not there. */
    private Problem readable(Actor actor, UUID id) {
        return problems.byId(id)
                .filter(problem -> problems.mayRead(actor, problem))
                .orElseThrow(() -> new NoSuchElementException("no problem " + id));
    }

    @PostMapping("/{id}/chase")
    ModelAndView chase(Page page, Actor actor, @PathVariable UUID id, @RequestParam String text) {
        problems.chase(actor, id, text);
        return page.done("/charter/problems/" + id, Text.of("charter.done.chased"));
    }

    @PostMapping("/{id}/solve")
    ModelAndView solve(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String account,
            @RequestParam(required = false) List<MultipartFile> files) {
        readable(actor, id);
        problems.solve(actor, id, account, uploads.keep(actor, files));
        return page.done("/charter/problems/" + id, Text.of("charter.done.solved"));
    }
}
