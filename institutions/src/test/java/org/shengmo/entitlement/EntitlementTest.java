package org.shengmo.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.consequence.Recoveries;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Metric;
import org.shengmo.duty.Duties;
import org.shengmo.duty.MetDuty;
import org.shengmo.entitlement.Entitlement.Ruled;
import org.shengmo.finding.Findings;
import org.shengmo.measurement.Measurements;
import org.shengmo.measurement.Run;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.NewBody;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.organization.Reach;
import org.shengmo.ruler.check.Family;
import org.shengmo.ruler.world.World;
import org.shengmo.store.KernelTest;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;
import org.springframework.beans.factory.annotation.Autowired;

@KernelTest
class EntitlementTest {

    private static final LocalDate START = LocalDate.of(2025, 3, 3);

    @TempDir
    private static Path directory;

    private static Map<String, byte[]> registers;

    @Autowired
    Entitlement entitlement;

    @Autowired
    EntitlementRound round;

    @Autowired
    Measurements measurements;

    @Autowired
    Organization organization;

    @Autowired
    Recoveries recoveries;

    @Autowired
    Findings findings;

    @Autowired
    Duties duties;

    @Autowired
    Docket docket;

    @Autowired
    List<Metric> metrics;

    @Autowired
    TestClock clock;

    private Post bureau;
    private Actor officer;
    private Actor decider;
    private UUID other;
    private UUID dataset;
    private Run run;

    @BeforeEach
    void aRosterMeasured() throws IOException {
        clock.moveTo(START);
        String suffix = UUID.randomUUID().toString().substring(0, 8);
        Actor installer = actor(null, null, "organization.manage", "organization.appoint");
        Body body = organization.establish(
                installer,
                new NewBody("B" + suffix, "民政局" + suffix, BodyKind.DEPARTMENT, null, 1, START.minusYears(9)));
        bureau = organization.createPost(installer, NewPost.of("P" + suffix, "局长", body.id(), true, 1, Reach.OWN_BODY));
        var person = organization.register(installer, new NewPerson("R" + suffix, "衡清"));
        organization.appoint(installer, person.id(), bureau.id(), START.minusYears(8));
        officer = actor(
                person.id(),
                bureau.id(),
                "measurement.run.welfare",
                "entitlement.read",
                "entitlement.reveal",
                "entitlement.tell",
                "entitlement.hear",
                "entitlement.trace",
                "consequence.recover",
                "finding.state");
        decider = actor(UUID.randomUUID(), UUID.randomUUID(), "entitlement.read", "entitlement.decide");
        other = organization
                .register(installer, new NewPerson("S" + suffix, "秦正"))
                .id();
        dataset = measurements.open(officer, Family.WELFARE, "名册 " + suffix);
        for (var register : registers().entrySet()) {
            String text = new String(register.getValue(), StandardCharsets.UTF_8);
            // Each test's people are its own, and the officials are ours.
            byte[] own = text.replaceAll("\\bH0", "H" + suffix)
                    .replaceAll("民政办主任\\d+,\\S+", "P" + suffix + "," + body.name())
                    .getBytes(StandardCharsets.UTF_8);
            measurements.put(officer, dataset, register.getKey(), register.getKey() + ".csv", own, false);
        }
        run = measurements.await(measurements.start(officer, dataset, List.of("welfare"), START, Map.of()));
    }

    private static Map<String, byte[]> registers() throws IOException {
        if (registers == null) {
            new World(5, 900, START, new World.Shape(1.5, 0.62, 190)).write(directory, World.Format.CSV);
            registers = new java.util.TreeMap<>();
            for (String name : List.of(
                    "roster",
                    "deaths",
                    "vehicles",
                    "properties",
                    "payroll",
                    "companies",
                    "pensions",
                    "custody",
                    "officials",
                    "relatives",
                    "declarations",
                    "standards")) {
                registers.put(name, Files.readAllBytes(directory.resolve(name + ".csv")));
            }
        }
        return registers;
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

    private Household first() {
        return entitlement.of(officer, run.id()).getFirst();
    }

    private Household told() {
        Household household = first();
        entitlement.tell(officer, List.of(household.id()), bureau.id());
        return entitlement.household(household.id()).orElseThrow();
    }

    private static Ruled stopped(Household household, String reasons) {
        return new Ruled(household.id(), Household.Outcome.STOPPED, BigDecimal.ZERO, Set.of(), reasons);
    }

    private List<Entry> acts(Household household, String kind) {
        return docket.timeline(household.details().asSubject(), List.of(), 100).stream()
                .filter(entry -> entry.kind().code().equals(kind))
                .toList();
    }

    @Test
    void aRunMakesEachHouseholdACaseOnceAndTellingItADuty() {
        assertThat(run.state()).isEqualTo(Run.State.FINISHED);
        List<Household> households = entitlement.of(officer, run.id());
        assertThat(households).hasSize((int) run.households());
        assertThat(households).extracting(each -> each.details().household()).doesNotHaveDuplicates();
        BigDecimal sum =
                households.stream().map(each -> each.details().atStake()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(run.atStake());
        assertThat(entitlement.villages(run.id()).stream()
                        .mapToInt(Entitlement.Village::found)
                        .sum())
                .isEqualTo(households.size());
        assertThat(duties.of(bureau.id()))
                .anySatisfy(duty -> assertThat(duty.details().kind().code()).isEqualTo("entitlement.tell"));

        // The same roster measured again: who answers in a case does not get a second one.
        Run again = measurements.await(measurements.start(officer, dataset, List.of("welfare"), START, Map.of()));
        assertThat(again.households()).isEqualTo(run.households());
        assertThat(entitlement.of(officer, again.id())).isEmpty();
        assertThat(duties.of(bureau.id()))
                .as("nobody is left to tell")
                .noneMatch(duty -> duty.details().about().equals(again.asSubject()));
    }

    @Test
    void nothingIsStoppedUnheardAndTheRefusalCitesTheRuleOfTheDay() {
        Household household = told();
        assertThatThrownBy(() -> entitlement.decide(decider, List.of(stopped(household, "有车")), "会1"))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusal().reason().key()).isEqualTo("entitlement.refused.unheard");
                    assertThat(refused.refusal().citations())
                            .extracting("document")
                            .containsExactly("entitlement-measures", "social-assistance-measures");
                });
        clock.moveTo(LocalDate.of(2026, 7, 1));
        assertThatThrownBy(() -> entitlement.decide(decider, List.of(stopped(household, "有车")), "会1"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().citations())
                                .extracting("document", "article")
                                .contains(
                                        org.assertj.core.groups.Tuple.tuple("social-assistance-law", "48"),
                                        org.assertj.core.groups.Tuple.tuple("social-assistance-law", "47")));
        // Keeping needs no hearing.
        entitlement.decide(
                decider,
                List.of(new Ruled(
                        household.id(),
                        Household.Outcome.KEPT,
                        household.details().monthlyAmount(),
                        Set.of(),
                        "")),
                "");
        assertThat(entitlement.household(household.id()).orElseThrow()).isInstanceOf(Household.Decided.class);
    }

    @Test
    void aHouseholdAnswersWithItsCodeAndOnlyWithThat() {
        Household household = told();
        String code = entitlement.code(officer, household.id());
        long number = household.details().number();
        assertThatThrownBy(() -> entitlement.answer(number, "AAAA-BBBB-CCCC", "不符"))
                .hasMessage("entitlement.refused.code");
        entitlement.answer(number, code.toLowerCase(java.util.Locale.ROOT).replace("-", ""), "车已卖，有过户单。");
        assertThat(entitlement.household(household.id()).orElseThrow())
                .isInstanceOfSatisfying(
                        Household.Heard.class,
                        heard -> assertThat(heard.hearing().from()).isEqualTo(Household.From.HOUSEHOLD));
        assertThatThrownBy(() -> entitlement.answer(number, code, "再说一次")).hasMessage("entitlement.refused.answered");
        assertThatThrownBy(() -> entitlement.decide(decider, List.of(stopped(household, " ")), ""))
                .isInstanceOf(Invalid.class);
        entitlement.decide(decider, List.of(stopped(household, "车辆仍登记在本人名下")), "局务会3号");
        assertThatThrownBy(() -> entitlement.decide(decider, List.of(stopped(household, "再次")), ""))
                .hasMessage("entitlement.refused.decided");
        assertThat(duties.of(bureau.id()).stream()
                        .filter(duty -> duty.details().kind().code().equals("entitlement.decide")))
                .allSatisfy(duty -> assertThat(duty).isInstanceOf(MetDuty.class));
    }

    @Test
    void afterFiveWrongCodesACaseTakesNoneUntilTheNextDay() {
        Household household = told();
        String code = entitlement.code(officer, household.id());
        long number = household.details().number();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> entitlement.opened(number, "AAAA")).hasMessage("entitlement.refused.code");
        }
        assertThatThrownBy(() -> entitlement.opened(number, code)).hasMessage("entitlement.refused.locked");
        clock.moveTo(START.plusDays(1));
        assertThat(entitlement.opened(number, code).id()).isEqualTo(household.id());
    }

    @Test
    void aTimeToAnswerThatPassesIsAHearingAndAListIsDecidedOnOneEntry() {
        List<UUID> ids =
                entitlement.of(officer, run.id()).stream().map(Household::id).toList();
        Household.Batch batch = entitlement.tell(officer, ids, bureau.id());
        assertThat(duties.of(bureau.id()).stream()
                        .filter(duty -> duty.details().kind().code().equals("entitlement.tell"))
                        .filter(duty -> duty.details().about().equals(run.asSubject())))
                .singleElement()
                .isInstanceOf(MetDuty.class);
        round.onDay(batch.replyUntil());
        assertThat(first()).isInstanceOf(Household.Told.class);
        clock.moveTo(batch.replyUntil().plusDays(1));
        round.onDay(batch.replyUntil().plusDays(1));
        round.onDay(batch.replyUntil().plusDays(2));
        List<Household> heard = entitlement.of(officer, run.id());
        assertThat(heard).allSatisfy(each -> assertThat(each).isInstanceOf(Household.Heard.class));
        assertThat(acts(first(), "entitlement.unanswered")).hasSize(1);

        BigDecimal before = figure("entitlement.monthly.saved");
        List<Ruled> list = heard.stream()
                .map(each -> entitlement.proposal(each, entitlement.members(officer, each.id())))
                .map(each -> new Ruled(each.household(), each.outcome(), each.amountAfter(), each.removed(), "登记与申报不符"))
                .toList();
        entitlement.decide(decider, list, "局务会1号");
        assertThat(acts(heard.getFirst(), "entitlement.decided")).hasSize(1);
        assertThat(figure("entitlement.monthly.saved").subtract(before)).isEqualByComparingTo(run.atStake());
        assertThat(metric("entitlement.households.removed")
                        .figure(2025, LocalDate.now(clock))
                        .entries())
                .hasSizeLessThan(20);
        entitlement.publish(decider, run.id());
        assertThat(entitlement.published()).contains(run.id());
    }

    private BigDecimal figure(String id) {
        return metric(id).figure(2025, LocalDate.now(clock)).value();
    }

    private Metric metric(String id) {
        return metrics.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void whoTheyAreIsMaskedAndReadOnlyWithAPurposeOnRecord() {
        Household household = first();
        List<Member> masked = entitlement.members(officer, household.id());
        assertThat(masked).allSatisfy(member -> {
            assertThat(member.name()).contains("*");
            assertThat(member.idNumber()).contains("*");
        });
        assertThatThrownBy(() -> entitlement.reveal(officer, household.id(), Purpose.VERIFY, " "))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> entitlement.reveal(decider, household.id(), Purpose.VERIFY, "看看"))
                .hasMessage("access.permission.missing");
        assertThat(acts(household, "entitlement.viewed")).isEmpty();
        List<Member> open = entitlement.reveal(officer, household.id(), Purpose.VERIFY, "核对车辆登记");
        assertThat(open).noneSatisfy(member -> assertThat(member.idNumber()).contains("*"));
        assertThat(acts(household, "entitlement.viewed"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.payload()).containsEntry("purpose", "verify"));
    }

    @Test
    void aTownshipSeesItsOwnHouseholdsOnly() {
        Actor beyond = new Actor(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "",
                Set.of(Entitlement.READ, Entitlement.TELL),
                new Scope.OwnBody(UUID.randomUUID()),
                List.of());
        assertThat(entitlement.of(beyond, run.id())).isEmpty();
        UUID other = first().id();
        assertThatThrownBy(() -> entitlement.tell(beyond, List.of(other), bureau.id()))
                .hasMessage("access.scope.exceeded");
    }

    @Test
    void personalDataGoesWhenItsTimeIsOverAndTheRecordStands() {
        Household household = told();
        entitlement.hear(officer, household.id(), "张三的意见");
        entitlement.decide(decider, List.of(stopped(household, "超过标准")), "");
        Entry said = acts(household, "entitlement.heard").getFirst();
        LocalDate over = START.plusDays(1096);
        clock.moveTo(over);
        round.onDay(over.minusDays(1));
        assertThat(docket.entry(said.id(), List.of()).orElseThrow().erased()).isFalse();
        round.onDay(over);
        assertThat(docket.entry(said.id(), List.of()).orElseThrow())
                .satisfies(entry -> assertThat(entry.erased()).isTrue())
                .satisfies(entry -> assertThat(entry.payload()).isEmpty());
        assertThat(entitlement.members(officer, household.id()))
                .allSatisfy(
                        member -> assertThat(member.name() + member.idNumber()).isEmpty());
        assertThat(entitlement.household(household.id()).orElseThrow().details().erasedOn())
                .isEqualTo(Optional.of(over));
    }

    @Test
    void wrongPaymentsBecomeARecoveryOnceDecided() {
        Household household = told();
        var claim = new Entitlement.Overpaid(household.id(), new BigDecimal("300.00"), "死亡后多发", bureau.id(), List.of());
        assertThatThrownBy(() -> entitlement.recover(officer, List.of(claim)))
                .hasMessage("entitlement.refused.undecided");
        entitlement.hear(officer, household.id(), "没有异议");
        entitlement.decide(decider, List.of(stopped(household, "已死亡")), "");
        UUID recovery = entitlement.recover(officer, List.of(claim)).getFirst();
        String number = String.valueOf(recoveries.recovery(recovery).details().number());
        recoveries.reconcile(
                officer,
                "bank.csv",
                ("reference,date,amount,remark\nE" + number + ",2025-03-03,300.00,追缴" + number)
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(figure("entitlement.recovered")).isEqualByComparingTo("300");
    }

    @Test
    void approvalsForRelativesNotDeclaredBecomeAFindingAgainstWhoApproved() {
        List<Entitlement.Approver> approvers = entitlement.approvers(run.id());
        assertThat(approvers)
                .singleElement()
                .satisfies(each -> assertThat(each.undeclared()).isPositive().isEqualTo((int)
                        entitlement.of(officer, run.id()).stream()
                                .filter(household -> household.details().undeclared())
                                .count()));
        UUID person = approvers.getFirst().person();
        Actor approving = actor(person, bureau.id(), "entitlement.decide");
        Household own = told();
        entitlement.hear(officer, own.id(), "无");
        assertThatThrownBy(() -> entitlement.decide(approving, List.of(stopped(own, "有车")), ""))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().citations())
                                .extracting("article")
                                .containsExactly("9"));
        Actor auditor = actor(other, bureau.id(), "entitlement.trace", "finding.state");
        UUID finding = entitlement.trace(auditor, run.id(), person);
        assertThat(findings.finding(finding).details().kind().code()).isEqualTo("entitlement.approval");
        assertThatThrownBy(() -> entitlement.trace(auditor, run.id(), person)).isInstanceOf(Refused.class);
    }
}
