package org.shengmo.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.consequence.Consequence;
import org.shengmo.consequence.Consequences;
import org.shengmo.consequence.Decision;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Metric;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.DutyFilter;
import org.shengmo.finding.Findings;
import org.shengmo.finding.NewFinding;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.NewBody;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Person;
import org.shengmo.organization.Post;
import org.shengmo.organization.Reach;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.store.KernelTest;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;
import org.shengmo.workbook.Template;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A round from its scheme to what follows from its ranking. */
@KernelTest
class AssessmentTest {

    private static final LocalDate START = LocalDate.of(2025, 12, 1);
    private static final int UNITS = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Autowired
    Assessments assessments;

    @Autowired
    Interviews interviews;

    @Autowired
    Organization organization;

    @Autowired
    Findings findings;

    @Autowired
    Consequences consequences;

    @Autowired
    Duties duties;

    @Autowired
    Rulebook rulebook;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    @Autowired
    List<Metric> metrics;

    @Autowired
    AssessmentRound daily;

    private final List<Body> units = new ArrayList<>();
    private final List<Actor> heads = new ArrayList<>();
    private final Map<UUID, Actor> leaderOf = new HashMap<>();
    private Actor manager;
    private Actor judge;
    private Scheme scheme;
    private static int schemes;

    @BeforeEach
    void aDistrict() {
        clock.moveTo(START);
        Actor installer = actor(null, null, "organization.manage", "organization.appoint");
        String suffix = UUID.randomUUID().toString().substring(0, 6);
        Body government = organization.establish(
                installer, new NewBody("G" + suffix, "区政府", BodyKind.GOVERNMENT, null, 1, START.minusYears(1)));
        Actor leader = post(installer, government, "L" + suffix, true);
        leaderOf.put(leader.post(), leader);
        for (int i = 0; i < UNITS; i++) {
            Body unit = organization.establish(
                    installer,
                    new NewBody(
                            "U" + i + suffix,
                            "第" + i + "局",
                            BodyKind.DEPARTMENT,
                            government.id(),
                            i,
                            START.minusYears(1)));
            units.add(unit);
            heads.add(post(installer, unit, "H" + i + suffix, true));
        }
        manager = actor(UUID.randomUUID(), UUID.randomUUID(), "assessment.manage", "assessment.review");
        judge = post(
                installer,
                government,
                "J" + suffix,
                false,
                "assessment.decide",
                "finding.decide",
                "consequence.decide");
        Scheme plain = Schemes.units(3);
        scheme = new Scheme(
                "units-" + schemes++,
                plain.title(),
                plain.from(),
                plain.assessed(),
                plain.classes(),
                plain.tiers(),
                plain.indicators(),
                plain.levels(),
                plain.rules());
    }

    private Actor post(Actor installer, Body body, String code, boolean head, String... permissions) {
        Post post =
                organization.createPost(installer, NewPost.of(code, "负责人", body.id(), head, 1, Reach.ALL, permissions));
        Person person = organization.register(installer, new NewPerson("R" + code, "衡" + code));
        organization.appoint(installer, person.id(), post.id(), START.minusMonths(2));
        return actor(person.id(), post.id(), permissions);
    }

    private static Actor actor(UUID person, UUID post, String... permissions) {
        return new Actor(
                person,
                post,
                "",
                java.util.Arrays.stream(permissions).map(Permission::of).collect(java.util.stream.Collectors.toSet()),
                new Scope.All(),
                List.of());
    }

    private UUID open() {
        PutScheme put = assessments.put(manager, scheme);
        return assessments.open(
                manager,
                new Round.New(
                        put.id(),
                        "2025年度单位考核",
                        Scheme.Cadence.YEAR_END,
                        2025,
                        LocalDate.of(2025, 1, 1),
                        START,
                        START.plusDays(5),
                        units.stream()
                                .map(each -> new Round.Assessed(Subject.body(each.id()), "dept"))
                                .toList(),
                        List.of(new Round.Roll(
                                "peers",
                                "dept",
                                List.of(),
                                heads.stream().map(Actor::person).toList()))));
    }

    private byte[] cast(Electorate electorate, Actor rater, List<Integer> choices) {
        byte[] token = Paper.token(RANDOM);
        BlindSigning.Blinded blinded = BlindSigning.blind(electorate.key(), token, RANDOM);
        BigInteger signed = assessments.issue(rater, electorate.id(), blinded.blinded());
        assertThat(assessments.issue(rater, electorate.id(), blinded.blinded())).isEqualTo(signed);
        assessments.cast(electorate.id(), token, blinded.finish(electorate.key(), signed), choices);
        return token;
    }

    /** The units in falling order, the last one the worst. */
    private static List<Integer> falling() {
        List<Integer> choices = new ArrayList<>();
        for (int unit = 0; unit < UNITS; unit++) {
            choices.add(Math.min(3, unit / 2));
            choices.add(unit == UNITS - 1 ? 3 : Math.min(3, unit / 2));
        }
        return choices;
    }

    @Test
    void theYearRunsFromBallotsToWhatFollows() {
        Body vetoed = units.getFirst();
        Actor stating = actor(manager.person(), manager.post(), "finding.state");
        UUID finding = findings.state(
                actor(null, null, "finding.state"),
                new NewFinding(
                        Kind.of("duty.missed"),
                        Subject.body(vetoed.id()),
                        null,
                        "挪用专项资金",
                        Map.of("gravity", "grave"),
                        List.of(),
                        List.of(),
                        rulebook.cite("accountability-measures", "3", START),
                        null,
                        null));
        assertThat(stating.person()).isNotNull();
        findings.reply(heads.getFirst(), finding, "认识深刻。", List.of());
        findings.uphold(judge, finding, "事实清楚。");
        for (Consequence each : consequences.following(finding)) {
            consequences.decide(judge, each.id(), new Decision.Confirm(), "依规决定。");
        }
        UUID round = open();
        Electorate electorate = assessments.electorates(round).getFirst();
        assertThat(assessments.ticketsOf(heads.get(1).person())).hasSize(1);
        byte[] mine = null;
        for (Actor head : heads) {
            mine = cast(electorate, head, falling());
        }
        byte[] token = mine;
        assertThat(assessments.board(round)).hasSize(UNITS).anySatisfy(line -> {
            assertThat(line.id()).isEqualTo(HexFormat.of().formatHex(Paper.id(token)));
            assertThat(line.leaf()).isEqualTo(HexFormat.of().formatHex(Paper.leaf(token, falling())));
        });
        assertThat(assessments.evaluate(manager, round, "public.xlsx", evaluation("91.5")))
                .isEqualTo(UNITS);
        clock.moveTo(START.plusDays(6));
        daily.onDay(START.plusDays(6));
        assertThat(assessments.round(round).orElseThrow()).isInstanceOf(Round.Closed.class);
        assertThat(assessments.board(round)).hasSize(UNITS);
        assertThatThrownBy(() -> cast(electorate, heads.getFirst(), falling())).isInstanceOf(Refused.class);
        assessments.score(manager, round);
        assertThat(assessments.replay(round)).isEqualTo(new Replay(UNITS, List.of()));
        Veto veto = assessments.vetoes(round).getFirst();
        assertThat(assessments.awaitingReplyOf(heads.getFirst())).hasSize(1);
        assertThatThrownBy(() -> assessments.decide(judge, veto.id(), true, "理由"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> assessments.publish(manager, round, "")).isInstanceOf(Refused.class);
        assessments.reply(heads.getFirst(), veto.id(), "已经整改。");
        assessments.decide(judge, veto.id(), true, "整改不改变事实。");
        assessments.publish(manager, round, "");

        List<Result> results = assessments.results(round);
        assertThat(results).extracting(Result::rank).containsExactly(1, 1, 3, 3, 5, 6);
        Result best = results.stream()
                .filter(each -> each.subject().id().equals(vetoed.id()))
                .findFirst()
                .orElseThrow();
        assertThat(best.grade()).isEqualTo(Grade.FAILING);
        assertThat(best.score().total()).isEqualByComparingTo("94.00");
        assertThat(best.score().of("duties")).isNull();
        assertThat(assessments.ineligible(round)).hasSize(1);
        assertThat(consequences
                        .clearance(Subject.body(vetoed.id()), LocalDate.of(2026, 6, 1))
                        .barring("award"))
                .hasSize(1);
        assertThat(figure("assessment.vetoed.units")).isEqualTo(1);
        assertThat(figure("assessment.ineligible.units")).isEqualTo(1);

        Interviews.Interview interview =
                interviews.on(Assessments.subject(round)).getFirst();
        assertThat(interview.person()).isEqualTo(heads.getLast().person());
        Actor leader = leaderOf.get(interview.interviewer());
        assertThatThrownBy(() -> interviews.confirm(heads.getLast(), interview.id(), ""))
                .isInstanceOf(Refused.class);
        interviews.hold(leader, interview.id(), "指出排名末位的原因，提出要求。");
        interviews.confirm(heads.getLast(), interview.id(), "照办。");
        assertThat(figure("assessment.interviewed.heads")).isEqualTo(1);
        assertThat(duties.find(
                        DutyFilter.ALL.ownedBy(List.of(heads.getLast().post())).stillOpen()))
                .anySatisfy(each -> assertThat(each.details().kind().code()).isEqualTo("assessment.self-criticism"));
    }

    @Test
    void nothingInTheStoreJoinsARaterToABallot() {
        UUID round = open();
        Electorate electorate = assessments.electorates(round).getFirst();
        Map<UUID, byte[]> tokens = new HashMap<>();
        for (Actor head : heads) {
            tokens.put(head.person(), cast(electorate, head, falling()));
        }
        // What the operator holds of a rater is the blinded token; signed or not, it is no ballot's token, hash or
        // signature.
        for (byte[] blinded : database.sql("SELECT blinded FROM assessment.roll WHERE electorate = ?")
                .param(electorate.id())
                .query(byte[].class)
                .list()) {
            for (byte[] token : tokens.values()) {
                assertThat(HexFormat.of().formatHex(blinded))
                        .doesNotContain(HexFormat.of().formatHex(token))
                        .doesNotContain(HexFormat.of().formatHex(Paper.id(token)));
            }
        }
        List<String> columns = database.sql("""
                SELECT column_name FROM information_schema.columns
                WHERE table_schema = 'assessment' AND table_name = 'ballot'
                """).query(String.class).list();
        assertThat(Set.copyOf(columns)).isEqualTo(Set.of("id", "electorate", "choices", "leaf", "set_aside"));
        assertThat(database.sql(
                                "SELECT count(*) FROM docket.entry WHERE kind LIKE 'assessment.%' AND author_person = ANY (?)")
                        .param(heads.stream().map(Actor::person).toArray(UUID[]::new))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aTokenIsGivenOnceAndCountsOnce() {
        UUID round = open();
        Electorate electorate = assessments.electorates(round).getFirst();
        Actor rater = heads.getFirst();
        byte[] token = Paper.token(RANDOM);
        BlindSigning.Blinded blinded = BlindSigning.blind(electorate.key(), token, RANDOM);
        byte[] signature =
                blinded.finish(electorate.key(), assessments.issue(rater, electorate.id(), blinded.blinded()));
        BlindSigning.Blinded second = BlindSigning.blind(electorate.key(), Paper.token(RANDOM), RANDOM);
        assertThatThrownBy(() -> assessments.issue(rater, electorate.id(), second.blinded()))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> assessments.issue(judge, electorate.id(), second.blinded()))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> assessments.cast(electorate.id(), Paper.token(RANDOM), signature, falling()))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> assessments.cast(electorate.id(), token, signature, List.of(1)))
                .isInstanceOf(Invalid.class);
        assessments.cast(electorate.id(), token, signature, falling());
        assessments.cast(electorate.id(), token, signature, falling());
        List<Integer> other = new ArrayList<>(falling());
        other.set(0, 3);
        assertThatThrownBy(() -> assessments.cast(electorate.id(), token, signature, other))
                .isInstanceOf(Refused.class);
        assertThat(assessments.board(round)).hasSize(1);
    }

    @Test
    void aFaultyEvaluationTellsEveryCell() {
        UUID round = open();
        assertThatThrownBy(() -> assessments.evaluate(manager, round, "x.xlsx", evaluation("101")))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.faults()).hasSize(UNITS));
    }

    private byte[] evaluation(String score) {
        return Template.filled(
                Evaluations.LAYOUT,
                Locale.SIMPLIFIED_CHINESE,
                Map.of(
                        "evaluation",
                        units.stream()
                                .map(each -> Map.<String, Object>of(
                                        "subject",
                                        each.code(),
                                        "indicator",
                                        "public",
                                        "respondents",
                                        120,
                                        "score",
                                        new BigDecimal(score)))
                                .toList()));
    }

    private int figure(String id) {
        return metrics.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow()
                .figure(2025, LocalDate.of(2025, 12, 31))
                .value()
                .intValue();
    }
}
