package org.shengmo.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.deliberation.Business;
import org.shengmo.deliberation.Matter;
import org.shengmo.deliberation.Matters;
import org.shengmo.deliberation.NewMatter;
import org.shengmo.deliberation.Outcome;
import org.shengmo.mandate.Catalogue;
import org.shengmo.mandate.Exercise;
import org.shengmo.mandate.Exercises;
import org.shengmo.mandate.ItemVersion;
import org.shengmo.mandate.Mandate;
import org.shengmo.workflow.Workflow;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo year's powers: the lists taken in, and a case a day that people handle in time, late, or with questions. */
@Component
@Profile("demo")
class PowerYear {

    private static final String OFFICE = "QW-10";
    private static final String REVIEWER = "D18-01";
    private static final String DECIDER = "QW-02";
    private static final int CHANGING_MONTH = 3;
    private static final List<String> NAMES = List.of("陈某某", "林某某", "临墨新禾商贸有限公司", "黄某某", "石坪果蔬合作社", "吴某某");

    private final Cast cast;
    private final Mandate mandate;
    private final Exercises exercises;
    private final Workflow workflow;
    private final Matters matters;

    /** The day on which somebody next does something in a case. */
    private final Map<UUID, LocalDate> next = new HashMap<>();

    private UUID proposal;
    private UUID decision;

    PowerYear(Cast cast, Mandate mandate, Exercises exercises, Workflow workflow, Matters matters) {
        this.cast = cast;
        this.mandate = mandate;
        this.exercises = exercises;
        this.workflow = workflow;
        this.matters = matters;
    }

    /** Takes both lists in. */
    void list(LocalDate from) {
        next.clear();
        proposal = null;
        decision = null;
        mandate.importList(cast.in(OFFICE), PowerLists.committee(), from, "区委常委会会议纪要第1号", false);
        mandate.importList(cast.in(OFFICE), PowerLists.government(), from, "区政府常务会议纪要第1号", false);
    }

    /** A day's cases. */
    void work(LocalDate day) {
        change(day);
        begin(day);
        List.copyOf(next.entrySet()).stream()
                .filter(each -> !each.getValue().isAfter(day))
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(id -> handle(exercises.exercise(id).orElseThrow(), day));
    }

    /** In March one item asks for fewer documents: proposed, reviewed by another, decided by the committee, then in force. */
    private void change(LocalDate day) {
        if (proposal == null && day.getMonthValue() == CHANGING_MONTH) {
            ItemVersion item = mandate.inForce(day).stream()
                    .filter(each -> each.catalogue() == Catalogue.GOVERNMENT
                            && each.power().documents().size() > 1
                            && !REVIEWER.startsWith(each.power().department()))
                    .findFirst()
                    .orElseThrow();
            proposal = mandate.propose(
                            cast.in(OFFICE),
                            item.catalogue(),
                            item.code(),
                            item.power().requiring(item.power().documents().subList(0, 1)),
                            null,
                            "其余材料可以共享核验，不再要求提交。")
                    .id();
            mandate.review(cast.in(REVIEWER), proposal, true, "依据充分，不减损权利，合法。");
            decision = matters.propose(
                            cast.in(item.power().department() + "-01"),
                            new NewMatter(
                                    Business.RULES,
                                    "精简权力清单事项的申请材料",
                                    "将" + item.code() + "“" + item.power().name() + "”的申请材料精简为一件，其余由部门共享核验。",
                                    null,
                                    "",
                                    "",
                                    "",
                                    cast.body(item.power().department()),
                                    Set.of(),
                                    true))
                    .id();
        } else if (decision != null && matters.byId(decision).orElseThrow() instanceof Matter.Decided decided) {
            if (decided.outcome() == Outcome.ADOPTED) {
                String code = mandate.proposal(proposal).orElseThrow().code();
                String reference = mandate.decisionsNaming(code).getFirst().reference();
                mandate.decide(cast.in(DECIDER), proposal, reference, day.plusDays(1), true);
            } else {
                mandate.decide(
                        cast.in(DECIDER), proposal, decided.details().what().title(), day, false);
            }
            decision = null;
        }
    }

    private void begin(LocalDate day) {
        List<ItemVersion> items = mandate.inForce(day);
        ItemVersion item = items.get(Chance.of(items.size(), day, "item"));
        boolean online = List.of("01", "05", "07", "08").contains(item.power().powerClass());
        Actor by = online ? Actor.PUBLIC : cast.in(item.power().department() + "-01");
        String applicant =
                item.catalogue() == Catalogue.COMMITTEE ? "区属单位" : NAMES.get(Chance.of(NAMES.size(), day, item.code()));
        Exercise begun = exercises.begin(
                by,
                new Exercises.NewExercise(
                        item.code(), applicant, null, "关于" + item.power().name() + "的事项"));
        next.put(begun.id(), planned(begun, day));
    }

    private static LocalDate planned(Exercise exercise, LocalDate day) {
        LocalDate due = exercise.open().getFirst().due();
        int temper = Chance.of(
                100, exercise.item().code(), exercise.open().getFirst().name(), day);
        if (temper < 3) {
            return due.plusDays(1 + temper);
        }
        LocalDate wish = due.minusDays(1 + temper % 4);
        return wish.isAfter(day) ? wish : day.plusDays(1);
    }

    private void handle(Exercise exercise, LocalDate day) {
        if (exercise.state() == Exercise.State.WAITING) {
            Exercise supplied = exercises.supply(Actor.PUBLIC, exercise.receipt(), "补充材料一份");
            next.put(supplied.id(), planned(supplied, day));
            return;
        }
        Exercise.Step step = exercise.open().getFirst();
        Optional<Actor> owner = cast.in(step.owner());
        if (owner.isEmpty()) {
            return;
        }
        int what = Chance.of(100, exercise.item().code(), step.node(), step.begunOn(), "what");
        boolean online = step.node().equals("accept") && exercise.open().size() == 1;
        Exercise after = online
                        && what < 8
                        && exercise.steps().size() == 1
                        && step.begunOn().isBefore(day)
                ? asked(owner.get(), exercise, step, day)
                : exercises.complete(owner.get(), step.id(), answer(exercise, step), "已按流程办结，材料归档。");
        if (after.state() == Exercise.State.ENDED) {
            next.remove(after.id());
        } else if (after.state() == Exercise.State.RUNNING) {
            next.put(after.id(), planned(after, day));
        }
    }

    private Exercise asked(Actor by, Exercise exercise, Exercise.Step step, LocalDate day) {
        if (exercise.steps().getFirst().account().isEmpty()
                && Chance.of(2, exercise.receipt().length(), day) == 0) {
            Exercise waiting = exercises.askForMore(by, step.id(), "缺少证明材料原件，请补充。");
            next.put(waiting.id(), day.plusDays(5));
            return waiting;
        }
        return exercises.complete(by, step.id(), answer(exercise, step), "材料齐全。");
    }

    private String answer(Exercise exercise, Exercise.Step step) {
        List<String> answers =
                workflow.chart(exercise.item().chart()).orElseThrow().answers(step.node());
        if (answers.isEmpty()) {
            return "";
        }
        boolean usual = Chance.of(10, exercise.item().code(), step.node(), "answer") < 8;
        return answers.get(usual ? 0 : answers.size() - 1);
    }
}
