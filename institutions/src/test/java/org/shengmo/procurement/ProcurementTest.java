package org.shengmo.procurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.access.Scope;
import org.shengmo.deliberation.AdoptedMatters;
import org.shengmo.deliberation.Matters;
import org.shengmo.deliberation.Meetings;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Metric;
import org.shengmo.docket.Seals;
import org.shengmo.docket.Sha256;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.MetDuty;
import org.shengmo.ledger.TreeReader;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.Kinships;
import org.shengmo.organization.NewBody;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Person;
import org.shengmo.organization.Portfolio;
import org.shengmo.organization.Post;
import org.shengmo.organization.Reach;
import org.shengmo.organization.Relation;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.store.KernelTest;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Citation;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@KernelTest
class ProcurementTest {

    private static final LocalDate START = LocalDate.of(2025, 3, 3);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @DynamicPropertySource
    static void aLogIsKept(DynamicPropertyRegistry registry) throws IOException {
        Path folder = Files.createTempDirectory("procurement-log");
        registry.add("shengmo.log.key-file", () -> folder.resolve("log.key").toString());
        registry.add("shengmo.log.interval", () -> "50ms");
    }

    @Autowired
    Procurement procurement;

    @Autowired
    Tenders tenders;

    @Autowired
    Remedies remedies;

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
    Docket docket;

    @Autowired
    Duties duties;

    @Autowired
    Seals seals;

    @Autowired
    Rulebook rulebook;

    @Autowired
    List<Metric> metrics;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    /** One decision that is enough for all projects of this class. */
    private static UUID carried;

    private final SecureRandom random = new SecureRandom();
    private final KeyPair trading = BidSeal.newKey();
    private final KeyPair supervision = BidSeal.newKey();
    private final Map<String, UUID> portfolios = new HashMap<>();
    private final Map<String, Body> bodies = new HashMap<>();
    private String run;
    private Actor installer;
    private Actor manager;
    private Actor owner;
    private Actor builder;
    private Actor reviewer;
    private Actor trader;
    private Actor supervisor;
    private Post representative;

    @BeforeEach
    void aDistrictWithThreeCentres() {
        clock.moveTo(START);
        database.sql("DELETE FROM procurement.centre").update();
        run = UUID.randomUUID().toString().substring(0, 8);
        installer = new Actor(
                null,
                null,
                "",
                Set.of(Permission.of("organization.manage"), Permission.of("organization.appoint")),
                new Scope.All(),
                List.of());
        Body government = body("G", BodyKind.GOVERNMENT, null);
        for (String code : List.of("owner", "construction", "review", "trading", "supervision")) {
            body(code, BodyKind.DEPARTMENT, government.id());
            Portfolio portfolio = organization.createPortfolio(installer, code + run, code);
            organization.cover(installer, portfolio.id(), bodies.get(code).id(), START.minusYears(1));
            portfolios.put(code, portfolio.id());
            Post leader = post("leader-" + code, government, 3, "duty.extend");
            holder(leader);
            organization.assignPortfolio(installer, leader.id(), portfolio.id(), START.minusMonths(2));
        }
        manager = holder(post("manager", government, 2, "procurement.manage", "procurement.assign"));
        owner = holder(head("owner", "procurement.own"));
        representative = post("owner-2", bodies.get("owner"), 2);
        holder(representative);
        builder = holder(post("builder", bodies.get("construction"), 2, "procurement.handle"));
        reviewer = holder(post("reviewer", bodies.get("review"), 2, "procurement.handle"));
        trader = holder(post("trader", bodies.get("trading"), 2, "procurement.handle"));
        supervisor = holder(post("supervisor", bodies.get("supervision"), 2, "procurement.handle"));
        procurement.designate(
                manager, Centre.CONSTRUCTION, bodies.get("construction").id());
        procurement.designate(manager, Centre.REVIEW, bodies.get("review").id());
        procurement.designate(manager, Centre.TRADING, bodies.get("trading").id());
        procurement.designate(
                manager, Centre.SUPERVISION, bodies.get("supervision").id());
        for (int i = 1; i <= 9; i++) {
            tenders.list(
                    manager,
                    new Tenders.Expert(run + "-E" + i, "专家" + i, "市政" + run, i == 1 ? "甲公司" : "设计院", null, List.of()));
        }
    }

    private Body body(String code, BodyKind kind, UUID parent) {
        Body body = organization.establish(
                installer, new NewBody(code + run, code, kind, parent, bodies.size(), START.minusYears(2)));
        bodies.put(code, body);
        return body;
    }

    private Post head(String code, String... permissions) {
        return organization.createPost(
                installer,
                NewPost.of(
                        code + "-head" + run,
                        code,
                        bodies.get(code).id(),
                        true,
                        1,
                        Reach.OWN_BODY_AND_BELOW,
                        permissions));
    }

    private Post post(String code, Body body, int rank, String... permissions) {
        return organization.createPost(
                installer, NewPost.of(code + run, code, body.id(), false, rank, Reach.ALL, permissions));
    }

    private Actor holder(Post post) {
        Person person = organization.register(
                installer, new NewPerson("R" + UUID.randomUUID().toString().substring(0, 12), post.name() + "某"));
        organization.appoint(installer, person.id(), post.id(), START.minusMonths(3));
        return posts.actor(person.id(), post.id(), START);
    }

    private UUID proposed(String estimate) {
        UUID project = taken(estimate);
        if (new BigDecimal(estimate).compareTo(new BigDecimal("3000000")) > 0) {
            carried = carried == null ? decision("9000000000", true) : carried;
            procurement.rest(owner, project, carried);
        }
        return project;
    }

    private UUID taken(String estimate) {
        UUID project = procurement
                .propose(
                        owner,
                        new NewProject(
                                "滨河路改造",
                                "改造道路两公里。",
                                Category.WORKS,
                                bodies.get("owner").id(),
                                "滨河路",
                                new BigDecimal(estimate)))
                .id();
        procurement.assign(manager, project, Centre.CONSTRUCTION, builder.post());
        procurement.assign(manager, project, Centre.REVIEW, reviewer.post());
        procurement.assign(manager, project, Centre.TRADING, trader.post());
        procurement.assign(manager, project, Centre.SUPERVISION, supervisor.post());
        return project;
    }

    /** A decision of the committee on public investment, taken before the test begins. */
    private UUID decision(String amount, boolean adopt) {
        UUID decision = new AdoptedMatters(organization, posts, matters, meetings, clock)
                .investment(START.minusDays(80), amount, adopt);
        clock.moveTo(START);
        return decision;
    }

    @Test
    void aboveTheLimitAProjectStartsByTheCommitteesDecisionWhichCarriesNoMoreThanItsAmount() {
        UUID below = proposed("3000000");
        refused(
                () -> procurement.budget(builder, below, new BigDecimal("3000000.01")),
                "procurement.refused.undecided",
                "collective-decision-rules#4");
        procurement.budget(builder, below, new BigDecimal("3000000"));

        UUID first = taken("4000000");
        UUID second = taken("4000000");
        assertThat(procurement.needsDecision(procurement.project(first).orElseThrow()))
                .isTrue();
        refused(
                () -> procurement.budget(builder, first, new BigDecimal("2900000")),
                "procurement.refused.undecided",
                "collective-decision-rules#4");
        UUID rejected = decision("9000000", false);
        refused(
                () -> procurement.rest(owner, first, rejected),
                "procurement.refused.not-adopted",
                "three-centres-measures#12");
        UUID adopted = decision("7000000", true);
        procurement.rest(owner, first, adopted);
        refused(
                () -> procurement.rest(owner, second, adopted),
                "procurement.refused.beyond-decision",
                "three-centres-measures#12");
        procurement.budget(builder, first, new BigDecimal("4200000"));
        assertThat(procurement.project(first).orElseThrow().details().decision())
                .contains(adopted);
    }

    private UUID reviewed(String amount) {
        UUID project = proposed(amount);
        procurement.budget(builder, project, new BigDecimal(amount));
        procurement.review(reviewer, project, new BigDecimal(amount), "核减为零。");
        return project;
    }

    private NewTender open(int members, int experts) {
        return new NewTender(
                Method.OPEN,
                START.plusDays(6),
                at(START.plusDays(21), 9),
                new BigDecimal("50000"),
                new BigDecimal("0.10"),
                members,
                experts,
                "市政" + run);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(ZONE).toInstant();
    }

    private UUID published(String amount) {
        UUID tender = tenders.publish(trader, reviewed(amount), open(5, 4));
        keys(tender);
        return tender;
    }

    private void keys(UUID tender) {
        tenders.holdKey(trader, tender, BidSeal.published(trading.getPublic()));
        tenders.holdKey(supervisor, tender, BidSeal.published(supervision.getPublic()));
    }

    private BidContent content(String firm, String price) {
        byte[] nonce = new byte[32];
        random.nextBytes(nonce);
        return new BidContent(
                firm,
                "9100" + firm.hashCode(),
                new BigDecimal(price),
                180,
                HexFormat.of().formatHex(nonce));
    }

    private Tenders.Receipt bid(UUID tender, String firm, String price) {
        return tenders.receive(
                tender,
                BidSeal.seal(
                        tender, tenders.tender(tender).orElseThrow().details().keys(), content(firm, price), random));
    }

    private Map<UUID, byte[]> shares(Actor by, UUID tender, BidSeal.Holder holder, KeyPair key) {
        Map<UUID, byte[]> shares = new LinkedHashMap<>();
        tenders.envelopes(by, tender)
                .forEach((bid, envelope) -> BidSeal.share(tender, holder, key.getPrivate(), envelope)
                        .ifPresent(share -> shares.put(bid, share)));
        return shares;
    }

    private void openBids(UUID tender) {
        tenders.fixPool(trader, tender);
        tenders.giveShares(trader, tender, shares(trader, tender, BidSeal.Holder.TRADING, trading));
        tenders.giveShares(supervisor, tender, shares(supervisor, tender, BidSeal.Holder.SUPERVISION, supervision));
    }

    /** Drawn once the entry that fixed the pool is sealed, which takes the log a moment. */
    private Tender.Evaluating drawn(UUID tender) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try {
                tenders.draw(trader, tender, List.of(representative.id()));
                return (Tender.Evaluating) tenders.tender(tender).orElseThrow();
            } catch (Refused refused) {
                if (!refused.getMessage().equals("procurement.refused.unsealed") || System.nanoTime() > deadline) {
                    throw refused;
                }
                Thread.onSpinWait();
            }
        }
    }

    private static Map<String, Map<UUID, BigDecimal>> points(Tender.Evaluating tender) {
        Map<String, Map<UUID, BigDecimal>> points = new HashMap<>();
        for (Tender.Member member : tender.drawn().orElseThrow().members()) {
            if (member.sits()) {
                points.put(
                        member.code(),
                        tender.bids().stream()
                                .filter(bid -> bid.state() == Tender.Bid.State.VALID)
                                .collect(Collectors.toMap(
                                        Tender.Bid::id,
                                        bid -> bid.firm().equals("乙公司")
                                                ? new BigDecimal("90")
                                                : new BigDecimal("80"))));
            }
        }
        return points;
    }

    private static void refused(ThrowingCallable act, String key, String... clauses) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused).hasMessage(key);
            if (clauses.length == 0) {
                return;
            }
            assertThat(refused.refusal().citations().stream()
                            .map(citation -> citation.document() + "#" + citation.article()))
                    .contains(clauses);
        });
    }

    @Test
    void aProjectGoesFromBudgetToArchiveAndItsSavingsAreCounted() {
        Procurement.Savings before = procurement.savings(2025);
        UUID tender = published("5000000.00");
        UUID project = tenders.tender(tender).orElseThrow().details().project();
        bid(tender, "甲公司", "4300000");
        bid(tender, "乙公司", "3850000");
        bid(tender, "丙公司", "4100000");
        bid(tender, "丁公司", "5000000.01");
        clock.moveTo(START.plusDays(22));
        openBids(tender);
        Tender.Evaluating drawn = drawn(tender);
        assertThat(drawn.bids())
                .filteredOn(bid -> bid.firm().equals("丁公司"))
                .extracting(Tender.Bid::state)
                .containsExactly(Tender.Bid.State.DISQUALIFIED);
        assertThat(drawn.drawn().orElseThrow().members().stream().filter(Tender.Member::sits))
                .hasSize(5)
                .noneMatch(member -> member.code().equals(run + "-E1"));

        tenders.evaluate(trader, tender, points(drawn), Map.of());
        refused(
                () -> tenders.award(trader, tender),
                "procurement.refused.not-published-long",
                "tendering-regulation#54");
        tenders.publishCandidates(trader, tender);
        clock.moveTo(START.plusDays(26));
        tenders.award(trader, tender);

        refused(
                () -> procurement.contract(owner, project, new BigDecimal("3900000"), BigDecimal.ZERO),
                "procurement.refused.other-price",
                "tendering-law#46");
        refused(
                () -> procurement.contract(owner, project, new BigDecimal("3850000"), new BigDecimal("385000.01")),
                "procurement.refused.performance-deposit",
                "tendering-regulation#58");
        procurement.contract(owner, project, new BigDecimal("3850000"), new BigDecimal("385000"));
        procurement.change(owner, project, new BigDecimal("385000"), "地下管线改移", Optional.empty());
        refused(
                () -> procurement.change(owner, project, BigDecimal.ONE, "再加一元", Optional.empty()),
                "procurement.refused.change",
                "three-centres-measures#6");
        procurement.accept(owner, project, "五方验收合格。");
        refused(() -> procurement.archive(owner, project), "procurement.refused.unpaid", "three-centres-measures#11");
        procurement.pay(owner, project, new BigDecimal("4235000"), "工程款");
        refused(
                () -> procurement.pay(owner, project, BigDecimal.ONE, "多付"),
                "procurement.refused.overpaid",
                "three-centres-measures#11");
        procurement.archive(owner, project);

        assertThat(procurement.project(project)).hasValueSatisfying(archived -> {
            assertThat(archived).isInstanceOf(Project.Archived.class);
            assertThat(((Project.UnderContract) archived).saved()).isEqualByComparingTo("1150000");
        });
        Procurement.Savings after = procurement.savings(2025);
        assertThat(after.trades() - before.trades()).isEqualTo(1);
        assertThat(after.saved().subtract(before.saved())).isEqualByComparingTo("1150000");
        assertThat(metric("procurement.saved")).isEqualByComparingTo(after.saved());
        assertThat(duties.find(org.shengmo.duty.DutyFilter.ALL).stream()
                        .filter(duty -> duty.details().about().equals(new Subject("procurement.project", project))))
                .hasSize(2)
                .allSatisfy(duty -> assertThat(duty).isInstanceOf(MetDuty.class));
    }

    @Autowired
    OpenContracting open;

    @Autowired
    RedFlags flags;

    @Autowired
    org.shengmo.finding.Findings findings;

    /** A quotes project walked to its contract; one bid is disqualified, so that a check flags it. */
    private UUID walked() {
        UUID project = reviewed("800000");
        UUID tender = tenders.publish(
                trader,
                project,
                new NewTender(
                        Method.QUOTES,
                        START.plusDays(3),
                        at(START.plusDays(4), 9),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        0,
                        0,
                        ""));
        keys(tender);
        bid(tender, "甲公司", "700000");
        bid(tender, "乙公司", "650000");
        bid(tender, "丙公司", "690000");
        clock.moveTo(START.plusDays(5));
        tenders.giveShares(trader, tender, shares(trader, tender, BidSeal.Holder.TRADING, trading));
        tenders.giveShares(supervisor, tender, shares(supervisor, tender, BidSeal.Holder.SUPERVISION, supervision));
        Tender.Opened opened = (Tender.Opened) tenders.tender(tender).orElseThrow();
        Map<UUID, String> out = opened.bids().stream()
                .filter(bid -> !bid.firm().equals("甲公司"))
                .collect(Collectors.toMap(Tender.Bid::id, bid -> "资质不符"));
        tenders.evaluate(trader, tender, Map.of(), out);
        tenders.award(trader, tender);
        procurement.contract(owner, project, new BigDecimal("700000"), BigDecimal.ZERO);
        procurement.change(owner, project, new BigDecimal("1000"), "加一盏灯", Optional.empty());
        procurement.pay(owner, project, new BigDecimal("100000"), "预付款");
        return project;
    }

    @Test
    void aboveTheLimitAChangeGoesBackToACollectiveDecision() {
        UUID project = walked();
        LocalDate now = LocalDate.now(clock);
        UUID rejected = decision("4000000", false);
        UUID adopted = decision("4000000", true);
        clock.moveTo(now);
        for (Optional<UUID> none : List.of(Optional.<UUID>empty(), Optional.of(rejected))) {
            refused(
                    () -> procurement.change(owner, project, new BigDecimal("80000"), "地下管线改移", none),
                    "procurement.refused.change",
                    "three-centres-measures#6");
        }
        procurement.change(owner, project, new BigDecimal("80000"), "地下管线改移", Optional.of(adopted));
        assertThat(procurement.project(project))
                .hasValueSatisfying(changed -> assertThat(((Project.UnderContract) changed)
                                .contract()
                                .changes()
                                .getLast()
                                .decision())
                        .contains(adopted));
    }

    @Test
    void openDataIsValidAndSaysNothingOfSealedBids() {
        Path schema = Path.of(System.getProperty("shengmo.data", "../shared/data"), "ocds", "schema");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(schema), "no " + schema);
        UUID project = walked();
        assertThat(JsonSchema.faults(schema, "release-package-schema.json", open.releases(project)))
                .isEmpty();
        assertThat(JsonSchema.faults(schema, "record-package-schema.json", open.records(project)))
                .isEmpty();
        assertThat(JsonSchema.faults(
                        schema, "release-package-schema.json", Map.of("releases", List.of(Map.of("ocid", 1)))))
                .as("the validator bites")
                .isNotEmpty();
        clock.moveTo(START);
        UUID tender = published("5000000");
        bid(tender, "密封公司", "4300000");
        assertThat(open.records(tenders.tender(tender).orElseThrow().details().project())
                        .toString())
                .doesNotContain("密封公司")
                .doesNotContain("numberOfTenderers");
    }

    @Test
    void whatTheChecksFlagIsForAPersonToJudge() {
        UUID project = walked();
        Actor judge = holder(post("judge", bodies.get("supervision"), 5, "procurement.judge", "finding.state"));
        assertThat(flags.measure(judge)).isPositive();
        assertThat(flags.measure(judge)).as("known flags stay").isZero();
        List<RedFlags.Flag> about = flags.flags().stream()
                .filter(flag -> flag.project().filter(project::equals).isPresent())
                .toList();
        assertThat(about).extracting(RedFlags.Flag::check).contains("R035");
        RedFlags.Flag flag = about.stream()
                .filter(each -> each.check().equals("R035"))
                .findFirst()
                .orElseThrow();
        UUID finding = flags.state(judge, flag.id());
        assertThat(findings.finding(finding).details().body())
                .isEqualTo(bodies.get("owner").id());
        refused(
                () -> flags.setAside(judge, flag.id(), "再看"),
                "procurement.refused.judged",
                "three-centres-measures#10");
        refused(() -> flags.measure(trader), "access.permission.missing");
    }

    private BigDecimal metric(String id) {
        return metrics.stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow()
                .figure(2025, LocalDate.of(2025, 12, 31))
                .value();
    }

    @Test
    void whoDrewUpTheBudgetDoesNotJoinTheReviewNorAnyoneTied() {
        UUID project = proposed("3000000");
        procurement.budget(builder, project, new BigDecimal("3000000"));
        refused(
                () -> procurement.review(builder, project, new BigDecimal("2900000"), "x"),
                "procurement.tie.person",
                "three-centres-measures#3");
        refused(
                () -> procurement.assign(manager, project, Centre.REVIEW, builder.post()),
                "procurement.refused.not-centre",
                "three-centres-measures#2");

        // A budget's author who also takes a post in the review centre stays out all the same.
        Post second = post("second", bodies.get("review"), 3, "procurement.handle");
        organization.appoint(installer, builder.person(), second.id(), START.minusDays(1));
        refused(
                () -> procurement.assign(manager, project, Centre.REVIEW, second.id()),
                "procurement.tie.person",
                "three-centres-measures#3");

        // A relative may not be assigned; and a kinship that comes about later binds at the next act.
        Post third = post("third", bodies.get("review"), 4, "procurement.handle");
        Actor relative = holder(third);
        kinships.declare(
                manager(relative.person()), relative.person(), trader.person(), Relation.SPOUSE, START.minusDays(1));
        refused(
                () -> procurement.assign(manager, project, Centre.REVIEW, third.id()),
                "procurement.tie.relative",
                "three-centres-measures#3");
        kinships.declare(manager(reviewer.person()), reviewer.person(), builder.person(), Relation.AFFINITY, START);
        refused(
                () -> procurement.review(reviewer, project, new BigDecimal("2900000"), "核减。"),
                "procurement.tie.relative",
                "three-centres-measures#3");
    }

    private Actor manager(UUID person) {
        return new Actor(person, null, "", Set.of(Permission.of("organization.manage")), new Scope.All(), List.of());
    }

    @Test
    void oneLeaderOverTwoCentresStopsEveryAct() {
        UUID project = proposed("3000000");
        procurement.budget(builder, project, new BigDecimal("3000000"));
        organization.cover(
                installer, portfolios.get("construction"), bodies.get("review").id(), START);
        organization.uncover(
                installer, portfolios.get("review"), bodies.get("review").id(), START);
        refused(
                () -> procurement.review(reviewer, project, new BigDecimal("2900000"), "核减。"),
                "procurement.tie.leader",
                "three-centres-measures#3");
    }

    @Test
    void whatATenderIsPublishedWithKeepsTheLimits() {
        UUID project = reviewed("4000000");
        NewTender good = open(5, 4);
        refused(
                () -> tenders.publish(
                        trader,
                        project,
                        new NewTender(
                                Method.QUOTES,
                                START.plusDays(3),
                                at(START.plusDays(4), 9),
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                0,
                                0,
                                "")),
                "procurement.refused.compulsory",
                "mandatory-tender-provisions#5");
        refused(
                () -> tenders.publish(
                        trader,
                        project,
                        new NewTender(
                                Method.OPEN,
                                good.saleUntil(),
                                at(START.plusDays(19), 9),
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                5,
                                4,
                                good.specialty())),
                "procurement.refused.bid-days",
                "tendering-law#24");
        refused(
                () -> tenders.publish(
                        trader,
                        project,
                        new NewTender(
                                Method.OPEN,
                                START.plusDays(3),
                                good.deadline(),
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                5,
                                4,
                                good.specialty())),
                "procurement.refused.sale-days",
                "tendering-regulation#16");
        refused(
                () -> tenders.publish(
                        trader,
                        project,
                        new NewTender(
                                Method.OPEN,
                                good.saleUntil(),
                                good.deadline(),
                                new BigDecimal("80000.01"),
                                BigDecimal.ZERO,
                                5,
                                4,
                                good.specialty())),
                "procurement.refused.bid-deposit",
                "tendering-regulation#26");
        for (int[] wrong : new int[][] {{3, 3}, {6, 5}, {5, 3}}) {
            refused(
                    () -> tenders.publish(trader, project, open(wrong[0], wrong[1])),
                    "procurement.refused.committee",
                    "tendering-law#37");
        }
        tenders.publish(trader, project, open(7, 5));
    }

    @Test
    void thresholdsGoByTheDay() {
        Map<String, Object> works = Map.of("category", "works", "estimate", new BigDecimal("2000000"));
        assertThat(rulebook.decide(Procurement.THRESHOLD, LocalDate.of(2018, 5, 31), works)
                        .truth("compulsory"))
                .isTrue();
        assertThat(rulebook.decide(Procurement.THRESHOLD, LocalDate.of(2018, 6, 1), works)
                        .truth("compulsory"))
                .isFalse();
        for (var each : Map.of("works", "4000000", "goods", "2000000", "services", "1000000")
                .entrySet()) {
            BigDecimal limit = new BigDecimal(each.getValue());
            assertThat(compulsory(each.getKey(), limit)).isTrue();
            assertThat(compulsory(each.getKey(), limit.subtract(new BigDecimal("0.01"))))
                    .isFalse();
        }
        assertThat(rulebook.decide(Procurement.THRESHOLD, START, works).citations())
                .extracting(Citation::document)
                .contains("mandatory-tender-provisions");
    }

    private boolean compulsory(String category, BigDecimal estimate) {
        return rulebook.decide(Procurement.THRESHOLD, START, Map.of("category", category, "estimate", estimate))
                .truth("compulsory");
    }

    @Test
    void nobodyReadsABidBeforeTheDeadlineAndOneKeyAloneOpensNothing() {
        UUID tender = published("5000000");
        Tenders.Receipt receipt = bid(tender, "甲公司", "4300000.77");
        bid(tender, "乙公司", "4400000");
        bid(tender, "丙公司", "4500000");
        String stored = database.sql("SELECT envelope || coalesce(firm, '') FROM procurement.bid WHERE id = ?")
                .params(receipt.bid())
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain("4300000").doesNotContain("甲公司");
        assertThat(docket.entry(receipt.entry(), List.of()).orElseThrow().payload())
                .containsEntry("sha256", receipt.sha256());
        refused(() -> tenders.envelopes(trader, tender), "procurement.refused.early", "three-centres-measures#7");
        refused(
                () -> tenders.giveShares(trader, tender, Map.of(receipt.bid(), new byte[32])),
                "procurement.refused.early",
                "three-centres-measures#7");

        clock.moveTo(START.plusDays(22));
        refused(() -> bid(tender, "迟到公司", "1"), "procurement.refused.late", "tendering-law#28");
        tenders.fixPool(trader, tender);
        Map<UUID, byte[]> one = shares(trader, tender, BidSeal.Holder.TRADING, trading);
        tenders.giveShares(trader, tender, one);
        assertThat(tenders.tender(tender)).containsInstanceOf(Tender.Sealed.class);
        String envelope = database.sql("SELECT envelope FROM procurement.bid WHERE id = ?")
                .params(receipt.bid())
                .query(String.class)
                .single();
        byte[] share = one.get(receipt.bid());
        assertThat(BidSeal.open(tender, envelope, share, share)).isEmpty();
        assertThat(BidSeal.open(tender, envelope, share, new byte[32])).isEmpty();
        assertThat(BidSeal.share(tender, BidSeal.Holder.SUPERVISION, trading.getPrivate(), envelope))
                .isEmpty();
        Map<UUID, byte[]> wrong = new HashMap<>(one);
        assertThatThrownBy(() -> tenders.giveShares(supervisor, tender, wrong)).isInstanceOf(Invalid.class);
        refused(() -> tenders.giveShares(reviewer, tender, one), "procurement.tie.person", "three-centres-measures#3");
    }

    @Test
    void documentsAreClarifiedForAllWithDaysLeftToTakeItIn() {
        UUID tender = published("2900000");
        UUID project = tenders.tender(tender).orElseThrow().details().project();
        tenders.clarify(trader, tender, "第三章第二条的“两公里”含匝道。", Optional.empty());
        clock.moveTo(START.plusDays(10));
        refused(
                () -> tenders.clarify(trader, tender, "工期改为二百日。", Optional.empty()),
                "procurement.refused.clarify-before",
                "tendering-regulation#21");
        refused(
                () -> tenders.clarify(trader, tender, "提前开标。", Optional.of(at(START.plusDays(20), 9))),
                "procurement.refused.earlier");
        refused(
                () -> tenders.clarify(reviewer, tender, "我也说一句。", Optional.empty()),
                "procurement.tie.person",
                "three-centres-measures#3");
        tenders.clarify(trader, tender, "工期改为二百日。", Optional.of(at(START.plusDays(26), 9)));
        assertThat(tenders.tender(tender).orElseThrow().details().terms().deadline())
                .isEqualTo(at(START.plusDays(26), 9));
        assertThat(docket.timeline(new Subject("procurement.project", project), List.of(), 3))
                .filteredOn(entry -> entry.kind().code().equals("procurement.clarified"))
                .hasSize(2);
    }

    @Test
    void aBidIsTakenBackByItsCodeBeforeTheDeadlineAndAnotherSent() {
        UUID tender = published("5000000");
        Tenders.Receipt first = bid(tender, "甲公司", "4300000");
        bid(tender, "乙公司", "4400000");
        bid(tender, "丙公司", "4500000");
        assertThatThrownBy(() -> tenders.withdraw(tender, "00000-00000-00000-00000"))
                .isInstanceOf(Invalid.class);
        tenders.withdraw(tender, first.code());
        assertThatThrownBy(() -> tenders.withdraw(tender, first.code())).isInstanceOf(Invalid.class);
        assertThat(tenders.tender(tender).orElseThrow().details().received()).isEqualTo(2);
        Tenders.Receipt second = bid(tender, "甲公司", "4200000");
        assertThat(docket.timeline(new Subject("procurement.tender", tender), List.of(), 20)
                        .toString())
                .doesNotContain(second.code());
        clock.moveTo(START.plusDays(22));
        refused(() -> tenders.withdraw(tender, second.code()), "procurement.refused.withdraw-late", "tendering-law#29");
        openBids(tender);
        Tender.Evaluating opened = (Tender.Evaluating) tenders.tender(tender).orElseThrow();
        assertThat(opened.bids())
                .filteredOn(bid -> bid.firm().equals("甲公司"))
                .extracting(Tender.Bid::price)
                .containsExactly(new BigDecimal("4200000.00"));
    }

    @Test
    void aBidTamperedWithInStorageIsFoundByItsHashOnRecord() {
        UUID tender = published("5000000");
        Tenders.Receipt victim = bid(tender, "甲公司", "4300000");
        bid(tender, "乙公司", "4400000");
        bid(tender, "丙公司", "4500000");
        // The operator seals a dearer bid in the victim's name and puts it in its place.
        String forged = BidSeal.seal(
                tender, tenders.tender(tender).orElseThrow().details().keys(), content("甲公司", "4999999"), random);
        database.sql("UPDATE procurement.bid SET envelope = ? WHERE id = ?")
                .params(forged, victim.bid())
                .update();
        clock.moveTo(START.plusDays(22));
        openBids(tender);
        Tender.Evaluating opened = (Tender.Evaluating) tenders.tender(tender).orElseThrow();
        assertThat(opened.bids())
                .filteredOn(bid -> bid.id().equals(victim.bid()))
                .singleElement()
                .satisfies(bid -> {
                    assertThat(bid.state()).isEqualTo(Tender.Bid.State.TAMPERED);
                    assertThat(bid.price()).isNull();
                });
        assertThat(opened.bids())
                .filteredOn(bid -> bid.state() == Tender.Bid.State.VALID)
                .hasSize(2);
    }

    @Test
    void withFewerThanThreeNothingIsOpenedAndItIsTenderedAgain() {
        UUID tender = published("5000000");
        UUID project = tenders.tender(tender).orElseThrow().details().project();
        bid(tender, "甲公司", "4300000");
        bid(tender, "乙公司", "4400000");
        clock.moveTo(START.plusDays(22));
        tenders.fixPool(trader, tender);
        refused(
                () -> tenders.giveShares(trader, tender, shares(trader, tender, BidSeal.Holder.TRADING, trading)),
                "procurement.refused.too-few",
                "tendering-regulation#44",
                "tendering-law#28");
        tenders.fail(trader, tender);
        assertThat(tenders.tender(tender))
                .hasValueSatisfying(failed -> assertThat(((Tender.Failed) failed).bids())
                        .as("what was not opened stays unread")
                        .isEmpty());
        assertThat(procurement.project(project)).containsInstanceOf(Project.Tenderable.class);
    }

    @Test
    void theDrawComesOutTheSameForAnyoneWhoComputesItAgain() throws IOException {
        UUID tender = published("5000000");
        bid(tender, "甲公司", "4300000");
        bid(tender, "乙公司", "4400000");
        bid(tender, "丙公司", "4500000");
        clock.moveTo(START.plusDays(22));
        openBids(tender);
        Tender.Evaluating opened = drawn(tender);
        Tender.Drawn drawn = opened.drawn().orElseThrow();
        Tender.Pool pool = opened.details().pool().orElseThrow();

        Entry fixed = docket.entry(pool.entry(), List.of()).orElseThrow();
        assertThat(fixed.payload()).containsEntry("sha256", Sha256.hex(String.join("\n", pool.codes()) + "\n"));
        assertThat(drawn.treeSize()).isEqualTo(seals.index(pool.entry()).orElseThrow() + 1);
        long size = seals.checkpoint().orElseThrow().size();
        String root =
                new TreeReader(seals.source(), size).rootAt(drawn.treeSize()).toString();
        assertThat(drawn.root()).isEqualTo(root).isNotEmpty();
        String seed = Sha256.hex(Stream.concat(
                        Stream.of("shengmo-draw-v1", root),
                        opened.bids().stream().map(Tender.Bid::nonce).sorted())
                .collect(Collectors.joining("\n", "", "\n")));
        assertThat(drawn.seed()).isEqualTo(seed);
        List<String> order = new ArrayList<>(pool.codes());
        order.sort(java.util.Comparator.comparing(code -> Sha256.hex(seed + " " + code)));
        List<String> came = drawn.members().stream()
                .filter(Tender.Member::expert)
                .map(Tender.Member::code)
                .toList();
        assertThat(came).isEqualTo(order.subList(0, came.size()));
    }

    @Test
    void anUnansweredObjectionSuspendsAndAComplaintComesAfterIt() {
        UUID tender = published("5000000");
        UUID project = tenders.tender(tender).orElseThrow().details().project();
        refused(
                () -> remedies.bring(tender, Remedies.Kind.COMPLAINT, "甲公司", "不公", START),
                "procurement.refused.objection-first",
                "tendering-regulation#60");
        Remedies.Remedy objection = remedies.bring(tender, Remedies.Kind.DOCUMENTS, "甲公司", "资格条件过高", null);
        assertThat(objection.due()).isEqualTo(START.plusDays(3));
        bid(tender, "甲公司", "4300000");
        bid(tender, "乙公司", "4400000");
        bid(tender, "丙公司", "4500000");
        clock.moveTo(START.plusDays(12));
        refused(
                () -> remedies.bring(tender, Remedies.Kind.DOCUMENTS, "乙公司", "迟了", null),
                "procurement.refused.objection-late",
                "tendering-regulation#22");
        clock.moveTo(START.plusDays(22));
        tenders.fixPool(trader, tender);
        refused(
                () -> tenders.giveShares(trader, tender, shares(trader, tender, BidSeal.Holder.TRADING, trading)),
                "procurement.refused.suspended",
                "tendering-regulation#22");
        remedies.answer(trader, objection.id(), false, "条件与工程相当。");
        assertThat(duties.duty(objection.duty())).isInstanceOf(MetDuty.class);
        Remedies.Remedy complaint = remedies.bring(tender, Remedies.Kind.COMPLAINT, "甲公司", "答复不当", START.plusDays(20));
        refused(
                () -> remedies.answer(trader, complaint.id(), false, "x"),
                "procurement.tie.person",
                "three-centres-measures#3");
        remedies.answer(supervisor, complaint.id(), true, "责令澄清。");
        assertThat(remedies.of(project))
                .hasSize(2)
                .allMatch(each -> each.answeredOn().isPresent());
    }

    @Test
    void smallOnesGoToTheLowestQuote() {
        UUID project = reviewed("800000");
        UUID tender = tenders.publish(
                trader,
                project,
                new NewTender(
                        Method.QUOTES,
                        START.plusDays(3),
                        at(START.plusDays(4), 9),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        0,
                        0,
                        ""));
        keys(tender);
        bid(tender, "甲公司", "700000");
        bid(tender, "乙公司", "650000");
        bid(tender, "丙公司", "690000");
        clock.moveTo(START.plusDays(5));
        tenders.giveShares(trader, tender, shares(trader, tender, BidSeal.Holder.TRADING, trading));
        tenders.giveShares(supervisor, tender, shares(supervisor, tender, BidSeal.Holder.SUPERVISION, supervision));
        tenders.evaluate(trader, tender, Map.of(), Map.of());
        tenders.award(trader, tender);
        procurement.contract(owner, project, new BigDecimal("650000"), BigDecimal.ZERO);
        assertThat(procurement.project(project))
                .hasValueSatisfying(contracted -> assertThat(
                                ((Project.UnderContract) contracted).contract().firm())
                        .isEqualTo("乙公司"));
    }
}
