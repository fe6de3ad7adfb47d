package org.shengmo.career;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.consequence.Consequences;
import org.shengmo.deliberation.Stance;
import org.shengmo.discipline.Leads;
import org.shengmo.discipline.NewLead;
import org.shengmo.discipline.Origin;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.MetDuty;
import org.shengmo.finding.Findings;
import org.shengmo.finding.NewFinding;
import org.shengmo.organization.Kinships;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Relation;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.store.KernelTest;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** From the proposal to the end of the trial, and what stops it on the way. */
@KernelTest
class CareerTest {

    private static final LocalDate START = LocalDate.of(2025, 3, 3);

    @Autowired
    Selections selections;

    @Autowired
    Merits merits;

    @Autowired
    Leads leads;

    @Autowired
    Findings findings;

    @Autowired
    Consequences consequences;

    @Autowired
    Kinships kinships;

    @Autowired
    Organization organization;

    @Autowired
    Posts posts;

    @Autowired
    Duties duties;

    @Autowired
    Docket docket;

    @Autowired
    Rulebook rulebook;

    @Autowired
    TestClock clock;

    private CareerGround ground;

    @BeforeEach
    void aDistrict() {
        clock.moveTo(CareerGround.FIRST_DAY);
        ground = new CareerGround(organization, posts);
        clock.moveTo(START);
    }

    // The way of one selection

    private UUID proposed() {
        return selections.propose(in("clerk"), ground.post("water-deputy"), Ground.FRONTLINE, "防汛任务重，缺一名分管工程的副职。");
    }

    private UUID recommended() {
        UUID id = proposed();
        selections.recommend(in("clerk"), id, recommendation("engineer"));
        return id;
    }

    private Selections.Recommendation recommendation(String candidate) {
        return new Selections.Recommendation(
                12,
                List.of(
                        new Selections.Count(ground.person("foreman"), 9, 7),
                        new Selections.Count(ground.person("engineer"), 8, 9)),
                ground.person(candidate),
                "得票相近，抢险实绩突出。");
    }

    private UUID merit(String person, boolean urgent) {
        return merits.enter(
                in("clerk"),
                new Merits.Merit(null, ground.person(person), urgent, "石桥水库抢险", "连续值守十一昼夜，下游无人伤亡。", "区防汛指挥部通报", START));
    }

    private void checkAll(UUID id) {
        for (Selections.Check check : Selections.Check.values()) {
            selections.check(in("inspector"), id, check, true, "已核对，没有问题。");
        }
    }

    private Selections.Inspection inspection(UUID... shown) {
        return new Selections.Inspection(
                List.of(ground.person("clerk"), ground.person("inspector")), List.of(shown), "政治可靠，能吃苦，实绩明显。");
    }

    private UUID inspected() {
        UUID id = recommended();
        checkAll(id);
        selections.inspect(in("clerk"), id, inspection(merit("engineer", true)));
        return id;
    }

    private void opinion(UUID id) {
        selections.opine(in("secretary"), id, "没有发现影响任用的情形。");
        selections.countersign(in("deputy"), id);
    }

    private void sit(UUID id, String... present) {
        selections.sit(in("lead"), id, seats(present));
    }

    private Set<UUID> seats(String... present) {
        return java.util.Arrays.stream(present).map(ground::post).collect(Collectors.toSet());
    }

    private void all(UUID id, Stance stance, List<String> present) {
        List<String> turns = new ArrayList<>(present);
        Collections.reverse(turns);
        turns.forEach(each -> selections.speak(in(each), id, stance, stance == Stance.AGREE ? "" : "再了解。"));
    }

    private UUID adopted() {
        UUID id = inspected();
        opinion(id);
        sit(id, CareerGround.SEATS.toArray(String[]::new));
        all(id, Stance.AGREE, CareerGround.SEATS);
        selections.conclude(in("lead"), id);
        return id;
    }

    private UUID published() {
        UUID id = adopted();
        selections.publish(in("clerk"), id);
        return id;
    }

    private UUID appointed() {
        UUID id = published();
        clock.moveTo(((Selection.Published) selections.selection(id).orElseThrow())
                .until()
                .plusDays(1));
        selections.appoint(in("lead"), id, leaves("engineer"));
        return id;
    }

    private Set<UUID> leaves(String person) {
        return organization.tenuresOf(ground.person(person), LocalDate.now(clock)).stream()
                .map(each -> each.id())
                .collect(Collectors.toSet());
    }

    @Test
    void aSelectionGoesFromTheProposalToTheEndOfTheTrial() {
        UUID id = appointed();
        Selection.OnTrial trial = (Selection.OnTrial) selections.selection(id).orElseThrow();
        assertThat(organization.holderOf(ground.post("water-deputy"), LocalDate.now(clock)))
                .hasValueSatisfying(tenure -> assertThat(tenure.person()).isEqualTo(ground.person("engineer")));
        assertThat(organization.holderOf(ground.post("engineer"), LocalDate.now(clock)))
                .isEmpty();
        assertThat(trial.until()).isEqualTo(trial.from().plusYears(1).minusDays(1));
        assertRefused(() -> selections.confirm(in("lead"), id, true, "称职。"), "career.trial.runs", "43");
        clock.moveTo(trial.until().plusDays(1));
        selections.confirm(in("lead"), id, true, "试用期内完成主汛期调度，称职。");
        assertThat(selections.selection(id)).containsInstanceOf(Selection.Confirmed.class);
        assertThat(duties.duty(trial.duty())).isInstanceOf(MetDuty.class);
        assertThat(kinds(id))
                .containsExactly(
                        "career.proposed",
                        "career.recommended",
                        "career.checked",
                        "career.checked",
                        "career.checked",
                        "career.inspected",
                        "career.opinion-signed",
                        "career.opinion-countersigned",
                        "career.sat",
                        "career.spoke",
                        "career.spoke",
                        "career.spoke",
                        "career.spoke",
                        "career.spoke",
                        "career.spoke",
                        "career.adopted",
                        "career.published",
                        "career.appointed",
                        "career.confirmed");
    }

    @Test
    void aFailedTrialEndsTheTenure() {
        UUID id = appointed();
        clock.moveTo(((Selection.OnTrial) selections.selection(id).orElseThrow())
                .until()
                .plusDays(1));
        selections.confirm(in("lead"), id, false, "不能胜任工程管理。");
        assertThat(selections.selection(id)).containsInstanceOf(Selection.Ended.class);
        assertThat(organization.holderOf(ground.post("water-deputy"), LocalDate.now(clock)))
                .isEmpty();
    }

    @Test
    void noStepIsSkipped() {
        UUID id = proposed();
        assertRefused(
                () -> selections.inspect(in("clerk"), id, inspection(UUID.randomUUID())), "career.out-of-order", "3");
        assertRefused(() -> sit(id, "principal"), "career.out-of-order", "3");
        assertRefused(() -> selections.conclude(in("lead"), id), "career.out-of-order", "3");
        assertRefused(() -> selections.publish(in("clerk"), id), "career.out-of-order", "3");
        assertRefused(() -> selections.appoint(in("lead"), id, Set.of()), "career.out-of-order", "3");
        assertRefused(() -> selections.confirm(in("lead"), id, true, "称职。"), "career.out-of-order", "3");
        selections.recommend(in("clerk"), id, recommendation("engineer"));
        assertRefused(
                () -> selections.recommend(in("clerk"), id, recommendation("engineer")), "career.out-of-order", "3");
        assertRefused(() -> selections.publish(in("clerk"), id), "career.out-of-order", "3");
        assertThat(selections.selection(id)).containsInstanceOf(Selection.Recommended.class);
    }

    @Test
    void whoHasNoLeaveTakesNoStepAndNobodyTheOwn() {
        UUID id = recommended();
        assertRefused(
                () -> selections.propose(in("foreman"), ground.post("water-deputy"), Ground.ORDINARY, "缺人。"),
                "access.permission.missing");
        assertRefused(() -> selections.opine(in("clerk"), id, "没有问题。"), "access.permission.missing");
        assertRefused(() -> selections.appoint(in("clerk"), id, Set.of()), "access.permission.missing");
        kinships.declare(in("clerk"), ground.person("clerk"), ground.person("engineer"), Relation.SPOUSE, START);
        assertRefused(() -> selections.check(in("clerk"), id, Selections.Check.FILE, true, "没有问题。"), "career.own", "4");
    }

    // Merit

    @Test
    void votesAloneAreNoMerit() {
        UUID id = recommended();
        checkAll(id);
        assertRefused(() -> selections.inspect(in("clerk"), id, inspection()), "career.merit.urgent", "7");
        UUID ordinary = merit("engineer", false);
        assertRefused(() -> selections.inspect(in("clerk"), id, inspection(ordinary)), "career.merit.urgent", "7");
        UUID foreign = merit("foreman", true);
        assertThatThrownBy(() -> selections.inspect(in("clerk"), id, inspection(foreign)))
                .isInstanceOf(Invalid.class);
    }

    // The gate

    @Test
    void theChecksAndTheOpinionOfTwoAreAsked() {
        UUID id = recommended();
        UUID shown = merit("engineer", true);
        assertRefused(() -> selections.inspect(in("clerk"), id, inspection(shown)), "career.gate.file.missing", "31");
        checkAll(id);
        selections.check(in("clerk"), id, Selections.Check.DECLARATION, false, "少报一处房产。");
        assertRefused(
                () -> selections.inspect(in("clerk"), id, inspection(shown)), "career.gate.declaration.unsound", "31");
        selections.check(in("clerk"), id, Selections.Check.DECLARATION, true, "系继承，已补报并说明。");
        selections.inspect(in("clerk"), id, inspection(shown));
        assertRefused(() -> sit(id, "principal"), "career.gate.opinion.missing", "31");
        selections.opine(in("secretary"), id, "没有发现影响任用的情形。");
        assertRefused(() -> selections.countersign(in("secretary"), id), "career.opinion.two", "31");
        assertRefused(() -> sit(id, "principal"), "career.gate.opinion.missing", "31");
        selections.countersign(in("deputy"), id);
        sit(id, CareerGround.SEATS.toArray(String[]::new));
    }

    @Test
    void whatChangesInBetweenStopsIt() {
        UUID id = published();
        clock.moveTo(((Selection.Published) selections.selection(id).orElseThrow())
                .until()
                .plusDays(1));
        UUID finding = stateAgainst("engineer");
        assertThat(selections.gate(id)).anySatisfy(answer -> {
            assertThat(answer.item()).isEqualTo("finding");
            assertThat(answer.opens()).isFalse();
        });
        assertRefused(() -> selections.appoint(in("lead"), id, Set.of()), "career.gate.finding.open", "10");
        assertThat(organization.holderOf(ground.post("water-deputy"), LocalDate.now(clock)))
                .isEmpty();
        findings.reply(in("engineer"), finding, "当日在库区抢险，有记录。", List.of());
        findings.drop(in("decider"), finding, "说明属实。");
        selections.appoint(in("lead"), id, leaves("engineer"));
        assertThat(selections.selection(id)).containsInstanceOf(Selection.OnTrial.class);
    }

    private UUID stateAgainst(String person) {
        return findings.state(
                in("keeper"),
                new NewFinding(
                        Kind.of("duty.missed"),
                        Subject.person(ground.person(person)),
                        ground.post(person),
                        "未按时报送防汛台账",
                        Map.of("gravity", "ordinary"),
                        List.of(),
                        List.of(),
                        rulebook.cite("district-career-measures", "10", LocalDate.now(clock)),
                        null,
                        null));
    }

    @Test
    void aRelativeInLineStopsIt() {
        UUID id = recommended();
        kinships.declare(
                in("engineer"), ground.person("engineer"), ground.person("water-head"), Relation.AFFINITY, START);
        checkAll(id);
        UUID shown = merit("engineer", true);
        assertRefused(
                () -> selections.inspect(in("clerk"), id, inspection(shown)), "career.gate.avoidance.breach", "74");
        kinships.end(in("engineer"), ground.person("engineer"), ground.person("water-head"), START.plusDays(1));
        clock.moveTo(START.plusDays(1));
        selections.inspect(in("clerk"), id, inspection(shown));
    }

    @Test
    void aSecretLeadStopsItAndSaysNothing() {
        UUID id = inspected();
        List<GateAnswer> before = selections.gate(id);
        long entries = timeline(id).size();
        leads.register(
                in("keeper"),
                new NewLead(
                        Origin.SUPERVISION,
                        START,
                        "反映收受施工队购物卡。",
                        "区水利局一名工程师",
                        List.of(ground.person("engineer")),
                        List.of(),
                        null,
                        "",
                        ""));
        Refused stopped =
                catchThrowableOfType(Refused.class, () -> selections.opine(in("secretary"), id, "没有发现影响任用的情形。"));
        assertThat(stopped.refusal().reason().key()).isEqualTo("consequence.held");
        assertThat(stopped.refusal().facts()).containsOnlyKeys("on");
        assertThat(stopped.refusal().citations()).extracting(Citation::article).containsExactly("31");
        assertThat(selections.gate(id)).isEqualTo(before);
        assertThat(timeline(id)).hasSize((int) entries);
        assertThat(consequences
                        .clearance(Subject.person(ground.person("engineer")), START)
                        .bindings())
                .isEmpty();
    }

    @Test
    void aLeadThatComesAfterTheOpinionStopsTheAppointment() {
        UUID id = published();
        clock.moveTo(((Selection.Published) selections.selection(id).orElseThrow())
                .until()
                .plusDays(1));
        leads.register(
                in("keeper"),
                new NewLead(
                        Origin.SUPERVISION,
                        START,
                        "反映公示对象虚报加班。",
                        "区水利局一名工程师",
                        List.of(ground.person("engineer")),
                        List.of(),
                        null,
                        "",
                        ""));
        assertRefused(() -> selections.appoint(in("lead"), id, Set.of()), "consequence.held", "31");
    }

    // The vote

    @Test
    void twoThirdsArePresentAndThePrincipalSpeaksLast() {
        UUID id = inspected();
        opinion(id);
        assertRefused(() -> sit(id, "principal", "second", "third"), "deliberation.quorum.item");
        List<String> present = List.of("principal", "second", "third", "fourth");
        sit(id, present.toArray(String[]::new));
        assertRefused(() -> selections.speak(in("principal"), id, Stance.AGREE, ""), "deliberation.turn.last-word");
        assertRefused(() -> selections.speak(in("sixth"), id, Stance.AGREE, ""), "deliberation.stand.absent");
        selections.speak(in("fourth"), id, Stance.AGREE, "");
        assertRefused(() -> selections.conclude(in("lead"), id), "deliberation.item.unheard");
        selections.speak(in("third"), id, Stance.AGREE, "");
        selections.speak(in("second"), id, Stance.AGREE, "");
        selections.speak(in("principal"), id, Stance.AGREE, "");
        selections.conclude(in("lead"), id);
        assertThat(selections.selection(id)).containsInstanceOf(Selection.Adopted.class);
    }

    @Test
    void halfOfAllMembersIsNotMoreThanHalf() {
        UUID id = inspected();
        opinion(id);
        sit(id, "principal", "second", "third", "fourth");
        selections.speak(in("fourth"), id, Stance.DISAGREE, "资历尚浅。");
        selections.speak(in("third"), id, Stance.AGREE, "");
        selections.speak(in("second"), id, Stance.AGREE, "");
        selections.speak(in("principal"), id, Stance.AGREE, "");
        selections.conclude(in("lead"), id);
        assertThat(selections.selection(id))
                .hasValueSatisfying(
                        ended -> assertThat(((Selection.Ended) ended).outcome()).isEqualTo("rejected"));
        assertRefused(() -> selections.publish(in("clerk"), id), "career.over", "3");
    }

    @Test
    void aDeferredOneMayBeDiscussedAgain() {
        UUID id = inspected();
        opinion(id);
        sit(id, CareerGround.SEATS.toArray(String[]::new));
        all(id, Stance.DEFER, CareerGround.SEATS);
        selections.conclude(in("lead"), id);
        assertThat(selections.selection(id)).containsInstanceOf(Selection.Inspected.class);
        clock.moveTo(START.plusDays(20));
        sit(id, CareerGround.SEATS.toArray(String[]::new));
        all(id, Stance.AGREE, CareerGround.SEATS);
        selections.conclude(in("lead"), id);
        assertThat(selections.file(id).sittings()).hasSize(2);
    }

    @Test
    void aRelativeOnTheCommitteeKeepsOut() {
        kinships.declare(in("third"), ground.person("third"), ground.person("engineer"), Relation.COLLATERAL, START);
        UUID id = inspected();
        opinion(id);
        sit(id, CareerGround.SEATS.toArray(String[]::new));
        assertRefused(() -> selections.speak(in("third"), id, Stance.AGREE, ""), "deliberation.stand.recused");
    }

    // The publication

    @Test
    void itIsPublishedFiveWorkingDaysAndObjectionsAreAnswered() {
        UUID id = published();
        Selection.Published published =
                (Selection.Published) selections.selection(id).orElseThrow();
        assertThat(published.until()).isEqualTo(LocalDate.of(2025, 3, 10));
        assertRefused(() -> selections.appoint(in("lead"), id, Set.of()), "career.publication.runs", "42");
        UUID objection = selections.object(id, "公示对象主持的工程有一处返工。", "");
        assertThatThrownBy(() -> selections.object(id, " ", "")).isInstanceOf(Invalid.class);
        clock.moveTo(published.until().plusDays(1));
        assertRefused(() -> selections.appoint(in("lead"), id, Set.of()), "career.objection.open", "12");
        assertRefused(() -> selections.object(id, "晚了一天。", ""), "career.objection.late", "42");
        selections.answer(in("clerk"), objection, false, "返工因超标洪水，与管理无关。");
        assertRefused(() -> selections.answer(in("clerk"), objection, true, "再答。"), "career.objection.answered");
        selections.appoint(in("lead"), id, leaves("engineer"));
    }

    @Test
    void anObjectionThatHoldsEndsIt() {
        UUID id = published();
        UUID objection = selections.object(id, "实绩材料不实。", "某人");
        selections.answer(in("clerk"), objection, true, "经查，值守记录系补填。");
        assertThat(selections.selection(id)).containsInstanceOf(Selection.Ended.class);
        assertThat(timeline(id))
                .as("the record says that somebody objected, not what and not who")
                .filteredOn(entry -> entry.kind().code().equals("career.objected"))
                .allSatisfy(entry -> assertThat(entry.payload()).isEmpty());
    }

    @Test
    void theCandidateLearnsOfItWhenEveryoneDoes() {
        UUID id = inspected();
        Selection inspected = selections.selection(id).orElseThrow();
        assertThat(selections.mayRead(in("engineer"), inspected)).isFalse();
        assertThat(selections.mayRead(in("foreman"), inspected)).isFalse();
        assertThat(selections.mayRead(in("second"), inspected)).isTrue();
        assertThat(docket.timeline(Subject.person(ground.person("engineer")), List.of(), 50))
                .extracting(entry -> entry.kind().code())
                .containsOnly("organization.appointed", "organization.person-registered", "career.merit");
    }

    private Actor in(String post) {
        return ground.in(post);
    }

    private List<Entry> timeline(UUID id) {
        return docket.timeline(new Subject("career.selection", id), List.of(), 100);
    }

    private List<String> kinds(UUID id) {
        List<String> kinds = new ArrayList<>(timeline(id).stream()
                .map(entry -> entry.kind().code())
                .filter(kind -> kind.startsWith("career."))
                .toList());
        Collections.reverse(kinds);
        return kinds;
    }

    private static void assertRefused(ThrowingCallable act, String key, String... articles) {
        Refused refused = catchThrowableOfType(Refused.class, act);
        assertThat(refused).as(key).isNotNull();
        Refusal refusal = refused.refusal();
        assertThat(refusal.reason().key()).isEqualTo(key);
        if (articles.length > 0) {
            assertThat(refusal.citations()).extracting(Citation::article).contains(articles);
        }
    }
}
