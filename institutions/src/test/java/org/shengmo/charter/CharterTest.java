package org.shengmo.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyFilter;
import org.shengmo.duty.MetDuty;
import org.shengmo.duty.OverdueDuty;
import org.shengmo.duty.WithdrawnDuty;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.NewBody;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.organization.Reach;
import org.shengmo.organization.Tenure;
import org.shengmo.report.AnnualReport;
import org.shengmo.store.KernelTest;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** Each test works in a year of its own, so that none sees another's documents. */
@KernelTest
class CharterTest {

    private static final String PASSWORD = "Sheng-mo 2025 线";
    private static final Named COMMITTEE = new Named("QW", "区委");
    private static int nextYear = 2030;

    @Autowired
    Charter charter;

    @Autowired
    CharterImport workbooks;

    @Autowired
    QuarterlyReports reports;

    @Autowired
    Reviews reviews;

    @Autowired
    Problems problems;

    @Autowired
    DutyLedger ledger;

    @Autowired
    CharterRound round;

    @Autowired
    List<org.shengmo.calendar.DailyRound> rounds;

    @Autowired
    AnnualReport report;

    @Autowired
    Organization organization;

    @Autowired
    Accounts accounts;

    @Autowired
    Duties duties;

    @Autowired
    TestClock clock;

    private int year;
    private Actor office;
    private Actor secretary;
    private Actor deputy;

    @BeforeEach
    void district() {
        year = nextYear++;
        clock.moveTo(LocalDate.of(year, 1, 6));
        if (organization.bodyByCode("QW").isEmpty()) {
            LocalDate longAgo = LocalDate.of(2020, 1, 1);
            Body committee = organization.establish(
                    Actor.CALENDAR, new NewBody("QW", "区委", BodyKind.COMMITTEE, null, 1, longAgo));
            Body bureau = organization.establish(
                    Actor.CALENDAR, new NewBody("JYJ", "教育局", BodyKind.DEPARTMENT, committee.id(), 2, longAgo));
            post("QW-SJ", "区委书记", committee, true, 1);
            post("QW-FSJ", "区委副书记", committee, false, 2);
            post("JYJ-JZ", "教育局局长", bureau, true, 1);
            var portfolio = organization.createPortfolio(Actor.CALENDAR, "JY", "教育");
            organization.cover(Actor.CALENDAR, portfolio.id(), bureau.id(), longAgo);
            organization.assignPortfolio(
                    Actor.CALENDAR,
                    organization.postByCode("QW-FSJ").orElseThrow().id(),
                    portfolio.id(),
                    longAgo);
        }
        office = new Actor(
                null,
                null,
                "区委办",
                Set.of(
                        Charter.DRAFT,
                        Charter.CIRCULATE,
                        Charter.ENFORCE,
                        Reviews.RECORD,
                        Problems.RAISE,
                        Problems.CHASE),
                new Scope.All(),
                List.of());
        secretary = holder("QW-SJ");
        deputy = holder("QW-FSJ");
    }

    private void post(String code, String name, Body body, boolean head, int rank) {
        LocalDate from = LocalDate.of(2020, 1, 1);
        Post post =
                organization.createPost(Actor.CALENDAR, NewPost.of(code, name, body.id(), head, rank, Reach.OWN_BODY));
        UUID person = organization
                .register(Actor.CALENDAR, new NewPerson("P-" + code, name + "甲"))
                .id();
        organization.appoint(Actor.CALENDAR, person, post.id(), from);
        accounts.createForDemonstration(Actor.CALENDAR, Map.of(person, code.toLowerCase(Locale.ROOT)), PASSWORD);
    }

    private Actor holder(String code) {
        Post post = organization.postByCode(code).orElseThrow();
        Tenure tenure = organization.holderOf(post.id(), LocalDate.now(clock)).orElseThrow();
        return new Actor(tenure.person(), post.id(), post.name(), Set.<Permission>of(), new Scope.OwnSelf(), List.of());
    }

    private static Named named(String code) {
        return new Named(code, "");
    }

    private ResponsibilityList list() {
        List<Responsibility> parts = IntStream.rangeClosed(1, 17)
                .mapToObj(i -> new Responsibility(
                        "Z" + i,
                        i <= 6 ? Tier.LEADING_BODY : i <= 11 ? Tier.PRINCIPAL : Tier.MEMBER,
                        "责任" + i,
                        "内容" + i,
                        named(i > 6 && i <= 11 ? "QW-SJ" : "QW")))
                .toList();
        return new ResponsibilityList(
                year,
                "责任清单",
                COMMITTEE,
                parts,
                List.of(new LeadingBody(named("QW"), named("QW-SJ"), List.of(named("QW-FSJ")))));
    }

    private AnnualPlan plan(String measure) {
        SubItem one = new SubItem(
                "1.1", "开学检查", measure, named("QW-SJ"), named("QW"), List.of(named("JYJ")), LocalDate.of(year, 3, 31));
        SubItem two =
                new SubItem("1.2", "收费清理", "逐校清理", named("QW-FSJ"), named("JYJ"), List.of(), LocalDate.of(year, 6, 30));
        return new AnnualPlan(
                year,
                "年度任务",
                COMMITTEE,
                List.of(new PlanItem("1", "教育领域", named("QW-SJ"), named("JYJ"), List.of(one, two))));
    }

    private Version circulated(CharterText text) {
        Draft draft = charter.draft(office, text);
        return charter.circulate(office, draft.document(), draft.revision());
    }

    private Version inForce(CharterText text) {
        Version version = circulated(text);
        charter.endorse(secretary, version.id(), version.details().sha256(), PASSWORD);
        return charter.endorse(deputy, version.id(), version.details().sha256(), PASSWORD);
    }

    private static void refused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().reason().key()).isEqualTo(key));
    }

    private void day(LocalDate day) {
        clock.moveTo(day);
        rounds.forEach(each -> each.onDay(day));
    }

    @Test
    void aVersionComesIntoForceWithItsLastEndorsementAndItsDutiesArise() {
        Version version = inForce(plan("逐校检查"));

        assertThat(version).isInstanceOf(Version.InForce.class);
        UUID deputyPost = deputy.post();
        assertThat(duties.find(DutyFilter.ALL
                        .ownedBy(List.of(deputyPost))
                        .dueBetween(LocalDate.of(year, 6, 30), LocalDate.of(year, 6, 30))
                        .ofKind(Arising.SUB_ITEM)))
                .hasSize(1);
        assertThat(charter.waitingFor(deputyPost)).extracting(Version::id).doesNotContain(version.id());
        assertThat(charter.inForce(CharterKind.PLAN, year, LocalDate.now(clock)))
                .isPresent();
    }

    @Test
    void anEndorsementIsBoundToTheTextSeen() {
        Version version = circulated(plan("逐校检查"));
        String sha256 = version.details().sha256();

        refused("charter.endorse.password", () -> charter.endorse(secretary, version.id(), sha256, "wrong"));
        refused("charter.endorse.changed", () -> charter.endorse(secretary, version.id(), "0".repeat(64), PASSWORD));
        refused("charter.endorse.not-asked", () -> charter.endorse(holder("JYJ-JZ"), version.id(), sha256, PASSWORD));
        charter.endorse(secretary, version.id(), sha256, PASSWORD);
        refused("charter.endorse.twice", () -> charter.endorse(secretary, version.id(), sha256, PASSWORD));

        Draft draft = charter.amend(office, version.details().document());
        Edited edited = charter.edit(office, draft.document(), draft.revision(), plan("逐校检查。"));
        Draft saved = ((Edited.Saved) edited).draft();
        Version next = charter.circulate(office, saved.document(), saved.revision());

        assertThat(next.details().endorsements()).isEmpty();
        assertThat(next.details().sha256()).isNotEqualTo(sha256);
        refused("charter.endorse.replaced", () -> charter.endorse(deputy, version.id(), sha256, PASSWORD));
        assertThat(charter.version(version.id()).details().text())
                .isEqualTo(version.details().text());
    }

    @Test
    void theSecondOfTwoEditorsIsToldAndNothingIsLost() {
        Draft draft = charter.draft(office, plan("甲"));
        charter.edit(office, draft.document(), draft.revision(), plan("乙"));

        Edited second = charter.edit(office, draft.document(), draft.revision(), plan("丙"));

        assertThat(second)
                .isInstanceOfSatisfying(
                        Edited.Overtaken.class,
                        overtaken -> assertThat(
                                        ((AnnualPlan) overtaken.current().text())
                                                .subItem("1.1")
                                                .orElseThrow()
                                                .measure())
                                .isEqualTo("乙"));
    }

    @Test
    void aNewVersionKeepsWhatStaysAndNeverWipesOutWhatIsOverdue() {
        Version first = inForce(plan("逐校检查"));
        day(LocalDate.of(year, 4, 2));
        AnnualPlan before = (AnnualPlan) first.details().text();
        SubItem late = before.subItem("1.1").orElseThrow();
        SubItem other = before.subItem("1.2").orElseThrow();
        SubItem moved = new SubItem(
                late.code(),
                late.title(),
                late.measure(),
                late.owner(),
                late.leadUnit(),
                late.supportingUnits(),
                LocalDate.of(year, 12, 31));
        SubItem sooner = new SubItem(
                other.code(),
                other.title(),
                other.measure(),
                other.owner(),
                other.leadUnit(),
                other.supportingUnits(),
                LocalDate.of(year, 5, 31));
        PlanItem item = before.items().getFirst();
        inForce(new AnnualPlan(
                year,
                before.title(),
                before.issuer(),
                List.of(new PlanItem(
                        item.code(), item.title(), item.owner(), item.leadUnit(), List.of(moved, sooner)))));

        List<org.shengmo.duty.Duty> all = duties.find(DutyFilter.ALL
                .ofKind(Arising.SUB_ITEM)
                .dueBetween(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
        assertThat(all).hasSize(4);
        assertThat(all).filteredOn(OverdueDuty.class::isInstance).hasSize(1);
        assertThat(all).filteredOn(WithdrawnDuty.class::isInstance).hasSize(1);
    }

    @Test
    void reportsAreOwedEachQuarterTakenInTimeNotedWhenMissedAndClosedWithTheYear() {
        inForce(list());
        List<QuarterlyReport> first = reports.of(year);
        assertThat(first).hasSize(2);
        UUID collective = first.stream()
                .filter(each -> each.owed().collective())
                .findFirst()
                .orElseThrow()
                .owed()
                .id();
        UUID own = first.stream()
                .filter(each -> !each.owed().collective())
                .findFirst()
                .orElseThrow()
                .owed()
                .id();
        QuarterlyReport.Content content = new QuarterlyReport.Content("已部署两次", "", "继续", List.of());

        refused("charter.report.early", () -> reports.file(secretary, collective, content));
        clock.moveTo(LocalDate.of(year, 3, 31));
        refused("charter.report.not-yours", () -> reports.file(deputy, collective, content));
        QuarterlyReport.Filed filed = reports.file(secretary, collective, content);
        assertThat(filed.late()).isFalse();
        assertThat(duties.duty(filed.owed().duty())).isInstanceOf(MetDuty.class);
        refused("charter.report.twice", () -> reports.file(secretary, collective, content));

        day(LocalDate.of(year, 4, 1));
        round.onDay(LocalDate.of(year, 4, 1));
        assertThat(reports.of(year)).hasSize(4);
        day(LocalDate.of(year, 4, 28));
        assertThat(figure("charter.reports.missing")).isEqualTo("1");
        clock.moveTo(LocalDate.of(year + 1, 2, 5));
        refused("charter.report.closed", () -> reports.file(deputy, own, content));
        assertThat(ledger.of(secretary.person(), year))
                .extracting(entry -> entry.kind().code())
                .contains("charter.report.filed", "charter.endorsed");
    }

    private String figure(String metric) {
        return report.of(year, LocalDate.now(clock), metric)
                .orElseThrow()
                .figure()
                .value()
                .stripTrailingZeros()
                .toPlainString();
    }

    @Test
    void aReviewMeetsTheQuarterAndTheReportCountsTheActs() {
        inForce(list());
        inForce(plan("逐校检查"));
        reviews.hold(office, LocalDate.of(year, 1, 6), "一季度研究", "部署全年", List.of());
        reviews.holdSpecial(office, LocalDate.of(year, 1, 6), "群众评议", "逐项整改", List.of());

        assertThat(duties.duty(reviews.duties(year).get(new Quarter(year, 1)))).isInstanceOf(MetDuty.class);
        assertThat(figure("charter.responsibilities")).isEqualTo("17");
        assertThat(figure("charter.plan.items")).isEqualTo("1");
        assertThat(figure("charter.plan.subitems")).isEqualTo("2");
        assertThat(figure("charter.endorsed.share")).isEqualTo("1");
        assertThat(figure("charter.reviews.quarterly")).isEqualTo("1");
        assertThat(figure("charter.reviews.special")).isEqualTo("1");
        assertThat(report.of(year, LocalDate.of(year, 1, 5)))
                .allSatisfy(line -> assertThat(line.figure().value()).isZero());
    }

    @Test
    void aProblemGoesToTheLeaderInChargeAndIsCirculatedWhenLate() {
        UUID bureau = organization.bodyByCode("JYJ").orElseThrow().id();
        Problem problem =
                problems.raise(office, new Problem.New("择校收费", "家长反映", "第一次群众评议", Problem.Severity.SERIOUS, bureau));
        assertThat(problem.post()).isEqualTo(deputy.post());
        problems.chase(office, problem.id(), "请抓紧");

        day(problem.due().plusDays(6));
        round.onDay(problem.due().plusDays(6));
        assertThat(problems.byId(problem.id()).orElseThrow().circulatedOn())
                .contains(problem.due().plusDays(6));
        assertThat(problems.byId(problem.id()).orElseThrow().chases()).isEqualTo(1);

        refused("charter.problem.not-yours", () -> problems.solve(secretary, problem.id(), "已退费", List.of()));
        problems.solve(deputy, problem.id(), "已退费", List.of());
        assertThat(duties.duty(problem.duty())).isInstanceOf(MetDuty.class);
        assertThat(figure("charter.problems.assigned")).isEqualTo("1");
    }

    @Test
    void aWorkbookGoesInAsDraftsOrNotAtAll() {
        byte[] file = workbooks.export(list(), plan("逐校检查"), Locale.ENGLISH);
        assertThat(workbooks.run(office, file, true).plan().subItems()).hasSize(2);
        assertThat(charter.document(CharterKind.PLAN, year)).isEmpty();

        workbooks.run(office, file, false);
        UUID document = charter.document(CharterKind.LIST, year).orElseThrow();
        assertThat(((ResponsibilityList) charter.draft(document).orElseThrow().text()).responsibilities())
                .hasSize(17);
        assertThat(workbooks
                        .run(office, workbooks.export(list(), plan("x"), Locale.SIMPLIFIED_CHINESE), true)
                        .list()
                        .leadingBodies())
                .hasSize(1);
    }

    @Test
    void everyFaultOfACharterWorkbookIsPlaced() {
        AnnualPlan plan = plan("逐校检查");
        SubItem wrong = new SubItem(
                "1.1",
                "开学检查",
                "检查",
                named("NOBODY"),
                named("QW"),
                List.of(named("NOWHERE")),
                LocalDate.of(1999, 3, 31));
        AnnualPlan bad = new AnnualPlan(
                year,
                plan.title(),
                COMMITTEE,
                List.of(new PlanItem("1", "教育", named("QW-SJ"), named("QW"), List.of(wrong, wrong))));

        assertThatThrownBy(() -> workbooks.run(office, workbooks.export(list(), bad, Locale.SIMPLIFIED_CHINESE), false))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(Fault::place)
                                .contains("子任务!E2", "子任务!G2", "子任务!H2", "子任务!A3", "子任务!E3", "子任务!H3"));
        assertThat(charter.document(CharterKind.PLAN, year)).isEmpty();
    }

    @Test
    void whoseTenureEndedYesterdaySignsNothing() {
        Version version = circulated(plan("逐校检查"));
        Actor gone = holder("QW-FSJ");
        Tenure tenure = organization.holderOf(gone.post(), LocalDate.now(clock)).orElseThrow();
        organization.endTenure(Actor.CALENDAR, tenure.id(), LocalDate.now(clock));
        refused(
                "charter.not-in-post",
                () -> charter.endorse(gone, version.id(), version.details().sha256(), PASSWORD));
        organization.appoint(Actor.CALENDAR, gone.person(), gone.post(), LocalDate.now(clock));
    }
}
