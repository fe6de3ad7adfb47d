package org.shengmo.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.consequence.Recoveries;
import org.shengmo.discipline.AdministrativeSanction;
import org.shengmo.discipline.Cases;
import org.shengmo.discipline.Lead;
import org.shengmo.discipline.Leads;
import org.shengmo.discipline.Lessons;
import org.shengmo.discipline.Level;
import org.shengmo.discipline.NewLead;
import org.shengmo.discipline.Orders;
import org.shengmo.discipline.Origin;
import org.shengmo.discipline.PartySanction;
import org.shengmo.discipline.SanctionOrder;
import org.shengmo.discipline.ViewLog;
import org.shengmo.discipline.Violation;
import org.shengmo.discipline.Way;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Tenure;
import org.shengmo.petition.Accusations;
import org.shengmo.rulebook.Rulebook;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The demo year's discipline: 27 cases about 27 people, 4 of them of section level, 2 on the eight rules, and two million
 * recovered; further leads are closed, put aside, ended with a talk, or still run when the year ends.
 */
@Component
@Profile("demo")
class DisciplineYear {

    private static final String SECRETARY = "QJ-01";
    private static final String DEPUTY = "QJ-02";
    private static final String ONE = "QJ-04";
    private static final String TWO = "QJ-06";
    private static final String KEEPER = "QJ-05";
    private static final int CASES = 27;
    private static final int LEADS = 37;
    private static final List<String> SECTION = List.of("D31-02", "D33-02", "D35-02", "D37-02");
    private static final BigDecimal EACH = new BigDecimal("74000.00");
    private static final BigDecimal LAST = new BigDecimal("76000.00");
    private static final List<Origin> ORIGINS =
            List.of(Origin.SUPERVISION, Origin.AUDIT, Origin.DECISION, Origin.TRANSFERRED);
    private static final List<AdministrativeSanction> SANCTIONS = List.of(
            AdministrativeSanction.WARNING, AdministrativeSanction.DEMERIT, AdministrativeSanction.MAJOR_DEMERIT);
    private static final List<String> MATTERS =
            List.of("违规发放补助款，经手账目不实。", "虚报冒领项目资金。", "收受施工方钱物，为其验收提供便利。", "截留集体资产租金，账外存放。", "优亲厚友，违规确定补助对象。");

    private final Cast cast;
    private final Organization organization;
    private final Leads leads;
    private final Cases cases;
    private final Orders orders;
    private final Lessons lessons;
    private final ViewLog log;
    private final Recoveries recoveries;
    private final Accusations accusations;
    private final Rulebook rulebook;

    private final List<Matter> matters = new ArrayList<>();
    private final List<UUID> orderIds = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private LocalDate bank;

    DisciplineYear(
            Cast cast,
            Organization organization,
            Leads leads,
            Cases cases,
            Orders orders,
            Lessons lessons,
            ViewLog log,
            Recoveries recoveries,
            Accusations accusations,
            Rulebook rulebook) {
        this.cast = cast;
        this.organization = organization;
        this.leads = leads;
        this.cases = cases;
        this.orders = orders;
        this.lessons = lessons;
        this.log = log;
        this.recoveries = recoveries;
        this.accusations = accusations;
        this.rulebook = rulebook;
    }

    /** A lead on its way: its next step and the day of it. */
    private static final class Matter {
        private final int number;
        private int step;
        private LocalDate next;
        private UUID lead;
        private UUID filed;

        Matter(int number, LocalDate next) {
            this.number = number;
            this.next = next;
        }
    }

    private record Claim(long number, BigDecimal amount, boolean paid) {}

    /** Sets the year's leads. */
    void set(int year) {
        matters.clear();
        orderIds.clear();
        claims.clear();
        for (int i = 0; i < LEADS; i++) {
            LocalDate start = i < CASES
                    ? LocalDate.of(year, 1, 8).plusDays(i * 6L)
                    : LocalDate.of(year, 8, 5).plusDays((i - CASES) * 13L);
            matters.add(new Matter(i, start));
        }
        bank = LocalDate.of(year, 7, 20);
    }

    /** A working day. */
    void work(LocalDate day) {
        for (Matter matter : List.copyOf(matters)) {
            if (!day.isBefore(matter.next)) {
                if (matter.number < 0) {
                    close(matter, day);
                } else {
                    advance(matter, day);
                }
            }
        }
        takeIn(day);
        lookThrough(day);
        if (!day.isBefore(bank)) {
            bank = bank.plusMonths(1);
            reconcile(day);
        }
    }

    /** What came by itself: complaints about officials, and grave findings that became leads. */
    private void takeIn(LocalDate day) {
        Actor secretary = cast.in(SECRETARY);
        accusations.readableBy(secretary).stream()
                .filter(each -> each.state().equals("RECEIVED"))
                .forEach(each -> leads.takeOver(secretary, each.id()));
        leads.readableBy(secretary).stream()
                .filter(each -> each instanceof Lead.Registered
                        && matters.stream().noneMatch(known -> each.id().equals(known.lead)))
                .forEach(each -> {
                    Matter matter = new Matter(-1, day.plusDays(2));
                    matter.lead = each.id();
                    matters.add(matter);
                });
    }

    /** The log of last month's views is looked through in the month's first days, by one who handles no case. */
    private void lookThrough(LocalDate day) {
        YearMonth month = YearMonth.from(day).minusMonths(1);
        Actor reviewer = cast.in("QJ-03");
        if (day.getDayOfMonth() > 3
                && log.review(reviewer, month).isEmpty()
                && !log.of(reviewer, month).isEmpty()) {
            log.review(reviewer, month, "调阅人员均为承办人员或者分管领导，未见异常。");
        }
    }

    private void later(Matter matter, LocalDate day, int days) {
        matter.step++;
        matter.next = day.plusDays(days);
    }

    /** What came by itself is looked into and closed. */
    private void close(Matter matter, LocalDate day) {
        switch (matter.step) {
            case 0 -> {
                assign(matter);
                later(matter, day, 9);
            }
            case 1 -> {
                dispose(matter, Way.CHECK);
                later(matter, day, 30);
            }
            case 2 -> {
                dispose(matter, matter.lead.hashCode() % 2 == 0 ? Way.TALK : Way.CLOSE);
                matter.next = LocalDate.MAX;
            }
            default -> throw new IllegalStateException("no step " + matter.step);
        }
    }

    private void advance(Matter matter, LocalDate day) {
        switch (matter.step) {
            case 0 -> {
                register(matter, day);
                later(matter, day, 2);
            }
            case 1 -> {
                assign(matter);
                later(matter, day, 8);
            }
            case 2 -> {
                leads.open(cast.in(ONE), matter.lead);
                dispose(matter, firstWay(matter));
                later(matter, day, 28);
            }
            case 3 -> check(matter, day);
            case 4 -> file(matter, day);
            case 5 -> evidence(matter, day);
            case 6 -> {
                List<UUID> triers = List.of(person("T01-03"), person("T02-03"));
                cases.toTrial(cast.in(SECRETARY), matter.filed, triers);
                later(matter, day, 8);
            }
            case 7 -> {
                cases.hear(cast.in("T01-03"), matter.filed, List.of(violation(matter)), "对事实没有异议，已退缴。", "退缴属实，证据能够印证。");
                later(matter, day, 6);
            }
            case 8 -> decide(matter, day);
            case 9 -> announce(matter, day);
            default -> learn(matter, day);
        }
    }

    private static Way firstWay(Matter matter) {
        if (matter.number < CASES || matter.number % 5 == 0) {
            return Way.CHECK;
        }
        return matter.number % 5 == 1 ? Way.PUT_ASIDE : matter.number % 5 == 2 ? Way.CLOSE : Way.INTERVIEW;
    }

    private String accused(Matter matter) {
        int section = matter.number - 10;
        return section >= 0 && section < SECTION.size()
                ? SECTION.get(section)
                : "T%02dV%02d-01".formatted(matter.number % 16 + 1, 2 + matter.number / 16);
    }

    private UUID person(String post) {
        return cast.in(post).person();
    }

    private void register(Matter matter, LocalDate day) {
        UUID post = organization.postByCode(accused(matter)).orElseThrow().id();
        Optional<UUID> person = organization.holderOf(post, day).map(Tenure::person);
        if (person.isEmpty()) {
            throw new IllegalStateException("nobody holds " + accused(matter));
        }
        Origin origin = ORIGINS.get(matter.number % ORIGINS.size());
        matter.lead = leads.register(
                cast.in(KEEPER),
                new NewLead(
                        origin,
                        day,
                        MATTERS.get(matter.number % MATTERS.size()),
                        organization.directory().nameOn(post, day),
                        List.of(person.get()),
                        List.of(),
                        null,
                        "",
                        ""));
    }

    private void assign(Matter matter) {
        leads.assign(cast.in(SECRETARY), matter.lead, person(DEPUTY), List.of(person(ONE), person(TWO)));
    }

    private void propose(Matter matter, Way way) {
        leads.propose(cast.in(ONE), matter.lead, way, "经调阅账目、核对记录，按程序提出。");
        leads.countersign(cast.in(TWO), matter.lead);
    }

    private void dispose(Matter matter, Way way) {
        propose(matter, way);
        leads.approve(cast.in(DEPUTY), matter.lead);
    }

    private void check(Matter matter, LocalDate day) {
        Way first = firstWay(matter);
        if (matter.number < CASES) {
            propose(matter, Way.FILE);
            later(matter, day, 4);
            return;
        }
        if (first == Way.INTERVIEW || first == Way.CHECK) {
            dispose(matter, first == Way.INTERVIEW ? Way.TALK : Way.CLOSE);
        }
        matter.next = LocalDate.MAX;
    }

    private void file(Matter matter, LocalDate day) {
        UUID post = organization.postByCode(accused(matter)).orElseThrow().id();
        Lead lead = leads.open(cast.in(SECRETARY), matter.lead).orElseThrow();
        matter.filed = cases.file(
                cast.in(SECRETARY),
                matter.lead,
                new Cases.NewCase(
                        lead.details().people().getFirst(),
                        SECTION.contains(accused(matter)) ? Level.SECTION : Level.VILLAGE,
                        matter.number == 5 || matter.number == 12,
                        "涉嫌违纪违法：" + organization.directory().nameOn(post, day)));
        later(matter, day, 12);
    }

    private void evidence(Matter matter, LocalDate day) {
        for (String title : List.of("银行流水", "有关账册和凭证", "本人谈话笔录")) {
            cases.evidence(
                    cast.in(ONE),
                    matter.filed,
                    new Cases.NewEvidence(title.endsWith("笔录") ? "statement" : "account", title, day, List.of()),
                    person(TWO));
        }
        later(matter, day, 10);
    }

    private Violation violation(Matter matter) {
        AdministrativeSanction sanction = SANCTIONS.get(matter.number % SANCTIONS.size());
        PartySanction party = matter.number % 3 == 0 ? PartySanction.WARNING : PartySanction.SERIOUS_WARNING;
        return new Violation(MATTERS.get(matter.number % MATTERS.size()), sanction, party);
    }

    private void decide(Matter matter, LocalDate day) {
        Violation violation = violation(matter);
        cases.decide(
                cast.in(SECTION.contains(accused(matter)) ? "QW-01" : SECRETARY),
                matter.filed,
                new Cases.Sentence(violation.administrative(), 0, violation.party(), false),
                "事实清楚，证据确凿，主动退缴，按规定处理。");
        later(matter, day, 3);
    }

    private void announce(Matter matter, LocalDate day) {
        UUID order = cases.announce(cast.in(SECRETARY), matter.filed);
        orderIds.add(order);
        BigDecimal amount = orderIds.size() == CASES ? LAST : EACH;
        Actor keeper = cast.in(KEEPER);
        UUID claim = orders.claim(
                keeper,
                order,
                new Recoveries.NewRecovery(
                        Orders.ILLICIT,
                        new org.shengmo.docket.Subject("discipline.order", order),
                        "-",
                        amount,
                        "处分决定认定的违纪违法所得",
                        rulebook.cite("recovery-measures", "3", day),
                        new org.shengmo.docket.Subject("discipline.order", order),
                        cast.body("D19"),
                        keeper.post(),
                        List.of(new Recoveries.Instalment(LocalDate.of(day.getYear(), 12, 28), amount))));
        claims.add(new Claim(recoveries.recovery(claim).details().number(), amount, false));
        review(order);
        later(matter, day, 20);
    }

    /** One asks for a review; it stands. */
    private void review(UUID order) {
        if (orderIds.size() == 8) {
            SanctionOrder found = orders.open(cast.in(SECRETARY), order).orElseThrow();
            cast.as(found.details().person()).ifPresent(person -> {
                orders.ask(person, order, "认为处分偏重，请求复审。");
                orders.review(cast.in("QW-01"), order, new Orders.Outcome.Maintain(), "事实清楚，量纪适当，维持原决定。");
            });
        }
    }

    /** Of every ninth case a lesson is written, carried out, and its effect read from the figures. */
    private void learn(Matter matter, LocalDate day) {
        if (matter.number % 9 != 0 || matter.step > 12) {
            matter.next = LocalDate.MAX;
            return;
        }
        switch (matter.step) {
            case 10 -> {
                matter.filed = lessons.learn(
                        cast.in(ONE),
                        orders.ofCase(cast.in(SECRETARY), matter.filed)
                                .orElseThrow()
                                .id(),
                        new Lessons.NewLesson(
                                "资金由一人经手、一人记账，缺少核对。",
                                matter.number == 9,
                                "补助资金两人核签，按月公布到户。",
                                organization.postByCode("D19-01").orElseThrow().id(),
                                day.plusDays(40),
                                matter.number == 9 ? "discipline.eight.rules" : "discipline.recovered",
                                matter.number == 9,
                                day.plusDays(90)));
                later(matter, day, 25);
            }
            case 11 -> {
                lessons.done(cast.in("D19-01"), matter.filed, "已印发办法并在全区执行，首月核对完毕。");
                later(matter, day, 70);
            }
            default -> {
                lessons.check(cast.in(ONE), matter.filed);
                later(matter, day, 0);
                matter.next = LocalDate.MAX;
            }
        }
    }

    /** What was claimed by then is paid, and the bank says so. */
    private void reconcile(LocalDate day) {
        StringBuilder csv = new StringBuilder("reference,date,amount,remark\n");
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            if (!claim.paid()) {
                csv.append("JW%d%06d,%s,%s,追缴%d\n"
                        .formatted(
                                day.getYear(),
                                claim.number(),
                                day,
                                claim.amount().toPlainString(),
                                claim.number()));
                claims.set(i, new Claim(claim.number(), claim.amount(), true));
            }
        }
        if (csv.length() > "reference,date,amount,remark\n".length()) {
            recoveries.reconcile(
                    cast.in(KEEPER),
                    "涉案款专户流水%s.csv".formatted(day),
                    csv.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
