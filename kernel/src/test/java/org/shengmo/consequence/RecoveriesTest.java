package org.shengmo.consequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.consequence.Recoveries.Instalment;
import org.shengmo.consequence.Recoveries.NewRecovery;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.NewBody;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.organization.Reach;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.store.KernelTest;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;
import org.springframework.beans.factory.annotation.Autowired;

@KernelTest
class RecoveriesTest {

    private static final LocalDate START = LocalDate.of(2025, 4, 1);
    private static final Kind KIND = Kind.of("test.overpaid");

    @Autowired
    Recoveries recoveries;

    @Autowired
    RecoveryRound round;

    @Autowired
    Organization organization;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Duties duties;

    @Autowired
    Docket docket;

    @Autowired
    TestClock clock;

    private Body bureau;
    private Post post;
    private Actor collector;
    private Actor other;

    @BeforeEach
    void aBureau() {
        clock.moveTo(START);
        String suffix = UUID.randomUUID().toString().substring(0, 8);
        Actor installer = actor("organization.manage", "organization.appoint");
        bureau = organization.establish(
                installer, new NewBody("G" + suffix, "民政局", BodyKind.DEPARTMENT, null, 1, START.minusYears(1)));
        post = organization.createPost(installer, NewPost.of("P" + suffix, "科长", bureau.id(), true, 1, Reach.OWN_BODY));
        collector = actor("consequence.recover", "consequence.write-off");
        other = actor("consequence.write-off");
    }

    private static Actor actor(String... permissions) {
        return new Actor(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "",
                Arrays.stream(permissions).map(Permission::of).collect(Collectors.toSet()),
                new Scope.All(),
                List.of());
    }

    private NewRecovery overpaid(String amount, Instalment... plan) {
        Subject fact = new Subject("test.case", UUID.randomUUID());
        return new NewRecovery(
                KIND,
                fact,
                "户 1",
                new BigDecimal(amount),
                "死亡后多发四个月",
                rulebook.cite("recovery-measures", "3", START),
                fact,
                bureau.id(),
                post.id(),
                List.of(plan));
    }

    private static Instalment part(String day, String amount) {
        return new Instalment(LocalDate.parse(day), new BigDecimal(amount));
    }

    private static byte[] bank(String... lines) {
        return ("reference,date,amount,remark\n" + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aReceiptCountsOnceTheBankConfirmsIt() {
        UUID id = recoveries.claim(collector, overpaid("800.00", part("2025-05-01", "400"), part("2025-06-01", "400")));
        recoveries.receive(collector, id, new BigDecimal("300"), START, "C-" + id);
        assertThat(recoveries.recovery(id).details().received()).isEqualByComparingTo("300");
        assertThat(recoveries.recovery(id).details().reconciled()).isZero();
        long number = recoveries.recovery(id).details().number();

        var first = recoveries.reconcile(
                collector,
                "april.csv",
                bank(
                        "C-" + id + ",2025-04-01,300.00,柜面",
                        "B1-" + id + ",2025-04-01,500.00,追缴" + number,
                        "B2-" + id + ",2025-04-01,1.00,追缴" + number,
                        "B3-" + id + ",2025-04-01,7.00,电费"));
        assertThat(first)
                .returns(1, Recoveries.Reconciliation::confirmed)
                .returns(1, Recoveries.Reconciliation::booked)
                .returns(new BigDecimal("800.00"), Recoveries.Reconciliation::amount);
        assertThat(first.open())
                .extracting(Recoveries.Reconciliation.Line::outcome)
                .containsExactly("too-much", "unknown");
        assertThat(recoveries.recovery(id)).isInstanceOf(Recovery.Settled.class);

        var again = recoveries.reconcile(collector, "april.csv", bank("B1-" + id + ",2025-04-01,500.00,追缴" + number));
        assertThat(again).returns(1, Recoveries.Reconciliation::known).returns(0, Recoveries.Reconciliation::booked);
        var figure = recoveries.received(KIND, START, START);
        assertThat(figure.value()).isEqualByComparingTo("800");
        assertThat(figure.entries())
                .singleElement()
                .satisfies(entry -> assertThat(docket.entry(entry, List.of())).isPresent());
    }

    @Test
    void moreThanIsOwedIsNotTakenAndOneFactIsClaimedOnce() {
        NewRecovery claim = overpaid("100.00");
        UUID id = recoveries.claim(collector, claim);
        assertThatThrownBy(() -> recoveries.receive(collector, id, new BigDecimal("100.01"), START, "X-" + id))
                .isInstanceOf(Refused.class)
                .hasMessage("consequence.recovery.too-much")
                .satisfies(refused -> assertThat(((Refused) refused).refusal().citations())
                        .extracting("document")
                        .containsExactly("recovery-measures"));
        assertThatThrownBy(() -> recoveries.claim(collector, claim))
                .isInstanceOf(Refused.class)
                .hasMessage("consequence.recovery.twice");
    }

    @Test
    void instalmentsAddUpAndEndInTime() {
        assertThatThrownBy(() -> recoveries.claim(collector, overpaid("100", part("2025-05-01", "99.99"))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> recoveries.claim(collector, overpaid("100", part("2027-04-02", "100"))))
                .isInstanceOf(Refused.class)
                .hasMessage("consequence.recovery.too-long");
    }

    @Test
    void partsThatAreDueOnOneDayBecomeOneAndNoneIsNought() {
        UUID id = recoveries.claim(collector, overpaid("300.00", part("2025-05-01", "100"), part("2025-05-01", "200")));
        assertThat(recoveries.recovery(id).details().plan()).containsExactly(part("2025-05-01", "300.00"));
        recoveries.receive(collector, id, new BigDecimal("100"), START, "D-" + id);
        recoveries.reschedule(collector, id, List.of(new Instalment(START, new BigDecimal("200"))), "当日缴清");
        assertThat(recoveries.recovery(id).details().plan())
                .containsExactly(new Instalment(START, new BigDecimal("300.00")));
        List<Instalment> nought = List.of(part("2025-05-01", "200"), part("2025-06-01", "0"));
        assertThatThrownBy(() -> recoveries.reschedule(collector, id, nought, "分期"))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void equalPartsAddUpAndAreAsManyAsTheRuleAllowsMonths() {
        assertThat(recoveries.inEqualParts(new BigDecimal("100.00"), 3, START))
                .containsExactly(part("2025-04-01", "33.33"), part("2025-05-01", "33.33"), part("2025-06-01", "33.34"));
        assertThat(recoveries.inEqualParts(new BigDecimal("100.00"), 24, START)).hasSize(24);
        assertThatThrownBy(() -> recoveries.inEqualParts(new BigDecimal("100.00"), 25, START))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> recoveries.inEqualParts(new BigDecimal("100.00"), 0, START))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void onlyAnotherMayGiveUpAndAfterThatNothingIsTaken() {
        UUID id = recoveries.claim(collector, overpaid("100.00"));
        assertThatThrownBy(() -> recoveries.writeOff(collector, id, "临财决1号", "下落不明"))
                .isInstanceOf(Refused.class)
                .hasMessage("consequence.recovery.own");
        recoveries.receive(collector, id, new BigDecimal("40"), START, "W-" + id);
        recoveries.writeOff(other, id, "临财决1号", "下落不明");
        assertThat(recoveries.recovery(id))
                .isInstanceOfSatisfying(
                        Recovery.WrittenOff.class,
                        given -> assertThat(given.amount()).isEqualByComparingTo("60"));
        assertThatThrownBy(() -> recoveries.receive(collector, id, BigDecimal.ONE, START, "W2-" + id))
                .isInstanceOf(Refused.class)
                .hasMessage("consequence.recovery.settled");
        assertThatThrownBy(() -> recoveries.writeOff(actor("consequence.recover"), id, "1", "2"))
                .hasMessage("access.permission.missing");
    }

    @Test
    void aPlanMayChangeAndAnInstalmentThatPassesUnpaidIsADutyOnce() {
        UUID id = recoveries.claim(collector, overpaid("300.00", part("2025-04-10", "300")));
        recoveries.receive(collector, id, new BigDecimal("100"), START, "P-" + id);
        recoveries.reschedule(collector, id, List.of(part("2025-05-10", "100"), part("2025-06-10", "100")), "收入不稳定");
        LocalDate late = LocalDate.of(2025, 5, 11);
        round.onDay(LocalDate.of(2025, 5, 10));
        assertThat(duties.of(post.id())).isEmpty();
        clock.moveTo(late);
        round.onDay(late);
        round.onDay(late.plusDays(1));
        assertThat(duties.of(post.id()))
                .singleElement()
                .satisfies(duty -> assertThat(duty.details().kind().code()).isEqualTo("consequence.chase"));
        assertThat(((Recovery.Open) recoveries.recovery(id)).arrears(late)).isEqualByComparingTo("100");
    }

    @Test
    void aBankFileIsRefusedWithEveryFaultInItsPlace() {
        assertThatThrownBy(() -> recoveries.reconcile(
                        collector,
                        "may.csv",
                        bank("A,2025-13-01,5,x", "B,2025-05-01,-5,x", "C,2025-05-01", "D,2025-05-01,5,ok")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting("place")
                                .containsExactly("may.csv:2", "may.csv:3", "may.csv:4"));
    }
}
