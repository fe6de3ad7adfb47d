package org.shengmo.consequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.calendar.DailyRound;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.Duties2025;
import org.shengmo.duty.OverdueDuty;
import org.shengmo.finding.DroppedFinding;
import org.shengmo.finding.Finding;
import org.shengmo.finding.Findings;
import org.shengmo.finding.NewFinding;
import org.shengmo.finding.StatedFinding;
import org.shengmo.finding.UnansweredFinding;
import org.shengmo.organization.Organization;
import org.shengmo.organization.SmallDistrict;
import org.shengmo.store.KernelTest;
import org.shengmo.store.Ladder;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Refused;
import org.shengmo.wording.Verification;
import org.springframework.beans.factory.annotation.Autowired;

/** The chain closes by itself: a duty missed, a finding, a reply, a decision, a measure, what it bars, its end. */
@KernelTest
class ChainTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 4, 1);
    private static final LocalDate DUE = LocalDate.of(2025, 4, 18);

    @Autowired
    Duties duties;

    @Autowired
    Findings findings;

    @Autowired
    Consequences consequences;

    @Autowired
    Organization organization;

    @Autowired
    Posts posts;

    @Autowired
    Docket docket;

    @Autowired
    TestClock clock;

    @Autowired
    Ladder ladder;

    @Autowired
    List<DailyRound> rounds;

    SmallDistrict district;
    LocalDate now;

    @BeforeEach
    void setUp() {
        now = TODAY;
        clock.moveTo(now);
        district = SmallDistrict.in(organization, posts);
    }

    /** Lets day after day begin, twice each, up to one. */
    private void until(LocalDate last) {
        List<DailyRound> order = new ArrayList<>(rounds);
        order.sort(Comparator.comparingInt(
                round -> ladder.position(Ladder.rungOf(round.getClass().getName()))));
        while (now.isBefore(last)) {
            now = now.plusDays(1);
            clock.moveTo(now);
            order.forEach(round -> round.onDay(now));
            order.forEach(round -> round.onDay(now));
        }
    }

    private Actor actor(String post) {
        return district.actor(post, now);
    }

    private Subject head() {
        return Subject.person(district.person("finance-head-person"));
    }

    private static Refusal refusal(ThrowingCallable act) {
        return catchThrowableOfType(Refused.class, act).refusal();
    }

    private static String reason(ThrowingCallable act) {
        return refusal(act).reason().key();
    }

    private List<String> entries(Subject subject) {
        return docket.timeline(subject, List.of(), 100).reversed().stream()
                .map(Entry::kind)
                .map(Kind::code)
                .toList();
    }

    private static NewFinding finding(String kind, Subject subject, Subject source, String gravity) {
        return new NewFinding(
                Kind.of(kind),
                subject,
                null,
                "未按规定公开",
                Map.of("gravity", gravity, "observed", "公示栏空白"),
                List.of(),
                List.of(),
                Duties2025.CLAUSE,
                source,
                null);
    }

    private UUID state(Subject subject, String gravity) {
        Subject source = new Subject("sample", UUID.randomUUID());
        return findings.state(actor("discipline-secretary"), finding("duty.missed", subject, source, gravity));
    }

    private List<Consequence> uphold(UUID id) {
        findings.reply(actor("finance-head"), id, "情况属实", List.of());
        findings.uphold(actor("inspector"), id, "证据确凿");
        return consequences.following(id);
    }

    private List<Consequence> upheld(String gravity) {
        return uphold(state(head(), gravity));
    }

    private UUID admonition() {
        Consequence proposed = upheld("serious").getFirst();
        assertThat(proposed.details().proposed()).isEqualTo(Measure.ADMONITION);
        consequences.decide(actor("discipline-secretary"), proposed.id(), new Decision.Confirm(), "较重");
        return proposed.id();
    }

    @Test
    void aDutyMissedEndsAsAMeasureThatBindsForItsTimeAndNobodyRetypesAnything() {
        UUID duty = duties.owe(
                Actor.CALENDAR,
                Duties2025.quarterlyReturn(district.post("finance-head"), district.body("committee"), DUE));
        until(DUE.plusDays(10));
        assertThat(findings.against(head())).isEmpty();

        until(DUE.plusDays(11));
        assertThat(((OverdueDuty) duties.duty(duty)).breached()).isTrue();
        Finding stated = findings.against(head()).getFirst();
        assertThat(stated).isInstanceOf(StatedFinding.class);
        assertThat(stated.details().source()).contains(new Subject("duty", duty));
        assertThat(stated.details().clause()).isEqualTo(Duties2025.CLAUSE);
        assertThat(stated.details().entries()).isNotEmpty();
        // Ten working days after 29 April, over the holiday of 1 to 5 May.
        assertThat(stated.details().replyUntil()).isEqualTo(LocalDate.of(2025, 5, 16));
        assertThat(findings.awaitingReplyOf(actor("finance-head"))).hasSize(1);

        until(now.plusDays(3));
        findings.reply(actor("finance-head"), stated.id(), "系统迁移，数据迟到", List.of());
        assertThat(findings.awaitingDecisionOf(actor("inspector")))
                .extracting(Finding::id)
                .contains(stated.id());
        findings.uphold(actor("inspector"), stated.id(), "理由不成立");

        Consequence talk = consequences.following(stated.id()).getFirst();
        assertThat(talk.details().proposed()).isEqualTo(Measure.TALK);
        assertThat(talk.details().permission()).isEqualTo("consequence.decide-light");
        consequences.decide(actor("discipline-secretary"), talk.id(), new Decision.Replace(Measure.ADMONITION), "一再拖延");

        LocalDate imposed = now;
        Clearance clearance = consequences.clearance(head(), now);
        assertThat(clearance.bindings()).extracting(Binding::what).containsExactly("award", "promotion");
        assertThat(clearance.bindings().getFirst().clause().article()).isEqualTo("9.3");
        Refusal barred = refusal(() -> clearance.require("promotion"));
        assertThat(barred.reason().key()).isEqualTo("consequence.barred");
        assertThat(barred.citations()).isNotEmpty();

        LocalDate end = imposed.plusMonths(6);
        until(end);
        assertThat(consequences.clearance(head(), end.minusDays(1)).clear()).isFalse();
        assertThat(consequences.clearance(head(), end).clear()).isTrue();
        assertThat(consequences.consequence(talk.id())).isInstanceOf(Consequence.Expired.class);
        assertThat(findings.against(head())).hasSize(1);
        assertThat(entries(new Subject("duty", duty)))
                .containsExactly(
                        "duty.owed",
                        "duty.overdue",
                        "duty.escalated",
                        "duty.escalated",
                        "finding.stated",
                        "finding.replied",
                        "finding.upheld",
                        "consequence.proposed",
                        "consequence.imposed",
                        "consequence.expired");
    }

    @Test
    void aReplyAfterItsDateIsRefusedWithTheRuleAndTheFindingCanThenBeDecided() {
        UUID id = state(head(), "ordinary");
        LocalDate last = findings.finding(id).details().replyUntil();
        until(last);
        assertThat(reason(() -> findings.uphold(actor("inspector"), id, "属实"))).isEqualTo("finding.too-early");
        until(last.plusDays(1));
        Refusal late = refusal(() -> findings.reply(actor("finance-head"), id, "来晚了", List.of()));
        assertThat(late.reason().key()).isEqualTo("finding.reply-late");
        assertThat(late.citations().getFirst().article()).isEqualTo("4");
        assertThat(findings.finding(id)).isInstanceOf(UnansweredFinding.class);
        assertThat(entries(new Subject("finding", id))).containsExactly("finding.stated", "finding.reply-lapsed");
        findings.drop(actor("inspector"), id, "证据不足");
        assertThat(findings.finding(id)).isInstanceOf(DroppedFinding.class);
        assertThat(consequences.following(id)).isEmpty();
    }

    @Test
    void nobodyDecidesTheirOwnMatterNorWhatTheyStatedThemselves() {
        UUID id = state(head(), "ordinary");
        findings.reply(actor("finance-head"), id, "情况属实", List.of());
        assertThat(reason(() -> findings.uphold(actor("finance-head"), id, "不属实")))
                .isEqualTo("finding.own");
        assertThat(reason(() -> findings.uphold(actor("discipline-secretary"), id, "属实")))
                .isEqualTo("finding.stated-by-oneself");
        assertThat(reason(() -> findings.uphold(actor("township-head"), id, "属实")))
                .isEqualTo("access.scope.exceeded");
        assertThat(reason(() -> findings.uphold(actor("finance-deputy"), id, "属实")))
                .isEqualTo("access.permission.missing");
        assertThat(reason(() -> findings.reply(actor("finance-deputy"), id, "代答", List.of())))
                .isEqualTo("finding.not-subject");
        assertThat(reason(() -> findings.reply(actor("finance-head"), id, "再答", List.of())))
                .isEqualTo("finding.already-replied");
        findings.uphold(actor("inspector"), id, "属实");
        assertThat(reason(() -> findings.drop(actor("inspector"), id, "改判"))).isEqualTo("finding.already-decided");
    }

    @Test
    void oneFactIsHeldAndPunishedOnce() {
        Subject fact = new Subject("sample", UUID.randomUUID());
        NewFinding first = finding("duty.missed", head(), fact, "serious");
        UUID one = findings.state(actor("discipline-secretary"), first);
        assertThat(reason(() -> findings.state(actor("discipline-secretary"), first)))
                .isEqualTo("finding.fact-held");
        UUID admonition = uphold(one).getFirst().id();
        consequences.decide(actor("discipline-secretary"), admonition, new Decision.Confirm(), "诫勉");

        UUID two = findings.state(actor("discipline-secretary"), finding("sample.other", head(), fact, "serious"));
        assertThat(uphold(two)).isEmpty();
        assertThat(entries(new Subject("finding", two))).endsWith("finding.upheld", "consequence.not-proposed");
    }

    @Test
    void aFindingAgainstABodyIsAnsweredByItsHeadAndBindsTheBody() {
        Subject body = Subject.body(district.body("finance"));
        UUID id = state(body, "grave");
        assertThat(reason(() -> findings.reply(actor("finance-deputy"), id, "代答", List.of())))
                .isEqualTo("finding.not-subject");
        Consequence veto = uphold(id).getFirst();
        assertThat(veto.details().proposed()).isEqualTo(Measure.VETO);
        consequences.decide(actor("discipline-secretary"), veto.id(), new Decision.Confirm(), "一票否决");
        assertThat(consequences.clearance(body, now).joined().get("award"))
                .isEqualTo(new EffectPeriod(now, LocalDate.of(2026, 1, 1)));
        assertThat(consequences.clearance(head(), now).clear()).isTrue();
    }

    @Test
    void theTableGoesByRepetitionWithinTwelveMonths() {
        assertThat(measures(upheld("ordinary"))).containsExactly(Measure.TALK);
        assertThat(measures(upheld("ordinary"))).containsExactly(Measure.CRITICISM, Measure.CIRCULAR);
        assertThat(measures(upheld("ordinary"))).containsExactly(Measure.ADMONITION, Measure.ELIGIBILITY_LOST);
        now = now.plusMonths(13);
        clock.moveTo(now);
        assertThat(measures(upheld("ordinary"))).containsExactly(Measure.TALK);
    }

    private static List<Measure> measures(List<Consequence> proposed) {
        return proposed.stream().map(each -> each.details().proposed()).toList();
    }

    @Test
    void onlyTheCompetentPostDecidesAndOnlyOnce() {
        UUID id = upheld("grave").getLast().id();
        assertThat(reason(() -> consequences.decide(actor("inspector"), id, new Decision.Confirm(), "同意")))
                .isEqualTo("consequence.not-competent");
        assertThat(reason(() -> consequences.decide(actor("secretary"), id, new Decision.Replace(Measure.TALK), "从轻")))
                .isEqualTo("consequence.not-competent");
        assertThat(consequences.awaitingDecisionOf(actor("secretary")))
                .extracting(Consequence::id)
                .contains(id);
        consequences.decide(actor("secretary"), id, new Decision.None(), "已经整改");
        assertThat(consequences.consequence(id)).isInstanceOf(Consequence.NotTaken.class);
        assertThat(reason(() -> consequences.decide(actor("secretary"), id, new Decision.Confirm(), "改主意")))
                .isEqualTo("consequence.already-decided");

        UUID talk = upheld("ordinary").getFirst().id();
        assertThat(reason(() -> consequences.decide(actor("finance-head"), talk, new Decision.None(), "自己定")))
                .isIn("consequence.own", "consequence.not-competent");
    }

    @Test
    void anAppealGrantedRestoresWhatWasBarred() {
        UUID id = admonition();
        LocalDate decided = now;
        assertThat(reason(() -> consequences.appeal(actor("finance-deputy"), id, "代诉", List.of())))
                .isEqualTo("consequence.not-bearer");
        until(now.plusDays(20));
        consequences.appeal(actor("finance-head"), id, "处理过重", List.of());
        assertThat(consequences.clearance(head(), now).barring("promotion")).hasSize(1);
        assertThat(reason(() -> consequences.appeal(actor("finance-head"), id, "再诉", List.of())))
                .isEqualTo("consequence.already-appealed");
        assertThat(reason(() -> consequences.decideAppeal(
                        actor("secretary"), id, new AppealDecision.Lighten(Measure.ADJUSTMENT), "从重")))
                .isEqualTo("consequence.not-lighter");
        consequences.decideAppeal(actor("secretary"), id, new AppealDecision.Revoke(), "情节轻微");
        assertThat(consequences.consequence(id)).isInstanceOf(Consequence.Revoked.class);
        assertThat(consequences.clearance(head(), now).clear()).isTrue();
        assertThat(consequences.clearance(head(), decided).clear()).isTrue();
    }

    @Test
    void anAppealMayLightenFromTheSameFirstDay() {
        UUID id = admonition();
        LocalDate decided = now;
        until(now.plusDays(5));
        consequences.appeal(actor("finance-head"), id, "处理过重", List.of());
        consequences.decideAppeal(actor("secretary"), id, new AppealDecision.Lighten(Measure.CIRCULAR), "从轻");
        assertThat(consequences.clearance(head(), now).barring("promotion")).isEmpty();
        assertThat(consequences.clearance(head(), now).joined().get("award").from())
                .isEqualTo(decided);
    }

    @Test
    void anAppealAfterItsTimeIsRefusedUnderAClauseMarkedUnverified() {
        UUID id = admonition();
        until(((Consequence.InForce) consequences.consequence(id))
                .effect()
                .appealUntil()
                .plusDays(1));
        Refusal late = refusal(() -> consequences.appeal(actor("finance-head"), id, "处理过重", List.of()));
        assertThat(late.reason().key()).isEqualTo("consequence.appeal-late");
        assertThat(late.citations().getFirst().document()).isEqualTo("party-accountability-regulation");
        assertThat(late.citations().getFirst().verification()).isEqualTo(Verification.UNVERIFIED);
    }

    @Test
    void aMeasureThatSomebodyCarriesOutIsADutyOfTheSuperior() {
        Consequence talk = upheld("ordinary").getFirst();
        consequences.decide(actor("discipline-secretary"), talk.id(), new Decision.Confirm(), "谈话");
        assertThat(duties.of(district.post("deputy-governor"))).singleElement().satisfies(duty -> {
            assertThat(duty.details().due()).isEqualTo(now.plusDays(10));
            assertThat(duty.details().about()).isEqualTo(talk.details().asSubject());
        });
    }

    @Test
    void whoHasNoBusinessWithAMatterDoesNotReadIt() {
        UUID id = state(head(), "ordinary");
        Finding finding = findings.finding(id);
        assertThat(findings.mayRead(actor("discipline-secretary"), finding)).isTrue();
        assertThat(findings.mayRead(actor("finance-deputy"), finding)).isFalse();
        assertThat(findings.mayRead(actor("township-head"), finding)).isFalse();
        assertThat(findings.mayRead(Actor.PUBLIC, finding)).isFalse();
        assertThat(findings.readableBy(actor("finance-head")))
                .extracting(Finding::id)
                .containsExactly(id);
        assertThat(findings.readableBy(actor("township-head"))).isEmpty();
    }
}
