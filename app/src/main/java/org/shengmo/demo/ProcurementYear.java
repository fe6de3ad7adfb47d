package org.shengmo.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.deliberation.Business;
import org.shengmo.deliberation.Matter;
import org.shengmo.deliberation.Matters;
import org.shengmo.deliberation.NewMatter;
import org.shengmo.deliberation.Outcome;
import org.shengmo.organization.Organization;
import org.shengmo.procurement.BidContent;
import org.shengmo.procurement.BidSeal;
import org.shengmo.procurement.Category;
import org.shengmo.procurement.Centre;
import org.shengmo.procurement.Method;
import org.shengmo.procurement.NewProject;
import org.shengmo.procurement.NewTender;
import org.shengmo.procurement.Procurement;
import org.shengmo.procurement.Project;
import org.shengmo.procurement.Remedies;
import org.shengmo.procurement.Tender;
import org.shengmo.procurement.Tenders;
import org.shengmo.wording.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo year's public projects: 361 contracts by the three centres, 125.8 million yuan below the reviewed budgets. */
@Component
@Profile("demo")
class ProcurementYear {

    static final int TRADES = 361;
    private static final Logger LOG = LoggerFactory.getLogger(ProcurementYear.class);
    private static final int OPEN = 40;
    private static final String PLANNER = "D12";
    private static final BigDecimal REVIEWED = new BigDecimal("546956521.74");
    private static final BigDecimal SAVED = new BigDecimal("125800000.00");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> OWNERS =
            List.of("D13", "D25", "D26", "D29", "D37", "D38", "D24", "D16", "D28", "D39");
    private static final List<String> FIELDS = List.of("市政", "房建", "水利", "交通");
    private static final List<String> WORKS =
            List.of("道路修缮", "校舍维修", "渠道整治", "管网改造", "卫生室改建", "公园提升", "农桥加固", "路灯安装", "停车场建设", "护岸工程");
    private static final List<String> FIRMS =
            List.of("宏远", "恒基", "安泰", "中业", "润泽", "信达", "广厦", "长河", "金石", "合众", "同力", "先行");

    private final Cast cast;
    private final Organization organization;
    private final Procurement procurement;
    private final Tenders tenders;
    private final Remedies remedies;
    private final Matters matters;
    private final SecureRandom random = new SecureRandom();

    private final TreeMap<LocalDate, List<Runnable>> days = new TreeMap<>();
    private final Map<UUID, KeyPair> tradingKeys = new HashMap<>();
    private final Map<UUID, KeyPair> supervisionKeys = new HashMap<>();

    private UUID investments;

    ProcurementYear(
            Cast cast,
            Organization organization,
            Procurement procurement,
            Tenders tenders,
            Remedies remedies,
            Matters matters) {
        this.cast = cast;
        this.organization = organization;
        this.procurement = procurement;
        this.tenders = tenders;
        this.remedies = remedies;
        this.matters = matters;
    }

    /** A project of the year: what the review leaves of it and what it is contracted for. */
    private record Plan(int number, Method method, BigDecimal reviewed, BigDecimal price) {}

    void set(int year) {
        days.clear();
        tradingKeys.clear();
        supervisionKeys.clear();
        LocalDate first = LocalDate.of(year, 1, 6);
        on(LocalDate.of(year, 1, 2), this::centres);
        on(LocalDate.of(year, 1, 2), () -> plan(plans().subList(0, OPEN)));
        for (Plan plan : plans()) {
            int last = plan.method() == Method.OPEN ? 285 : 320;
            on(first.plusDays(Chance.of(last, "start", plan.number())), () -> propose(plan));
        }
    }

    void work(LocalDate day) {
        while (!days.isEmpty() && !days.firstKey().isAfter(day)) {
            days.pollFirstEntry().getValue().forEach(ProcurementYear::step);
        }
    }

    /** What is refused is told, and the project stays where it is: the year goes on. */
    private static void step(Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            LOG.warn("a project of the demo year stays where it is: {}", refused.getMessage());
        }
    }

    private void on(LocalDate day, Runnable act) {
        days.computeIfAbsent(day, key -> new ArrayList<>()).add(act);
    }

    private void in(int later, Runnable act) {
        on(cast.today().plusDays(later), act);
    }

    /** Amounts that come to the district's figures: shares of the whole, and the last takes what rounding left. */
    private static List<Plan> plans() {
        List<Long> large = new ArrayList<>();
        List<Long> small = new ArrayList<>();
        for (int i = 0; i < TRADES; i++) {
            if (i < OPEN) {
                large.add(4_200_000L + 1000L * Chance.of(3600, "large", i));
            } else {
                small.add(200_000L + 100L * Chance.of(15_000, "small", i));
            }
        }
        BigDecimal left = REVIEWED.subtract(sum(large));
        BigDecimal wanted = sum(small);
        List<BigDecimal> reviewed = new ArrayList<>();
        large.forEach(each -> reviewed.add(BigDecimal.valueOf(each).setScale(2)));
        small.forEach(
                each -> reviewed.add(left.multiply(BigDecimal.valueOf(each)).divide(wanted, 2, RoundingMode.DOWN)));
        settle(reviewed, REVIEWED);
        List<BigDecimal> raw = new ArrayList<>();
        for (int i = 0; i < TRADES; i++) {
            raw.add(reviewed.get(i).multiply(BigDecimal.valueOf(150 + Chance.of(160, "saved", i), 3)));
        }
        BigDecimal all = raw.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> saved = new ArrayList<>();
        raw.forEach(each -> saved.add(each.multiply(SAVED).divide(all, 2, RoundingMode.DOWN)));
        settle(saved, SAVED);
        List<Plan> plans = new ArrayList<>();
        for (int i = 0; i < TRADES; i++) {
            plans.add(new Plan(
                    i,
                    i < OPEN ? Method.OPEN : Method.QUOTES,
                    reviewed.get(i),
                    reviewed.get(i).subtract(saved.get(i))));
        }
        return plans;
    }

    private static BigDecimal sum(List<Long> amounts) {
        return BigDecimal.valueOf(amounts.stream().mapToLong(Long::longValue).sum());
    }

    private static void settle(List<BigDecimal> amounts, BigDecimal whole) {
        BigDecimal others = amounts.subList(0, TRADES - 1).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        amounts.set(TRADES - 1, whole.subtract(others));
    }

    private void centres() {
        Actor office = cast.in("QW-10");
        procurement.designate(office, Centre.CONSTRUCTION, cast.body("D41"));
        procurement.designate(office, Centre.REVIEW, cast.body("D42"));
        procurement.designate(office, Centre.TRADING, cast.body("D40"));
        procurement.designate(office, Centre.SUPERVISION, cast.body("D12"));
        Names names = new Names();
        for (int i = 0; i < 2000; i++) {
            names.next();
        }
        for (int i = 1; i <= 48; i++) {
            tenders.list(
                    office,
                    new Tenders.Expert(
                            "E%03d".formatted(i),
                            names.next(),
                            FIELDS.get(i % FIELDS.size()),
                            i % 6 == 0 ? firm(i) : "市勘察设计院",
                            null,
                            List.of()));
        }
    }

    private static String firm(int number) {
        return FIRMS.get(Math.floorMod(number, FIRMS.size())) + "建设有限公司";
    }

    private void propose(Plan plan) {
        String owner = owner(plan);
        String work = WORKS.get(Chance.of(WORKS.size(), "work", plan.number()));
        Project project = procurement.propose(
                cast.in(owner + "-01"),
                new NewProject(
                        work + "（" + (plan.number() + 1) + "号）",
                        "按批准的建设内容实施，质量合格，工期以招标文件为准。",
                        category(plan),
                        cast.body(owner),
                        "",
                        plan.reviewed()));
        UUID id = project.id();
        assign(id, Centre.CONSTRUCTION, "D41");
        assign(id, Centre.REVIEW, "D42");
        assign(id, Centre.TRADING, "D40");
        assign(id, Centre.SUPERVISION, "D12");
        in(2, () -> budget(plan, id));
    }

    /** The large ones wait for the committee's decision on the year's plan. */
    private void budget(Plan plan, UUID id) {
        if (plan.method() == Method.OPEN && !adopted()) {
            in(7, () -> budget(plan, id));
            return;
        }
        if (plan.method() == Method.OPEN) {
            procurement.rest(cast.in(owner(plan) + "-01"), id, investments);
        }
        procurement.budget(cast.in("D41-02"), id, budgetOf(plan));
        in(2, () -> {
            procurement.review(cast.in("D42-02"), id, plan.reviewed(), "核减工程量和取费，见评审报告。");
            in(1, () -> publish(plan, id, Chance.of(60, "few", plan.number()) == 0 ? 2 : 3));
        });
    }

    private static String owner(Plan plan) {
        return OWNERS.get(plan.number() % OWNERS.size());
    }

    private static BigDecimal budgetOf(Plan plan) {
        return plan.reviewed()
                .multiply(BigDecimal.valueOf(102 + Chance.of(9, "budget", plan.number()), 2))
                .setScale(2, RoundingMode.HALF_UP);
    }

    /** The year's plan of large projects goes to the committee as one matter. */
    private void plan(List<Plan> large) {
        BigDecimal sum = large.stream().map(ProcurementYear::budgetOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        investments = matters.propose(
                        cast.in(PLANNER + "-01"),
                        new NewMatter(
                                Business.INVESTMENT,
                                "年度政府投资项目计划",
                                "本年度安排政府投资项目" + large.size() + "个，逐项编制预算、送审、公开交易。",
                                sum,
                                "",
                                "",
                                "",
                                cast.body(PLANNER),
                                Set.of(),
                                true))
                .id();
    }

    /** Whether the plan is adopted by now; one that was rejected is brought again. */
    private boolean adopted() {
        if (!(matters.byId(investments).orElseThrow() instanceof Matter.Decided decided)) {
            return false;
        }
        if (decided.outcome() != Outcome.ADOPTED) {
            plan(plans().subList(0, OPEN));
            return false;
        }
        return true;
    }

    private static Category category(Plan plan) {
        boolean small = plan.reviewed().compareTo(BigDecimal.valueOf(900_000)) < 0;
        return small
                ? List.of(Category.WORKS, Category.GOODS, Category.SERVICES).get(plan.number() % 3)
                : Category.WORKS;
    }

    private void assign(UUID project, Centre centre, String department) {
        procurement.assign(
                cast.in(department + "-01"),
                project,
                centre,
                organization.postByCode(department + "-02").orElseThrow().id());
    }

    private void publish(Plan plan, UUID project, int bids) {
        boolean open = plan.method() == Method.OPEN;
        LocalDate today = cast.today();
        Instant deadline = today.plusDays(open ? 22 : 5)
                .atTime(LocalTime.of(9, 0))
                .atZone(ZONE)
                .toInstant();
        UUID tender = tenders.publish(
                cast.in("D40-02"),
                project,
                new NewTender(
                        plan.method(),
                        today.plusDays(open ? 7 : 3),
                        deadline,
                        open ? new BigDecimal("60000") : BigDecimal.ZERO,
                        new BigDecimal("0.05"),
                        open ? 5 : 0,
                        open ? 4 : 0,
                        open ? FIELDS.get(plan.number() % FIELDS.size()) : ""));
        tradingKeys.put(tender, BidSeal.newKey());
        supervisionKeys.put(tender, BidSeal.newKey());
        tenders.holdKey(
                cast.in("D40-02"),
                tender,
                BidSeal.published(tradingKeys.get(tender).getPublic()));
        tenders.holdKey(
                cast.in("D12-02"),
                tender,
                BidSeal.published(supervisionKeys.get(tender).getPublic()));
        bid(plan, tender, bids);
        in(open ? 23 : 6, () -> open(plan, project, tender));
    }

    private void bid(Plan plan, UUID tender, int bids) {
        Tender.Keys keys = tenders.tender(tender).orElseThrow().details().keys();
        for (int i = 0; i < bids; i++) {
            BigDecimal price = i == 0
                    ? plan.price()
                    : plan.price()
                            .add(plan.reviewed()
                                    .subtract(plan.price())
                                    .multiply(BigDecimal.valueOf(
                                            10L + 35L * i - Chance.of(9, "bid", plan.number(), i), 2)))
                            .setScale(2, RoundingMode.HALF_UP);
            byte[] nonce = new byte[32];
            random.nextBytes(nonce);
            int firm = 5 * plan.number() + 7 * i;
            tenders.receive(
                    tender,
                    BidSeal.seal(
                            tender,
                            keys,
                            new BidContent(
                                    firm(firm),
                                    "91320000DEMO%05dX".formatted(Math.floorMod(firm, FIRMS.size())),
                                    price,
                                    90 + Chance.of(120, "days", firm),
                                    HexFormat.of().formatHex(nonce)),
                            random));
        }
    }

    private void open(Plan plan, UUID project, UUID tender) {
        Actor trader = cast.in("D40-02");
        if (tenders.tender(tender).orElseThrow().details().received() < 3) {
            tenders.fail(trader, tender);
            in(1, () -> publish(plan, project, 3));
            return;
        }
        boolean open = plan.method() == Method.OPEN;
        if (open) {
            tenders.fixPool(trader, tender);
        }
        give(trader, tender, BidSeal.Holder.TRADING, tradingKeys.remove(tender));
        give(cast.in("D12-02"), tender, BidSeal.Holder.SUPERVISION, supervisionKeys.remove(tender));
        if (open) {
            in(1, () -> draw(plan, project, tender));
        } else {
            tenders.evaluate(trader, tender, Map.of(), Map.of());
            tenders.award(trader, tender);
            in(2, () -> contract(plan, project));
        }
    }

    private void give(Actor holder, UUID tender, BidSeal.Holder as, KeyPair key) {
        Map<UUID, byte[]> shares = new LinkedHashMap<>();
        tenders.envelopes(holder, tender)
                .forEach((bid, envelope) -> BidSeal.share(tender, as, key.getPrivate(), envelope)
                        .ifPresent(share -> shares.put(bid, share)));
        tenders.giveShares(holder, tender, shares);
    }

    private void draw(Plan plan, UUID project, UUID tender) {
        Actor trader = cast.in("D40-02");
        String owner = OWNERS.get(plan.number() % OWNERS.size());
        try {
            tenders.draw(
                    trader,
                    tender,
                    List.of(organization.postByCode(owner + "-02").orElseThrow().id()));
        } catch (Refused refused) {
            if (!refused.getMessage().equals("procurement.refused.unsealed")) {
                throw refused;
            }
            in(1, () -> draw(plan, project, tender));
            return;
        }
        Tender.Evaluating drawn = (Tender.Evaluating) tenders.tender(tender).orElseThrow();
        Map<String, Map<UUID, BigDecimal>> points = new HashMap<>();
        for (Tender.Member member : drawn.drawn().orElseThrow().members()) {
            if (member.sits()) {
                Map<UUID, BigDecimal> given = new HashMap<>();
                drawn.bids()
                        .forEach(bid -> given.put(
                                bid.id(),
                                BigDecimal.valueOf((bid.number() == 1 ? 90L : 76L)
                                        + Chance.of(8, member.code(), bid.number(), plan.number()))));
                points.put(member.code(), given);
            }
        }
        tenders.evaluate(trader, tender, points, Map.of());
        tenders.publishCandidates(trader, tender);
        if (plan.number() % 13 == 0) {
            UUID objection = remedies.bring(tender, Remedies.Kind.RESULT, firm(7), "请说明评分依据。", null)
                    .id();
            in(1, () -> remedies.answer(cast.in("D40-02"), objection, false, "评分符合招标文件，评委签字存档。"));
        }
        in(4, () -> {
            tenders.award(cast.in("D40-02"), tender);
            in(3, () -> contract(plan, project));
        });
    }

    private void contract(Plan plan, UUID project) {
        String owner = OWNERS.get(plan.number() % OWNERS.size()) + "-01";
        procurement.contract(cast.in(owner), project, plan.price(), BigDecimal.ZERO);
        if (plan.number() % 3 == 0) {
            in(75 + Chance.of(30, "built", plan.number()), () -> {
                procurement.accept(cast.in(owner), project, "参建各方验收合格，资料齐全。");
                procurement.pay(cast.in(owner), project, plan.price(), "合同价款");
                in(5, () -> procurement.archive(cast.in(owner), project));
            });
        }
    }
}
