package org.shengmo.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.access.Scope;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Entry;
import org.shengmo.docket.Metric;
import org.shengmo.docket.Subject;
import org.shengmo.store.KernelTest;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;
import org.shengmo.wording.Words;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@KernelTest
class OrganizationTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 1);
    private static final LocalDate MAY = LocalDate.of(2025, 5, 1);
    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);
    private static final Actor OFFICE = new Actor(
            UUID.randomUUID(),
            UUID.randomUUID(),
            "组织部",
            Set.of(Permission.of("organization.manage"), Permission.of("organization.appoint")),
            new Scope.All(),
            List.of());

    @Autowired
    Organization organization;

    @Autowired
    Posts posts;

    @Autowired
    Docket docket;

    @Autowired
    Words words;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    List<Metric> metrics;

    private Body district;
    private Body township;
    private Body village;

    @BeforeEach
    void establish() {
        clock.moveTo(LocalDate.of(2025, 6, 15));
        district = body("区委", BodyKind.COMMITTEE, null);
        township = body("青石镇", BodyKind.TOWNSHIP, district.id());
        village = body("柳湾村", BodyKind.VILLAGE, township.id());
    }

    private static String code(String prefix) {
        return prefix + NUMBER.incrementAndGet();
    }

    private Body body(String name, BodyKind kind, UUID parent) {
        return organization.establish(OFFICE, new NewBody(code("B"), name, kind, parent, 1, null));
    }

    private Post post(Body body, String name, boolean head) {
        return organization.createPost(
                OFFICE, NewPost.of(code("P"), name, body.id(), head, head ? 1 : 2, Reach.OWN_BODY_AND_BELOW));
    }

    private Person person(String name) {
        return organization.register(OFFICE, new NewPerson(code("R"), name));
    }

    private String said(Throwable refused) {
        return words.say(
                java.util.Locale.SIMPLIFIED_CHINESE,
                ((Refused) refused).refusal().reason());
    }

    @Test
    void whoHeldAPostOnADayIsKnown() {
        Post mayor = post(township, "镇长", true);
        Person first = person("陆一");
        Person second = person("陆二");
        Tenure tenure = organization.appoint(OFFICE, first.id(), mayor.id(), MARCH);
        organization.endTenure(OFFICE, tenure.id(), MAY);
        organization.appoint(OFFICE, second.id(), mayor.id(), MAY);

        assertThat(organization.holderOf(mayor.id(), MARCH.minusDays(1))).isEmpty();
        assertThat(organization.holderOf(mayor.id(), MARCH).orElseThrow().person())
                .isEqualTo(first.id());
        assertThat(organization
                        .holderOf(mayor.id(), MAY.minusDays(1))
                        .orElseThrow()
                        .person())
                .isEqualTo(first.id());
        assertThat(organization.holderOf(mayor.id(), MAY).orElseThrow().person())
                .isEqualTo(second.id());
        assertThat(organization.tenuresOf(first.id(), MAY)).isEmpty();
        assertThat(organization.tenuresOf(first.id())).hasSize(1);
    }

    @Test
    void twoInOnePostOnOneDayAreRefusedWithTheHolderNamed() {
        Post mayor = post(township, "镇长", true);
        Person holder = person("何在任");
        organization.appoint(OFFICE, holder.id(), mayor.id(), MARCH);
        Person other = person("何后来");

        assertThatThrownBy(() -> organization.appoint(OFFICE, other.id(), mayor.id(), JULY))
                .isInstanceOf(Refused.class)
                .satisfies(refused -> assertThat(said(refused)).contains("何在任", "镇长", "2025"));
        assertThat(organization.tenuresOf(other.id())).isEmpty();
        assertThat(docket.timeline(Subject.person(other.id()), List.of(), 10)).hasSize(1);
    }

    @Test
    void theDatabaseRefusesAnOverlapPutInBehindTheRoomsBack() {
        Post mayor = post(township, "镇长", true);
        Tenure tenure = organization.appoint(OFFICE, person("甲").id(), mayor.id(), MARCH);
        assertThatThrownBy(() -> database.sql("""
                INSERT INTO organization.tenure (id, person, post, seat, during, recorded, changed)
                VALUES (gen_random_uuid(), :person, :post, 1, daterange('2025-08-01', NULL), '2025-08-01', 0)
                """)
                        .param("person", person("乙").id())
                        .param("post", tenure.post())
                        .update())
                .hasStackTraceContaining("tenure_seat");
    }

    @Test
    void aPostWithSeveralSeatsTakesAsManyAndMovesPeopleToMakeRoom() {
        Post members = organization.createPost(
                OFFICE,
                NewPost.of(code("P"), "委员", district.id(), false, 3, Reach.OWN_SELF)
                        .withSeats(2));
        LocalDate january = LocalDate.of(2025, 1, 1);
        // Seat 1: January to March, then May on; seat 2: March to May. One more from January to May needs one of them
        // moved.
        organization.appoint(OFFICE, person("一").id(), members.id(), january, MARCH);
        organization.appoint(OFFICE, person("二").id(), members.id(), MAY);
        organization.appoint(OFFICE, person("三").id(), members.id(), MARCH.minusDays(1), MAY);
        organization.appoint(OFFICE, person("四").id(), members.id(), MARCH, JULY);
        assertThat(organization.holdersOf(members.id(), MARCH)).hasSize(2);
        assertThatThrownBy(() -> organization.appoint(OFFICE, person("五").id(), members.id(), MARCH, MAY))
                .isInstanceOf(Refused.class);
        assertThat(organization.holdersOf(members.id(), MAY)).hasSize(2);
    }

    @Test
    void onePersonDoesNotHoldTwoSeatsOfAPost() {
        Post members = organization.createPost(
                OFFICE,
                NewPost.of(code("P"), "委员", district.id(), false, 3, Reach.OWN_SELF)
                        .withSeats(2));
        Person one = person("钱一");
        organization.appoint(OFFICE, one.id(), members.id(), MARCH);
        assertThatThrownBy(() -> organization.appoint(OFFICE, one.id(), members.id(), MAY))
                .isInstanceOf(Refused.class)
                .satisfies(refused -> assertThat(said(refused)).contains("钱一"));
    }

    @Test
    void aCorrectionAndAnAnnulmentAreOnRecordWithTheirReason() {
        Post mayor = post(township, "镇长", true);
        Person one = person("孙一");
        Tenure tenure = organization.appoint(OFFICE, one.id(), mayor.id(), MARCH);
        organization.correctTenure(OFFICE, tenure.id(), MAY, null, "任职文件为5月");
        assertThat(organization.holderOf(mayor.id(), MARCH)).isEmpty();
        organization.annulTenure(OFFICE, tenure.id(), "重复登记");
        assertThat(organization.holderOf(mayor.id(), MAY)).isEmpty();
        organization.appoint(OFFICE, person("孙二").id(), mayor.id(), MARCH);

        List<Entry> timeline = docket.timeline(Subject.person(one.id()), List.of(), 10);
        assertThat(timeline)
                .extracting(entry -> entry.kind().code())
                .containsExactly(
                        "organization.tenure-annulled",
                        "organization.tenure-corrected",
                        "organization.appointed",
                        "organization.person-registered");
        assertThat(timeline.get(1).payload()).containsEntry("reason", "任职文件为5月").containsKey("before");
    }

    @Test
    void aTenureEndsOnceAndAfterItBegan() {
        Post mayor = post(township, "镇长", true);
        Tenure tenure = organization.appoint(OFFICE, person("赵一").id(), mayor.id(), MAY);
        assertThatThrownBy(() -> organization.endTenure(OFFICE, tenure.id(), MAY))
                .isInstanceOf(Refused.class);
        organization.endTenure(OFFICE, tenure.id(), JULY);
        assertThatThrownBy(() -> organization.endTenure(OFFICE, tenure.id(), JULY.plusDays(1)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aNameHoldsFromItsDayAndTheOldOneStaysReadable() {
        organization.renameBody(OFFICE, township.id(), "青石街道", JULY);
        assertThat(organization.body(township.id()).name()).isEqualTo("青石镇");
        assertThat(organization.nameOn(township.id(), JULY)).isEqualTo("青石街道");
        clock.moveTo(JULY);
        assertThat(organization.body(township.id()).name()).isEqualTo("青石街道");
        assertThat(organization.namesOf(township.id()))
                .extracting(Directory.Named::name)
                .containsExactly("青石镇", "青石街道");
        assertThatThrownBy(() -> organization.renameBody(OFFICE, township.id(), "青石街道", JULY.plusDays(5)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theLineGoesUpThroughTheLeaderInCharge() {
        Post secretary = post(district, "区委书记", true);
        Post deputy = post(district, "区委副书记", false);
        Post townHead = post(township, "镇党委书记", true);
        Post clerk = post(township, "干事", false);
        Post villageHead = post(village, "村党支部书记", true);
        for (Post each : List.of(secretary, deputy, townHead, clerk, villageHead)) {
            organization.appoint(OFFICE, person("人" + each.code()).id(), each.id(), MARCH);
        }
        assertThat(organization.superiorOf(clerk.id(), MAY)).contains(townHead);
        assertThat(organization.superiorOf(villageHead.id(), MAY)).contains(townHead);
        assertThat(organization.superiorOf(townHead.id(), MAY)).contains(secretary);

        Portfolio towns = organization.createPortfolio(OFFICE, code("F"), "联系青石镇");
        organization.cover(OFFICE, towns.id(), township.id(), MARCH);
        PortfolioHolding holding = organization.assignPortfolio(OFFICE, deputy.id(), towns.id(), MAY);

        assertThat(organization.superiorOf(townHead.id(), MAY.minusDays(1))).contains(secretary);
        assertThat(organization.superiorOf(townHead.id(), MAY)).contains(deputy);
        assertThat(organization.inCharge(village.id(), MAY)).contains(deputy);
        assertThat(organization.inCharge(towns.code(), MAY)).contains(deputy);
        assertThat(organization.superiorOf(secretary.id(), MAY)).isEmpty();
        assertThat(organization.lineAbove(villageHead.id(), MAY)).containsExactly(townHead, deputy, secretary);

        assertThatThrownBy(() -> organization.assignPortfolio(OFFICE, secretary.id(), towns.id(), JULY))
                .isInstanceOf(Refused.class);
        organization.endPortfolio(OFFICE, holding.id(), JULY);
        organization.assignPortfolio(OFFICE, secretary.id(), towns.id(), JULY);
        assertThat(organization.inCharge(township.id(), JULY)).contains(secretary);
    }

    @Test
    void aVacantPostIsPassedOver() {
        Post secretary = post(district, "区委书记", true);
        post(township, "镇党委书记", true);
        Post villageHead = post(village, "村党支部书记", true);
        organization.appoint(OFFICE, person("周一").id(), secretary.id(), MARCH);
        organization.appoint(OFFICE, person("周二").id(), villageHead.id(), MARCH);
        assertThat(organization.superiorOf(villageHead.id(), MAY)).contains(secretary);
    }

    @Test
    void aCoordinatingBodyIsJoinedAndLeft() {
        Body group = body("防汛指挥部", BodyKind.COORDINATING, district.id());
        organization.joinCoordinatingBody(OFFICE, township.id(), group.id(), MARCH);
        assertThatThrownBy(() -> organization.joinCoordinatingBody(OFFICE, township.id(), group.id(), MAY))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> organization.joinCoordinatingBody(OFFICE, group.id(), township.id(), MAY))
                .isInstanceOf(Refused.class);
        organization.leaveCoordinatingBody(OFFICE, township.id(), group.id(), JULY);
        assertThat(organization.membersOf(group.id()))
                .extracting(Membership::until)
                .containsExactly(JULY);
        assertThatThrownBy(() -> organization.leaveCoordinatingBody(OFFICE, township.id(), group.id(), JULY))
                .isInstanceOf(Refused.class);
    }

    private Metric metric(String id) {
        return metrics.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void postsOfAKindThatAreFilledAreCountedWithTheActsBehindThem() {
        Metric deputies = metric("organization.township.discipline.deputies");
        int before = deputies.figure(2025, LocalDate.of(2025, 12, 31)).value().intValue();
        Post post = organization.createPost(
                OFFICE,
                NewPost.of(code("P"), "镇纪委副书记", township.id(), false, 3, Reach.OWN_BODY)
                        .ofKind("township.discipline.deputy"));
        organization.createPost(
                OFFICE,
                NewPost.of(code("P"), "镇纪委副书记（空缺）", township.id(), false, 3, Reach.OWN_BODY)
                        .ofKind("township.discipline.deputy"));
        Tenure first = organization.appoint(OFFICE, person("吴一").id(), post.id(), MARCH);
        organization.endTenure(OFFICE, first.id(), MAY);
        organization.appoint(OFFICE, person("吴二").id(), post.id(), MAY);

        Metric.Figure figure = deputies.figure(2025, LocalDate.of(2025, 12, 31));
        assertThat(figure.value().intValue()).isEqualTo(before + 1);
        assertThat(docket.entry(figure.entries().getLast(), List.of())
                        .orElseThrow()
                        .payload())
                .containsEntry("person", "吴二");
        assertThat(deputies.figure(2025, LocalDate.of(2025, 6, 14)).value().intValue())
                .as("the appointment was recorded on 15 June")
                .isEqualTo(before);
    }

    @Test
    void coordinatingBodiesThatADisciplineBodyLeftInTheYearAreCounted() {
        Metric left = metric("organization.coordinating.bodies.left");
        Body commission = body("区纪委监委", BodyKind.DISCIPLINE, district.id());
        Body group = body("拆迁指挥部", BodyKind.COORDINATING, district.id());
        organization.joinCoordinatingBody(OFFICE, commission.id(), group.id(), MARCH);
        organization.joinCoordinatingBody(OFFICE, township.id(), group.id(), MARCH);
        organization.leaveCoordinatingBody(OFFICE, commission.id(), group.id(), MAY);
        organization.leaveCoordinatingBody(OFFICE, township.id(), group.id(), MAY);

        LocalDate end = LocalDate.of(2025, 12, 31);
        assertThat(left.figure(2025, end).value().intValue()).isEqualTo(1);
        assertThat(left.figure(2025, end).entries()).hasSize(1);
        assertThat(left.figure(2026, end.plusYears(1)).value().intValue()).isZero();
    }

    @Test
    void aFaultyBodyListsAllItsFaults() {
        assertThatThrownBy(() -> organization.establish(OFFICE, new NewBody("a b", " ", null, null, 1, null)))
                .isInstanceOf(Invalid.class)
                .satisfies(invalid -> assertThat(((Invalid) invalid).faults()).hasSize(3));
        assertThatThrownBy(() -> organization.establish(
                        OFFICE, new NewBody(township.code(), "另一镇", BodyKind.TOWNSHIP, district.id(), 1, null)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aBodyWithAFilledPostIsNotAbolished() {
        Post head = post(village, "村主任", true);
        Tenure tenure = organization.appoint(OFFICE, person("郑一").id(), head.id(), MARCH);
        assertThatThrownBy(() -> organization.abolishBody(OFFICE, village.id(), JULY))
                .isInstanceOf(Refused.class)
                .satisfies(refused -> assertThat(said(refused)).contains("郑一"));
        organization.endTenure(OFFICE, tenure.id(), MAY);
        organization.abolishBody(OFFICE, village.id(), JULY);
        assertThatThrownBy(() -> organization.appoint(OFFICE, person("郑二").id(), head.id(), MAY))
                .isInstanceOf(Refused.class);
    }

    @Test
    void anActOutsideTheScopeIsRefused() {
        Actor townOffice = new Actor(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "镇组织委员",
                Set.of(Permission.of("organization.manage"), Permission.of("organization.appoint")),
                new Scope.OwnBodyAndBelow(township.id()),
                List.of());
        Post villageHead = organization.createPost(
                townOffice, NewPost.of(code("P"), "村主任", village.id(), true, 1, Reach.OWN_BODY));
        organization.appoint(townOffice, person("冯一").id(), villageHead.id(), MARCH);
        assertThatThrownBy(() -> organization.createPost(
                        townOffice, NewPost.of(code("P"), "区长", district.id(), true, 1, Reach.ALL)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> organization.createPost(
                        townOffice,
                        NewPost.of(code("P"), "村会计", village.id(), false, 2, Reach.OWN_BODY, "finding.uphold")))
                .as("nobody gives a permission they do not have")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> organization.createPost(
                        townOffice,
                        NewPost.of(code("P"), "镇组织员", township.id(), false, 2, Reach.ALL, "organization.manage")))
                .as("nobody makes a post that reaches farther than they do")
                .isInstanceOf(Refused.class)
                .hasMessage("access.scope.exceeded");
        assertThatThrownBy(() -> organization.establish(
                        Actor.PUBLIC, new NewBody(code("B"), "某局", BodyKind.DEPARTMENT, district.id(), 1, null)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aTransactionSeesItsOwnWritesAndNobodyElseDoesBeforeItCommits() throws InterruptedException {
        Directory before = organization.directory();
        transaction.executeWithoutResult(status -> {
            Person inside = person("未提交");
            assertThat(organization.findPerson(inside.id())).isPresent();
            assertThat(before.findPerson(inside.id())).isEmpty();
            boolean[] seen = new boolean[1];
            Thread other = new Thread(
                    () -> seen[0] = organization.findPerson(inside.id()).isPresent());
            other.start();
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(seen[0]).isFalse();
            status.setRollbackOnly();
        });
        assertThat(organization.people()).noneMatch(each -> each.name().equals("未提交"));
    }

    @Test
    void whatAnotherProcessWroteIsSeenAtTheNextLook() {
        assertThat(organization.body(township.id()).position()).isEqualTo(1);
        transaction.executeWithoutResult(status -> {
            database.sql("UPDATE organization.version SET value = value + 1, body = value + 1")
                    .update();
            database.sql("""
                    UPDATE organization.body SET position = 7, changed = (SELECT value FROM organization.version)
                    WHERE id = ?
                    """).param(township.id()).update();
        });
        assertThat(organization.body(township.id()).position()).isEqualTo(7);
    }

    @Test
    void anActorIsMadeOfThePostHeldThatDayAndRefusedTheDayAfter() {
        Post head = organization.createPost(
                OFFICE, NewPost.of(code("P"), "镇长", township.id(), true, 1, Reach.OWN_BODY_AND_BELOW, "duty.meet"));
        Person one = person("陈一");
        Tenure tenure = organization.appoint(OFFICE, one.id(), head.id(), MARCH);
        organization.endTenure(OFFICE, tenure.id(), MAY);

        Actor actor = posts.actor(one.id(), head.id(), MAY.minusDays(1));
        assertThat(actor.may(Permission.of("duty.meet"))).isTrue();
        assertThat(posts.reaches(actor, village.id())).isTrue();
        assertThat(posts.reaches(actor, district.id())).isFalse();
        assertThat(posts.heldBy(one.id(), MAY.minusDays(1)))
                .extracting(Posts.HeldPost::post)
                .containsExactly(head.id());
        assertThat(posts.heldBy(one.id(), MAY)).isEmpty();
        assertThatThrownBy(() -> posts.actor(one.id(), head.id(), MAY))
                .isInstanceOf(Refused.class)
                .satisfies(refused -> {
                    assertThat(said(refused)).contains("陈一", "镇长", "2025");
                    assertThat(((Refused) refused).refusal().facts()).containsEntry("until", MAY);
                });
    }
}
