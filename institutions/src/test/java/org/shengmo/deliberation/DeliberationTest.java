package org.shengmo.deliberation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.access.Scope;
import org.shengmo.calendar.DailyRound;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Metric;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.MetDuty;
import org.shengmo.finding.Findings;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KernelTest
class DeliberationTest {

    private static final LocalDate START = LocalDate.of(2025, 3, 3);
    private static final String PASSWORD = "long-enough-42";
    private static final int MEMBERS = 5;

    @Autowired
    Matters matters;

    @Autowired
    Meetings meetings;

    @Autowired
    Organization organization;

    @Autowired
    Posts posts;

    @Autowired
    Kinships kinships;

    @Autowired
    Accounts accounts;

    @Autowired
    Duties duties;

    @Autowired
    Findings findings;

    @Autowired
    Docket docket;

    @Autowired
    List<Metric> metrics;

    @Autowired
    List<DailyRound> rounds;

    @Autowired
    DeliberationRecord record;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private final List<Actor> members = new ArrayList<>();
    private Body committee;
    private Body government;
    private Body bureau;
    private Actor proposer;
    private Actor reviewer;
    private Actor office;
    private String suffix;

    @BeforeEach
    void aCommitteeOfFive() {
        clock.moveTo(START);
        suffix = UUID.randomUUID().toString().substring(0, 8);
        members.clear();
        Actor installer = new Actor(
                null,
                null,
                "",
                Set.of(
                        Permission.of("organization.manage"),
                        Permission.of("organization.appoint"),
                        Permission.of("access.account.manage")),
                new Scope.All(),
                List.of());
        committee = body(installer, "C", BodyKind.COMMITTEE, null);
        government = body(installer, "G", BodyKind.GOVERNMENT, committee.id());
        bureau = body(installer, "B", BodyKind.DEPARTMENT, government.id());
        for (int rank = 1; rank <= MEMBERS; rank++) {
            members.add(holder(installer, "M" + rank, committee, rank, "deliberation.sit"));
        }
        proposer = holder(installer, "H", bureau, 1, "deliberation.propose");
        reviewer = holder(installer, "L", bureau, 2, "deliberation.review-legality");
        office = holder(installer, "O", committee, 9, "deliberation.convene", "deliberation.exempt", "finding.state");
        for (Actor member : members) {
            accounts.createForDemonstration(
                    installer, Map.of(member.person(), suffix + members.indexOf(member)), PASSWORD);
        }
    }

    private Body body(Actor installer, String code, BodyKind kind, UUID parent) {
        return organization.establish(
                installer, new NewBody(code + suffix, code + "机构", kind, parent, 1, START.minusYears(1)));
    }

    private Actor holder(Actor installer, String code, Body body, int rank, String... permissions) {
        Post post = organization.createPost(
                installer, NewPost.of(code + suffix, code, body.id(), rank == 1, rank, Reach.ALL, permissions));
        Person person = organization.register(installer, new NewPerson(code + suffix, code + "某"));
        organization.appoint(installer, person.id(), post.id(), START.minusMonths(1));
        return posts.actor(person.id(), post.id(), START);
    }

    private NewMatter spending(String amount, String project, String supplier) {
        return new NewMatter(
                Business.SPENDING,
                "购置检测设备",
                "购置水质检测设备两套。",
                new BigDecimal(amount),
                project,
                supplier,
                "",
                bureau.id(),
                Set.of(),
                true);
    }

    private UUID ready(NewMatter what) {
        UUID id = matters.propose(proposer, what).id();
        matters.give(proposer, id, Step.RESEARCH, true, "走访三家单位，确有需要。", List.of());
        matters.begin(proposer, id, Step.LEGALITY);
        clock.moveTo(LocalDate.of(2025, 3, 13));
        matters.give(reviewer, id, Step.LEGALITY, true, "合法。", List.of());
        return id;
    }

    private UUID opened(UUID... agenda) {
        UUID meeting = meetings.convene(office, committee.id(), LocalDate.now(clock), "一号会议室", List.of(agenda));
        members.forEach(member -> meetings.arrive(member, meeting, member.post()));
        meetings.open(members.getFirst(), meeting);
        return meeting;
    }

    @Test
    void theRulesSayWhoDecidesFromKindAndAmount() {
        assertThat(decider("100000")).isEqualTo(bureau.id());
        assertThat(decider("500000")).isEqualTo(government.id());
        Competence above = matters.propose(proposer, spending("500000.01", "", ""))
                .details()
                .competence();
        assertThat(above.decider()).isEqualTo(committee.id());
        assertThat(above.steps()).containsExactly(Step.RESEARCH, Step.LEGALITY);
        assertThat(above.clauses()).isNotEmpty();
        assertThat(above.hear()).as("who must be heard").contains("财政部门");
        assertThatThrownBy(() -> matters.propose(proposer, spending("-3", "", "")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> matters.propose(reviewer, spending("3", "", "")))
                .isInstanceOf(Refused.class);
    }

    private UUID decider(String amount) {
        return matters.propose(proposer, spending(amount, "", ""))
                .details()
                .competence()
                .decider();
    }

    @Test
    void nothingGoesOnAnAgendaBeforeItsPreconditionsAreMet() {
        UUID id = matters.propose(proposer, spending("800000", "", "")).id();
        assertThatThrownBy(() -> meetings.convene(office, committee.id(), START, "", List.of(id)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused).hasMessage("deliberation.precondition.missing-research");
                    assertThat(refused.refusal().citations()).isNotEmpty();
                });
        matters.give(proposer, id, Step.RESEARCH, true, "调查完成。", List.of());
        assertThatThrownBy(() -> matters.give(reviewer, id, Step.LEGALITY, true, "合法。", List.of()))
                .hasMessage("deliberation.step.not-begun");
        matters.begin(proposer, id, Step.LEGALITY);
        clock.moveTo(LocalDate.of(2025, 3, 11));
        assertThatThrownBy(() -> matters.give(reviewer, id, Step.LEGALITY, true, "合法。", List.of()))
                .hasMessage("deliberation.step.too-early");
        assertThatThrownBy(() -> matters.give(proposer, id, Step.LEGALITY, true, "合法。", List.of()))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> matters.exempt(office, id, Step.LEGALITY, "25", "时间紧"))
                .hasMessage("deliberation.exempt.no");
        clock.moveTo(LocalDate.of(2025, 3, 12));
        matters.give(reviewer, id, Step.LEGALITY, false, "超出预算权限。", List.of());
        assertThat(matters.missing(matters.byId(id).orElseThrow().details()))
                .extracting(refusal -> refusal.reason().key())
                .containsExactly("deliberation.precondition.against-legality");
    }

    @Test
    void commentTakesThirtyDaysAndAnExemptionNamesItsClause() {
        NewMatter plan =
                new NewMatter(Business.PLAN, "河道整治规划", "五年整治十条河道。", null, "", "", "", bureau.id(), Set.of(), true);
        UUID id = matters.propose(proposer, plan).id();
        matters.begin(proposer, id, Step.COMMENT);
        matters.comment(id, "请把北河也列进去。");
        clock.moveTo(START.plusDays(29));
        assertThatThrownBy(() -> matters.give(proposer, id, Step.COMMENT, true, "采纳一条。", List.of()))
                .hasMessage("deliberation.step.too-early");
        clock.moveTo(START.plusDays(30));
        matters.give(proposer, id, Step.COMMENT, true, "采纳一条。", List.of());
        assertThatThrownBy(() -> matters.comment(id, "晚了")).hasMessage("deliberation.comment.closed");
        assertThat(matters.comments(id)).extracting(Matters.Comment::text).containsExactly("请把北河也列进去。");
        assertThatThrownBy(() -> matters.exempt(office, id, Step.EXPERT, "99", "不需要"))
                .hasMessage("deliberation.exempt.no");
        matters.exempt(office, id, Step.EXPERT, "19", "不属于专业性、技术性较强的事项");
        assertThat(matters.byId(id).orElseThrow().details().evidence(Step.EXPERT))
                .hasValueSatisfying(evidence -> assertThat(evidence).isInstanceOf(Evidence.Exempted.class));
    }

    @Test
    void aMeetingIsHeldInOrderSignedAndItsDecisionCarriedOut() {
        UUID matter = ready(spending("800000", "", ""));
        UUID meeting = opened(matter);
        meetings.call(office, meeting, matter);
        assertThatThrownBy(() -> meetings.stand(members.get(0), meeting, matter, Stance.AGREE, "先定"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().citations())
                                .extracting(citation -> citation.document())
                                .contains("major-decisions-regulation"));
        for (int i = MEMBERS - 1; i > 0; i--) {
            Stance stance = i == 2 ? Stance.DISAGREE : Stance.AGREE;
            meetings.stand(members.get(i), meeting, matter, stance, i == 2 ? "可以租用" : "");
        }
        meetings.stand(members.get(0), meeting, matter, Stance.AGREE, "");
        meetings.decide(members.get(0), meeting, matter);
        meetings.close(members.get(0), meeting);

        assertThat(matters.byId(matter))
                .hasValueSatisfying(decided ->
                        assertThat(((Matter.Decided) decided).outcome()).isEqualTo(Outcome.ADOPTED));
        Meeting.Minutes minutes = meetings.byId(meeting).orElseThrow().minutes().orElseThrow();
        assertThat(minutes.content()).contains("可以租用").contains("\"dissent\":[\"M3某\"]");
        assertThatThrownBy(() -> meetings.sign(members.get(1), meeting, "0".repeat(64), "", PASSWORD))
                .hasMessage("deliberation.sign.changed");
        assertThatThrownBy(() -> meetings.sign(members.get(1), meeting, minutes.sha256(), "", "wrong"))
                .hasMessage("deliberation.sign.password");
        for (Actor member : members) {
            meetings.sign(member, meeting, minutes.sha256(), "", PASSWORD);
        }
        assertThat(meetings.byId(meeting).orElseThrow().minutes().orElseThrow().complete())
                .isTrue();
        assertThat(duties.of(members.get(1).post())).hasOnlyElementsOfType(MetDuty.class);

        matters.assign(office, matter, proposer.post(), "完成采购", START.plusMonths(3));
        assertThat(duties.of(proposer.post())).hasSize(1);
        assertThat(figure("deliberation.chair.spoke.last.share")).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(figure("deliberation.decided")).isPositive();

        matters.evaluate(office, matter, false, "设备闲置。");
        assertThat(findings.against(Subject.person(members.get(1).person()))).hasSize(1);
        assertThat(findings.against(Subject.person(members.get(2).person())))
                .as("who disagreed on the record")
                .isEmpty();
    }

    @Test
    void staleTabsDoubleVotesAndOthersSeatsAreRefusedAndTheDatabaseHoldsTheOrderToo() {
        UUID matter = ready(spending("800000", "", ""));
        UUID meeting = opened(matter);
        meetings.call(office, meeting, matter);
        meetings.stand(members.get(4), meeting, matter, Stance.AGREE, "");
        assertThatThrownBy(() -> meetings.stand(members.get(4), meeting, matter, Stance.DISAGREE, ""))
                .hasMessage("deliberation.stand.twice");
        Actor impostor =
                new Actor(proposer.person(), members.get(3).post(), "", Set.of(), new Scope.OwnSelf(), List.of());
        assertThatThrownBy(() -> meetings.stand(impostor, meeting, matter, Stance.AGREE, ""))
                .hasMessage("deliberation.member.no");
        assertThatThrownBy(() -> meetings.decide(members.get(2), meeting, matter))
                .hasMessage("deliberation.chair.no");
        meetings.postpone(office, meeting, matter, "再核价格");
        assertThatThrownBy(() -> meetings.stand(members.get(3), meeting, matter, Stance.AGREE, ""))
                .hasMessage("deliberation.item.closed");
        assertThat(matters.byId(matter)).containsInstanceOf(Matter.Preparing.class);
        assertThatThrownBy(() -> database.sql("UPDATE deliberation.stand SET place = 9 WHERE meeting = :id")
                        .param("id", meeting)
                        .update())
                .as("what was said is append-only for the application")
                .isInstanceOf(RuntimeException.class);
    }

    /** Whatever a chair's client sends: early words, others' seats, others gone, a result before all have spoken. */
    @Test
    void aChairsClientThatLiesAboutTheOrderIsRefusedAndNothingIsVotedAfterClosing() {
        UUID matter = ready(spending("800000", "", ""));
        UUID meeting = opened(matter);
        Actor chair = members.getFirst();
        meetings.call(chair, meeting, matter);
        refused(() -> meetings.stand(chair, meeting, matter, Stance.AGREE, "先定调"), "deliberation.turn.last-word");
        refused(() -> meetings.leave(chair, meeting, members.get(3).post()), null);
        refused(() -> meetings.pass(chair, meeting, matter), null);
        refused(() -> meetings.recuse(chair, meeting, matter, ""), null);
        Actor inAnothersSeat =
                new Actor(chair.person(), members.get(4).post(), "", chair.permissions(), new Scope.All(), List.of());
        refused(() -> meetings.stand(inAnothersSeat, meeting, matter, Stance.AGREE, ""), "deliberation.member.no");
        refused(() -> meetings.decide(chair, meeting, matter), "deliberation.item.unheard");
        refused(() -> meetings.close(chair, meeting), null);
        for (Actor member : members.subList(1, MEMBERS).reversed()) {
            refused(() -> meetings.stand(chair, meeting, matter, Stance.AGREE, ""), "deliberation.turn.last-word");
            meetings.stand(member, meeting, matter, Stance.AGREE, "");
        }
        meetings.stand(chair, meeting, matter, Stance.AGREE, "");
        meetings.decide(chair, meeting, matter);
        refused(
                () -> meetings.stand(members.get(2), meeting, matter, Stance.DISAGREE, "补一票"),
                "deliberation.item.closed");
        meetings.close(chair, meeting);
        refused(
                () -> meetings.stand(members.get(2), meeting, matter, Stance.DISAGREE, "补一票"),
                "deliberation.meeting.closed");
        refused(() -> meetings.decide(chair, meeting, matter), "deliberation.meeting.closed");
        assertThat(docket.timeline(Meeting.subject(meeting), List.of(), 100).stream()
                        .filter(entry -> entry.kind().code().equals("deliberation.stood"))
                        .map(entry -> entry.payload().get("place")))
                .as("each stand is on the record in its place, newest first")
                .containsExactly(5, 4, 3, 2, 1);
    }

    /** @param key what it says; null for any refusal or fault */
    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String key) {
        assertThatThrownBy(act)
                .isInstanceOfAny(Refused.class, Invalid.class)
                .satisfies(thrown -> assertThat(key == null || key.equals(thrown.getMessage()))
                        .as("%s", thrown.getMessage())
                        .isTrue());
    }

    @Test
    void minutesUnsignedByTheRulesDateAreAFinding() {
        UUID matter = ready(spending("800000", "", ""));
        UUID meeting = opened(matter);
        meetings.call(office, meeting, matter);
        members.reversed().forEach(member -> meetings.stand(member, meeting, matter, Stance.AGREE, ""));
        meetings.decide(office, meeting, matter);
        meetings.close(office, meeting);
        Meeting.Minutes minutes = meetings.byId(meeting).orElseThrow().minutes().orElseThrow();
        members.subList(1, MEMBERS).forEach(member -> meetings.sign(member, meeting, minutes.sha256(), "", PASSWORD));
        LocalDate held = LocalDate.now(clock);
        for (LocalDate day = held; day.isBefore(held.plusDays(15)); day = day.plusDays(1)) {
            clock.moveTo(day);
            LocalDate on = day;
            rounds.forEach(round -> round.onDay(on));
        }
        assertThat(meetings.byId(meeting).orElseThrow().minutes().orElseThrow().complete())
                .isFalse();
        assertThat(findings.against(Subject.person(members.getFirst().person())))
                .hasSize(1);
        assertThat(findings.against(Subject.person(members.get(1).person()))).isEmpty();
    }

    @Test
    void aRelativeAndWhoHasAnInterestKeepOut() {
        Actor manager =
                new Actor(null, null, "", Set.of(Permission.of("organization.manage")), new Scope.All(), List.of());
        kinships.declare(manager, members.get(3).person(), proposer.person(), Relation.SPOUSE, START);
        NewMatter personnel = new NewMatter(
                Business.PERSONNEL, "任免", "任命一名科长。", null, "", "", "", bureau.id(), Set.of(proposer.person()), false);
        UUID id = matters.propose(proposer, personnel).id();
        matters.give(proposer, id, Step.RESEARCH, true, "考察合格。", List.of());
        matters.declareInterest(members.get(2), "清源公司");
        UUID purchase = ready(spending("900000", "", "清源公司"));
        UUID meeting = opened(id, purchase);
        Sitting sitting = meetings.byId(meeting).orElseThrow().sitting();
        assertThat(sitting.item(id).recused()).containsOnlyKeys(members.get(3).post());
        assertThat(sitting.item(purchase).recused())
                .containsOnlyKeys(members.get(2).post());
    }

    @Test
    void whatIsClosedByLawIsForWhoPreparesAndDecides() {
        NewMatter personnel = new NewMatter(
                Business.PERSONNEL, "任免", "任命一名科长。", null, "", "", "", bureau.id(), Set.of(reviewer.person()), false);
        UUID id = matters.propose(proposer, personnel).id();
        matters.give(proposer, id, Step.RESEARCH, true, "考察合格。", List.of());
        UUID meeting = meetings.convene(office, committee.id(), LocalDate.now(clock), "", List.of(id));
        Actor stranger = new Actor(UUID.randomUUID(), reviewer.post(), "", Set.of(), new Scope.All(), List.of());
        for (Subject about : List.of(Matter.subject(id), Meeting.subject(meeting))) {
            assertThat(record.shows(stranger, about)).contains(false);
            assertThat(record.shows(Actor.PUBLIC, about)).contains(false);
            assertThat(record.shows(members.get(1), about)).contains(true);
            assertThat(record.opens(stranger, about)).isFalse();
        }
        UUID open = ready(spending("800000", "", ""));
        assertThat(record.shows(Actor.PUBLIC, Matter.subject(open)))
                .as("not decided yet")
                .contains(false);
    }

    @Test
    void leaveToConveneEndsWhereThePostsScopeDoes() {
        UUID matter = ready(spending("800000", "", ""));
        Actor elsewhere = new Actor(
                office.person(), office.post(), "", office.permissions(), new Scope.OwnBody(bureau.id()), List.of());
        assertThatThrownBy(() -> meetings.convene(elsewhere, committee.id(), LocalDate.now(clock), "", List.of(matter)))
                .isInstanceOf(Refused.class);
        UUID meeting = opened(matter);
        assertThatThrownBy(() -> meetings.call(elsewhere, meeting, matter)).hasMessage("deliberation.chair.no");
        meetings.call(office, meeting, matter);
    }

    @Test
    void partsOfOneProjectAreAddedUpAndLikelySplitsAreFound() {
        matters.propose(proposer, spending("300000", "检测站" + suffix, ""));
        Matter second = matters.propose(proposer, spending("300000", "检测站" + suffix, ""));
        assertThat(second.details().competence().decider())
                .as("with the first it is above 500,000")
                .isEqualTo(committee.id());

        UUID one = matters.propose(proposer, spending("400000", "", "远山公司" + suffix))
                .id();
        clock.moveTo(START.plusDays(60));
        UUID other = matters.propose(proposer, spending("400000", "", "远山公司" + suffix))
                .id();
        assertThat(matters.splits())
                .anySatisfy(split -> assertThat(split.matters()).containsExactly(one, other));
        UUID finding = matters.stateSplit(office, other);
        assertThat(findings.finding(finding).details().facts()).containsKey("sum");
    }

    private BigDecimal figure(String id) {
        return metrics.stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow()
                .figure(2025, LocalDate.of(2025, 12, 31))
                .value();
    }
}
