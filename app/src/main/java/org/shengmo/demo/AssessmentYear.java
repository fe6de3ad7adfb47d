package org.shengmo.demo;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.assessment.Assessments;
import org.shengmo.assessment.BlindSigning;
import org.shengmo.assessment.Electorate;
import org.shengmo.assessment.Evaluations;
import org.shengmo.assessment.Interviews;
import org.shengmo.assessment.Paper;
import org.shengmo.assessment.PutScheme;
import org.shengmo.assessment.Round;
import org.shengmo.assessment.Scheme;
import org.shengmo.assessment.Veto;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.organization.Tenure;
import org.shengmo.workbook.Template;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo year's assessments: schemes in January, a routine round a quarter, units and their heads at the year's end. */
@Component
@Profile("demo")
class AssessmentYear {

    private static final String MANAGER = "QW-05";
    private static final String REVIEWER = "QJ-04";
    private static final String DECIDER = "QW-03";
    private static final int LEVELS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Cast cast;
    private final Organization organization;
    private final Assessments assessments;
    private final Interviews interviews;
    private final Map<LocalDate, List<Runnable>> days = new TreeMap<>();
    private final SecureRandom random = new SecureRandom();

    AssessmentYear(Cast cast, Organization organization, Assessments assessments, Interviews interviews) {
        this.cast = cast;
        this.organization = organization;
        this.assessments = assessments;
        this.interviews = interviews;
    }

    /** Sets the year. */
    void set(int year) {
        days.clear();
        at(LocalDate.of(year, 1, 20), () -> {
            assessments.put(cast.in(MANAGER), scheme("units", "单位综合考核方案", Scheme.Assessed.BODY));
            assessments.put(cast.in(MANAGER), scheme("heads", "单位主要负责人考核方案", Scheme.Assessed.PERSON));
        });
        for (int quarter = 1; quarter <= 3; quarter++) {
            LocalDate first = LocalDate.of(year, 3 * quarter - 2, 1);
            LocalDate last = first.plusMonths(3).minusDays(1);
            int number = quarter;
            at(last.plusDays(10), () -> routine(year, number, first, last));
        }
        at(LocalDate.of(year, 12, 1), () -> openYearEnd(year));
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

    private Scheme scheme(String code, String title, Scheme.Assessed assessed) {
        boolean units = assessed == Scheme.Assessed.BODY;
        Scheme.Line share = new Scheme.Line(BigDecimal.ZERO, HUNDRED, BigDecimal.ZERO, HUNDRED);
        Scheme.Line less = new Scheme.Line(HUNDRED, BigDecimal.valueOf(-10), BigDecimal.valueOf(40), HUNDRED);
        return new Scheme(
                code,
                title,
                cast.today(),
                assessed,
                List.of(new Scheme.SubjectClass("dept", "区直部门"), new Scheme.SubjectClass("town", "镇（街道）")),
                List.of(
                        new Scheme.Tier("leaders", "区级领导", 5, new BigDecimal("0.1"), weights("0.4", "0.4")),
                        new Scheme.Tier("peers", "同类单位互评", 5, new BigDecimal("0.1"), weights("0.3", "0.4")),
                        new Scheme.Tier("grassroots", "基层代表", 5, new BigDecimal("0.1"), weights("0.3", "0.2"))),
                List.of(
                        indicator("work", "工作实绩", Scheme.Source.RATED, Scheme.Cadence.YEAR_END, "30", "30", null, null),
                        indicator(
                                "conduct",
                                "作风廉洁",
                                Scheme.Source.RATED,
                                Scheme.Cadence.YEAR_END,
                                "20",
                                "20",
                                null,
                                null),
                        indicator(
                                "duties",
                                "平时按时履责",
                                Scheme.Source.COMPUTED,
                                Scheme.Cadence.ROUTINE,
                                "15",
                                "15",
                                "duty.in-time.share",
                                share),
                        indicator(
                                "findings",
                                "全年认定的问题",
                                Scheme.Source.COMPUTED,
                                Scheme.Cadence.YEAR_END,
                                units ? "10" : "20",
                                units ? "10" : "20",
                                "finding.upheld",
                                less),
                        units
                                ? indicator(
                                        "petitions",
                                        "信访逾期",
                                        Scheme.Source.COMPUTED,
                                        Scheme.Cadence.YEAR_END,
                                        "10",
                                        "10",
                                        "petition.late",
                                        less)
                                : indicator(
                                        "integrity",
                                        "述责述廉",
                                        Scheme.Source.RATED,
                                        Scheme.Cadence.YEAR_END,
                                        "5",
                                        "5",
                                        null,
                                        null),
                        indicator(
                                "public",
                                "公众评议",
                                Scheme.Source.EVALUATED,
                                Scheme.Cadence.YEAR_END,
                                units ? "15" : "10",
                                units ? "15" : "10",
                                null,
                                null)),
                List.of(
                        new Scheme.Level("a", "好", new BigDecimal("96")),
                        new Scheme.Level("b", "较好", new BigDecimal("86")),
                        new Scheme.Level("c", "一般", new BigDecimal("72")),
                        new Scheme.Level("d", "差", new BigDecimal("50"))),
                new Scheme.Rules(
                        2,
                        List.of("public", "work", "conduct"),
                        BigDecimal.valueOf(88),
                        BigDecimal.valueOf(70),
                        BigDecimal.valueOf(60),
                        units ? Map.of("dept", 3, "town", 2) : Map.of()));
    }

    private static Map<String, BigDecimal> weights(String dept, String town) {
        return Map.of("dept", new BigDecimal(dept), "town", new BigDecimal(town));
    }

    private static Scheme.Indicator indicator(
            String code,
            String name,
            Scheme.Source source,
            Scheme.Cadence cadence,
            String dept,
            String town,
            String measure,
            Scheme.Line line) {
        return new Scheme.Indicator(code, name, source, cadence, weights(dept, town), measure, line);
    }

    private void routine(int year, int quarter, LocalDate first, LocalDate last) {
        for (Scheme.Assessed assessed : Scheme.Assessed.values()) {
            UUID round = assessments.open(
                    cast.in(MANAGER),
                    new Round.New(
                            inForce(assessed).id(),
                            "%d年第%d季度平时考核（%s）".formatted(year, quarter, said(assessed)),
                            Scheme.Cadence.ROUTINE,
                            year,
                            first,
                            last,
                            cast.today(),
                            subjects(assessed),
                            List.of()));
            assessments.close(cast.in(MANAGER), round);
            assessments.score(cast.in(MANAGER), round);
            assessments.publish(cast.in(MANAGER), round, "");
        }
    }

    private static String said(Scheme.Assessed assessed) {
        return assessed == Scheme.Assessed.BODY ? "单位" : "主要负责人";
    }

    private PutScheme inForce(Scheme.Assessed assessed) {
        return assessments.schemes().stream()
                .filter(each -> each.scheme().assessed() == assessed)
                .findFirst()
                .orElseThrow();
    }

    private List<Post> heads() {
        return organization.posts().stream()
                .filter(each -> each.code().matches("[DT]\\d\\d-01"))
                .filter(each -> organization.holderOf(each.id(), cast.today()).isPresent())
                .toList();
    }

    private UUID holder(Post post) {
        return organization.holderOf(post.id(), cast.today()).orElseThrow().person();
    }

    private List<Round.Assessed> subjects(Scheme.Assessed assessed) {
        return heads().stream()
                .map(each -> new Round.Assessed(
                        assessed == Scheme.Assessed.BODY ? Subject.body(each.body()) : Subject.person(holder(each)),
                        each.code().startsWith("D") ? "dept" : "town"))
                .distinct()
                .toList();
    }

    private List<UUID> raters(String pattern, int most) {
        return organization.posts().stream()
                .filter(each -> each.code().matches(pattern))
                .flatMap(each -> organization.holderOf(each.id(), cast.today()).stream())
                .map(Tenure::person)
                .distinct()
                .limit(most)
                .toList();
    }

    private void openYearEnd(int year) {
        for (Scheme.Assessed assessed : Scheme.Assessed.values()) {
            List<Round.Roll> rolls = new ArrayList<>();
            for (String subjectClass : List.of("dept", "town")) {
                rolls.add(new Round.Roll("leaders", subjectClass, List.of(), raters("Q[WZJ]-\\d\\d", 30)));
                rolls.add(new Round.Roll(
                        "peers",
                        subjectClass,
                        List.of(),
                        raters(subjectClass.equals("dept") ? "D\\d\\d-01" : "T\\d\\d-01", 60)));
                if (assessed == Scheme.Assessed.BODY) {
                    rolls.add(new Round.Roll("grassroots", subjectClass, List.of(), raters("T\\d\\dV0[12]-01", 24)));
                }
            }
            UUID round = assessments.open(
                    cast.in(MANAGER),
                    new Round.New(
                            inForce(assessed).id(),
                            "%d年度考核（%s）".formatted(year, said(assessed)),
                            Scheme.Cadence.YEAR_END,
                            year,
                            LocalDate.of(year, 1, 1),
                            LocalDate.of(year, 11, 30),
                            cast.today().plusDays(8),
                            subjects(assessed),
                            rolls));
            at(cast.today().plusDays(2), () -> cast(round));
            at(
                    cast.today().plusDays(7),
                    () -> assessments.evaluate(
                            cast.in(MANAGER), round, "公众评议%d.xlsx".formatted(year), evaluation(assessed)));
            at(cast.today().plusDays(9), () -> score(round));
        }
    }

    /** Everyone on a roll who comes casts; four who agreed beforehand praise two and condemn the others. */
    private void cast(UUID round) {
        for (Electorate electorate : assessments.electorates(round)) {
            String pattern = electorate.tier().equals("leaders")
                    ? "Q[WZJ]-\\d\\d"
                    : electorate.tier().equals("peers")
                            ? (electorate.subjectClass().equals("dept") ? "D\\d\\d-01" : "T\\d\\d-01")
                            : "T\\d\\dV0[12]-01";
            int number = 0;
            for (UUID person : raters(pattern, electorate.roll())) {
                int rater = number++;
                if (Chance.of(100, round, electorate.tier(), rater) < 94) {
                    boolean agreed = electorate.tier().equals("peers")
                            && electorate.subjectClass().equals("dept")
                            && rater >= 20
                            && rater < 24;
                    cast.as(person).ifPresent(actor -> cast(electorate, actor, choices(electorate, rater, agreed)));
                }
            }
        }
    }

    private void cast(Electorate electorate, Actor rater, List<Integer> choices) {
        byte[] token = Paper.token(random);
        BlindSigning.Blinded blinded = BlindSigning.blind(electorate.key(), token, random);
        BigInteger signed = assessments.issue(rater, electorate.id(), blinded.blinded());
        assessments.cast(electorate.id(), token, blinded.finish(electorate.key(), signed), choices);
    }

    private static List<Integer> choices(Electorate electorate, int rater, boolean agreed) {
        List<Integer> choices = new ArrayList<>();
        int indicators = electorate.indicators().size();
        for (int cell = 0; cell < electorate.cells(); cell++) {
            int subject = cell / indicators;
            if (agreed) {
                choices.add(subject < 2 ? 0 : LEVELS - 1);
            } else {
                int merit = Chance.of(100, electorate.subjectClass(), "merit", subject);
                int taste = Chance.of(100, rater, subject, cell % indicators);
                int mark = merit + taste;
                choices.add(taste < 4 ? -1 : mark > 105 ? 0 : mark > 35 ? 1 : mark > 12 ? 2 : LEVELS - 1);
            }
        }
        return choices.stream().allMatch(each -> each < 0) ? Collections.nCopies(choices.size(), 1) : choices;
    }

    private byte[] evaluation(Scheme.Assessed assessed) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Post head : heads()) {
            BigDecimal score = BigDecimal.valueOf(7600 + Chance.of(2000, head.code(), assessed), 2);
            lines.add(Map.of(
                    "subject",
                    assessed == Scheme.Assessed.BODY
                            ? organization.body(head.body()).code()
                            : organization.person(holder(head)).code(),
                    "indicator",
                    "public",
                    "respondents",
                    180 + Chance.of(400, head.code()),
                    "score",
                    score));
        }
        return Template.filled(Evaluations.LAYOUT, Locale.SIMPLIFIED_CHINESE, Map.of("evaluation", lines));
    }

    private void score(UUID round) {
        assessments.patterns(cast.in(REVIEWER), round).stream()
                .filter(each -> each.kind().equals("identical"))
                .forEach(each -> assessments.setAside(cast.in(REVIEWER), round, each.key(), "多张票逐项相同，明显偏离其他测评人，不予计入。"));
        assessments.score(cast.in(MANAGER), round);
        at(cast.today().plusDays(1), () -> assessments.vetoes(round).forEach(this::reply));
        at(
                cast.today().plusDays(4),
                () -> assessments.vetoes(round).stream()
                        .filter(Veto.Proposed.class::isInstance)
                        .forEach(each ->
                                assessments.decide(cast.in(DECIDER), each.id(), true, "所涉问题已经认定，整改情况不影响本年度一票否决。")));
        at(cast.today().plusDays(5), () -> publish(round));
    }

    private void reply(Veto veto) {
        Subject subject = veto.details().subject();
        Optional<Actor> answering = subject.type().equals("person")
                ? cast.as(subject.id())
                : organization.headOf(subject.id()).flatMap(post -> cast.in(post.id()));
        answering.ifPresent(each -> assessments.reply(each, veto.id(), "问题已经整改，恳请考虑全年工作。"));
    }

    private void publish(UUID round) {
        boolean undecided = assessments.vetoes(round).stream().anyMatch(Veto.Proposed.class::isInstance);
        if (undecided) {
            at(cast.today().plusDays(1), () -> publish(round));
            return;
        }
        assessments.publish(cast.in(MANAGER), round, "");
        for (Interviews.Interview each : interviews.on(Assessments.subject(round))) {
            at(
                    cast.today().plusDays(4),
                    () -> cast.in(each.interviewer())
                            .ifPresent(leader -> interviews.hold(leader, each.id(), "分析排名靠后的原因，提出整改要求和时限。")));
            at(
                    cast.today().plusDays(6),
                    () -> interviews
                            .interview(each.id())
                            .filter(held -> held.held() != null)
                            .flatMap(held -> cast.as(held.person()))
                            .ifPresent(head -> interviews.confirm(head, each.id(), "认真整改，全会上作检查。")));
        }
    }
}
