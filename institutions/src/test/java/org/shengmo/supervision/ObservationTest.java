package org.shengmo.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.access.Scope;
import org.shengmo.calendar.Calendar;
import org.shengmo.calendar.DailyRound;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.MetDuty;
import org.shengmo.duty.OpenDuty;
import org.shengmo.finding.Findings;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.NewBody;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Reach;
import org.shengmo.store.KernelTest;
import org.shengmo.store.Ladder;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Fault;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;

/** Citizens appointed for a term look at the bodies of their appointment, report, and are owed an answer. */
@KernelTest
class ObservationTest {

    private static final LocalDate START = LocalDate.of(2025, 3, 3);
    private static final Actor SETTER = actor(null, null, "organization.manage", "organization.appoint");

    @Autowired
    Observations observations;

    @Autowired
    Supervision supervision;

    @Autowired
    Organization organization;

    @Autowired
    Posts posts;

    @Autowired
    Duties duties;

    @Autowired
    Findings findings;

    @Autowired
    Calendar calendar;

    @Autowired
    List<DailyRound> rounds;

    @Autowired
    Ladder ladder;

    @Autowired
    TestClock clock;

    private final Actor office = actor(UUID.randomUUID(), UUID.randomUUID(), "supervision.appoint");
    private UUID school;
    private UUID other;
    private Actor head;
    private Actor citizen;

    @BeforeEach
    void aCitizenWhoMayLookAtOneBureau() {
        clock.moveTo(START);
        String mark = UUID.randomUUID().toString().substring(0, 8);
        body(mark + "J", BodyKind.DISCIPLINE);
        school = body(mark + "A", BodyKind.DEPARTMENT);
        other = body(mark + "B", BodyKind.DEPARTMENT);
        var post = organization.createPost(SETTER, NewPost.of(mark, "局长", school, true, 1, Reach.OWN_BODY_AND_BELOW));
        var person = organization.register(SETTER, new NewPerson(mark, "李文"));
        organization.appoint(SETTER, person.id(), post.id(), START.minusMonths(1));
        head = posts.actor(person.id(), post.id(), START);
        Supervisor appointed = observations.appoint(office, "何田", Set.of(school), START, START.plusYears(2));
        citizen = posts.actor(appointed.person(), appointed.post(), START);
    }

    private UUID body(String code, BodyKind kind) {
        return organization
                .establish(SETTER, new NewBody(code, "单位" + code, kind, null, 1, START.minusYears(1)))
                .id();
    }

    private static Actor actor(UUID person, UUID post, String... permissions) {
        Set<Permission> may =
                java.util.Arrays.stream(permissions).map(Permission::of).collect(java.util.stream.Collectors.toSet());
        return new Actor(person, post, "", may, new Scope.All(), List.of());
    }

    private Observation reported() {
        return observations.report(citizen, school, "校门口无护栏", "早高峰车流大，建议设护栏。", List.of());
    }

    private void to(LocalDate day) {
        clock.moveTo(day);
        rounds.stream()
                .sorted(Comparator.comparingInt(round -> ladder.position(
                        Ladder.rungOf(AopUtils.getTargetClass(round).getName()))))
                .forEach(round -> round.onDay(day));
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void theHeadOwesAnAnswerWithinFifteenWorkingDays() throws IOException {
        Observation made = observations.report(citizen, school, "食堂公示栏过期", "公示为去年内容。", List.of(picture()));
        assertThat(made.details().due()).isEqualTo(calendar.plusWorkingDays(START, 15));
        assertThat(made.details().owner()).isEqualTo(head.post());
        assertThat(made.details().photos()).hasSize(1);
        assertThat(duties.duty(made.details().duty())).isInstanceOf(OpenDuty.class);
        assertThatThrownBy(() -> observations.answer(citizen, made.id(), "答复")).isInstanceOf(Refused.class);
        assertThat(observations.answer(head, made.id(), "已更换公示。")).isInstanceOf(Observation.Answered.class);
        assertThat(duties.duty(made.details().duty())).isInstanceOf(MetDuty.class);
        assertThatThrownBy(() -> observations.answer(head, made.id(), "再答复")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> observations.judge(head, made.id(), true, "")).isInstanceOf(Refused.class);
        assertThat(observations.judge(citizen, made.id(), true, "")).isInstanceOf(Observation.Closed.class);
    }

    @Test
    void anAnswerThatWillNotDoIsOwedAnewOnce() {
        Observation made = reported();
        observations.answer(head, made.id(), "正在研究。");
        assertThatThrownBy(() -> observations.judge(citizen, made.id(), false, " "))
                .isInstanceOf(Invalid.class);
        Observation again = observations.judge(citizen, made.id(), false, "没有时间表");
        assertThat(again).isInstanceOf(Observation.Open.class);
        assertThat(again.details().duty()).isNotEqualTo(made.details().duty());
        observations.answer(head, made.id(), "五月底前完成。");
        assertThat(observations.judge(citizen, made.id(), false, "太迟")).isInstanceOf(Observation.Closed.class);
        assertThat(supervision.clues(Optional.empty()))
                .as("what two answers did not settle is looked into")
                .filteredOn(clue -> clue.details().subject().equals(Subject.body(school)))
                .singleElement()
                .satisfies(clue -> {
                    assertThat(clue).isInstanceOf(Supervision.Clue.Hit.class);
                    assertThat(clue.details().source()).isEqualTo(Supervision.Source.SUPERVISOR);
                    assertThat(clue.details().account()).contains("护栏").contains("太迟");
                });
    }

    @Test
    void silenceBecomesAFinding() {
        Observation made = reported();
        to(made.details().due().plusDays(6));
        assertThat(findings.restingOn(new Subject("duty", made.details().duty())))
                .extracting(finding -> finding.details().kind().code())
                .containsExactly("supervision.unanswered");
    }

    @Test
    void anAppointmentReachesItsBodiesAndItsTermAlone() {
        assertThatThrownBy(() -> observations.report(citizen, other, "题", "文", List.of()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(
                                        refused.refusal().citations().getFirst().document())
                                .isEqualTo("supervisor-measures"));
        assertThatThrownBy(() -> posts.actor(citizen.person(), citizen.post(), START.plusYears(2)))
                .as("the term is over")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> observations.report(head, school, "题", "文", List.of()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aSupervisorIsNoMemberOfTheBodyThatAppoints() {
        Body panel = organization.body(organization.post(citizen.post()).body());
        assertThat(panel.kind()).isEqualTo(BodyKind.COORDINATING);
        assertThat(organization.body(panel.parent()).kind()).isEqualTo(BodyKind.DISCIPLINE);
        assertThat(organization.postsOf(panel.parent()))
                .noneMatch(post -> post.id().equals(citizen.post()));
    }

    @Test
    void aTermHasAtMostThreeYears() {
        assertThatThrownBy(() -> observations.appoint(
                        office, "何田", Set.of(school), START, START.plusYears(3).plusDays(1)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> observations.appoint(citizen, "何田", Set.of(school), START, START.plusYears(1)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> observations.appoint(office, " ", Set.of(), START, START))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(Fault::place)
                                .containsExactly("name", "bodies", "until"));
    }

    @Test
    void aReportIsForThoseItConcerns() {
        Observation made = reported();
        assertThat(observations.find(head, made.id())).isPresent();
        assertThat(observations.find(citizen, made.id())).isPresent();
        assertThat(observations.find(office, made.id())).isPresent();
        assertThat(observations.find(actor(UUID.randomUUID(), UUID.randomUUID()), made.id()))
                .isEmpty();
        assertThat(observations.find(Actor.PUBLIC, made.id())).isEmpty();
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThatThrownBy(() -> observations.report(
                        citizen,
                        school,
                        "题",
                        "文",
                        List.of("<svg onload=alert(1)>".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isInstanceOf(Invalid.class);
    }
}
