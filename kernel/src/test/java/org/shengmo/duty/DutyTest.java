package org.shengmo.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.notice.Notice;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Organization;
import org.shengmo.organization.SmallDistrict;
import org.shengmo.store.KernelTest;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.shengmo.wording.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@KernelTest
class DutyTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 4, 1);
    private static final LocalDate DUE = LocalDate.of(2025, 4, 20);

    @Autowired
    Duties duties;

    @Autowired
    DutyRound round;

    @Autowired
    Organization organization;

    @Autowired
    Posts posts;

    @Autowired
    Notices notices;

    @Autowired
    Docket docket;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate transaction;

    SmallDistrict district;

    @BeforeEach
    void setUp() {
        clock.moveTo(TODAY);
        district = SmallDistrict.in(organization, posts);
    }

    private UUID owe() {
        return duties.owe(Actor.CALENDAR, newDuty());
    }

    private NewDuty newDuty() {
        return Duties2025.quarterlyReturn(district.post("finance-head"), district.body("committee"), DUE);
    }

    private void day(LocalDate day) {
        clock.moveTo(day);
        round.onDay(day);
    }

    private Actor owner(LocalDate on) {
        return district.actor("finance-head", on);
    }

    private static Subject subject(UUID duty) {
        return new Subject("duty", duty);
    }

    private List<String> entries(UUID duty) {
        return docket.timeline(subject(duty), List.of(), 50).reversed().stream()
                .map(Entry::kind)
                .map(Kind::code)
                .toList();
    }

    private List<String> told(UUID duty) {
        return notices.about(subject(duty), 50).reversed().stream()
                .map(notice -> notice.text().key())
                .toList();
    }

    private static Refusal refusal(ThrowingCallable act) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(Refused.class, act)
                .refusal();
    }

    @Test
    void aDutyThatAsksForAnActIsMetByNothingElse() {
        UUID id = duties.owe(Actor.CALENDAR, newDuty().metAt("/returns/1"));
        Refusal refusal = refusal(() -> duties.meet(owner(TODAY), id, "已报送", List.of()));
        assertThat(refusal.reason().key()).isEqualTo("duty.met-by-act");
        assertThat(refusal.href()).isEqualTo("/returns/1");
        assertThat(refusal.citations()).containsExactly(Duties2025.CLAUSE);
        assertThat(refusal(() -> duties.meet(district.actor("governor", TODAY), id, "会上当面报告", List.of()))
                        .reason()
                        .key())
                .as("accepting is an account too")
                .isEqualTo("duty.met-by-act");
        assertThat(duties.duty(id)).isInstanceOf(OpenDuty.class);
        duties.meetByAct(owner(TODAY), id, "报告已收", List.of());
        assertThat(duties.duty(id)).isInstanceOf(MetDuty.class);
    }

    @Test
    void everyPeriodOfARegularDutyAsksForTheSameAct() {
        NewDuty first = Duties2025.quarterlyReturn(
                        district.post("finance-head"), district.body("committee"), DUE.plusMonths(6))
                .metAt("/returns");
        duties.oweRegularly(Actor.CALENDAR, new NewRegularDuty(first, Cadence.MONTHLY, 5));
        day(TODAY.plusMonths(2));
        assertThat(duties.of(district.post("finance-head")))
                .hasSizeGreaterThan(1)
                .allSatisfy(duty -> assertThat(duty.details().metAt()).isEqualTo("/returns"));
    }

    @Test
    void aDutyIsOwedByThePostAndItsHolderIsTold() {
        UUID id = owe();

        DutyDetails details = duties.duty(id).details();
        assertThat(details.holder()).isEqualTo(district.person("finance-head-person"));
        assertThat(duties.duty(id).standing(TODAY)).isEqualTo(Standing.IN_TIME);
        assertThat(entries(id)).containsExactly("duty.owed");
        assertThat(told(id)).containsExactly("duty.notice.owed");
        assertThat(notices.of(owner(TODAY), 1))
                .singleElement()
                .extracting(Notice::href)
                .isEqualTo("/duties/" + id);
        assertThat(docket.timeline(Subject.person(details.holder()), List.of(), 1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.about()).isEqualTo(subject(id)));
    }

    @Test
    void metInTimeItIsDoneAndNothingComesOfItAnyMore() {
        UUID id = owe();
        clock.moveTo(DUE);
        duties.meet(owner(DUE), id, "已报送第一季度报告", List.of());

        assertThat(duties.duty(id)).isInstanceOfSatisfying(MetDuty.class, met -> {
            assertThat(met.on()).isEqualTo(DUE);
            assertThat(met.late()).isFalse();
            assertThat(met.evidence().account()).isEqualTo("已报送第一季度报告");
            assertThat(met.evidence().person()).isEqualTo(district.person("finance-head-person"));
        });
        day(DUE.plusDays(30));
        assertThat(entries(id)).containsExactly("duty.owed", "duty.met");
        assertThat(breached(DUE.plusDays(30))).doesNotContain(id);
    }

    private List<UUID> breached(LocalDate day) {
        return transaction.execute(
                status -> duties.takeBreached(day).stream().map(Duty::id).toList());
    }

    @Test
    void remindedThenOverdueThenUpTheLineEachOnceThoughTheRoundRunsTwiceADay() {
        UUID id = owe();
        for (LocalDate date = TODAY; !date.isAfter(DUE.plusDays(6)); date = date.plusDays(1)) {
            day(date);
            day(date);
        }

        assertThat(told(id))
                .containsExactly(
                        "duty.notice.owed",
                        "duty.notice.due",
                        "duty.notice.due",
                        "duty.notice.overdue",
                        "duty.notice.escalated",
                        "duty.notice.escalated");
        assertThat(entries(id)).containsExactly("duty.owed", "duty.overdue", "duty.escalated", "duty.escalated");
        assertThat(notices.about(subject(id), 2).reversed())
                .extracting(notice -> notice.to().id())
                .containsExactly(district.post("deputy-governor"), district.post("governor"));
        assertThat(duties.duty(id).standing(DUE.plusDays(6))).isEqualTo(Standing.LATE);
    }

    @Test
    void daysThatWereMissedAreCaughtUpWithoutRemindersThatComeTooLate() {
        UUID id = owe();
        day(DUE.plusDays(3));
        assertThat(told(id)).containsExactly("duty.notice.owed", "duty.notice.overdue", "duty.notice.escalated");

        UUID other = owe();
        assertThat(duties.duty(other)).isInstanceOf(OverdueDuty.class);
    }

    @Test
    void theGraceOverItIsTakenAsBreachedOnce() {
        UUID id = owe();
        LocalDate lastDayOfGrace = DUE.plusDays(10);
        clock.moveTo(lastDayOfGrace);
        assertThat(breached(lastDayOfGrace)).doesNotContain(id);
        clock.moveTo(lastDayOfGrace.plusDays(1));
        assertThat(breached(lastDayOfGrace.plusDays(1))).contains(id);
        assertThat(breached(lastDayOfGrace.plusDays(2))).doesNotContain(id);
        assertThat(((OverdueDuty) duties.duty(id)).breached()).isTrue();
    }

    @Test
    void metLateItSaysSo() {
        UUID id = owe();
        day(DUE.plusDays(2));
        duties.meet(owner(DUE.plusDays(2)), id, "补报", List.of());
        assertThat(duties.duty(id).standing(DUE.plusDays(2))).isEqualTo(Standing.MET_LATE);
    }

    @Test
    void whoeverHoldsThePostOwesItAndTheHandOverIsRecorded() {
        UUID id = owe();
        LocalDate change = TODAY.plusDays(5);
        district.vacate("finance-head", change);
        district.appoint("successor", "finance-head", change);
        day(change);

        assertThat(duties.duty(id).details().holder()).isEqualTo(district.person("successor"));
        assertThat(entries(id)).containsExactly("duty.owed", "duty.handed-over");
        assertThat(notices.of(district.actor("successor", "finance-head", change), 1))
                .singleElement()
                .satisfies(notice -> assertThat(notice.text().key()).isEqualTo("duty.notice.handed-over"));
        day(change);
        assertThat(entries(id)).hasSize(2);
    }

    @Test
    void whoseTenureEndedYesterdayCannotMeetIt() {
        UUID id = owe();
        Actor yesterday = owner(TODAY);
        district.vacate("finance-head", TODAY.plusDays(1));
        clock.moveTo(TODAY.plusDays(1));

        Refusal refusal = refusal(() -> duties.meet(yesterday, id, "已报送", List.of()));
        assertThat(refusal.reason().key()).isEqualTo("duty.tenure-ended");
        assertThat(refusal.citations()).containsExactly(Duties2025.CLAUSE);
    }

    @Test
    void anotherPostMeetsItOnlyIfItMayAcceptItWithinItsScope() {
        UUID id = owe();
        assertThat(refusal(() -> duties.meet(district.actor("finance-deputy", TODAY), id, "代报", List.of()))
                        .reason()
                        .key())
                .isEqualTo("duty.not-owner");
        duties.meet(district.actor("governor", TODAY), id, "会上当面报告", List.of());
        assertThat(duties.duty(id)).isInstanceOf(MetDuty.class);
    }

    @Test
    void metTwiceOrBeforeItBeginsOrWithoutAWordIsRefused() {
        UUID id = owe();
        assertThatThrownBy(() -> duties.meet(owner(TODAY), id, " ", List.of())).isInstanceOf(Invalid.class);
        duties.meet(owner(TODAY), id, "已报送", List.of());
        assertThat(refusal(() -> duties.meet(owner(TODAY), id, "再报", List.of()))
                        .reason()
                        .key())
                .isEqualTo("duty.already-met");

        clock.moveTo(TODAY.minusDays(1));
        UUID later = owe();
        assertThat(told(later)).isEmpty();
        assertThat(refusal(() -> duties.meet(owner(TODAY), later, "早报", List.of()))
                        .reason()
                        .key())
                .isEqualTo("duty.not-begun");
        day(TODAY);
        assertThat(told(later)).containsExactly("duty.notice.owed");
    }

    @Test
    void anExtensionMovesEverythingThatTheDateBringsAndIsNotOnesOwnToGive() {
        UUID id = owe();
        day(DUE.plusDays(1));
        LocalDate later = DUE.plusDays(20);
        Actor deputyGovernor = district.actor("deputy-governor", DUE);

        duties.extend(deputyGovernor, id, later, "机构改革");
        assertThat(duties.duty(id)).isInstanceOfSatisfying(RunningDuty.class, duty -> {
            assertThat(duty.details().due()).isEqualTo(later);
            assertThat(duty.details().firstDue()).isEqualTo(DUE);
        });
        assertThat(breached(DUE.plusDays(11))).doesNotContain(id);
        day(later.plusDays(1));
        assertThat(entries(id)).filteredOn("duty.overdue"::equals).hasSize(2);

        assertThat(refusal(() -> duties.extend(deputyGovernor, id, later, "再延"))
                        .reason()
                        .key())
                .isEqualTo("duty.extension-not-later");
        assertThat(refusal(() -> duties.extend(owner(TODAY), id, later.plusDays(1), "自己延"))
                        .reason()
                        .key())
                .isEqualTo("access.permission.missing");
        assertThatThrownBy(() -> duties.extend(deputyGovernor, id, later.plusDays(1), ""))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void whatHasBecomeAFindingIsNotExtended() {
        UUID id = owe();
        clock.moveTo(DUE.plusDays(11));
        assertThat(breached(DUE.plusDays(11))).contains(id);
        Actor governor = district.actor("governor", DUE);
        assertThat(refusal(() -> duties.extend(governor, id, DUE.plusDays(60), "延期"))
                        .reason()
                        .key())
                .isEqualTo("duty.breached");
    }

    @Test
    void nobodyWithdrawsTheirOwnDuty() {
        UUID own = duties.owe(
                Actor.CALENDAR, Duties2025.quarterlyReturn(district.post("governor"), district.body("committee"), DUE));
        Actor governor = district.actor("governor", TODAY);
        assertThat(refusal(() -> duties.withdraw(governor, own, "不需要")).reason().key())
                .isEqualTo("duty.own");

        UUID id = owe();
        duties.withdraw(governor, id, "合并报送");
        day(DUE.plusDays(40));
        assertThat(duties.duty(id)).isInstanceOf(WithdrawnDuty.class);
        assertThat(entries(id)).containsExactly("duty.owed", "duty.withdrawn");
    }

    @Test
    void aRegularDutyArisesForEachPeriodOnceThoughDaysWereMissed() {
        NewDuty first = Duties2025.quarterlyReturn(
                district.post("finance-head"), district.body("committee"), LocalDate.of(2025, 12, 31));
        duties.oweRegularly(Actor.CALENDAR, new NewRegularDuty(first, Cadence.QUARTERLY, 10));
        assertThat(returns()).containsExactly(LocalDate.of(2025, 7, 10));

        day(LocalDate.of(2025, 6, 30));
        assertThat(returns()).hasSize(1);
        day(LocalDate.of(2025, 11, 1));
        day(LocalDate.of(2026, 3, 1));
        assertThat(returns())
                .containsExactly(LocalDate.of(2025, 7, 10), LocalDate.of(2025, 10, 10), LocalDate.of(2026, 1, 10));
    }

    private List<LocalDate> returns() {
        return duties.of(district.post("finance-head")).stream()
                .map(duty -> duty.details().due())
                .toList();
    }

    @Test
    void aFilterFindsWhatItMeans() {
        UUID id = owe();
        UUID met = owe();
        duties.meet(owner(TODAY), met, "已报送", List.of());
        DutyFilter mine = DutyFilter.ALL.ownedBy(List.of(district.post("finance-head")));

        assertThat(duties.find(mine)).hasSize(2);
        assertThat(duties.find(mine.stillOpen())).extracting(Duty::id).containsExactly(id);
        assertThat(duties.find(mine.ofKind(Kind.of("sample.other")))).isEmpty();
        assertThat(duties.find(mine.dueBetween(DUE.plusDays(1), DUE.plusDays(9))))
                .isEmpty();
        assertThat(duties.find(mine.about(List.of(duties.duty(met).details().about()))))
                .extracting(Duty::id)
                .containsExactly(met);
        assertThat(duties.find(DutyFilter.ALL.owedTo(List.of(district.body("committee")))))
                .hasSize(2);
    }
}
