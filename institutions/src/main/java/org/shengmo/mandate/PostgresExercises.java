package org.shengmo.mandate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.access.Actor;
import org.shengmo.calendar.Calendar;
import org.shengmo.calendar.StatutoryPeriod;
import org.shengmo.docket.Act;
import org.shengmo.docket.Author;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Subject;
import org.shengmo.mandate.Exercise.State;
import org.shengmo.mandate.Exercise.Step;
import org.shengmo.mandate.Exercise.StepState;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Refused;
import org.shengmo.wording.Text;
import org.shengmo.workflow.Chart;
import org.shengmo.workflow.Node;
import org.shengmo.workflow.Position;
import org.shengmo.workflow.Workflow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Exercises in PostgreSQL, over the workflow's charts; every step is a duty. */
@Service
class PostgresExercises implements Exercises {

    private static final String STEPS = "7";
    private static final String DELEGATION = "9";
    private static final String MORE = "10";
    private static final String BACK = "11";
    private static final int LONGEST = 2000;

    private final ExerciseRows rows;
    private final Admission admission;
    private final Conflicts conflicts;
    private final StepDuties duties;
    private final Workflow workflow;
    private final Organization organization;
    private final Calendar calendar;
    private final Rulebook rulebook;
    private final Notices notices;
    private final Docket docket;
    private final Clock clock;

    PostgresExercises(
            ExerciseRows rows,
            Admission admission,
            Conflicts conflicts,
            StepDuties duties,
            Workflow workflow,
            Organization organization,
            Calendar calendar,
            Rulebook rulebook,
            Notices notices,
            Docket docket,
            Clock clock) {
        this.rows = rows;
        this.admission = admission;
        this.conflicts = conflicts;
        this.duties = duties;
        this.workflow = workflow;
        this.organization = organization;
        this.calendar = calendar;
        this.rulebook = rulebook;
        this.notices = notices;
        this.docket = docket;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Exercise begin(Actor by, NewExercise wanted) {
        filled("applicant", wanted.applicant());
        filled("matter", wanted.matter());
        Admission.Admitted admitted = admission.admit(by, wanted, today());
        ItemVersion item = admitted.item();
        UUID id = UUID.randomUUID();
        Position at = workflow.start(item.flowchart().orElseThrow(), "mandate.exercise " + id);
        Exercise exercise = new Exercise(
                id,
                Receipts.draw(),
                item,
                admitted.body(),
                wanted.applicant().strip(),
                wanted.applicantPerson(),
                wanted.matter().strip(),
                today(),
                limit(item).dueDate(today(), calendar),
                at.instance(),
                State.RUNNING,
                "",
                null,
                List.of());
        Map<String, Object> payload = new TreeMap<>();
        payload.put("code", item.code());
        payload.put("name", item.power().name());
        payload.put("applicant", exercise.applicant());
        payload.put("matter", exercise.matter());
        payload.put("due", exercise.due());
        payload.put("chart", item.chart());
        long entry = record(by, "mandate.exercise.begun", exercise, payload);
        rows.insert(exercise, by.person(), entry);
        open(by, exercise, at);
        return exercise(id).orElseThrow();
    }

    private static StatutoryPeriod limit(ItemVersion item) {
        return item.power().workingDays()
                ? StatutoryPeriod.workingDays(item.power().days())
                : StatutoryPeriod.days(item.power().days());
    }

    /** Steps that the engine has opened and that are not on record yet become duties. */
    private void open(Actor by, Exercise exercise, Position at) {
        Chart chart = chart(exercise);
        Map<UUID, Step> known = exercise.steps().stream().collect(Collectors.toMap(Step::id, step -> step));
        for (Position.OpenStep opened : at.open()) {
            if (!known.containsKey(opened.id())) {
                Node node = chart.node(opened.node());
                LocalDate due = node.timeLimit()
                        .map(period -> period.dueDate(today(), calendar))
                        .orElse(exercise.due());
                UUID owner =
                        organization.postByCode(opened.role()).orElseThrow().id();
                UUID duty = duties.owe(by, exercise, node.name(), owner, today(), due);
                rows.insert(
                        exercise.id(),
                        new Step(
                                opened.id(),
                                node.id(),
                                node.name(),
                                owner,
                                null,
                                duty,
                                today(),
                                due.isBefore(today()) ? today() : due,
                                StepState.OPEN,
                                null,
                                null,
                                "",
                                "",
                                null));
            }
        }
    }

    private Chart chart(Exercise exercise) {
        return workflow.chart(exercise.item().chart()).orElseThrow();
    }

    @Override
    @Transactional
    public Exercise complete(Actor by, UUID id, String answer, String account) {
        filled("account", account);
        Exercise exercise = own(by, id);
        Step step = step(exercise, id);
        Position at = workflow.complete(exercise.instance(), id, answer);
        boolean late = today().isAfter(step.due());
        Map<String, Object> payload = new TreeMap<>();
        payload.put("step", step.name());
        payload.put("account", account);
        payload.put("due", step.due());
        payload.put("late", late);
        if (!answer.isEmpty()) {
            payload.put("answer", answer);
        }
        long entry = record(by, "mandate.step.done", exercise, payload);
        duties.meet(by, step.duty(), account);
        rows.close(id, StepState.DONE, today(), by.person(), answer, account, entry);
        signedByOther(exercise, step, at);
        open(by, exercise, at);
        if (at.ended()) {
            end(by, exercise, step, answer);
        }
        return exercise(exercise.id()).orElseThrow();
    }

    /** Where any may sign for all, the others' duties fall away. */
    private void signedByOther(Exercise exercise, Step done, Position at) {
        for (Step other : exercise.open()) {
            boolean gone = at.open().stream().noneMatch(open -> open.id().equals(other.id()));
            if (gone && !other.id().equals(done.id())) {
                duties.withdraw(other.duty(), "另一岗位已会签");
                rows.close(other.id(), StepState.SIGNED_BY_OTHER, today(), null, "", "", null);
            }
        }
    }

    private void end(Actor by, Exercise exercise, Step last, String answer) {
        String result = chart(exercise).following(last.node(), answer).stream()
                .filter(node -> node.kind() == Node.Kind.END)
                .map(Node::name)
                .findFirst()
                .orElse("");
        rows.ended(exercise.id(), result, today());
        record(
                by,
                "mandate.exercise.ended",
                exercise,
                Map.of("result", result, "due", exercise.due(), "late", today().isAfter(exercise.due())));
    }

    @Override
    @Transactional
    public Exercise delegate(Actor by, UUID id, UUID post, String reasons) {
        filled("reasons", reasons);
        Exercise exercise = own(by, id);
        Step step = step(exercise, id);
        Post from = organization.post(step.owner());
        Post to = organization.post(post);
        if (step.delegatedBy() != null) {
            throw refused(DELEGATION, "mandate.delegation.again", step.name());
        }
        if (!to.body().equals(from.body()) || to.rank() <= from.rank()) {
            throw refused(DELEGATION, "mandate.delegation.upward", to.name(), from.name());
        }
        if (!conflicts.held(post, exercise, today())) {
            throw refused(DELEGATION, "mandate.delegation.nobody", to.name());
        }
        handOn(by, exercise, step, to, from.id(), reasons);
        record(by, "mandate.step.delegated", exercise, reasoned(step, reasons, Map.of("to", to.name())));
        return exercise(exercise.id()).orElseThrow();
    }

    private void handOn(Actor by, Exercise exercise, Step step, Post to, UUID delegatedBy, String reasons) {
        duties.withdraw(step.duty(), reasons);
        UUID duty = duties.owe(by, exercise, step.name(), to.id(), today(), step.due());
        rows.handOn(step.id(), to.id(), delegatedBy, duty);
    }

    @Override
    @Transactional
    public Exercise goBack(Actor by, UUID id, String node, String reasons) {
        filled("reasons", reasons);
        Exercise exercise = own(by, id);
        Step step = step(exercise, id);
        boolean passed =
                exercise.steps().stream().anyMatch(each -> each.node().equals(node) && each.state() == StepState.DONE);
        if (!passed) {
            throw refused(BACK, "mandate.back.not-passed", step.name());
        }
        Position at = workflow.goBack(exercise.instance(), id, node);
        duties.withdraw(step.duty(), reasons);
        rows.close(id, StepState.RETURNED, today(), by.person(), "", reasons, null);
        record(
                by,
                "mandate.step.returned",
                exercise,
                reasoned(step, reasons, Map.of("to", chart(exercise).node(node).name())));
        open(by, exercise, at);
        return exercise(exercise.id()).orElseThrow();
    }

    @Override
    @Transactional
    public Exercise askForMore(Actor by, UUID id, String what) {
        filled("what", what);
        Exercise exercise = own(by, id);
        Step step = step(exercise, id);
        if (exercise.open().size() > 1) {
            throw refused(MORE, "mandate.more.others-open", step.name());
        }
        duties.withdraw(step.duty(), what);
        rows.stopClock(exercise.id(), id, daysLeft(step.due()));
        record(by, "mandate.exercise.asked", exercise, Map.of("step", step.name(), "what", what));
        return exercise(exercise.id()).orElseThrow();
    }

    /** Working days left, today not counted; none when it is late already. */
    private int daysLeft(LocalDate due) {
        int left = 0;
        for (LocalDate day = today().plusDays(1); !day.isAfter(due); day = day.plusDays(1)) {
            left += calendar.isWorkingDay(day) ? 1 : 0;
        }
        return left;
    }

    @Override
    @Transactional
    public Exercise supply(Actor by, String receipt, String what) {
        filled("what", what);
        Exercise exercise = rows.lockByReceipt(Receipts.read(receipt))
                .orElseThrow(() -> new NoSuchElementException("no exercise with this receipt"));
        Step step = exercise.open().stream()
                .filter(each -> each.state() == StepState.WAITING)
                .findFirst()
                .orElseThrow(() -> refused(MORE, "mandate.more.not-asked", exercise.receipt()));
        LocalDate due = calendar.plusWorkingDays(today(), step.daysLeft());
        LocalDate whole = exercise.due()
                .plusDays(Math.max(0, due.toEpochDay() - step.due().toEpochDay()));
        UUID duty = duties.owe(by, exercise, step.name(), step.owner(), today(), due);
        rows.startClock(exercise.id(), step.id(), duty, due, calendar.workingDayFrom(whole));
        record(by, "mandate.exercise.supplied", exercise, Map.of("step", step.name(), "what", what, "due", due));
        return exercise(exercise.id()).orElseThrow();
    }

    @Override
    @Transactional
    public void copy(Actor by, UUID id, UUID post, String words) {
        filled("words", words);
        Exercise exercise = exercise(id).orElseThrow(() -> new NoSuchElementException("no exercise " + id));
        boolean takesPart =
                exercise.steps().stream().anyMatch(step -> step.owner().equals(by.post()));
        if (!takesPart) {
            throw refused(
                    STEPS, "mandate.step.not-owner", exercise.item().power().name());
        }
        conflicts.refuse(by, exercise, today());
        Post to = organization.post(post);
        notices.tell(
                post,
                Text.of("mandate.notice.copied", exercise.item().power().name(), words),
                "/exercises/" + id,
                exercise.subject());
        record(by, "mandate.exercise.copied", exercise, Map.of("to", to.name(), "words", words));
    }

    @Override
    @Transactional
    public Exercise recuse(Actor by, UUID id, String reasons) {
        filled("reasons", reasons);
        Exercise exercise = locked(id);
        Step step = owned(by, exercise, id);
        rows.recused(exercise.id(), by.person(), reasons);
        Post to = organization.lineAbove(step.owner(), today()).stream()
                .filter(post -> conflicts.held(post.id(), exercise, today()))
                .findFirst()
                .orElseThrow(() -> refused("8", "mandate.conflict.nobody", step.name()));
        handOn(by, exercise, step, to, null, reasons);
        record(by, "mandate.step.recused", exercise, reasoned(step, reasons, Map.of("to", to.name())));
        return exercise(exercise.id()).orElseThrow();
    }

    /** The exercise of a step that the actor may do now: locked, in post, open, with no conflict. */
    private Exercise own(Actor by, UUID step) {
        Exercise exercise = locked(step);
        owned(by, exercise, step);
        conflicts.refuse(by, exercise, today());
        return exercise;
    }

    private Exercise locked(UUID step) {
        return rows.lockOfStep(step).orElseThrow(() -> new NoSuchElementException("no step " + step));
    }

    private Step owned(Actor by, Exercise exercise, UUID id) {
        Step step = step(exercise, id);
        if (step.state() == StepState.WAITING) {
            throw refused(MORE, "mandate.step.waiting", step.name());
        }
        if (step.state() != StepState.OPEN) {
            throw refused(STEPS, "mandate.step.closed", step.name());
        }
        boolean holds = step.owner().equals(by.post())
                && organization.holdersOf(step.owner(), today()).stream()
                        .anyMatch(tenure -> Objects.equals(tenure.person(), by.person()));
        if (!holds) {
            throw refused(STEPS, "mandate.step.not-owner", step.name());
        }
        return step;
    }

    private static Step step(Exercise exercise, UUID id) {
        return exercise.steps().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> reasoned(Step step, String reasons, Map<String, ?> more) {
        Map<String, Object> payload = new HashMap<>(more);
        payload.put("step", step.name());
        payload.put("reasons", reasons);
        return payload;
    }

    private static void filled(String field, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw Invalid.at(field, text.isBlank() ? "mandate.fault.blank" : "mandate.fault.long", LONGEST);
        }
    }

    private Refused refused(String article, String key, Object... arguments) {
        return Refusal.of(key, arguments)
                .under(List.of(rulebook.cite(Mandate.RULES, article, today())))
                .refused();
    }

    private long record(Actor by, String kind, Exercise exercise, Map<String, ?> payload) {
        Author author = by.equals(Actor.PUBLIC) ? new Author(null, null) : by.author();
        List<Subject> concerns =
                new ArrayList<>(List.of(Mandate.subject(exercise.item().item()), Subject.body(exercise.body())));
        if (exercise.applicantPerson() != null) {
            concerns.add(Subject.person(exercise.applicantPerson()));
        }
        return docket.record(Act.of(author, kind, exercise.subject(), payload, concerns.toArray(Subject[]::new)));
    }

    @Override
    public boolean readable(Actor reader, Exercise exercise) {
        if (reader.post() == null) {
            return false;
        }
        return reader.may(READ)
                || organization.post(reader.post()).body().equals(exercise.body())
                || exercise.steps().stream().anyMatch(step -> step.owner().equals(reader.post()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Exercise> exercise(UUID id) {
        return rows.exercise(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Exercise> byReceipt(String receipt) {
        return rows.byReceipt(Receipts.read(receipt));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Exercise> all() {
        return rows.all("true", Map.of());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Exercise> waitingFor(UUID post) {
        return rows.all(
                "e.id IN (SELECT exercise FROM mandate.step WHERE owner = :post AND state = 'open')",
                Map.of("post", post));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
