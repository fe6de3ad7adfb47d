package org.shengmo.compensation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Metric;
import org.shengmo.measurement.Measurements;
import org.shengmo.measurement.Run;
import org.shengmo.ruler.check.Family;
import org.shengmo.store.KernelTest;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;
import org.springframework.beans.factory.annotation.Autowired;

@KernelTest
class CompensationTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 3);

    @Autowired
    Compensation compensation;

    @Autowired
    Measurements measurements;

    @Autowired
    Docket docket;

    @Autowired
    List<Metric> metrics;

    @Autowired
    TestClock clock;

    private Actor clerk;
    private Actor head;
    private Run run;

    @BeforeEach
    void parcelsMeasured() {
        clock.moveTo(DAY);
        clerk = actor(
                "measurement.run.compensation", "compensation.read", "compensation.explain", "compensation.accept");
        head = actor("compensation.accept");
        UUID dataset = measurements.open(clerk, Family.COMPENSATION, "征收");
        measurements.put(clerk, dataset, "parcels", "parcels.csv", """
                parcel_id,household_id,township,village,zone,class,area,taken_on,paid
                L1,H1,松岭镇,东湾村,一类区,水田,100,2024-05-01,7200.00
                L2,H2,松岭镇,东湾村,一类区,水田,100,2024-05-01,7200.00
                L3,H3,松岭镇,东湾村,一类区,水田,10,2024-06-01,720.50
                L4,H4,松岭镇,西湾村,一类区,水田,100,2024-05-01,6900.00
                L5,H5,松岭镇,西湾村,一类区,鱼塘,50,2024-05-01,2300.00
                """.getBytes(StandardCharsets.UTF_8), false);
        run = measurements.await(measurements.start(clerk, dataset, List.of("compensation"), DAY, Map.of()));
    }

    private static Actor actor(String... permissions) {
        return new Actor(
                UUID.randomUUID(),
                null,
                "",
                Arrays.stream(permissions).map(Permission::of).collect(Collectors.toSet()),
                new Scope.All(),
                List.of());
    }

    private Deviation of(String line) {
        return compensation.of(run.id()).stream()
                .filter(each -> each.details().line().equals(line))
                .findFirst()
                .orElseThrow();
    }

    private BigDecimal unexplained() {
        return metrics.stream()
                .filter(each -> each.id().equals("compensation.deviations.unexplained"))
                .findFirst()
                .orElseThrow()
                .figure(2025, DAY)
                .value();
    }

    @Test
    void eachDeviationStandsOnceWithBothComputations() {
        assertThat(compensation.of(run.id()))
                .extracting(each -> each.details().line())
                .containsExactly("L3", "L4", "L5");
        Deviation.Details below = of("L4").details();
        assertThat(below.findings()).containsExactly("paid-below-standard", "paid-less-than-alike");
        assertThat(below.due()).hasValueSatisfying(due -> assertThat(due).isEqualByComparingTo("7200"));
        assertThat(below.unit(below.paid())).isEqualByComparingTo("69");
        // Within tolerance, and still not as its like.
        Deviation.Details more = of("L3").details();
        assertThat(more.findings()).containsExactly("paid-more-than-alike");
        assertThat(more.due()).hasValueSatisfying(due -> assertThat(due).isEqualByComparingTo("720"));
        assertThat(of("L5").details().due()).isEmpty();
        assertThat(compensation.villages(run.id()))
                .extracting(
                        Compensation.Village::village, Compensation.Village::lines, Compensation.Village::deviations)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("东湾村", 3, 1),
                        org.assertj.core.groups.Tuple.tuple("西湾村", 2, 2));
    }

    @Test
    void anExplanationIsAcceptedBySomebodyElse() {
        BigDecimal before = unexplained();
        UUID id = of("L5").id();
        assertThatThrownBy(() -> compensation.judge(head, id, true, "属实"))
                .hasMessage("compensation.refused.unexplained");
        assertThatThrownBy(() -> compensation.explain(clerk, id, " ")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> compensation.explain(head, id, "标准没有鱼塘")).hasMessage("access.permission.missing");
        compensation.explain(clerk, id, "标准没有鱼塘，按评估价");
        assertThatThrownBy(() -> compensation.judge(clerk, id, true, "属实"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().citations())
                                .extracting("document")
                                .containsExactly("district-compensation"));
        compensation.judge(head, id, false, "没有附评估报告");
        assertThat(of("L5")).isInstanceOf(Deviation.Open.class);
        compensation.explain(clerk, id, "按评估价，附报告");
        compensation.judge(head, id, true, "报告齐全");
        assertThat(of("L5")).isInstanceOf(Deviation.Accepted.class);
        assertThat(unexplained()).isEqualByComparingTo(before.subtract(BigDecimal.ONE));
        assertThatThrownBy(() -> compensation.explain(clerk, id, "再说")).hasMessage("compensation.refused.closed");
        assertThat(docket.timeline(of("L5").details().asSubject(), List.of(), 10))
                .extracting(entry -> entry.kind().code())
                .containsExactly(
                        "compensation.accepted",
                        "compensation.explained",
                        "compensation.sent-back",
                        "compensation.explained");
    }

    @Test
    void aCorrectionComesToTheStandardToTheCent() {
        UUID id = of("L4").id();
        assertThatThrownBy(() -> compensation.correct(clerk, id, new BigDecimal("7199.99"), "补付"))
                .hasMessage("compensation.refused.deviates");
        compensation.correct(clerk, id, new BigDecimal("7200.00"), "补付 300.00 元，凭证 12 号");
        assertThat(of("L4"))
                .isInstanceOfSatisfying(
                        Deviation.Corrected.class,
                        corrected -> assertThat(corrected.amountNow()).isEqualByComparingTo("7200"));
        UUID unpriced = of("L5").id();
        assertThatThrownBy(() -> compensation.correct(clerk, unpriced, BigDecimal.TEN, "补付"))
                .hasMessage("compensation.refused.no-price");
    }
}
