package org.shengmo.mandate.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shengmo.access.web.Page;
import org.shengmo.docket.Docket;
import org.shengmo.mandate.Exercise;
import org.shengmo.mandate.Exercise.Step;
import org.shengmo.mandate.Exercise.StepState;
import org.shengmo.mandate.Exercises;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.wording.Text;
import org.shengmo.workbook.Listing;
import org.shengmo.workflow.Chart;
import org.shengmo.workflow.Workflow;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Cases for those who handle them: the list, each on its chart, and what the post may do in it now. */
@Controller
class ExercisePages {

    private static final int ACTS = 60;

    private final Exercises exercises;
    private final Workflow workflow;
    private final Organization organization;
    private final Docket docket;

    ExercisePages(Exercises exercises, Workflow workflow, Organization organization, Docket docket) {
        this.exercises = exercises;
        this.workflow = workflow;
        this.organization = organization;
        this.docket = docket;
    }

    @GetMapping("/exercises")
    ModelAndView list(Page page) {
        Directory directory = organization.directory();
        Listing<Exercise> listing = Listing.<Exercise>titled("mandate.exercises.title")
                .text("mandate.case.receipt", Exercise::receipt)
                .linked(exercise -> "/exercises/" + exercise.id())
                .text("mandate.case.item", exercise -> exercise.item().power().name())
                .choice(
                        "mandate.case.body",
                        exercise -> directory.body(exercise.body()).name())
                .date("mandate.case.begun", Exercise::begunOn)
                .date("mandate.case.due", Exercise::due)
                .text(
                        "mandate.case.step",
                        exercise -> String.join(
                                "、", exercise.open().stream().map(Step::name).toList()))
                .choice("mandate.field.state", exercise -> CaseStep.status(exercise, page.today()))
                .choice("mandate.case.result", Exercise::result)
                .sorted("-begun");
        return page.list(
                "mandate/exercises",
                listing,
                exercises.all().stream()
                        .filter(exercise -> exercises.readable(page.actor(), exercise))
                        .toList());
    }

    @GetMapping("/exercises/{id}")
    ModelAndView exercise(Page page, @PathVariable UUID id) {
        Exercise exercise = readable(page, id);
        Directory directory = organization.directory();
        Chart chart = workflow.chart(exercise.item().chart()).orElseThrow();
        Map<String, Object> model = new LinkedHashMap<>(CaseModel.of(exercise, chart, directory, page.today()));
        Step mine = exercise.open().stream()
                .filter(step -> step.owner().equals(page.actor().post()) && step.state() == StepState.OPEN)
                .findFirst()
                .orElse(null);
        model.put("mine", mine);
        model.put("answers", mine == null ? List.of() : chart.answers(mine.node()));
        model.put("below", mine == null || mine.delegatedBy() != null ? Map.of() : below(mine, directory));
        model.put("back", mine == null ? Map.of() : back(exercise, mine, chart));
        model.put("posts", mine == null ? Map.of() : posts(exercise, directory));
        model.put("acts", docket.timeline(exercise.subject(), List.of(), ACTS));
        return page.view("mandate/exercise", model);
    }

    private static Map<String, String> below(Step step, Directory directory) {
        Post own = directory.post(step.owner());
        Map<String, String> below = new LinkedHashMap<>();
        directory.postsOf(own.body()).stream()
                .filter(post -> post.rank() > own.rank())
                .forEach(post -> below.put(post.id().toString(), post.name()));
        return below;
    }

    private static Map<String, String> back(Exercise exercise, Step step, Chart chart) {
        Map<String, String> back = new LinkedHashMap<>();
        chart.returnable(step.node()).stream()
                .filter(node -> exercise.steps().stream()
                        .anyMatch(each -> each.node().equals(node.id()) && each.state() == StepState.DONE))
                .forEach(node -> back.put(node.id(), node.name()));
        return back;
    }

    private static Map<String, String> posts(Exercise exercise, Directory directory) {
        Map<String, String> posts = new LinkedHashMap<>();
        directory.lineAbove(exercise.open().getFirst().owner(), exercise.begunOn()).stream()
                .filter(post ->
                        exercise.steps().stream().noneMatch(step -> step.owner().equals(post.id())))
                .forEach(post -> posts.put(post.id().toString(), StepLine.name(post, directory)));
        return posts;
    }

    private Exercise readable(Page page, UUID id) {
        return exercises
                .exercise(id)
                .filter(exercise -> exercises.readable(page.actor(), exercise))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/exercises/{id}/steps/{step}/complete")
    ModelAndView complete(
            Page page,
            @PathVariable UUID id,
            @PathVariable UUID step,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam String account) {
        exercises.complete(page.actor(), step, answer, account);
        return done(page, id, "mandate.done.step");
    }

    @PostMapping("/exercises/{id}/steps/{step}/delegate")
    ModelAndView delegate(
            Page page,
            @PathVariable UUID id,
            @PathVariable UUID step,
            @RequestParam UUID post,
            @RequestParam String reasons) {
        exercises.delegate(page.actor(), step, post, reasons);
        return done(page, id, "mandate.done.delegated");
    }

    @PostMapping("/exercises/{id}/steps/{step}/return")
    ModelAndView goBack(
            Page page,
            @PathVariable UUID id,
            @PathVariable UUID step,
            @RequestParam String node,
            @RequestParam String reasons) {
        exercises.goBack(page.actor(), step, node, reasons);
        return done(page, id, "mandate.done.returned");
    }

    @PostMapping("/exercises/{id}/steps/{step}/ask")
    ModelAndView ask(Page page, @PathVariable UUID id, @PathVariable UUID step, @RequestParam String what) {
        exercises.askForMore(page.actor(), step, what);
        return done(page, id, "mandate.done.asked");
    }

    @PostMapping("/exercises/{id}/steps/{step}/recuse")
    ModelAndView recuse(Page page, @PathVariable UUID id, @PathVariable UUID step, @RequestParam String reasons) {
        exercises.recuse(page.actor(), step, reasons);
        return done(page, id, "mandate.done.recused");
    }

    @PostMapping("/exercises/{id}/copy")
    ModelAndView copy(Page page, @PathVariable UUID id, @RequestParam UUID post, @RequestParam String words) {
        exercises.copy(page.actor(), id, post, words);
        return done(page, id, "mandate.done.copied");
    }

    private static ModelAndView done(Page page, UUID id, String key) {
        return page.done("/exercises/" + id, Text.of(key));
    }
}
