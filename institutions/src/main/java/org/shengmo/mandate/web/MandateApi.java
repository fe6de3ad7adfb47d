package org.shengmo.mandate.web;

import static org.shengmo.access.web.Given.needed;
import static org.shengmo.access.web.Given.text;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.web.CurrentActor;
import org.shengmo.mandate.Catalogue;
import org.shengmo.mandate.Exercise;
import org.shengmo.mandate.Exercises;
import org.shengmo.mandate.ItemVersion;
import org.shengmo.mandate.Mandate;
import org.shengmo.mandate.Power;
import org.shengmo.mandate.Proposal;
import org.shengmo.workflow.Workflow;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Powers and their exercise over the API: the same commands as the pages. */
@RestController
@RequestMapping("/api/v1")
class MandateApi {

    private final Mandate mandate;
    private final Exercises exercises;
    private final Workflow workflow;
    private final CurrentActor actors;
    private final Clock clock;

    MandateApi(Mandate mandate, Exercises exercises, Workflow workflow, CurrentActor actors, Clock clock) {
        this.mandate = mandate;
        this.exercises = exercises;
        this.workflow = workflow;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * The powers in force.
     *
     * @param on the day; today when it is not given
     * @param q words of the name or code
     * @param powerClass a class's code
     * @param department a department's code
     */
    @GetMapping("/powers")
    List<ItemVersion> powers(
            @RequestParam Optional<LocalDate> on,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "class", defaultValue = "") String powerClass,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(name = "event", defaultValue = "") String event) {
        return mandate.inForce(on.orElseGet(() -> LocalDate.now(clock))).stream()
                .filter(item -> item.power().name().contains(q) || item.code().contains(q))
                .filter(item ->
                        powerClass.isEmpty() || item.power().powerClass().equals(powerClass))
                .filter(item ->
                        department.isEmpty() || item.power().department().equals(department))
                .filter(item -> event.isEmpty() || item.power().lifeEvent().equals(event))
                .toList();
    }

    /** Every version of a power, newest first. */
    @GetMapping("/powers/{code}")
    List<ItemVersion> power(@PathVariable String code) {
        List<ItemVersion> versions = mandate.versions(code);
        if (versions.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return versions;
    }

    /** The flowchart of a power in force, as it runs. */
    @GetMapping(value = "/powers/{code}/chart", produces = MediaType.APPLICATION_XML_VALUE)
    byte[] chart(@PathVariable String code) {
        return mandate.inForce(code, LocalDate.now(clock))
                .flatMap(ItemVersion::flowchart)
                .flatMap(workflow::bpmn)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Takes a list in: the body is the xlsx or csv file. */
    @PostMapping(value = "/powers/import", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    Mandate.Imported importList(
            @RequestBody byte[] file,
            @RequestParam LocalDate from,
            @RequestParam String decision,
            @RequestParam(defaultValue = "false") boolean dryRun) {
        return mandate.importList(actor(), file, from, decision, dryRun);
    }

    /** A change to be proposed; {@code chart} is the BPMN file's text, null to keep the one in force. */
    record Change(String catalogue, String code, Power power, String chart, String reasons) {}

    @PostMapping("/powers/changes")
    @ResponseStatus(HttpStatus.CREATED)
    Proposal propose(@RequestBody Change change) {
        byte[] chart = change.chart() == null ? null : change.chart().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return mandate.propose(
                actor(),
                Catalogue.of(text(change.catalogue())),
                text(change.code()),
                needed("power", change.power()),
                chart,
                text(change.reasons()));
    }

    /** A legality opinion. */
    record Review(boolean lawful, String opinion) {}

    @PostMapping("/powers/changes/{id}/review")
    Proposal review(@PathVariable UUID id, @RequestBody Review review) {
        return mandate.review(actor(), id, review.lawful(), text(review.opinion()));
    }

    /** A collective decision on a change. */
    record Decision(String decision, LocalDate from, boolean adopted) {}

    @PostMapping("/powers/changes/{id}/decide")
    Proposal decide(@PathVariable UUID id, @RequestBody Decision decision) {
        return mandate.decide(
                actor(), id, text(decision.decision()), needed("from", decision.from()), decision.adopted());
    }

    /** Where a case stands, for whoever has its receipt code: nothing of the applicant. */
    record Progress(
            String receipt,
            String power,
            String state,
            String result,
            LocalDate begun,
            LocalDate due,
            List<Line> steps) {}

    /** A step of a case. */
    record Line(String name, String state, LocalDate begun, LocalDate due, LocalDate closed) {}

    @GetMapping("/powers/cases/{receipt}")
    Progress progress(@PathVariable String receipt) {
        Exercise exercise =
                exercises.byReceipt(receipt).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return progress(exercise);
    }

    private static Progress progress(Exercise exercise) {
        return new Progress(
                exercise.receipt(),
                exercise.item().code(),
                word(exercise.state()),
                exercise.result(),
                exercise.begunOn(),
                exercise.due(),
                exercise.steps().stream()
                        .map(step ->
                                new Line(step.name(), word(step.state()), step.begunOn(), step.due(), step.closedOn()))
                        .toList());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @GetMapping("/exercises")
    List<Exercise> all() {
        return exercises.all().stream()
                .filter(exercise -> exercises.readable(actor(), exercise))
                .toList();
    }

    @GetMapping("/exercises/{id}")
    Exercise exercise(@PathVariable UUID id) {
        return exercises
                .exercise(id)
                .filter(each -> exercises.readable(actor(), each))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/exercises")
    @ResponseStatus(HttpStatus.CREATED)
    Exercise begin(@RequestBody Exercises.NewExercise wanted) {
        return exercises.begin(
                actor(),
                new Exercises.NewExercise(
                        text(wanted.item()),
                        text(wanted.applicant()),
                        wanted.applicantPerson(),
                        text(wanted.matter())));
    }

    /** What was done at a step, and what was answered; the answer is empty where nothing is asked. */
    record Done(String answer, String account) {}

    @PostMapping("/exercises/steps/{step}/complete")
    Exercise complete(@PathVariable UUID step, @RequestBody Done done) {
        return exercises.complete(actor(), step, text(done.answer()), text(done.account()));
    }

    /** To whom, and why. */
    record To(UUID post, String reasons) {}

    @PostMapping("/exercises/steps/{step}/delegate")
    Exercise delegate(@PathVariable UUID step, @RequestBody To to) {
        return exercises.delegate(actor(), step, needed("post", to.post()), text(to.reasons()));
    }

    /** Back to which node, and why. */
    record Back(String node, String reasons) {}

    @PostMapping("/exercises/steps/{step}/return")
    Exercise goBack(@PathVariable UUID step, @RequestBody Back back) {
        return exercises.goBack(actor(), step, text(back.node()), text(back.reasons()));
    }

    /** Words that go with an act. */
    record Said(String words) {}

    @PostMapping("/exercises/steps/{step}/ask")
    Exercise ask(@PathVariable UUID step, @RequestBody Said said) {
        return exercises.askForMore(actor(), step, text(said.words()));
    }

    @PostMapping("/exercises/steps/{step}/recuse")
    Exercise recuse(@PathVariable UUID step, @RequestBody Said said) {
        return exercises.recuse(actor(), step, text(said.words()));
    }

    @PostMapping("/exercises/{id}/copy")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void copy(@PathVariable UUID id, @RequestBody To to) {
        exercises.copy(actor(), id, needed("post", to.post()), text(to.reasons()));
    }

    @PostMapping("/powers/cases/{receipt}/supply")
    Progress supply(@PathVariable String receipt, @RequestBody Said said) {
        return progress(exercises.supply(actor(), receipt, text(said.words())));
    }

    private Actor actor() {
        return actors.actor();
    }
}
