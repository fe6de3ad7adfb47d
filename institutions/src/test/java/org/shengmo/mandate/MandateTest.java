package org.shengmo.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.access.Scope;
import org.shengmo.calendar.DailyRound;
import org.shengmo.deliberation.AdoptedMatters;
import org.shengmo.deliberation.Matters;
import org.shengmo.deliberation.Meetings;
import org.shengmo.docket.Metric;
import org.shengmo.duty.Duties;
import org.shengmo.duty.MetDuty;
import org.shengmo.duty.OverdueDuty;
import org.shengmo.duty.RunningDuty;
import org.shengmo.duty.WithdrawnDuty;
import org.shengmo.mandate.Exercise.Step;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.Kinships;
import org.shengmo.organization.NewBody;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Person;
import org.shengmo.organization.Post;
import org.shengmo.organization.Reach;
import org.shengmo.organization.Relation;
import org.shengmo.store.KernelTest;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;
import org.shengmo.workflow.Workflow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The catalogue and the exercise of its powers, on a real PostgreSQL with the real engine. */
@KernelTest
class MandateTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 2);

    @Autowired
    Mandate mandate;

    @Autowired
    Exercises exercises;

    @Autowired
    Organization organization;

    @Autowired
    Kinships kinships;

    @Autowired
    Workflow workflow;

    @Autowired
    Duties duties;

    @Autowired
    Notices notices;

    @Autowired
    Matters matters;

    @Autowired
    Meetings meetings;

    @Autowired
    Posts posts;

    @Autowired
    List<Metric> metrics;

    @Autowired
    List<DailyRound> rounds;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private final Actor installer = actor(null, null, "organization.manage", "organization.appoint");
    private String suffix;
    private Body government;
    private Body department;
    private Post headPost;
    private Post clerkPost;
    private Person headPerson;
    private Person clerkPerson;
    private Actor manager;
    private Actor reviewer;
    private Actor decider;
    private Actor head;
    private Actor clerk;

    @BeforeEach
    void aDistrictWithADepartment() {
        clock.moveTo(START);
        suffix = UUID.randomUUID().toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT);
        government = body("G", "区政府", BodyKind.GOVERNMENT, null);
        department = body("D", "教育局", BodyKind.DEPARTMENT, government.id());
        headPost = post("D", "01", department, true, 1);
        clerkPost = post("D", "02", department, false, 2);
        post("G", "01", government, true, 1);
        headPerson = appoint("H", headPost);
        clerkPerson = appoint("C", clerkPost);
        head = actor(headPerson.id(), headPost.id());
        clerk = actor(clerkPerson.id(), clerkPost.id());
        manager = actor(UUID.randomUUID(), UUID.randomUUID(), "mandate.manage");
        reviewer = actor(UUID.randomUUID(), UUID.randomUUID(), "mandate.review");
        decider = actor(UUID.randomUUID(), UUID.randomUUID(), "mandate.decide");
    }

    private Body body(String letter, String name, BodyKind kind, UUID parent) {
        return organization.establish(
                installer, new NewBody(letter + suffix, name, kind, parent, 1, START.minusYears(1)));
    }

    private Post post(String letter, String number, Body body, boolean first, int rank) {
        return organization.createPost(
                installer,
                NewPost.of(letter + suffix + "-" + number, "岗位" + number, body.id(), first, rank, Reach.OWN_BODY));
    }

    private Person appoint(String letter, Post post) {
        Person person = organization.register(installer, new NewPerson(letter + suffix, "衡" + letter));
        organization.appoint(installer, person.id(), post.id(), START.minusMonths(1));
        return person;
    }

    private static Actor actor(UUID person, UUID post, String... permissions) {
        Set<Permission> may = Stream.of(permissions).map(Permission::of).collect(Collectors.toSet());
        return new Actor(person, post, "", may, new Scope.All(), List.of());
    }

    /** A collective decision that names the item; the clock is back at the start when it was taken before. */
    private String decision(LocalDate prepared, String text, boolean adopt) {
        return new AdoptedMatters(organization, posts, matters, meetings, clock).rule(prepared, text, adopt);
    }

    private String code() {
        return "ZF-" + suffix;
    }

    private byte[] list(String flowchart) {
        return ("code,name,type,department,levels,basis,catalogue,holder,responsible,applicants,limit,fee,documents,risks,event,flowchart\n"
                        + code() + ",幼儿园设立审批,01,D" + suffix + ",4,《民办教育促进法》第十二条,government,G" + suffix + ",D" + suffix
                        + ",举办者,20个工作日,不收费,申请书；章程,以贷代审|高|双人审查,入学," + flowchart + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private ItemVersion listed(String flowchart) {
        mandate.importList(manager, list(flowchart), START, "区政府常务会议纪要〔2025〕1号", false);
        return mandate.inForce(code(), START).orElseThrow();
    }

    private Exercise begun() {
        listed("licence");
        return exercises.begin(clerk, new Exercises.NewExercise(code(), "张某某", null, "设立一所幼儿园"));
    }

    private static Step open(Exercise exercise) {
        return exercise.open().getFirst();
    }

    private Exercise done(Actor by, Exercise exercise, String answer) {
        return exercises.complete(by, open(exercise).id(), answer, "已按规定办理");
    }

    private Counted figure(String id) {
        return new Counted(metrics.stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow()
                .figure(2025, LocalDate.now(clock))
                .value()
                .intValueExact());
    }

    private record Counted(int value) {}

    @Test
    void aListComesInOnceAndAgainChangesNothing() {
        int before = figure("mandate.government.items").value();
        byte[] file = list("licence");
        assertThat(mandate.importList(manager, file, START, "纪要", true))
                .isEqualTo(new Mandate.Imported(1, 1, 0, 0, 0, true));
        assertThat(mandate.versions(code())).isEmpty();
        assertThat(mandate.importList(manager, file, START, "纪要", false))
                .isEqualTo(new Mandate.Imported(1, 1, 0, 0, 0, false));
        assertThat(mandate.importList(manager, file, START.plusDays(1), "纪要", false))
                .isEqualTo(new Mandate.Imported(1, 0, 0, 1, 0, false));
        ItemVersion item = mandate.inForce(code(), START).orElseThrow();
        assertThat(item.complete()).isTrue();
        assertThat(item.department()).isEqualTo(department.id());
        assertThat(figure("mandate.government.items").value()).isEqualTo(before + 1);
        assertThatThrownBy(() -> mandate.importList(head, file, START, "纪要", false))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theProvincesListComesInAndWhatItLeavesOutIsToldAndMayNotBeExercised() throws IOException {
        Path file = Path.of(System.getProperty("shengmo.data", "../shared/data"), "powers", "items.csv");
        Assumptions.assumeTrue(Files.isReadable(file), () -> "no " + file);
        Mandate.Imported taken = mandate.importList(manager, Files.readAllBytes(file), START, "省政府公布", false);
        assertThat(taken.added()).isEqualTo(30);
        assertThat(taken.incomplete()).isEqualTo(30);
        assertThat(mandate.inForce("210973001000", START).orElseThrow().power().missing())
                .contains("holder", "limit", "fee");
        assertThatThrownBy(() -> exercises.begin(clerk, new Exercises.NewExercise("210973001000", "张某某", null, "处理侵权")))
                .isInstanceOf(Refused.class)
                .hasMessage("mandate.refused.incomplete");
    }

    @Test
    void aChangeNeedsAProposalALegalityReviewByAnotherAndADecision() {
        ItemVersion first = listed("licence");
        Proposal proposal = mandate.propose(
                manager, Catalogue.GOVERNMENT, code(), first.power().requiring(List.of("申请书")), null, "精简材料");
        assertThatThrownBy(() -> mandate.decide(decider, proposal.id(), "常务会议", START.plusMonths(1), true))
                .isInstanceOf(Refused.class)
                .hasMessage("mandate.change.unreviewed");
        Actor both = actor(manager.person(), manager.post(), "mandate.manage", "mandate.review");
        assertThatThrownBy(() -> mandate.review(both, proposal.id(), true, "合法"))
                .isInstanceOf(Refused.class)
                .hasMessage("mandate.change.own");
        mandate.review(reviewer, proposal.id(), true, "合法");
        assertThatThrownBy(() -> mandate.review(reviewer, proposal.id(), false, "再看看"))
                .isInstanceOf(Refused.class);
        String adopted = decision(START, "压缩 " + code() + " 的办理时限。", true);
        LocalDate from = LocalDate.now(clock).plusDays(10);
        mandate.decide(decider, proposal.id(), adopted, from, true);
        assertThatThrownBy(() -> mandate.decide(decider, proposal.id(), "又一次", from, true))
                .isInstanceOf(Refused.class);
        assertThat(mandate.inForce(code(), from.minusDays(1))
                        .orElseThrow()
                        .power()
                        .documents())
                .containsExactly("申请书", "章程");
        assertThat(mandate.inForce(code(), from).orElseThrow().power().documents())
                .containsExactly("申请书");
        assertThat(mandate.inForce(code(), from).orElseThrow().chart()).isEqualTo(first.chart());
    }

    /** Words, a decision that was rejected, one about another item, and one not yet taken bring nothing into force. */
    @Test
    void nothingComesIntoForceWithoutAnAdoptedDecisionThatNamesTheItem() {
        ItemVersion first = listed("licence");
        Proposal proposal = mandate.propose(
                manager, Catalogue.GOVERNMENT, code(), first.power().requiring(List.of("申请书")), null, "精简材料");
        mandate.review(reviewer, proposal.id(), true, "合法");
        String rejected = decision(START, "压缩 " + code() + " 的办理时限。", false);
        String other = decision(LocalDate.now(clock), "压缩 " + code() + "1 的办理时限。", true);
        LocalDate from = LocalDate.now(clock).plusDays(1);
        for (String none : List.of("区政府常务会议纪要〔2025〕2号", rejected, other, "第999999号")) {
            assertThatThrownBy(() -> mandate.decide(decider, proposal.id(), none, from, true))
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused).hasMessage("mandate.change.no-decision");
                        assertThat(refused.refusal().citations()).isNotEmpty();
                    });
            byte[] changed = new String(list("licence"), StandardCharsets.UTF_8)
                    .replace("20个工作日", "15个工作日")
                    .getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> mandate.importList(manager, changed, from, none, false))
                    .hasMessage("mandate.change.no-decision");
            assertThatThrownBy(() -> mandate.end(decider, code(), from, none)).hasMessage("mandate.change.no-decision");
        }
        assertThat(mandate.versions(code())).hasSize(1);
        String adopted = decision(LocalDate.now(clock), "压缩" + code() + "的办理时限。", true);
        assertThat(mandate.decisionsNaming(code()))
                .extracting(CollectiveDecisions.Adopted::reference)
                .containsExactly(adopted);
        mandate.decide(decider, proposal.id(), adopted, LocalDate.now(clock), true);
        assertThat(mandate.inForce(code(), LocalDate.now(clock)).orElseThrow().decision())
                .isEqualTo(adopted);
    }

    @Test
    void aChartThatNamesAnUnknownPostIsRefusedWithItsPlace() {
        Power power = listed("licence").power();
        byte[] chart = new String(
                        workflow.bpmn(mandate.inForce(code(), START)
                                        .orElseThrow()
                                        .chart())
                                .orElseThrow(),
                        StandardCharsets.UTF_8)
                .replace(headPost.code(), "NOBODY")
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> mandate.propose(manager, Catalogue.GOVERNMENT, code(), power, chart, "改图"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults()).anySatisfy(fault -> {
                            assertThat(fault.text().key()).isEqualTo("workflow.chart.role");
                            assertThat(fault.place()).matches("\\d+:\\d+ decide");
                        }));
    }

    /** Whatever order changes come in: on any day at most one version, and the database itself insists. */
    @Test
    void versionsNeverOverlap() {
        String decision = decision(START.minusDays(80), "多次调整 " + code() + "。", true);
        clock.moveTo(START);
        listed("licence");
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            LocalDate from = START.plusDays(random.nextInt(200) - 20);
            String text = new String(list("licence"), StandardCharsets.UTF_8)
                    .replace("20个工作日", (1 + random.nextInt(60)) + "个工作日");
            try {
                mandate.importList(manager, text.getBytes(StandardCharsets.UTF_8), from, decision, false);
            } catch (Refused refused) {
                assertThat(refused).hasMessage("mandate.version.stands");
            }
        }
        List<ItemVersion> versions = mandate.versions(code());
        assertThat(versions).hasSizeGreaterThan(2);
        for (LocalDate day = START; day.isBefore(START.plusDays(250)); day = day.plusDays(1)) {
            LocalDate on = day;
            assertThat(versions.stream().filter(each -> each.inForce(on))).hasSize(1);
        }
        assertThatThrownBy(() ->
                        database.sql("""
                        INSERT INTO mandate.version SELECT gen_random_uuid(), item, valid, name, class, holder, responsible, department,
                          content, chart, decision, entry FROM mandate.version WHERE item = ?
                        """).param(versions.getFirst().item()).update())
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    @Test
    void aCaseRunsOverThePublishedChartAndEachStepIsADutyMet() {
        Exercise exercise = begun();
        assertThat(open(exercise).name()).isEqualTo("受理");
        assertThat(duties.duty(open(exercise).duty())).isInstanceOf(RunningDuty.class);
        UUID first = open(exercise).duty();
        exercise = done(clerk, exercise, "受理");
        assertThat(duties.duty(first)).isInstanceOf(MetDuty.class);
        assertThat(open(exercise).name()).isEqualTo("审查");
        exercise = done(clerk, exercise, "");
        exercise = done(head, exercise, "准予");
        exercise = done(clerk, exercise, "");
        assertThat(exercise.state()).isEqualTo(Exercise.State.ENDED);
        assertThat(exercise.result()).isEqualTo("准予");
        assertThat(exercises.byReceipt(
                        exercise.receipt().toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .contains(exercise);
    }

    @Test
    void outsideTheCatalogueNothingIsExercised() {
        ItemVersion item = listed("licence");
        assertRefused(clerk, "ZF-NONE", null, "mandate.refused.not-listed");
        clock.moveTo(START.minusDays(1));
        assertRefused(clerk, code(), null, "mandate.refused.not-yet");
        clock.moveTo(START);
        Actor other = actor(
                UUID.randomUUID(),
                organization.postsOf(government.id()).getFirst().id());
        assertRefused(other, code(), null, "mandate.refused.not-holder");
        assertRefused(clerk, code(), clerkPerson.id(), "mandate.conflict.own");
        Person wife = organization.register(installer, new NewPerson("W" + suffix, "衡妻"));
        kinships.declare(installer, clerkPerson.id(), wife.id(), Relation.SPOUSE, START.minusYears(1));
        assertRefused(clerk, code(), wife.id(), "mandate.conflict.relative");
        String ending = decision(START, "取消 " + code() + "。", true);
        LocalDate end = LocalDate.now(clock).plusDays(10);
        mandate.end(decider, code(), end, ending);
        clock.moveTo(end);
        assertRefused(clerk, code(), null, "mandate.refused.ended");
        assertThat(item.complete()).isTrue();
    }

    private void assertRefused(Actor by, String item, UUID applicant, String key) {
        assertThatThrownBy(() -> exercises.begin(by, new Exercises.NewExercise(item, "张某某", applicant, "某事")))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused).hasMessage(key);
                    assertThat(refused.refusal().citations()).isNotEmpty();
                });
    }

    @Test
    void aStaleTabDoesNothingTwiceAndNobodyDoesAnothersStep() {
        Exercise exercise = begun();
        Step step = open(exercise);
        assertThatThrownBy(() -> exercises.complete(head, step.id(), "受理", "我来"))
                .isInstanceOf(Refused.class)
                .hasMessage("mandate.step.not-owner");
        Actor all = actor(headPerson.id(), headPost.id(), "duty.accept", "duty.extend", "mandate.manage");
        assertThatThrownBy(() -> exercises.complete(all, step.id(), "受理", "我来")).isInstanceOf(Refused.class);
        Actor impostor = actor(headPerson.id(), clerkPost.id());
        assertThatThrownBy(() -> exercises.complete(impostor, step.id(), "受理", "我来"))
                .isInstanceOf(Refused.class);
        exercises.complete(clerk, step.id(), "受理", "材料齐全");
        assertThatThrownBy(() -> exercises.complete(clerk, step.id(), "受理", "再来一次"))
                .isInstanceOf(Refused.class)
                .hasMessage("mandate.step.closed");
        assertThatThrownBy(() -> exercises.complete(clerk, step.id(), "不予受理", "改主意"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theClockStopsWhileTheApplicantIsAskedForMore() {
        Exercise exercise = begun();
        Step step = open(exercise);
        Exercise asked = exercises.askForMore(clerk, step.id(), "缺章程");
        assertThat(asked.state()).isEqualTo(Exercise.State.WAITING);
        assertThatThrownBy(() -> exercises.complete(clerk, step.id(), "受理", "先办"))
                .isInstanceOf(Refused.class)
                .hasMessage("mandate.step.waiting");
        clock.moveTo(LocalDate.of(2025, 3, 3));
        rounds.forEach(round -> round.onDay(LocalDate.now(clock)));
        assertThat(exercises.exercise(asked.id()).orElseThrow().late(LocalDate.now(clock)))
                .isFalse();
        Exercise supplied = exercises.supply(Actor.PUBLIC, asked.receipt(), "章程一份");
        assertThat(open(supplied).due()).isAfterOrEqualTo(LocalDate.of(2025, 3, 3));
        assertThat(supplied.due()).isAfter(asked.due());
        assertThatThrownBy(() -> exercises.supply(Actor.PUBLIC, asked.receipt(), "又一份"))
                .isInstanceOf(Refused.class)
                .hasMessage("mandate.more.not-asked");
    }

    @Test
    void delegationGoesDownOnceReturnGoesToWhatWasDoneAndWhoStepsAsideStaysAside() {
        Exercise exercise = done(clerk, done(clerk, begun(), "受理"), "");
        assertThatThrownBy(() -> exercises.delegate(
                        head,
                        open(exercise).id(),
                        organization.postsOf(government.id()).getFirst().id(),
                        "出差"))
                .isInstanceOf(Refused.class)
                .hasMessage("mandate.delegation.upward");
        Exercise delegated = exercises.delegate(head, open(exercise).id(), clerkPost.id(), "出差");
        assertThat(open(delegated).owner()).isEqualTo(clerkPost.id());
        assertThatThrownBy(() -> exercises.delegate(clerk, open(delegated).id(), clerkPost.id(), "转出"))
                .isInstanceOf(Refused.class)
                .hasMessage("mandate.delegation.again");
        assertThatThrownBy(() -> exercises.goBack(clerk, open(delegated).id(), "deliver", "跳过"))
                .isInstanceOf(Refused.class)
                .hasMessage("mandate.back.not-passed");
        Exercise returned = exercises.goBack(clerk, open(delegated).id(), "examine", "材料有误");
        assertThat(open(returned).name()).isEqualTo("审查");
        Exercise aside = exercises.recuse(clerk, open(returned).id(), "与申请人同村");
        assertThat(open(aside).owner()).isEqualTo(headPost.id());
        Exercise again = done(head, aside, "");
        Exercise decided = done(head, again, "准予");
        assertThat(open(decided).owner()).isEqualTo(clerkPost.id());
        assertThatThrownBy(() -> done(clerk, decided, ""))
                .isInstanceOf(Refused.class)
                .hasMessage("mandate.conflict.recused");
    }

    /** A chart on which whoever signs first signs for all comes into force like any change; copies go to who takes no part. */
    @Test
    void whereAnyMaySignTheOthersDutyFallsAwayAndACopyIsANotice() {
        ItemVersion item = listed("reward");
        byte[] any = new String(workflow.bpmn(item.chart()).orElseThrow(), StandardCharsets.UTF_8)
                .replace(
                        "<loopCardinality>2</loopCardinality>",
                        "<loopCardinality>2</loopCardinality>"
                                + "<completionCondition>${nrOfCompletedInstances &gt;= 1}</completionCondition>")
                .getBytes(StandardCharsets.UTF_8);
        Proposal proposal = mandate.propose(manager, Catalogue.GOVERNMENT, code(), item.power(), any, "会签一人即可");
        mandate.review(reviewer, proposal.id(), true, "合法");
        String adopted = decision(START, "简化 " + code() + " 的会签。", true);
        mandate.decide(decider, proposal.id(), adopted, LocalDate.now(clock), true);

        Exercise begun = exercises.begin(Actor.PUBLIC, new Exercises.NewExercise(code(), "李某某", null, "申报先进"));
        Exercise exercise = done(clerk, begun, "");
        Step heads = exercise.open().stream()
                .filter(step -> step.owner().equals(headPost.id()))
                .findFirst()
                .orElseThrow();
        Step clerks = exercise.open().stream()
                .filter(step -> step.owner().equals(clerkPost.id()))
                .findFirst()
                .orElseThrow();
        Exercise signed = exercises.complete(head, heads.id(), "", "同意");
        assertThat(signed.steps().stream()
                        .filter(step -> step.id().equals(clerks.id()))
                        .map(Step::state))
                .containsExactly(Exercise.StepState.SIGNED_BY_OTHER);
        assertThat(duties.duty(clerks.duty())).isInstanceOf(WithdrawnDuty.class);
        assertThat(open(signed).name()).isEqualTo("审定");

        Post third = post("D", "03", department, false, 3);
        Actor reader = actor(appoint("T", third).id(), third.id());
        exercises.copy(clerk, signed.id(), third.id(), "请知悉");
        assertThat(notices.of(reader, 10))
                .anySatisfy(notice -> assertThat(notice.href()).isEqualTo("/exercises/" + signed.id()));
        assertThatThrownBy(() -> exercises.copy(reader, signed.id(), headPost.id(), "转一下"))
                .hasMessage("mandate.step.not-owner");
    }

    @Test
    void aLateStepIsAnOverdueDutyAndThenAFinding() {
        Exercise exercise = begun();
        Step step = open(exercise);
        for (LocalDate day = START; day.isBefore(step.due().plusDays(8)); day = day.plusDays(1)) {
            clock.moveTo(day);
            LocalDate on = day;
            rounds.forEach(round -> round.onDay(on));
        }
        assertThat(duties.duty(step.duty()))
                .isInstanceOfSatisfying(
                        OverdueDuty.class, duty -> assertThat(duty.breached()).isTrue());
        int before = figure("mandate.steps.late").value();
        exercises.complete(clerk, step.id(), "受理", "迟办");
        assertThat(figure("mandate.steps.late").value()).isEqualTo(before + 1);
    }

    @Test
    void everyTemplateIsAChartThatRuns() {
        for (String template : ChartTemplates.CODES) {
            suffix = UUID.randomUUID().toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT);
            aDistrictWithADepartment();
            ItemVersion item = listed(template);
            assertThat(workflow.chart(item.chart()).orElseThrow().steps())
                    .as(template)
                    .hasSizeGreaterThan(2);
        }
    }

    @Test
    void applicationsOnlineComeFromAnyoneAndThoseAskedToSignSignEachForThemselves() {
        listed("reward");
        Exercise exercise = exercises.begin(Actor.PUBLIC, new Exercises.NewExercise(code(), "李某某", null, "申报先进"));
        exercise = done(clerk, exercise, "");
        assertThat(exercise.open()).extracting(Step::owner).containsExactlyInAnyOrder(clerkPost.id(), headPost.id());
        UUID clerks = exercise.open().stream()
                .filter(step -> step.owner().equals(clerkPost.id()))
                .findFirst()
                .orElseThrow()
                .id();
        UUID heads = exercise.open().stream()
                .filter(step -> step.owner().equals(headPost.id()))
                .findFirst()
                .orElseThrow()
                .id();
        assertThatThrownBy(() -> exercises.askForMore(clerk, clerks, "缺材料")).isInstanceOf(Refused.class);
        exercises.complete(head, heads, "", "同意");
        exercise = exercises.complete(clerk, clerks, "", "同意");
        assertThat(open(exercise).name()).isEqualTo("审定");
        exercise = done(head, exercise, "不通过");
        assertThat(exercise.result()).isEqualTo("不予奖励");
    }
}
