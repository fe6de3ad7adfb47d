package org.shengmo.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.consequence.Recoveries;
import org.shengmo.docket.Metric;
import org.shengmo.docket.Subject;
import org.shengmo.finding.Findings;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.NewBody;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Person;
import org.shengmo.organization.Post;
import org.shengmo.organization.Reach;
import org.shengmo.store.KernelTest;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** A campaign from its launch to the money back. */
@KernelTest
class SupervisionTest {

    private static final LocalDate START = LocalDate.of(2025, 3, 3);

    @Autowired
    Supervision supervision;

    @Autowired
    Organization organization;

    @Autowired
    Findings findings;

    @Autowired
    Recoveries recoveries;

    @Autowired
    TestClock clock;

    @Autowired
    List<Metric> metrics;

    private Body unit;
    private Actor head;
    private Actor officer;
    private Actor judge;
    private String suffix;

    @BeforeEach
    void aDistrict() {
        clock.moveTo(START);
        suffix = UUID.randomUUID().toString().substring(0, 6);
        Actor installer = actor(null, null, "organization.manage", "organization.appoint");
        unit = organization.establish(
                installer, new NewBody("U" + suffix, "区水利局", BodyKind.DEPARTMENT, null, 1, START.minusYears(1)));
        Body discipline = organization.establish(
                installer, new NewBody("Q" + suffix, "区纪委", BodyKind.DISCIPLINE, null, 1, START.minusYears(1)));
        head = post(installer, unit, "H" + suffix, true);
        officer = post(
                installer,
                discipline,
                "O" + suffix,
                false,
                "supervision.manage",
                "finding.state",
                "consequence.recover");
        judge = post(installer, discipline, "J" + suffix, true, "finding.decide");
    }

    private Actor post(Actor installer, Body body, String code, boolean heads, String... permissions) {
        Post post =
                organization.createPost(installer, NewPost.of(code, "职务", body.id(), heads, 1, Reach.ALL, permissions));
        Person person = organization.register(installer, new NewPerson("R" + code, "衡" + code));
        organization.appoint(installer, person.id(), post.id(), START.minusMonths(2));
        return actor(person.id(), post.id(), permissions);
    }

    private static Actor actor(UUID person, UUID post, String... permissions) {
        return new Actor(
                person,
                post,
                "",
                Arrays.stream(permissions).map(Permission::of).collect(Collectors.toSet()),
                new Scope.All(),
                List.of());
    }

    private UUID launch() {
        return supervision.launch(
                officer,
                new Supervision.NewCampaign(
                        2025, "C" + suffix, "津贴补贴清理", "各部门发放的津贴补贴", unit.id(), START, START.plusMonths(3)));
    }

    private UUID hit(UUID campaign) {
        return supervision.hit(
                officer,
                new Supervision.NewHit(
                        Optional.of(campaign),
                        Supervision.Source.CAMPAIGN,
                        Subject.person(head.person()),
                        "违规发放津贴",
                        "凭证与名册不符。"));
    }

    @Test
    void whatLooksWrongBecomesMoneyBack() {
        UUID campaign = launch();
        UUID clue = hit(campaign);
        assertThatThrownBy(() -> supervision.state(officer, clue, Supervision.Breach.ALLOWANCE, "serious", "属实"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> supervision.close(officer, campaign, "办结")).isInstanceOf(Refused.class);
        supervision.take(officer, clue, "具体可查。");
        UUID finding = supervision.state(officer, clue, Supervision.Breach.ALLOWANCE, "serious", "有凭证为证。");
        Supervision.NewClaim claim = new Supervision.NewClaim(
                unit.id(),
                new BigDecimal("1000.00"),
                officer.post(),
                List.of(new Recoveries.Instalment(START.plusDays(30), new BigDecimal("1000.00"))));
        assertThatThrownBy(() -> supervision.claim(officer, clue, claim)).isInstanceOf(Refused.class);
        findings.reply(head, finding, "情况属实。", List.of());
        findings.uphold(judge, finding, "事实清楚。");
        UUID recovery = supervision.claim(officer, clue, claim);
        long number = recoveries.recovery(recovery).details().number();
        BigDecimal before = figure("consequence.recovered.allowances");
        recoveries.reconcile(
                officer,
                "bank.csv",
                "reference,date,amount,remark\nX%s,2025-03-03,1000.00,追缴%d\n"
                        .formatted(suffix, number)
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(figure("consequence.recovered.allowances").subtract(before)).isEqualByComparingTo("1000");
        supervision.close(officer, campaign, "问题已经处理。");
        assertThatThrownBy(() -> hit(campaign)).isInstanceOf(Refused.class);
        assertThat(figure("supervision.campaigns")).isPositive();
        assertThat(supervision.campaign(campaign).orElseThrow().closed()).isEqualTo(START);
    }

    @Test
    void nobodyInspectsAloneAndWhatIsDroppedSaysWhy() {
        UUID campaign = launch();
        List<UUID> one = List.of(officer.person());
        assertThatThrownBy(() -> supervision.inspect(officer, Optional.of(campaign), unit.id(), one, "查账"))
                .isInstanceOf(Refused.class);
        supervision.inspect(
                officer, Optional.of(campaign), unit.id(), List.of(officer.person(), judge.person()), "查阅账目。");
        assertThat(supervision.inspections(campaign)).hasSize(1);
        UUID clue = hit(campaign);
        assertThatThrownBy(() -> supervision.drop(officer, clue, " ")).isInstanceOf(Invalid.class);
        supervision.drop(officer, clue, "核对无误。");
        assertThatThrownBy(() -> supervision.take(officer, clue, "再查")).isInstanceOf(Refused.class);
        assertThat(supervision.circulars(campaign)).isEmpty();
        supervision.circulate(officer, Optional.of(campaign), "情况通报", "请对照检查。", List.of(unit.id()));
        assertThat(supervision.circulars(campaign)).hasSize(1);
    }

    private BigDecimal figure(String id) {
        return metrics.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow()
                .figure(2025, LocalDate.of(2025, 12, 31))
                .value();
    }
}
