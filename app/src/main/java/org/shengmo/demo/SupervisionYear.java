package org.shengmo.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.access.Actor;
import org.shengmo.assessment.Interviews;
import org.shengmo.calendar.Calendar;
import org.shengmo.consequence.Consequence;
import org.shengmo.consequence.Consequences;
import org.shengmo.consequence.Decision;
import org.shengmo.consequence.Measure;
import org.shengmo.consequence.Recoveries;
import org.shengmo.docket.Subject;
import org.shengmo.finding.DecidableFinding;
import org.shengmo.finding.Findings;
import org.shengmo.finding.StatedFinding;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.organization.Tenure;
import org.shengmo.supervision.Supervision;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The demo year's eleven campaigns: inspections, hits looked into, findings heard and decided, money paid back, heads called in.
 * Who was held to account comes to what the district reports: the last campaign's measures are decided when the others are known.
 */
@Component
@Profile("demo")
class SupervisionYear {

    private static final String OFFICER = "QJ-04";
    private static final int PEOPLE = 77;
    private static final int HEADS = 6;
    private static final int EACH = 5;
    private static final int LAST_CAMPAIGN = 24;
    private static final int STEP = 5;
    private static final int GRAVE = 9;
    private static final Map<Supervision.Breach, BigDecimal> RECOVERED = Map.of(
            Supervision.Breach.ALLOWANCE, new BigDecimal("1360000.00"),
            Supervision.Breach.RECEIPT, new BigDecimal("550000.00"),
            Supervision.Breach.SUBSIDY, new BigDecimal("260000.00"));

    private final Cast cast;
    private final Calendar calendar;
    private final Organization organization;
    private final Supervision supervision;
    private final Interviews interviews;
    private final Findings findings;
    private final Consequences consequences;
    private final Recoveries recoveries;
    private final Map<LocalDate, List<Runnable>> days = new TreeMap<>();
    private final Set<UUID> used = new HashSet<>();
    private final Map<UUID, Boolean> lastOnes = new LinkedHashMap<>();
    private final Map<Supervision.Breach, List<UUID>> claims = new TreeMap<>();

    SupervisionYear(
            Cast cast,
            Calendar calendar,
            Organization organization,
            Supervision supervision,
            Interviews interviews,
            Findings findings,
            Consequences consequences,
            Recoveries recoveries) {
        this.cast = cast;
        this.calendar = calendar;
        this.organization = organization;
        this.supervision = supervision;
        this.interviews = interviews;
        this.findings = findings;
        this.consequences = consequences;
        this.recoveries = recoveries;
    }

    /** Sets the year. */
    void set(int year) {
        days.clear();
        used.clear();
        lastOnes.clear();
        claims.clear();
        int number = 0;
        for (List<String> row : Table.rows("campaigns.tsv")) {
            int which = ++number;
            at(LocalDate.of(year, 1, 20).plusDays(25L * which), () -> launch(year, which, row));
        }
        at(LocalDate.of(year, 12, 11), this::decideHeads);
        LocalDate last = LocalDate.of(year, 12, 31);
        while (!calendar.isWorkingDay(last)) {
            last = last.minusDays(1);
        }
        at(last, this::decideTheRest);
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

    /** Columns: code, title, scope, breach. */
    private void launch(int year, int number, List<String> row) {
        LocalDate today = cast.today();
        boolean last = number == 11;
        LocalDate ends = last ? LocalDate.of(year, 12, 31) : today.plusDays(75);
        UUID campaign = supervision.launch(
                officer(),
                new Supervision.NewCampaign(year, row.get(0), row.get(1), row.get(2), cast.body("QJ"), today, ends));
        Supervision.Breach breach = Supervision.Breach.valueOf(row.get(3));
        at(today.plusDays(8), () -> inspect(campaign, number));
        at(today.plusDays(12), () -> look(campaign, number, breach, last));
        if (!last) {
            at(today.plusDays(70), () -> close(campaign, row.get(1)));
        } else {
            at(today.plusDays(45), () -> close(campaign, row.get(1)));
        }
    }

    private void inspect(UUID campaign, int number) {
        List<Post> heads = heads();
        for (int i = 0; i < 2; i++) {
            supervision.inspect(
                    officer(),
                    Optional.of(campaign),
                    heads.get((number * 7 + i * 13) % heads.size()).body(),
                    List.of(cast.in(OFFICER).person(), cast.in("QJ-06").person()),
                    "查阅账目、台账，走访服务对象，抽查凭证。");
        }
        if (number % 4 == 1) {
            Post head = heads.get((number * 7) % heads.size());
            UUID interview = supervision.interview(officer(), campaign, post("QJ-01"), head.id());
            at(cast.today().plusDays(4), () -> interviews.hold(cast.in("QJ-01"), interview, "指出检查中的问题，要求限期整改。"));
            at(
                    cast.today().plusDays(6),
                    () -> interviews
                            .interview(interview)
                            .flatMap(each -> cast.as(each.person()))
                            .ifPresent(each -> interviews.confirm(each, interview, "")));
        }
    }

    private void look(UUID campaign, int number, Supervision.Breach breach, boolean last) {
        int people = last ? LAST_CAMPAIGN : EACH;
        List<UUID> subjects = new ArrayList<>();
        if (last) {
            subjects.addAll(people(otherHeads(), HEADS + 3));
        }
        subjects.addAll(people(members(), people));
        for (UUID person : subjects) {
            boolean head = last && subjects.indexOf(person) < HEADS + 3;
            clue(campaign, breach, Subject.person(person), "serious", last, head);
        }
        if (number >= 4 && number <= GRAVE) {
            String gravity = number <= 6 ? "ordinary" : number < GRAVE ? "serious" : "grave";
            UUID body = heads().get(number * STEP).body();
            clue(campaign, breach, Subject.body(body), gravity, false, false);
        }
        UUID nothing = supervision.hit(
                officer(),
                new Supervision.NewHit(
                        Optional.of(campaign),
                        Supervision.Source.SUPERVISOR,
                        Subject.body(heads().get(number * 3).body()),
                        "监督员反映公车停放异常",
                        "监督员拍到工作日停放在景区的车辆。"));
        at(cast.today().plusDays(3), () -> supervision.drop(officer(), nothing, "经核对，车辆为外单位所有。"));
    }

    private void clue(
            UUID campaign, Supervision.Breach breach, Subject subject, String gravity, boolean last, boolean head) {
        UUID clue = supervision.hit(
                officer(),
                new Supervision.NewHit(
                        Optional.of(campaign),
                        Supervision.Source.CAMPAIGN,
                        subject,
                        title(breach),
                        "凭证、台账与名册不符，需要核实。"));
        at(cast.today().plusDays(4), () -> supervision.take(officer(), clue, "线索具体，可以核实。"));
        at(cast.today().plusDays(12), () -> {
            UUID finding = supervision.state(officer(), clue, breach, gravity, "经核实，有凭证和当事人签字为证。");
            at(cast.today().plusDays(5), () -> reply(finding));
            at(cast.today().plusDays(22), () -> uphold(clue, finding, breach, last, head));
        });
    }

    private static String title(Supervision.Breach breach) {
        return switch (breach) {
            case ALLOWANCE -> "违规发放、领取津贴补贴";
            case RECEIPT -> "使用不合规票据列支费用";
            case SUBSIDY -> "套取、挪用惠民补贴资金";
            case CONDUCT -> "违反工作纪律和作风规定";
        };
    }

    private void reply(UUID finding) {
        if (Chance.of(10, finding, "reply") < 6
                && findings.finding(finding) instanceof StatedFinding stated
                && stated.details().respondent() != null) {
            cast.as(stated.details().respondent())
                    .ifPresent(each -> findings.reply(each, finding, "情况属实，愿意退还并接受处理。", List.of()));
        }
    }

    private void uphold(UUID clue, UUID finding, Supervision.Breach breach, boolean last, boolean head) {
        if (!(findings.finding(finding) instanceof DecidableFinding)) {
            at(cast.today().plusDays(2), () -> uphold(clue, finding, breach, last, head));
            return;
        }
        findings.uphold(cast.in("QJ-03"), finding, "事实清楚，证据充分。");
        claim(clue, breach);
        if (last) {
            consequences.following(finding).forEach(each -> lastOnes.put(each.id(), head));
        } else {
            at(cast.today().plusDays(8), () -> consequences.following(finding).forEach(this::impose));
        }
    }

    private void impose(Consequence proposed) {
        if (proposed instanceof Consequence.Proposed) {
            consequences.decide(cast.in("QJ-02"), proposed.id(), new Decision.Confirm(), "事实清楚，按照规定处理。");
        }
    }

    /** The first campaign that finds a breach of money claims it back from the bodies; all but the last part is paid. */
    private void claim(UUID clue, Supervision.Breach breach) {
        Supervision.Clue.Details details = supervision.clue(clue).orElseThrow().details();
        BigDecimal total = RECOVERED.get(breach);
        List<UUID> claimed = claims.computeIfAbsent(breach, key -> new ArrayList<>());
        if (total == null || details.subject().type().equals("body") || claimed.size() == EACH) {
            return;
        }
        UUID debtor = organization.tenuresOf(details.subject().id(), cast.today()).stream()
                .findFirst()
                .map(Tenure::post)
                .map(each -> organization.post(each).body())
                .orElse(cast.body("QZ"));
        boolean lastOne = claimed.size() == EACH - 1;
        BigDecimal share = total.divide(BigDecimal.valueOf(EACH), 2, RoundingMode.DOWN);
        BigDecimal paid = lastOne ? total.subtract(share.multiply(BigDecimal.valueOf(EACH - 1))) : share;
        BigDecimal half = paid.divide(BigDecimal.valueOf(2), 2, RoundingMode.DOWN);
        LocalDate today = cast.today();
        List<Recoveries.Instalment> plan = new ArrayList<>(List.of(
                new Recoveries.Instalment(today.plusDays(40), half),
                new Recoveries.Instalment(today.plusDays(80), paid.subtract(half))));
        BigDecimal open = lastOne ? new BigDecimal("40000.00") : BigDecimal.ZERO;
        if (lastOne) {
            plan.add(new Recoveries.Instalment(LocalDate.of(today.getYear() + 1, 3, 31), open));
        }
        UUID recovery = supervision.claim(
                officer(), clue, new Supervision.NewClaim(debtor, paid.add(open), post(OFFICER), plan));
        claimed.add(recovery);
        at(today.plusDays(30), () -> bank(recovery, half, 1));
        at(today.plusDays(70), () -> bank(recovery, paid.subtract(half), 2));
    }

    private void bank(UUID recovery, BigDecimal amount, int part) {
        LocalDate today = cast.today();
        long number = recoveries.recovery(recovery).details().number();
        String csv = "reference,date,amount,remark\nJC%d%06d-%d,%s,%s,追缴%d\n"
                .formatted(today.getYear(), number, part, today, amount.toPlainString(), number);
        recoveries.reconcile(
                officer(), "专项资金流水%s-%d-%d.csv".formatted(today, number, part), csv.getBytes(StandardCharsets.UTF_8));
    }

    private void close(UUID campaign, String title) {
        boolean waits = supervision.clues(Optional.of(campaign)).stream()
                .anyMatch(each -> each instanceof Supervision.Clue.Hit || each instanceof Supervision.Clue.Lead);
        if (waits) {
            at(cast.today().plusDays(5), () -> close(campaign, title));
            return;
        }
        supervision.close(officer(), campaign, "疑点逐件处理，问题已提出并移送认定，资金进入追缴。");
        List<UUID> bodies = heads().stream().map(Post::body).distinct().toList();
        supervision.circulate(officer(), Optional.of(campaign), title + "情况通报", "请各单位对照检查，建章立制，防止同类问题再次发生。", bodies);
    }

    /** Heads who lose the year's awards: as many as the district reports, those already barred counted in. */
    private void decideHeads() {
        LocalDate today = cast.today();
        long barred = otherHeads().stream()
                .flatMap(each -> organization.holderOf(each.id(), today).stream())
                .filter(each -> !consequences
                        .clearance(Subject.person(each.person()), today)
                        .barring("award")
                        .isEmpty())
                .count();
        for (Map.Entry<UUID, Boolean> each : lastOnes.entrySet()) {
            if (each.getValue() && consequences.consequence(each.getKey()) instanceof Consequence.Proposed proposed) {
                if (barred < HEADS) {
                    impose(proposed);
                    barred++;
                } else {
                    spare(proposed);
                }
            }
        }
    }

    private void decideTheRest() {
        long held = heldToAccount();
        for (UUID id : lastOnes.keySet()) {
            if (consequences.consequence(id) instanceof Consequence.Proposed proposed) {
                if (held < PEOPLE) {
                    impose(proposed);
                    held++;
                } else {
                    spare(proposed);
                }
            }
        }
    }

    private void spare(Consequence.Proposed proposed) {
        consequences.decide(cast.in("QJ-02"), proposed.id(), new Decision.None(), "情节轻微，主动退还，批评教育后不再问责。");
    }

    private long heldToAccount() {
        LocalDate today = cast.today();
        Set<Measure> education = Set.of(Measure.TALK, Measure.CRITICISM, Measure.SELF_EXAMINATION);
        return consequences.imposedBetween(LocalDate.of(today.getYear(), 1, 1), today).stream()
                .filter(each -> each.details().subject().type().equals("person"))
                .filter(each -> !education.contains(
                        ((Consequence.Imposed) each).effect().measure()))
                .map(each -> each.details().subject())
                .collect(Collectors.toSet())
                .size();
    }

    private Actor officer() {
        return cast.in(OFFICER);
    }

    private UUID post(String code) {
        return organization.postByCode(code).orElseThrow().id();
    }

    /** Posts that head departments and townships. */
    private List<Post> heads() {
        return organization.posts().stream()
                .filter(each -> each.code().matches("[DT]\\d\\d-01"))
                .toList();
    }

    /** All heads but that of the body whose year is vetoed: they lose the awards with it. */
    private List<Post> otherHeads() {
        List<Post> heads = new ArrayList<>(heads());
        heads.remove(GRAVE * STEP);
        return heads;
    }

    /** Posts below the heads, and those of villages. */
    private List<Post> members() {
        return organization.posts().stream()
                .filter(each -> each.code().matches("[DT]\\d\\d-0[23]|T\\d\\dV\\d\\d-01"))
                .filter(each -> !each.code().startsWith("D17"))
                .toList();
    }

    /** So many people out of posts, nobody twice in a year, spread over the list. */
    private List<UUID> people(List<Post> posts, int count) {
        List<UUID> people = new ArrayList<>();
        LocalDate today = cast.today();
        for (int i = 0; people.size() < count && i < posts.size(); i++) {
            Post post = posts.get((i * 37 + used.size()) % posts.size());
            organization
                    .holderOf(post.id(), today)
                    .map(Tenure::person)
                    .filter(each -> organization.tenuresOf(each, today).size() == 1)
                    .filter(each ->
                            consequences.clearance(Subject.person(each), today).clear())
                    .filter(used::add)
                    .ifPresent(people::add);
        }
        return people;
    }
}
