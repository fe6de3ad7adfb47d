package org.shengmo.assessment.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.Page;
import org.shengmo.assessment.Assessments;
import org.shengmo.assessment.Electorate;
import org.shengmo.assessment.Interviews;
import org.shengmo.assessment.PutScheme;
import org.shengmo.assessment.Result;
import org.shengmo.assessment.Round;
import org.shengmo.assessment.Scheme;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What of assessments is there to read: schemes, papers, boards, rankings, and a score opened down to its inputs. */
@Controller
class AssessmentPages {

    private static final int ACTS = 50;

    private final Assessments assessments;
    private final Interviews interviews;
    private final Organization organization;
    private final Docket docket;

    AssessmentPages(Assessments assessments, Interviews interviews, Organization organization, Docket docket) {
        this.assessments = assessments;
        this.interviews = interviews;
        this.organization = organization;
        this.docket = docket;
    }

    @GetMapping("/assessments")
    ModelAndView overview(Page page) {
        return page.view(
                "assessment/overview",
                Map.of(
                        "rounds",
                        assessments.rounds(),
                        "schemes",
                        assessments.schemes(),
                        "papers",
                        page.signedIn() ? assessments.ticketsOf(page.actor().person()) : List.of(),
                        "office",
                        office(page.actor())));
    }

    @GetMapping("/assessments/schemes/{id}")
    ModelAndView scheme(Page page, @PathVariable UUID id) {
        return page.view("assessment/scheme", Map.of("put", found(id)));
    }

    @GetMapping("/assessments/papers")
    ModelAndView papers(Page page) {
        return page.view(
                "assessment/papers",
                Map.of("papers", assessments.ticketsOf(page.actor().person())));
    }

    @GetMapping("/assessments/papers/{id}")
    ModelAndView paper(Page page, @PathVariable UUID id) {
        Assessments.Ticket ticket = assessments.ticketsOf(page.actor().person()).stream()
                .filter(each -> each.electorate().id().equals(id))
                .findFirst()
                .orElseThrow(AssessmentPages::missing);
        Electorate electorate = ticket.electorate();
        Map<UUID, String> names = new HashMap<>();
        Directory directory = organization.directory();
        assessments.subjects(electorate.round()).stream()
                .map(Round.Assessed::subject)
                .filter(each -> electorate.subjects().contains(each.id()))
                .forEach(each -> names.put(each.id(), name(each, directory)));
        Scheme scheme = found(ticket.round().details().scheme()).scheme();
        return page.view("assessment/paper", Map.of("ticket", ticket, "scheme", scheme, "names", names));
    }

    @GetMapping("/assessments/check")
    ModelAndView check(Page page) {
        return page.view("assessment/check", Map.of("rounds", assessments.rounds()));
    }

    @GetMapping("/assessments/board/{id}")
    ModelAndView board(Page page, @PathVariable UUID id) {
        Round round = assessments.round(id).orElseThrow(AssessmentPages::missing);
        return page.view(
                "assessment/board",
                Map.of("round", round, "electorates", assessments.electorates(id), "lines", assessments.board(id)));
    }

    @GetMapping("/assessments/results/{id}")
    ModelAndView ranking(Page page, @PathVariable UUID id) {
        Round round = readable(page, id);
        Scheme scheme = found(round.details().scheme()).scheme();
        Directory directory = organization.directory();
        List<Standing> rows = assessments.results(id).stream()
                .map(each -> Standing.of(each, scheme, directory))
                .toList();
        return page.list(
                "assessment/ranking",
                listing(page, id, scheme),
                rows,
                Map.of(
                        "round",
                        round,
                        "vetoes",
                        assessments.vetoes(id),
                        "ineligible",
                        assessments.ineligible(id),
                        "interviews",
                        interviews.on(round.details().asSubject()),
                        "directory",
                        directory,
                        "acts",
                        docket.timeline(round.details().asSubject(), List.of(), ACTS)));
    }

    private static Listing<Standing> listing(Page page, UUID round, Scheme scheme) {
        return Listing.<Standing>titled("assessment.ranking.title")
                .choice("assessment.column.class", Standing::className)
                .number("assessment.column.rank", Standing::rank)
                .text("assessment.column.name", Standing::name)
                .linked(row -> opens(page.actor(), scheme, row.subject())
                        ? "/assessments/results/" + round + "/" + row.subject()
                        : null)
                .number("assessment.column.total", Standing::total)
                .choice("assessment.column.grade", row -> row.grade().isEmpty() ? "" : Text.of(row.grade()))
                .sorted("rank");
    }

    @GetMapping("/assessments/results/{id}/{subject}")
    ModelAndView score(Page page, @PathVariable UUID id, @PathVariable UUID subject) {
        Round round = readable(page, id);
        PutScheme put = found(round.details().scheme());
        Result result = assessments
                .result(id, subject)
                .filter(each -> opens(page.actor(), put.scheme(), subject))
                .orElseThrow(AssessmentPages::missing);
        return page.view(
                "assessment/score",
                Map.of(
                        "round",
                        round,
                        "put",
                        put,
                        "result",
                        result,
                        "standing",
                        Standing.of(result, put.scheme(), organization.directory())));
    }

    /** A body's score opens for anyone; a person's for them and for those who manage, review and decide. */
    private static boolean opens(Actor actor, Scheme scheme, UUID subject) {
        return scheme.assessed() == Scheme.Assessed.BODY || office(actor) || subject.equals(actor.person());
    }

    private Round readable(Page page, UUID id) {
        Round round = assessments.round(id).orElseThrow(AssessmentPages::missing);
        boolean people = found(round.details().scheme()).scheme().assessed() == Scheme.Assessed.PERSON;
        if (!office(page.actor()) && (!(round instanceof Round.Published) || (people && !page.signedIn()))) {
            throw missing();
        }
        return round;
    }

    static boolean office(Actor actor) {
        return actor.may(Assessments.MANAGE) || actor.may(Assessments.REVIEW) || actor.may(Assessments.DECIDE);
    }

    static String name(Subject subject, Directory directory) {
        return subject.type().equals("body")
                ? directory.body(subject.id()).name()
                : directory.person(subject.id()).name();
    }

    private PutScheme found(UUID id) {
        return assessments.scheme(id).orElseThrow(AssessmentPages::missing);
    }

    static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
