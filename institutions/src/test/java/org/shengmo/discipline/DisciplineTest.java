package org.shengmo.discipline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.consequence.Binding;
import org.shengmo.consequence.Clearance;
import org.shengmo.consequence.Consequences;
import org.shengmo.consequence.EffectPeriod;
import org.shengmo.consequence.Recoveries;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Metric;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.finding.Findings;
import org.shengmo.finding.NewFinding;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Kinships;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Relation;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.store.KernelTest;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** From a lead to an order, and what nobody else learns on the way. */
@KernelTest
class DisciplineTest {

    private static final LocalDate START = LocalDate.of(2025, 3, 3);
    private static final String TEXT = "反映区水利局科员收受施工队购物卡。";

    @Autowired
    Leads leads;

    @Autowired
    Cases cases;

    @Autowired
    Orders orders;

    @Autowired
    Informants informants;

    @Autowired
    ViewLog log;

    @Autowired
    Lessons lessons;

    @Autowired
    DisciplineRound round;

    @Autowired
    DisciplineTerms terms;

    @Autowired
    DisciplineWaiting waiting;

    @Autowired
    Organization organization;

    @Autowired
    Posts posts;

    @Autowired
    Kinships kinships;

    @Autowired
    Consequences consequences;

    @Autowired
    Recoveries recoveries;

    @Autowired
    Findings findings;

    @Autowired
    Duties duties;

    @Autowired
    Notices notices;

    @Autowired
    Docket docket;

    @Autowired
    Rulebook rulebook;

    @Autowired
    List<Metric> metrics;

    @Autowired
    TestClock clock;

    private DisciplineGround ground;

    @BeforeEach
    void aDistrict() {
        clock.moveTo(DisciplineGround.FIRST_DAY);
        ground = new DisciplineGround(organization, posts);
        clock.moveTo(START);
    }

    private Actor in(String post) {
        return ground.in(post);
    }

    private UUID person(String post) {
        return ground.person(post);
    }

    private static String reason(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).refusal().reason().key();
    }

    private UUID lead(String about) {
        return leads.register(
                in("keeper"),
                new NewLead(
                        Origin.SUPERVISION,
                        START,
                        TEXT,
                        "水利局科员",
                        List.of(person(about)),
                        List.of(),
                        null,
                        "举报人田某",
                        "13900000001"));
    }

    private UUID assigned(String about) {
        UUID lead = lead(about);
        leads.assign(in("secretary"), lead, person("deputy"), List.of(person("one"), person("two")));
        return lead;
    }

    private void disposed(UUID lead, Way way) {
        leads.propose(in("one"), lead, way, "经查阅账目，情况具体。");
        leads.countersign(in("two"), lead);
        leads.approve(in("deputy"), lead);
    }

    private UUID filed(String about, Level level) {
        UUID lead = assigned(about);
        disposed(lead, Way.CHECK);
        leads.propose(in("two"), lead, Way.FILE, "涉嫌违纪，需要追究责任。");
        leads.countersign(in("one"), lead);
        return cases.file(in("secretary"), lead, new Cases.NewCase(person(about), level, true, "收受购物卡"));
    }

    private UUID heard(String about, Level level, Violation... violations) {
        UUID id = filed(about, level);
        cases.evidence(in("one"), id, new Cases.NewEvidence("account", "购物卡台账", START, List.of()), person("two"));
        cases.toTrial(in("secretary"), id, List.of(person("trier"), person("second-trier")));
        cases.hear(in("trier"), id, List.of(violations), "承认收受，已退。", "退卡属实。");
        return id;
    }

    private UUID ordered(String about, Level level) {
        UUID id = heard(
                about, level, new Violation("收受购物卡", AdministrativeSanction.DEMERIT, PartySanction.SERIOUS_WARNING));
        cases.decide(
                in("secretary"),
                id,
                new Cases.Sentence(AdministrativeSanction.DEMERIT, 0, PartySanction.SERIOUS_WARNING, false),
                "事实清楚。");
        return cases.announce(in("secretary"), id);
    }

    private BigDecimal figure(String metric) {
        return metrics.stream()
                .filter(each -> each.id().equals(metric))
                .findFirst()
                .orElseThrow()
                .figure(2025, LocalDate.now(clock))
                .value();
    }

    @Test
    void aLeadGoesFromTwoHandsToACaseAndAnOrderThatBinds() {
        BigDecimal before = figure("discipline.cases");
        UUID order = ordered("water-clerk", Level.STAFF);
        Clearance clearance = consequences.clearance(Subject.person(person("water-clerk")), START);
        assertThat(clearance.held()).isEmpty();
        assertThat(clearance.joined())
                .containsEntry("pay-rise", new EffectPeriod(START, START.plusMonths(12)))
                .containsEntry("promotion", new EffectPeriod(START, START.plusMonths(18)))
                .containsEntry("award", new EffectPeriod(START, START.plusMonths(18)));
        assertThat(clearance.barring("promotion"))
                .extracting(Binding::source)
                .containsOnly(new Subject("discipline.order", order));
        assertThat(figure("discipline.cases")).isEqualTo(before.add(BigDecimal.ONE));
        assertThat(orders.open(in("water-clerk"), order)).isPresent();
        assertThat(orders.open(in("village-head"), order)).isEmpty();
        Clearance after = consequences.clearance(Subject.person(person("water-clerk")), START.plusMonths(18));
        assertThat(after.clear()).isTrue();
    }

    @Test
    void itIsThereForItsHandlersAndTheirLineAndForNobodyElse() {
        UUID lead = assigned("water-clerk");
        UUID filed = filed("water-clerk", Level.STAFF);
        List<String> mayCase = List.of("secretary", "deputy", "one", "two");
        List<String> mayLead = List.of("secretary", "deputy", "one", "two", "keeper");
        for (String post : ground.codes()) {
            assertThat(leads.open(in(post), lead).isPresent()).as(post).isEqualTo(mayLead.contains(post));
            assertThat(cases.open(in(post), filed).isPresent()).as(post).isEqualTo(mayCase.contains(post));
            if (!mayLead.contains(post)) {
                assertThat(leads.readableBy(in(post))).as(post).isEmpty();
                assertThatThrownBy(() -> leads.propose(in(post), lead, Way.CHECK, "看看"))
                        .as(post)
                        .isInstanceOf(NoSuchElementException.class);
                assertThatThrownBy(() -> cases.dismiss(in(post), filed, "看看"))
                        .isInstanceOf(NoSuchElementException.class);
            }
        }
        for (Subject subject : List.of(
                Subject.person(person("water-clerk")),
                Subject.body(ground.body("water")),
                new Subject("discipline.lead", lead),
                new Subject("discipline.case", filed))) {
            assertThat(docket.timeline(subject, List.of(), 100))
                    .extracting(Entry::kind)
                    .extracting(Kind::code)
                    .noneMatch(kind -> kind.startsWith("discipline."));
        }
    }

    @Test
    void whatIsAboutTheDisciplineBodyGoesAboveIt() {
        UUID lead = leads.register(
                in("keeper"),
                new NewLead(
                        Origin.SUPERVISION,
                        START,
                        TEXT,
                        "纪委书记",
                        List.of(person("secretary")),
                        List.of(),
                        null,
                        "",
                        ""));
        assertThat(leads.exists(in("secretary"), lead)).isFalse();
        assertThat(leads.exists(in("keeper"), lead)).isFalse();
        assertThat(leads.exists(in("principal"), lead)).isTrue();
        assertThat(reason(() ->
                        leads.assign(in("principal"), lead, person("deputy"), List.of(person("one"), person("two")))))
                .as("nobody of the body complained of")
                .isEqualTo("discipline.recuse");
    }

    @Test
    void aGateHoldsWithoutSayingWhyAndThePageShowsNothing() {
        Subject clerk = Subject.person(person("water-clerk"));
        assertThat(consequences.clearance(clerk, START).clear()).isTrue();
        UUID lead = assigned("water-clerk");
        Clearance held = consequences.clearance(clerk, START);
        assertThat(held.bindings()).isEmpty();
        assertThat(held.clear()).isFalse();
        Refused refused = catchThrowableOfType(Refused.class, () -> held.require("promotion"));
        assertThat(refused.refusal().reason().key()).isEqualTo("consequence.held");
        assertThat(refused.refusal().toString()).doesNotContain(lead.toString()).doesNotContain("discipline");
        disposed(lead, Way.CHECK);
        leads.propose(in("one"), lead, Way.TALK, "情节轻微，批评教育。");
        leads.countersign(in("two"), lead);
        leads.approve(in("secretary"), lead);
        assertThat(consequences.clearance(clerk, START).clear()).isTrue();
    }

    @Test
    void twoHandleItAndNeitherApproves() {
        UUID lead = lead("water-clerk");
        assertThat(reason(() -> leads.assign(in("secretary"), lead, person("deputy"), List.of(person("one")))))
                .isEqualTo("discipline.two");
        assertThat(reason(() ->
                        leads.assign(in("keeper"), lead, person("deputy"), List.of(person("one"), person("two")))))
                .isEqualTo("discipline.not-line");
        kinships.declare(in("two"), person("two"), person("water-clerk"), Relation.SPOUSE, START);
        assertThat(reason(() ->
                        leads.assign(in("secretary"), lead, person("deputy"), List.of(person("one"), person("two")))))
                .isEqualTo("discipline.recuse");
        leads.assign(in("secretary"), lead, person("deputy"), List.of(person("one"), person("third")));
        leads.propose(in("one"), lead, Way.CLOSE, "查无实据。");
        assertThat(reason(() -> leads.approve(in("deputy"), lead))).isEqualTo("discipline.not-countersigned");
        assertThat(reason(() -> leads.countersign(in("one"), lead))).isEqualTo("discipline.two");
        leads.countersign(in("third"), lead);
        assertThat(reason(() -> leads.approve(in("third"), lead))).isEqualTo("discipline.approver-only");
        leads.approve(in("deputy"), lead);
        assertThat(leads.open(in("one"), lead)).containsInstanceOf(Lead.Closed.class);
    }

    @Test
    void whoWithdrewSeesItNoMoreAndDoesNotComeBack() {
        UUID lead = assigned("water-clerk");
        leads.recuse(in("two"), lead, person("two"), person("third"), "与当事人有经济往来");
        assertThat(leads.exists(in("two"), lead)).isFalse();
        assertThat(leads.exists(in("third"), lead)).isTrue();
        assertThat(reason(() -> leads.recuse(in("secretary"), lead, person("third"), person("two"), "换回")))
                .isEqualTo("discipline.recuse");
    }

    @Test
    void aLateStepIsToldUpTheLineAndThenIsAFindingThatSaysNothingOfIt() {
        UUID lead = assigned("water-clerk");
        LocalDate due = LocalDate.of(2025, 4, 3);
        assertThat(((Lead.Assigned) leads.open(in("one"), lead).orElseThrow()).due())
                .isEqualTo(due);
        assertThat(waiting.of(in("one"))).hasSize(1);
        for (LocalDate day = START; !day.isAfter(due.plusDays(11)); day = day.plusDays(1)) {
            clock.moveTo(day);
            round.onDay(day);
            round.onDay(day);
        }
        assertThat(notices.of(in("one"), 50))
                .filteredOn(each -> each.text().key().endsWith("reminder"))
                .hasSize(2);
        assertThat(notices.of(in("deputy"), 50))
                .filteredOn(each -> each.text().key().endsWith("late"))
                .hasSize(1);
        assertThat(notices.of(in("secretary"), 50))
                .filteredOn(each -> each.text().key().endsWith("late"))
                .hasSize(1);
        assertThat(findings.against(Subject.person(person("one"))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.details().kind().code()).isEqualTo("discipline.late");
                    assertThat(finding.toString())
                            .doesNotContain(lead.toString())
                            .doesNotContain(person("water-clerk").toString())
                            .doesNotContain("水利");
                });
    }

    @Test
    void theSanctionIsWhatTheLawAllows() {
        UUID three = heard(
                "water-clerk",
                Level.STAFF,
                new Violation("一", AdministrativeSanction.MAJOR_DEMERIT, null),
                new Violation("二", AdministrativeSanction.MAJOR_DEMERIT, null),
                new Violation("三", AdministrativeSanction.MAJOR_DEMERIT, null));
        assertThat(reason(() -> cases.decide(
                        in("secretary"),
                        three,
                        new Cases.Sentence(AdministrativeSanction.DEMOTION, 0, null, false),
                        "从重")))
                .isEqualTo("discipline.graver-than-told");
        assertThat(reason(() -> cases.decide(
                        in("secretary"),
                        three,
                        new Cases.Sentence(AdministrativeSanction.MAJOR_DEMERIT, 54, null, false),
                        "合并")))
                .isEqualTo("discipline.months");
        assertThatThrownBy(() -> cases.decide(
                        in("one"),
                        three,
                        new Cases.Sentence(AdministrativeSanction.MAJOR_DEMERIT, 48, null, false),
                        "自己定"))
                .isInstanceOf(Refused.class);
        cases.decide(
                in("secretary"),
                three,
                new Cases.Sentence(AdministrativeSanction.MAJOR_DEMERIT, 48, null, false),
                "三次，合并确定");
        cases.announce(in("one"), three);
        assertThat(consequences
                        .clearance(Subject.person(person("water-clerk")), START)
                        .joined())
                .containsEntry("promotion", new EffectPeriod(START, START.plusMonths(48)));
    }

    @Test
    void aVillageHeadGetsNothingAboveAMajorDemeritAndSectionLevelGoesToThePrincipal() {
        assertThat(reason(() ->
                        heard("village-head", Level.VILLAGE, new Violation("一", AdministrativeSanction.REMOVAL, null))))
                .isEqualTo("discipline.not-for-village");
        UUID head = heard("water-head", Level.SECTION, new Violation("一", AdministrativeSanction.WARNING, null));
        Cases.Sentence warning = new Cases.Sentence(AdministrativeSanction.WARNING, 0, null, false);
        assertThat(reason(() -> cases.decide(in("secretary"), head, warning, "决定")))
                .isEqualTo("discipline.not-competent");
        assertThat(cases.awaitingDecisionOf(in("principal")))
                .extracting(CaseFile::id)
                .contains(head);
        cases.decide(in("principal"), head, warning, "同意");
        assertThat(cases.open(in("secretary"), head)).containsInstanceOf(CaseFile.Decided.class);
    }

    @Test
    void nothingIsDecidedUnheardAndWhoInvestigatedDoesNotTry() {
        UUID id = filed("water-clerk", Level.STAFF);
        assertThat(reason(() -> cases.toTrial(in("secretary"), id, List.of(person("trier"), person("second-trier")))))
                .isEqualTo("discipline.no-evidence");
        cases.evidence(in("one"), id, new Cases.NewEvidence("account", "台账", START, List.of()), person("two"));
        assertThat(reason(() -> cases.toTrial(in("secretary"), id, List.of(person("one"), person("trier")))))
                .isEqualTo("discipline.trier-handled");
        cases.toTrial(in("secretary"), id, List.of(person("trier"), person("second-trier")));
        assertThat(reason(() -> cases.decide(
                        in("secretary"), id, new Cases.Sentence(null, 0, PartySanction.WARNING, false), "决定")))
                .isEqualTo("discipline.not-heard");
        assertThat(reason(() -> cases.hear(in("one"), id, List.of(new Violation("一", null, null)), "无", "无")))
                .isEqualTo("discipline.triers-only");
    }

    @Test
    void aReviewDoesNotSuspendNorMakeGraverAndAWrongDecisionIsPutBackWhole() {
        UUID order = ordered("water-clerk", Level.STAFF);
        Subject clerk = Subject.person(person("water-clerk"));
        orders.carryOut(in("personnel-head"), order, "取消年度奖金");
        assertThatThrownBy(() -> orders.ask(in("village-head"), order, "代申请"))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(reason(() -> orders.ask(in("personnel-head"), order, "代申请"))).isEqualTo("discipline.not-the-person");
        orders.ask(in("water-clerk"), order, "处理过重");
        assertThat(consequences.clearance(clerk, START).barring("promotion")).hasSize(2);
        assertThat(reason(() -> orders.review(in("secretary"), order, new Orders.Outcome.Maintain(), "维持")))
                .isEqualTo("discipline.not-reviewer");
        Cases.Sentence graver = new Cases.Sentence(AdministrativeSanction.REMOVAL, 0, null, false);
        assertThat(reason(() -> orders.review(in("principal"), order, new Orders.Outcome.Lighten(graver), "从重")))
                .isEqualTo("discipline.never-graver");
        Cases.Sentence lighter = new Cases.Sentence(AdministrativeSanction.WARNING, 0, null, false);
        orders.review(in("principal"), order, new Orders.Outcome.Lighten(lighter), "从轻");
        assertThat(consequences.clearance(clerk, START).joined())
                .containsEntry("promotion", new EffectPeriod(START, START.plusMonths(6)))
                .doesNotContainKey("pay-rise");
        orders.ask(in("water-clerk"), order, "仍不服");
        orders.review(in("principal"), order, new Orders.Outcome.Revoke(), "事实不清");
        assertThat(consequences.clearance(clerk, START).clear()).isTrue();
        assertThat(orders.open(in("water-clerk"), order)).hasValueSatisfying(now -> {
            assertThat(now).isInstanceOf(SanctionOrder.Revoked.class);
            assertThat(now.details().changed()).singleElement().satisfies(change -> {
                assertThat(change.restoreBy()).contains(LocalDate.of(2025, 4, 3));
                orders.restore(in("personnel-head"), order, change.id(), "补发奖金");
            });
        });
        assertThat(orders.open(in("water-clerk"), order).orElseThrow().details().changed())
                .allMatch(change -> change.restoredOn().isPresent());
    }

    @Test
    void theIdentityOpensOnceByASecondPersonsConsent() {
        UUID lead = assigned("water-clerk");
        assertThat(informants.known(in("one"), lead)).isTrue();
        UUID request = informants.ask(in("one"), lead, "需要核对转账记录");
        assertThat(reason(() -> informants.open(in("one"), request))).isEqualTo("discipline.identity.closed");
        assertThat(reason(() -> informants.answer(in("one"), request, true, "同意")))
                .isEqualTo("discipline.identity.second");
        informants.answer(in("deputy"), request, true, "确有必要");
        assertThat(reason(() -> informants.open(in("two"), request))).isEqualTo("discipline.identity.closed");
        assertThat(informants.open(in("one"), request).name()).isEqualTo("举报人田某");
        assertThat(reason(() -> informants.open(in("one"), request))).isEqualTo("discipline.identity.closed");
        UUID late = informants.ask(in("one"), lead, "再次核对");
        informants.answer(in("secretary"), late, true, "同意");
        clock.moveTo(START.plusDays(8));
        assertThat(reason(() -> informants.open(in("one"), late))).isEqualTo("discipline.identity.closed");
    }

    @Test
    void everyViewIsLoggedAndTheLogIsLookedThroughByAnother() {
        UUID lead = assigned("water-clerk");
        clock.moveTo(START.atTime(23, 30).atZone(clock.getZone()).toInstant());
        leads.open(in("one"), lead);
        YearMonth month = YearMonth.from(START);
        assertThat(reason(() -> log.review(in("reviewer"), month, "正常"))).isEqualTo("discipline.log.too-early");
        clock.moveTo(START.plusMonths(1));
        assertThat(log.of(in("reviewer"), month))
                .filteredOn(view -> view.person().equals(person("one")))
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.role()).isEqualTo("handler");
                    assertThat(view.striking()).isTrue();
                    assertThat(view.toString()).doesNotContain(lead.toString());
                });
        assertThatThrownBy(() -> log.of(in("secretary"), month)).isInstanceOf(Refused.class);
    }

    /** The term of it stands behind the seal, which a reviewer doesn't open. */
    @Test
    void whoLooksTheLogThroughInTimeIsNotFoundLate() {
        leads.open(in("one"), assigned("water-clerk"));
        YearMonth month = YearMonth.from(START);
        LocalDate first = month.plusMonths(1).atDay(1);
        clock.moveTo(first);
        UUID owner = terms.holder(ViewLog.REVIEW, null, List.of(), List.of()).orElseThrow();
        round.onDay(first);
        log.review(in("reviewer"), month, "正常");
        for (LocalDate day = first; !day.isAfter(first.plusDays(30)); day = day.plusDays(1)) {
            clock.moveTo(day);
            round.onDay(day);
        }
        assertThat(findings.against(Subject.person(owner))).isEmpty();
    }

    @Test
    void aGraveFindingOfWhateverRoomBecomesALead() {
        UUID finding = findings.state(
                in("secretary"),
                new NewFinding(
                        Kind.of("entitlement.approved-wrongly"),
                        Subject.person(person("water-clerk")),
                        null,
                        "违规审批",
                        Map.of("gravity", "grave"),
                        List.of(),
                        List.of(),
                        rulebook.cite("accountability-measures", "7", START),
                        null,
                        null));
        findings.reply(in("water-clerk"), finding, "属实", List.of());
        int before = leads.readableBy(in("secretary")).size();
        findings.uphold(in("reviewer"), finding, "证据确凿");
        assertThat(leads.readableBy(in("secretary"))).hasSize(before + 1).anySatisfy(lead -> {
            assertThat(lead.details().origin()).isEqualTo(Origin.AUDIT);
            assertThat(lead.details().people()).containsExactly(person("water-clerk"));
        });
    }

    @Test
    void aLessonIsAChangeWithAnOwnerAndItsEffectIsReadFromLaterFigures() {
        UUID order = ordered("water-clerk", Level.STAFF);
        UUID lesson = lessons.learn(
                in("one"),
                order,
                new Lessons.NewLesson(
                        "施工验收由一人签字",
                        false,
                        "验收由两人签字并拍照",
                        ground.post("water-head"),
                        START.plusMonths(1),
                        "discipline.cases",
                        false,
                        START.plusMonths(6)));
        assertThat(reason(() -> lessons.check(in("one"), lesson))).isEqualTo("discipline.lesson-not-now");
        lessons.done(in("water-head"), lesson, "已实行两人验收");
        clock.moveTo(START.plusMonths(6));
        ordered("village-head", Level.VILLAGE);
        assertThat(lessons.check(in("one"), lesson)).isTrue();
        assertThat(lessons.find(in("governor"), lesson)).isEmpty();
    }
}
