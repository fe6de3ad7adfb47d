package org.shengmo.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Posts;
import org.shengmo.organization.Organization;
import org.shengmo.organization.SmallDistrict;
import org.shengmo.store.KernelTest;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;
import org.springframework.beans.factory.annotation.Autowired;

@KernelTest
class DutyOrderTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 4, 1);
    private static final LocalDate DUE = LocalDate.of(2025, 4, 20);

    @Autowired
    DutyOrders orders;

    @Autowired
    Duties duties;

    @Autowired
    DutyRound round;

    @Autowired
    Organization organization;

    @Autowired
    Posts posts;

    @Autowired
    TestClock clock;

    SmallDistrict district;

    @BeforeEach
    void setUp() {
        clock.moveTo(TODAY);
        district = SmallDistrict.in(organization, posts);
    }

    private DutyOrder order(String post, Cadence cadence, LocalDate until) {
        return new DutyOrder("报送债务化解进展", district.post(post), "duty-order-measures", "4", TODAY, until, cadence, 5);
    }

    private void day(LocalDate day) {
        clock.moveTo(day);
        round.onDay(day);
    }

    @Test
    void aLeaderLaysADutyOnAPostBelowUnderAClause() {
        orders.lay(district.actor("deputy-governor", TODAY), order("finance-head", Cadence.ONCE, DUE));
        Duty laid = duties.of(district.post("finance-head")).getFirst();
        assertThat(laid.details().due()).isEqualTo(DUE);
        assertThat(laid.details().creditorBody()).isEqualTo(district.body("government"));
        assertThat(laid.details().clause().document()).isEqualTo("duty-order-measures");
        assertThat(laid.details().terms().table()).isEqualTo("duty-order");

        day(DUE.plusDays(30));
        assertThat(duties.duty(laid.details().id()))
                .as("it is overdue and has become a finding like any other")
                .isInstanceOfSatisfying(
                        OverdueDuty.class,
                        overdue -> assertThat(overdue.details().terms().graceDays())
                                .isPositive());
    }

    @Test
    void aDutyLaidForEachMonthArisesEachMonthUntilItsLastDay() {
        orders.lay(
                district.actor("deputy-governor", TODAY),
                order("finance-head", Cadence.MONTHLY, LocalDate.of(2025, 6, 30)));
        day(LocalDate.of(2025, 5, 1));
        day(LocalDate.of(2025, 6, 1));
        day(LocalDate.of(2025, 7, 1));
        assertThat(duties.of(district.post("finance-head")))
                .extracting(duty -> duty.details().due())
                .containsExactly(LocalDate.of(2025, 5, 5), LocalDate.of(2025, 6, 5), LocalDate.of(2025, 7, 5));
    }

    @Test
    void nobodyLaysADutyOnAPostOutOfReachOrOnTheirOwn() {
        var deputy = district.actor("deputy-governor", TODAY);
        assertThatThrownBy(() -> orders.lay(deputy, order("secretary", Cadence.ONCE, DUE)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> orders.lay(deputy, order("deputy-governor", Cadence.ONCE, DUE)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("duty.lay.own");
        assertThatThrownBy(() ->
                        orders.lay(district.actor("finance-head", TODAY), order("finance-deputy", Cadence.ONCE, DUE)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void everyFaultOfAnOrderIsToldAtOnce() {
        DutyOrder wrong = new DutyOrder(
                " ",
                district.post("finance-head"),
                "duty-order-measures",
                "400",
                TODAY,
                TODAY.minusDays(1),
                Cadence.MONTHLY,
                -1);
        Invalid invalid =
                catchThrowableOfType(Invalid.class, () -> orders.lay(district.actor("deputy-governor", TODAY), wrong));
        assertThat(invalid.faults()).extracting(Fault::place).containsExactly("title", "article", "until", "days");
    }
}
