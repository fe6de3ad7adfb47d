package org.shengmo.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.attachment.Attachments;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Metric;
import org.shengmo.docket.Subject;
import org.shengmo.duty.Duties;
import org.shengmo.duty.MetDuty;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.NewBody;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Person;
import org.shengmo.organization.Post;
import org.shengmo.organization.Reach;
import org.shengmo.store.KernelTest;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;
import org.springframework.beans.factory.annotation.Autowired;

@KernelTest
class PledgeTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 2);
    private static final String VISITOR = "0123456789abcdef0123456789abcdef";

    @Autowired
    Pledges pledges;

    @Autowired
    Organization organization;

    @Autowired
    Duties duties;

    @Autowired
    Docket docket;

    @Autowired
    Attachments attachments;

    @Autowired
    List<Metric> metrics;

    @Autowired
    TestClock clock;

    private Body government;
    private Post post;
    private Actor owner;
    private Actor manager;
    private String suffix;

    @BeforeEach
    void aDistrictWithALeader() {
        clock.moveTo(START);
        suffix = UUID.randomUUID().toString().substring(0, 8);
        Actor installer = actor(null, null, "organization.manage", "organization.appoint");
        government = organization.establish(
                installer, new NewBody("G" + suffix, "区政府", BodyKind.GOVERNMENT, null, 1, START.minusYears(1)));
        post = organization.createPost(
                installer, NewPost.of("P" + suffix, "副区长", government.id(), false, 2, Reach.OWN_BODY));
        Person person = organization.register(installer, new NewPerson("R" + suffix, "衡清"));
        organization.appoint(installer, person.id(), post.id(), START.minusMonths(1));
        owner = actor(person.id(), post.id());
        manager = actor(UUID.randomUUID(), UUID.randomUUID(), "pledge.manage", "duty.extend");
    }

    private static Actor actor(UUID person, UUID post, String... permissions) {
        Set<Permission> may =
                java.util.Arrays.stream(permissions).map(Permission::of).collect(java.util.stream.Collectors.toSet());
        return new Actor(person, post, "", may, new Scope.All(), List.of());
    }

    private NewProgramme programme(NewProgramme.NewMilestone... milestones) {
        return new NewProgramme(
                2025,
                "E" + suffix,
                "饮水安全工程",
                List.of(new NewProgramme.NewPromise(
                        "S" + suffix,
                        "三个村接通自来水",
                        "村民在家打开龙头就有合格的水。",
                        post.id(),
                        government.id(),
                        new BigDecimal("1200000.00"),
                        List.of(milestones))));
    }

    private Promise announced() {
        return pledges.announce(
                        manager,
                        government.id(),
                        programme(
                                new NewProgramme.NewMilestone("开工", LocalDate.of(2025, 3, 31)),
                                new NewProgramme.NewMilestone("通水", LocalDate.of(2025, 9, 30))))
                .promises()
                .getFirst();
    }

    @Test
    void aPromiseIsKeptMilestoneByMilestoneAndEachIsADutyMet() {
        Promise promise = announced();
        assertThat(promise.standing(START)).isEqualTo(Promise.Standing.UNDER_WAY);
        assertThatThrownBy(
                        () -> pledges.reach(owner, promise.milestones().get(1).id(), "通水了"))
                .isInstanceOf(Refused.class)
                .hasMessage("pledge.reached.out-of-order");

        clock.moveTo(LocalDate.of(2025, 3, 20));
        pledges.reach(owner, promise.milestones().get(0).id(), "三村同日开工");
        clock.moveTo(LocalDate.of(2025, 9, 20));
        pledges.reach(owner, promise.milestones().get(1).id(), "水质检测合格，全部通水");

        Promise kept = pledges.promise(promise.id()).orElseThrow();
        assertThat(kept.standing(LocalDate.now(clock))).isEqualTo(Promise.Standing.KEPT);
        assertThat(kept.milestones())
                .allSatisfy(
                        milestone -> assertThat(duties.duty(milestone.duty())).isInstanceOf(MetDuty.class));
        assertThatThrownBy(
                        () -> pledges.reach(owner, promise.milestones().get(1).id(), "再报一次"))
                .isInstanceOf(Refused.class)
                .hasMessage("pledge.reached.before");
    }

    @Test
    void theOneWhoIsLateDoesNotMoveTheOwnDateAndADelayIsToldWithItsReasons() {
        Promise promise = announced();
        UUID milestone = promise.milestones().getFirst().id();
        Actor both = actor(owner.person(), owner.post(), "pledge.manage", "duty.extend");
        LocalDate later = LocalDate.of(2025, 4, 30);
        assertThatThrownBy(() -> pledges.delay(both, milestone, later, "雨季")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> pledges.delay(manager, milestone, later, " ")).isInstanceOf(Invalid.class);

        pledges.delay(manager, milestone, later, "管材检测不合格，全部退换");

        Promise delayed = pledges.promise(promise.id()).orElseThrow();
        assertThat(delayed.milestones().getFirst().due()).isEqualTo(later);
        assertThat(delayed.milestones().getFirst().firstDue()).isEqualTo(LocalDate.of(2025, 3, 31));
        assertThat(delayed.delays()).extracting(Promise.Delay::reasons).containsExactly("管材检测不合格，全部退换");
        assertThat(delayed.standing(LocalDate.of(2025, 4, 15))).isEqualTo(Promise.Standing.UNDER_WAY);
        assertThat(delayed.standing(LocalDate.of(2025, 5, 1))).isEqualTo(Promise.Standing.LATE);
    }

    @Test
    void oneVisitorHasOneVerdictAndTheRecordSaysNothingOfThem() {
        Promise promise = announced();
        pledges.judge(promise.id(), VISITOR, false, "一直没有动静");
        pledges.judge(promise.id(), VISITOR, true, "现在好了");
        pledges.judge(promise.id(), VISITOR + "2", false, "");

        assertThat(pledges.promise(promise.id()).orElseThrow().verdict()).isEqualTo(new Promise.Verdict(2, 1));
        assertThat(pledges.comments(promise.id(), 10))
                .extracting(Pledges.Comment::text)
                .containsExactly("现在好了");
        assertThat(docket.timeline(new Subject("pledge", promise.id()), List.of(), 10))
                .filteredOn(entry -> entry.kind().code().equals("pledge.judged"))
                .hasSize(3)
                .extracting(Entry::payload)
                .allSatisfy(payload -> assertThat(payload).containsOnlyKeys("satisfied"));
    }

    @Test
    void aPhotoLosesWhatItCarriedBesideThePicture() throws IOException {
        Promise promise = announced();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
        byte[] comment = "GPS 31.0 121.0 author".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream tagged = new ByteArrayOutputStream();
        tagged.write(jpeg.toByteArray(), 0, 2);
        tagged.write(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (comment.length + 2)});
        tagged.write(comment);
        tagged.write(jpeg.toByteArray(), 2, jpeg.size() - 2);

        pledges.photograph(owner, promise.id(), tagged.toByteArray(), "管沟开挖");

        UUID photo =
                pledges.promise(promise.id()).orElseThrow().photos().getFirst().attachment();
        byte[] shown = attachments.content(photo);
        assertThat(new String(shown, StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
        assertThat(ImageIO.read(new java.io.ByteArrayInputStream(shown)).getWidth())
                .isEqualTo(40);
        assertThatThrownBy(() ->
                        pledges.photograph(owner, promise.id(), "not a picture".getBytes(StandardCharsets.UTF_8), "x"))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void moneyIsBookedAndAnnouncementsAreCheckedWhole() {
        Promise promise = announced();
        pledges.spend(manager, promise.id(), new BigDecimal("300000.50"), START, "管材");
        pledges.spend(manager, promise.id(), new BigDecimal("200000"), START, "人工");
        assertThat(pledges.promise(promise.id()).orElseThrow().spent()).isEqualByComparingTo("500000.50");
        assertThatThrownBy(() -> pledges.spend(owner, promise.id(), BigDecimal.ONE, START, "x"))
                .isInstanceOf(Refused.class);

        NewProgramme faulty = programme(
                new NewProgramme.NewMilestone("通水", LocalDate.of(2025, 9, 30)),
                new NewProgramme.NewMilestone(" ", LocalDate.of(2025, 3, 31)));
        assertThatThrownBy(() -> pledges.announce(manager, government.id(), faulty))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.faults()).hasSize(2));
    }

    @Test
    void theReportCountsWhatWasAnnouncedByTheDayAsked() {
        int before = value("pledge.promises", LocalDate.of(2025, 12, 31));
        clock.moveTo(LocalDate.of(2025, 2, 10));
        announced();
        assertThat(value("pledge.promises", LocalDate.of(2025, 2, 10))).isEqualTo(before + 1);
        assertThat(value("pledge.promises", LocalDate.of(2025, 1, 1))).isZero();
    }

    private int value(String id, LocalDate asOf) {
        return metrics.stream()
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow()
                .figure(2025, asOf)
                .value()
                .intValueExact();
    }
}
