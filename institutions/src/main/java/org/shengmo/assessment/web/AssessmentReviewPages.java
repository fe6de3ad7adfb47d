package org.shengmo.assessment.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.assessment.Assessments;
import org.shengmo.assessment.Evaluations;
import org.shengmo.assessment.Interviews;
import org.shengmo.assessment.Replay;
import org.shengmo.assessment.Round;
import org.shengmo.assessment.Veto;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Template;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A round in the hands of those who manage, review and decide; vetoes and interviews for both of their sides. */
@Controller
class AssessmentReviewPages {

    private static final int ACTS = 50;
    private static final String ROUNDS = "/assessments/rounds/";

    private final Assessments assessments;
    private final Interviews interviews;
    private final Organization organization;
    private final Docket docket;

    AssessmentReviewPages(Assessments assessments, Interviews interviews, Organization organization, Docket docket) {
        this.assessments = assessments;
        this.interviews = interviews;
        this.organization = organization;
        this.docket = docket;
    }

    @GetMapping("/assessments/rounds/{id}")
    ModelAndView round(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean replay) {
        if (!AssessmentPages.office(page.actor())) {
            throw AssessmentPages.missing();
        }
        Round round = assessments.round(id).orElseThrow(AssessmentPages::missing);
        Optional<Replay> replayed = replay ? Optional.of(assessments.replay(id)) : Optional.empty();
        return page.view(
                "assessment/round",
                Map.of(
                        "round",
                        round,
                        "electorates",
                        assessments.electorates(id),
                        "patterns",
                        page.may(Assessments.REVIEW.code()) ? assessments.patterns(page.actor(), id) : List.of(),
                        "vetoes",
                        assessments.vetoes(id),
                        "replayed",
                        replayed,
                        "directory",
                        organization.directory(),
                        "acts",
                        docket.timeline(round.details().asSubject(), List.of(), ACTS)));
    }

    @GetMapping("/assessments/evaluation.xlsx")
    ResponseEntity<byte[]> template(Page page) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=evaluation.xlsx")
                .header(HttpHeaders.CONTENT_TYPE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .body(Template.of(Evaluations.LAYOUT, page.language()));
    }

    @PostMapping("/assessments/rounds/{id}/evaluation")
    ModelAndView evaluate(Page page, @PathVariable UUID id, @RequestParam MultipartFile file) throws IOException {
        int lines = assessments.evaluate(
                page.actor(),
                id,
                Optional.ofNullable(file.getOriginalFilename()).orElse(""),
                file.getBytes());
        return page.done(ROUNDS + id, Text.of("assessment.done.evaluated", lines));
    }

    @PostMapping("/assessments/rounds/{id}/close")
    ModelAndView close(Page page, @PathVariable UUID id) {
        assessments.close(page.actor(), id);
        return page.done(ROUNDS + id, Text.of("assessment.done.closed"));
    }

    @PostMapping("/assessments/rounds/{id}/set-aside")
    ModelAndView setAside(
            Page page, @PathVariable UUID id, @RequestParam String pattern, @RequestParam String reasons) {
        assessments.setAside(page.actor(), id, pattern, reasons);
        return page.done(ROUNDS + id, Text.of("assessment.done.set-aside"));
    }

    @PostMapping("/assessments/rounds/{id}/score")
    ModelAndView score(Page page, @PathVariable UUID id) {
        assessments.score(page.actor(), id);
        return page.done(ROUNDS + id, Text.of("assessment.done.scored"));
    }

    @PostMapping("/assessments/rounds/{id}/publish")
    ModelAndView publish(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String special) {
        assessments.publish(page.actor(), id, special);
        return page.done("/assessments/results/" + id, Text.of("assessment.done.published"));
    }

    @GetMapping("/assessments/vetoes/{id}")
    ModelAndView veto(Page page, @PathVariable UUID id) {
        Veto veto = assessments.veto(id).orElseThrow(AssessmentPages::missing);
        Subject subject = veto.details().subject();
        Directory directory = organization.directory();
        boolean own = subject.type().equals("person")
                ? subject.id().equals(page.actor().person())
                : directory
                        .headOf(subject.id())
                        .filter(post -> post.id().equals(page.actor().post()))
                        .isPresent();
        if (!own && !AssessmentPages.office(page.actor())) {
            throw AssessmentPages.missing();
        }
        boolean mine = assessments.awaitingReplyOf(page.actor()).stream()
                .anyMatch(each -> each.id().equals(id));
        return page.view(
                "assessment/veto",
                Map.of(
                        "veto",
                        veto,
                        "name",
                        AssessmentPages.name(subject, directory),
                        "mine",
                        mine,
                        "acts",
                        docket.timeline(new Subject("assessment.veto", id), List.of(), ACTS)));
    }

    @PostMapping("/assessments/vetoes/{id}/reply")
    ModelAndView reply(Page page, @PathVariable UUID id, @RequestParam String text) {
        assessments.reply(page.actor(), id, text);
        return page.done("/assessments/vetoes/" + id, Text.of("assessment.done.replied"));
    }

    @PostMapping("/assessments/vetoes/{id}/decide")
    ModelAndView decide(
            Page page,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "lift") String decision,
            @RequestParam String reasons) {
        assessments.decide(page.actor(), id, decision.equals("veto"), reasons);
        return page.done("/assessments/vetoes/" + id, Text.of("assessment.done.decided"));
    }

    @GetMapping("/interviews")
    ModelAndView interviews(Page page) {
        return page.view(
                "assessment/interviews",
                Map.of("interviews", interviews.of(page.actor()), "directory", organization.directory()));
    }

    @GetMapping("/interviews/{id}")
    ModelAndView interview(Page page, @PathVariable UUID id) {
        Interviews.Interview interview = interviews.interview(id).orElseThrow(AssessmentPages::missing);
        boolean side = interview.interviewer().equals(page.actor().post())
                || interview.person().equals(page.actor().person());
        if (!side && !AssessmentPages.office(page.actor())) {
            throw AssessmentPages.missing();
        }
        return page.view(
                "assessment/interview",
                Map.of(
                        "interview",
                        interview,
                        "directory",
                        organization.directory(),
                        "acts",
                        docket.timeline(new Subject("assessment.interview", id), List.of(), ACTS)));
    }

    @PostMapping("/interviews/{id}/minutes")
    ModelAndView hold(Page page, @PathVariable UUID id, @RequestParam String minutes) {
        interviews.hold(page.actor(), id, minutes);
        return page.done("/interviews/" + id, Text.of("assessment.done.held"));
    }

    @PostMapping("/interviews/{id}/confirm")
    ModelAndView confirm(Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String remark) {
        interviews.confirm(page.actor(), id, remark);
        return page.done("/interviews/" + id, Text.of("assessment.done.confirmed"));
    }
}
