package org.shengmo.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Posts;
import org.shengmo.duty.Duties;
import org.shengmo.duty.MetDuty;
import org.shengmo.duty.OpenDuty;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Organization;
import org.shengmo.petition.Rectifications.NewRectification;
import org.shengmo.petition.Rectifications.NewStep;
import org.shengmo.store.KernelTest;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** Where topics gather, an action with an owner, steps and proof; those who complained close it, not the one who acted. */
@KernelTest
class RectificationTest {

    private static final LocalDate START = LocalDate.of(2025, 3, 3);
    private static final LocalDate DUE = LocalDate.of(2025, 6, 30);

    @Autowired
    Petitions petitions;

    @Autowired
    Rectifications rectifications;

    @Autowired
    Sender sender;

    @Autowired
    Triage triage;

    @Autowired
    Handling handling;

    @Autowired
    Duties duties;

    @Autowired
    Notices notices;

    @Autowired
    Organization organization;

    @Autowired
    Posts posts;

    @Autowired
    TestClock clock;

    private PetitionGround ground;
    private List<String> codes;

    @BeforeEach
    void threePetitionsAboutWater() {
        clock.moveTo(PetitionGround.FIRST_DAY);
        ground = new PetitionGround(organization, posts);
        clock.moveTo(START);
        codes = new ArrayList<>();
        for (String text : List.of("自来水发黄有异味。", "水龙头出来的水浑浊。", "饮水有铁锈味，烧开了还有。")) {
            codes.add(petitions.submit(ground.water(text)).code());
        }
    }

    private UUID opened() {
        return rectifications.open(
                ground.in("desk"),
                new NewRectification(
                        Topic.WATER,
                        ground.body("town"),
                        START.minusMonths(1),
                        "石桥村供水管网改造",
                        "水质每月检测合格",
                        "管网使用二十年，水质浑浊",
                        ground.post("water-head"),
                        DUE,
                        List.of(new NewStep("检测水质", START.plusDays(20)), new NewStep("更换管网", START.plusDays(90)))));
    }

    private Rectification action(UUID id) {
        return rectifications.find(id).orElseThrow();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    /** The owner does the steps, shows pictures and says it is done. */
    private UUID done() throws IOException {
        UUID id = opened();
        var owner = ground.in("water-head");
        rectifications.prove(owner, id, picture(), false, "改造前的水样");
        rectifications.step(owner, id, 1, "五处水样三处浑浊。");
        rectifications.step(owner, id, 2, "已更换三公里管道。");
        rectifications.prove(owner, id, picture(), true, "改造后的水样");
        rectifications.done(owner, id, "连续两次检测合格。");
        return id;
    }

    @Test
    void topicsGatherByPlaceAndMonth() {
        assertThat(rectifications.clusters(START, START))
                .filteredOn(cluster -> cluster.area().equals(ground.body("town")))
                .singleElement()
                .satisfies(cluster -> {
                    assertThat(cluster.topic()).isEqualTo(Topic.WATER);
                    assertThat(cluster.petitions()).isEqualTo(3);
                    assertThat(cluster.open()).isEqualTo(3);
                });
        assertThat(rectifications.byMonth(START, START))
                .filteredOn(month -> month.topic() == Topic.WATER)
                .singleElement()
                .satisfies(month -> {
                    assertThat(month.month()).isEqualTo(YearMonth.from(START));
                    assertThat(month.petitions()).isGreaterThanOrEqualTo(3);
                });
        assertThat(rectifications.clusters(START.minusDays(9), START.minusDays(1)))
                .noneMatch(cluster -> cluster.area().equals(ground.body("town")));
    }

    @Test
    void anActionHasAnOwnerStepsAndADateAndIsADuty() {
        UUID id = opened();
        Rectification action = action(id);
        assertThat(action.petitions()).isEqualTo(3);
        assertThat(action.steps()).hasSize(2);
        assertThat(duties.duty(action.duty())).isInstanceOf(OpenDuty.class);
        assertThat(duties.duty(action.duty()).details().ownerPost()).isEqualTo(ground.post("water-head"));
        assertThatThrownBy(this::opened).as("no petition is left for another").isInstanceOf(Refused.class);
        assertThatThrownBy(() -> rectifications.open(
                        ground.in("desk"),
                        new NewRectification(
                                Topic.WATER, null, START, " ", "", "", UUID.randomUUID(), START, List.of())))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.faults()).hasSize(6));
        assertThatThrownBy(() -> rectifications.step(ground.in("water-clerk"), id, 1, "已检测"))
                .as("only the owner acts")
                .isInstanceOf(Refused.class);
    }

    @Test
    void nothingIsDoneWithoutItsStepsAndAPictureOfAfterwards() throws IOException {
        UUID id = opened();
        var owner = ground.in("water-head");
        assertThatThrownBy(() -> rectifications.done(owner, id, "完成")).isInstanceOf(Refused.class);
        rectifications.step(owner, id, 1, "已检测。");
        rectifications.step(owner, id, 2, "已更换。");
        rectifications.prove(owner, id, picture(), false, "改造前");
        assertThatThrownBy(() -> rectifications.done(owner, id, "完成"))
                .as("a picture of before proves nothing")
                .isInstanceOf(Refused.class);
        rectifications.prove(owner, id, picture(), true, "改造后");
        rectifications.done(owner, id, "完成");
        assertThat(action(id).state()).isEqualTo(Rectification.State.DONE);
        assertThat(duties.duty(action(id).duty())).isInstanceOf(MetDuty.class);
    }

    @Test
    void thoseWhoComplainedSayWhetherItIsDone() throws IOException {
        UUID id = done();
        for (String code : codes) {
            assertThat(((Sender.FollowedPetition) sender.follow(code).orElseThrow()).awaiting())
                    .as("each is asked")
                    .extracting(Rectification::id)
                    .containsExactly(id);
            assertThat(action(id).state()).isEqualTo(Rectification.State.DONE);
            sender.confirm(code, id, true, "");
        }
        assertThat(action(id).state()).isEqualTo(Rectification.State.CONFIRMED);
        assertThat(action(id).closedOn()).isEqualTo(START);
    }

    @Test
    void whatTheySayIsNotDoneGoesBackToItsOwnerWithANewDate() throws IOException {
        UUID id = done();
        UUID first = action(id).duty();
        sender.confirm(codes.get(0), id, false, "水还是黄的");
        sender.confirm(codes.get(1), id, false, "没有改善");
        assertThat(action(id).state()).isEqualTo(Rectification.State.DONE);
        sender.confirm(codes.get(2), id, true, "");
        assertThat(action(id).state()).isEqualTo(Rectification.State.UNDER_WAY);
        assertThat(action(id).returned()).isEqualTo(1);
        assertThat(action(id).duty()).isNotEqualTo(first);
        assertThat(duties.duty(action(id).duty())).isInstanceOf(OpenDuty.class);

        rectifications.prove(ground.in("water-head"), id, picture(), true, "再次改造后");
        rectifications.done(ground.in("water-head"), id, "更换了水厂滤料。");
        codes.forEach(code -> sender.confirm(code, id, true, ""));
        assertThat(action(id).state()).isEqualTo(Rectification.State.CONFIRMED);
    }

    @Test
    void whoDidNotComplainHasNoWord() throws IOException {
        UUID id = done();
        String other = petitions.submit(ground.water("另外一件，河堤有洞。")).code();
        assertThatThrownBy(() -> sender.confirm(other, id, true, "")).isInstanceOf(Refused.class);
        sender.confirm(codes.getFirst(), id, true, "");
        sender.confirm(codes.getFirst(), id, true, "");
        assertThat(action(id).voices().confirmed()).as("one word each").isEqualTo(1);
    }

    @Test
    void triageSuggestsWhatLikeCasesCameToAndSaysWhy() {
        for (int i = 0; i < 4; i++) {
            handling.passOn(ground.in("desk"), id("自来水发黄，取样检测" + i + "。"), Topic.WATER, ground.body("water"), "");
            handling.passOn(ground.in("desk"), id("路面坑洼积水，车辆难行" + i + "。"), Topic.TRAVEL, ground.body("roads"), "");
        }
        Petition asked = petitions.find(ground.in("desk"), id("家里自来水发黄，不敢喝。")).orElseThrow();
        Triage.Suggestion suggestion = triage.suggest(asked);
        assertThat(suggestion.bodies().getFirst().value()).isEqualTo(ground.body("water"));
        assertThat(suggestion.topics().getFirst().value()).isEqualTo(Topic.WATER);
        assertThat(suggestion.bodies().stream()
                        .mapToDouble(Triage.Choice::share)
                        .sum())
                .isBetween(0.999, 1.001);
        assertThat(suggestion.cases().getFirst().words())
                .as("the words that they share")
                .anyMatch(word -> word.contains("发黄"));
        assertThat(triage.duplicates(asked))
                .as("like in place and words")
                .anyMatch(alike -> alike.title().contains("自来水发黄"))
                .noneMatch(alike -> alike.title().contains("坑洼"));
        assertThat(triage.suggest(petitions
                                .find(ground.in("desk"), id("村书记侵吞水费。"))
                                .orElseThrow())
                        .accusing())
                .contains("侵吞");
    }

    private UUID id(String text) {
        return ((Sender.FollowedPetition)
                        sender.follow(petitions.submit(ground.water(text)).code())
                                .orElseThrow())
                .petition()
                .id();
    }
}
