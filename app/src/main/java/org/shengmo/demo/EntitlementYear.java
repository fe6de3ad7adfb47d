package org.shengmo.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.access.Actor;
import org.shengmo.consequence.Recoveries;
import org.shengmo.consequence.Recoveries.Instalment;
import org.shengmo.consequence.Recovery;
import org.shengmo.entitlement.Entitlement;
import org.shengmo.entitlement.Household;
import org.shengmo.measurement.Found;
import org.shengmo.measurement.Measurements;
import org.shengmo.measurement.Run;
import org.shengmo.measurement.TableRow;
import org.shengmo.organization.Organization;
import org.shengmo.ruler.check.CheckPrinter;
import org.shengmo.ruler.check.Family;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The demo year's review of the welfare roster: measured in February, households told and heard in spring, decided from March
 * on, what was paid wrongly claimed and paid back until December. Every step by the commands that the pages call.
 */
@Component
@Profile("demo")
class EntitlementYear {

    private static final Logger LOG = LoggerFactory.getLogger(EntitlementYear.class);

    private static final String HEAD = "D17-01";
    private static final String CLERK = "D17-02";
    private static final BigDecimal RECOVERED = new BigDecimal("950000.00");
    private static final BigDecimal CLAIMED = new BigDecimal("1000000.00");
    private static final int MOST = 100_000;
    private static final int FIRST_MONTH = 5;
    private static final int MONTHS = 8;
    private static final List<String> ANSWERS = List.of(
            "车早就卖了，过户单在这里，请核对。",
            "他只是临时打了两个月工，现在没有收入。",
            "房子是给儿子结婚借名登记的，已经说明。",
            "没有意见，以前没有及时报告。",
            "老人去世后忙于后事，忘了报，愿意退。",
            "公司早就不经营了，注销手续在办。");

    private final Cast cast;
    private final Organization organization;
    private final Measurements measurements;
    private final Entitlement entitlement;
    private final Recoveries recoveries;
    private final Map<LocalDate, List<Runnable>> days = new TreeMap<>();
    private final Map<Integer, Map<Long, BigDecimal>> payments = new HashMap<>();

    EntitlementYear(
            Cast cast,
            Organization organization,
            Measurements measurements,
            Entitlement entitlement,
            Recoveries recoveries) {
        this.cast = cast;
        this.organization = organization;
        this.measurements = measurements;
        this.entitlement = entitlement;
        this.recoveries = recoveries;
    }

    /** Sets the year. */
    void set(int year) {
        days.clear();
        payments.clear();
        at(LocalDate.of(year, 2, 17), this::measure);
    }

    /** Does what is set for a day or was set for a day off before it. */
    void work(LocalDate day) {
        List<LocalDate> due =
                days.keySet().stream().filter(each -> !each.isAfter(day)).toList();
        for (LocalDate each : due) {
            List.copyOf(days.remove(each)).forEach(Runnable::run);
        }
    }

    private void at(LocalDate day, Runnable act) {
        days.computeIfAbsent(day, key -> new ArrayList<>()).add(act);
    }

    private void measure() {
        LocalDate today = cast.today();
        Actor clerk = cast.in(CLERK);
        EntitlementWorld world = EntitlementWorld.of(today, organization);
        UUID dataset = measurements.open(clerk, Family.WELFARE, today.getYear() + "年城乡低保名册");
        world.registers()
                .forEach((register, content) ->
                        measurements.put(clerk, dataset, register, register + ".csv", content, true));
        Run run =
                measurements.await(measurements.start(clerk, dataset, List.of(Family.WELFARE.code()), today, Map.of()));
        if (run.state() != Run.State.FINISHED) {
            throw new IllegalStateException("the roster's run ended as " + run.state() + ": " + run.failure());
        }
        score(world, run);
        tellFrom(run.id(), today.plusDays(7));
    }

    private void score(EntitlementWorld world, Run run) {
        Set<String> found = new HashSet<>();
        for (String check : run.checks()) {
            for (Found each : measurements.of(run.id(), check, MOST)) {
                String person = each.subjectKind().equals("person") ? each.person() : "";
                found.add(String.join(" ", check, each.household(), person));
            }
        }
        new CheckPrinter(Locale.ENGLISH).scores(world.scores(found)).forEach(LOG::info);
    }

    /** Two townships a day. */
    private void tellFrom(UUID run, LocalDate first) {
        Map<String, List<Household>> townships = entitlement.of(cast.in(CLERK), run).stream()
                .collect(Collectors.groupingBy(
                        each -> each.details().township(), LinkedHashMap::new, Collectors.toList()));
        int day = 0;
        LocalDate last = first;
        for (List<Household> households : townships.values()) {
            last = first.plusDays(day++ / 2);
            at(last, () -> tell(run, households));
        }
        at(last.plusDays(40), () -> recover(run));
        at(last.plusDays(50), () -> entitlement.publish(cast.in(HEAD), run));
        at(last.plusDays(55), () -> trace(run));
    }

    private void tell(UUID run, List<Household> households) {
        Actor clerk = cast.in(CLERK);
        UUID decider = organization.postByCode(HEAD).orElseThrow().id();
        Household.Batch batch =
                entitlement.tell(clerk, households.stream().map(Household::id).toList(), decider);
        for (Household household : households) {
            String key = household.details().household();
            if (replies(key)) {
                at(batch.toldOn().plusDays(2 + Chance.of(6, key, "when")), () -> hear(household, key));
            }
        }
        at(batch.replyUntil().plusDays(4), () -> decide(run, batch));
    }

    private static boolean replies(String household) {
        return Chance.of(100, household, "reply") < 12;
    }

    private void hear(Household household, String key) {
        String answer = ANSWERS.get(Chance.of(ANSWERS.size(), key, "answer"));
        if (Chance.of(4, key, "code") == 0) {
            entitlement.answer(household.details().number(), entitlement.code(cast.in(CLERK), household.id()), answer);
        } else {
            entitlement.hear(cast.in(CLERK), household.id(), answer);
        }
    }

    private void decide(UUID run, Household.Batch batch) {
        Actor head = cast.in(HEAD);
        List<Household> heard = entitlement.of(head, run).stream()
                .filter(each -> each instanceof Household.Heard waits
                        && waits.batch().id().equals(batch.id()))
                .toList();
        Map<UUID, Entitlement.Ruled> proposals =
                entitlement.proposals(head, heard.stream().map(Household::id).toList());
        List<Entitlement.Ruled> list = heard.stream()
                .map(each -> ruled(each, proposals.get(each.id())))
                .toList();
        entitlement.decide(head, list, "区民政局局务会〔%d〕%d号".formatted(batch.toldOn().getYear(), batch.number()));
    }

    /** What explains itself or was a wrong number is kept; the rest follows the findings. */
    private static Entitlement.Ruled ruled(Household household, Entitlement.Ruled proposal) {
        String key = household.details().household();
        Set<String> grave = new HashSet<>(household.details().checks());
        grave.removeAll(Set.of("welfare-identity", "welfare-relative"));
        boolean explained = replies(key) && Chance.of(100, key, "shows") < 30;
        if (explained || grave.isEmpty() || proposal.outcome() == Household.Outcome.KEPT) {
            return new Entitlement.Ruled(
                    household.id(),
                    Household.Outcome.KEPT,
                    household.details().monthlyAmount(),
                    Set.of(),
                    explained ? "所述属实，有证明，登记有误。" : "已更正登记信息，符合条件。");
        }
        return new Entitlement.Ruled(
                household.id(), proposal.outcome(), proposal.amountAfter(), proposal.removed(), reasons(household));
    }

    private static String reasons(Household household) {
        return household.details().checks().stream()
                        .map(id -> TableRow.check(id)
                                .map(check -> check.title(Locale.SIMPLIFIED_CHINESE))
                                .orElse(id))
                        .collect(Collectors.joining("、"))
                + "，经核对属实。";
    }

    /** Claims what was paid after deaths, then three months of what others were paid, up to what the year claims. */
    private void recover(UUID run) {
        Map<UUID, BigDecimal> amounts = new LinkedHashMap<>();
        List<Household.Decided> removed = entitlement.of(cast.in(CLERK), run).stream()
                .flatMap(each -> each instanceof Household.Decided decided
                                && decided.decision().outcome() != Household.Outcome.KEPT
                        ? java.util.stream.Stream.of(decided)
                        : java.util.stream.Stream.empty())
                .toList();
        BigDecimal claimed = BigDecimal.ZERO;
        for (Household.Decided each : removed) {
            if (each.details().overpaid().signum() > 0 && claimed.compareTo(CLAIMED) < 0) {
                amounts.put(each.id(), each.details().overpaid());
                claimed = claimed.add(each.details().overpaid());
            }
        }
        for (Household.Decided each : removed) {
            if (!amounts.containsKey(each.id()) && claimed.compareTo(CLAIMED) < 0) {
                BigDecimal months = each.details().atStake().multiply(BigDecimal.valueOf(3));
                amounts.put(each.id(), months);
                claimed = claimed.add(months);
            }
        }
        claim(amounts);
    }

    private void claim(Map<UUID, BigDecimal> amounts) {
        Actor clerk = cast.in(CLERK);
        UUID collector = organization.postByCode(CLERK).orElseThrow().id();
        int year = cast.today().getYear();
        List<Entitlement.Overpaid> claims = new ArrayList<>();
        List<Map<Integer, BigDecimal>> paid = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        for (Map.Entry<UUID, BigDecimal> each : amounts.entrySet()) {
            Map<Integer, BigDecimal> parts = parts(each.getValue(), before);
            before = before.add(each.getValue());
            paid.add(parts);
            claims.add(new Entitlement.Overpaid(
                    each.getKey(), each.getValue(), "不符合条件期间多发的低保金", collector, plan(year, each.getValue(), parts)));
        }
        List<UUID> ids = entitlement.recover(clerk, claims);
        Map<UUID, Long> numbers = recoveries.all(Optional.of(Entitlement.OVERPAID)).stream()
                .collect(Collectors.toMap(Recovery::id, each -> each.details().number()));
        for (int i = 0; i < ids.size(); i++) {
            long number = numbers.get(ids.get(i));
            paid.get(i)
                    .forEach((month, amount) -> payments.computeIfAbsent(month, key -> new TreeMap<>())
                            .put(number, amount));
        }
        for (int month = FIRST_MONTH; month < FIRST_MONTH + MONTHS; month++) {
            int paying = month;
            at(LocalDate.of(year, month, 20), () -> bank(paying));
        }
    }

    /** What of a claim is paid in which month; the year's payments come to exactly what the district recovered. */
    private static Map<Integer, BigDecimal> parts(BigDecimal amount, BigDecimal before) {
        Map<Integer, BigDecimal> parts = new TreeMap<>();
        BigDecimal open = RECOVERED.subtract(before);
        if (open.signum() <= 0) {
            return parts;
        }
        BigDecimal paid = amount.min(open);
        int month = FIRST_MONTH
                + before.multiply(BigDecimal.valueOf(MONTHS))
                        .divide(RECOVERED, 0, RoundingMode.DOWN)
                        .intValue();
        if (month < FIRST_MONTH + MONTHS - 1 && paid.compareTo(BigDecimal.valueOf(1500)) > 0) {
            BigDecimal half = paid.divide(BigDecimal.valueOf(2), 2, RoundingMode.DOWN);
            parts.put(month, half);
            parts.put(month + 1, paid.subtract(half));
        } else {
            parts.put(month, paid);
        }
        return parts;
    }

    /** Each payment falls due after it is paid; what is not paid this year is due the next. */
    private static List<Instalment> plan(int year, BigDecimal amount, Map<Integer, BigDecimal> parts) {
        List<Instalment> plan = new ArrayList<>();
        parts.forEach((month, part) -> plan.add(new Instalment(LocalDate.of(year, month, 28), part)));
        BigDecimal rest = amount.subtract(parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        if (rest.signum() > 0) {
            plan.add(new Instalment(LocalDate.of(year + 1, 3, 31), rest));
        }
        return plan;
    }

    private void bank(int month) {
        LocalDate today = cast.today();
        StringBuilder csv = new StringBuilder("reference,date,amount,remark\n");
        payments.getOrDefault(month, Map.of())
                .forEach((number, amount) -> csv.append("LM%d%02d%06d,%s,%s,追缴%d\n"
                        .formatted(today.getYear(), month, number, today, amount.toPlainString(), number)));
        recoveries.reconcile(
                cast.in(CLERK),
                "银行流水%d-%02d.csv".formatted(today.getYear(), month),
                csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The one who approved the most relatives that were not declared answers for it. */
    private void trace(UUID run) {
        entitlement.approvers(run).stream()
                .filter(each -> each.undeclared() > 0)
                .findFirst()
                .ifPresent(each -> entitlement.trace(cast.in(CLERK), run, each.person()));
    }
}
