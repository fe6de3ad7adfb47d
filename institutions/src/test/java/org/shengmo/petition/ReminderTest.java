package org.shengmo.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.calendar.DailyRound;
import org.shengmo.notice.Notices;
import org.shengmo.organization.Organization;
import org.shengmo.store.KernelTest;
import org.shengmo.store.Ladder;
import org.shengmo.store.TestClock;
import org.shengmo.wording.Invalid;
import org.shengmo.workbook.Template;
import org.shengmo.workbook.Workbooks;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;

/** What an officer chooses about their deadlines, several reminders each and a calendar that follows them; and bulk import. */
@KernelTest
class ReminderTest {

    private static final LocalDate START = LocalDate.of(2025, 3, 3);

    @Autowired
    Petitions petitions;

    @Autowired
    Sender sender;

    @Autowired
    Handling handling;

    @Autowired
    Reminders reminders;

    @Autowired
    Notices notices;

    @Autowired
    Organization organization;

    @Autowired
    Posts posts;

    @Autowired
    List<DailyRound> rounds;

    @Autowired
    Ladder ladder;

    @Autowired
    TestClock clock;

    private PetitionGround ground;
    private Actor clerk;

    @BeforeEach
    void aDistrict() {
        clock.moveTo(PetitionGround.FIRST_DAY);
        ground = new PetitionGround(organization, posts);
        clock.moveTo(START);
        clerk = ground.in("water-clerk");
    }

    private Petition inHand(String text) {
        String code = petitions.submit(ground.water(text)).code();
        UUID id = ((Sender.FollowedPetition) sender.follow(code).orElseThrow())
                .petition()
                .id();
        handling.passOn(ground.in("desk"), id, Topic.WATER, ground.body("water"), "");
        handling.accept(clerk, id, "已受理。");
        return petitions.find(ground.in("desk"), id).orElseThrow();
    }

    private void on(LocalDate day) {
        clock.moveTo(day);
        rounds.stream()
                .sorted(Comparator.comparingInt(round -> ladder.position(
                        Ladder.rungOf(AopUtils.getTargetClass(round).getName()))))
                .forEach(round -> round.onDay(day));
    }

    private int told(Petition petition) {
        return (int) notices.of(clerk, 200).stream()
                .filter(notice ->
                        notice.href().contains(petition.details().duty().toString())
                                || notice.href().contains(petition.id().toString()))
                .count();
    }

    @Test
    void aPostIsRemindedOnEachOfTheDaysItChose() {
        reminders.choose(clerk, "decide", List.of(20, 9, 2));
        assertThat(reminders.chosen(clerk)).isEqualTo(Map.of("decide", List.of(20, 9, 2)));
        Petition petition = inHand("井水发臭，请检测。");
        LocalDate due = petition.details().due();
        int before = told(petition);
        on(due.minusDays(21));
        assertThat(told(petition)).isEqualTo(before);
        int expected = before;
        for (int days : new int[] {20, 9, 2}) {
            on(due.minusDays(days));
            expected++;
            assertThat(told(petition)).as(days + " days before").isEqualTo(expected);
        }
    }

    @Test
    void daysThatCannotBeAreRefusedAndNoneAtAllGoesBackToTheRule() {
        assertThatThrownBy(() -> reminders.choose(clerk, "decide", List.of(-1))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> reminders.choose(clerk, "decide", List.of(61))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> reminders.choose(clerk, "nothing", List.of(3))).isInstanceOf(Invalid.class);
        reminders.choose(clerk, "decide", List.of(3));
        reminders.choose(clerk, "decide", List.of());
        assertThat(reminders.chosen(clerk)).isEmpty();
    }

    @Test
    void theCalendarHasEachDeadlineWithItsRemindersAndEndsWithTheTenure() {
        reminders.choose(clerk, "decide", List.of(10, 1));
        Petition petition = inHand("水压不足，三楼以上没有水。");
        String secret = reminders.openFeed(clerk);
        String calendar = reminders.feed(secret).orElseThrow();
        assertThat(calendar).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        String unfolded = calendar.replace("\r\n ", "");
        String event =
                unfolded.substring(unfolded.indexOf("UID:" + petition.details().duty()));
        assertThat(event.substring(0, event.indexOf("END:VEVENT")))
                .contains("DTSTART;VALUE=DATE:"
                        + petition.details().due().toString().replace("-", ""))
                .contains(petition.details().handle())
                .contains("TRIGGER:-P9DT15H")
                .contains("TRIGGER:-P0DT15H");
        assertThat(calendar.lines().map(line -> line.getBytes(StandardCharsets.UTF_8).length))
                .as("RFC 5545, 3.1")
                .allMatch(octets -> octets <= 75);

        String renewed = reminders.openFeed(clerk);
        assertThat(reminders.feed(secret)).as("the one before opens no more").isEmpty();
        assertThat(reminders.feed(renewed)).isPresent();
        UUID tenure = organization.tenuresOf(clerk.person(), START).getFirst().id();
        organization.endTenure(PetitionGround.setter(), tenure, START.plusDays(1));
        clock.moveTo(START.plusDays(1));
        assertThat(reminders.feed(renewed)).as("who left the post").isEmpty();
    }

    @Test
    void manyComeInFromAWorkbookAndAComplaintAboutAnOfficialAmongThemIsSealed() {
        String place = organization.body(ground.body("village")).code();
        List<Map<String, Object>> rows = List.of(
                Map.of(
                        "received", START.minusDays(2),
                        "topic", "water",
                        "place", place,
                        "text", "水塔漏水，夜里流一路。",
                        "naming", "NAMED",
                        "name", "何田"),
                Map.of(
                        "received", START.minusDays(1),
                        "topic", "travel",
                        "place", place,
                        "text", "桥面塌陷一块。",
                        "naming", "ANONYMOUS"),
                Map.of(
                        "received", START.minusDays(1),
                        "topic", "other",
                        "place", place,
                        "text", "村书记多占宅基地。",
                        "naming", "ANONYMOUS",
                        "accused", "韩石"));
        byte[] workbook = Template.filled(PetitionImport.LAYOUT, Locale.SIMPLIFIED_CHINESE, Map.of("petitions", rows));
        var reading = Workbooks.read(workbook, PetitionImport.LAYOUT);
        assertThat(petitions.importAll(ground.in("desk"), reading)).isEqualTo(3);
        assertThat(petitions.search(ground.in("desk"), "水塔漏水", 5)).hasSize(1);
        assertThat(petitions.search(ground.in("desk"), "桥面塌陷", 5)).hasSize(1);
        assertThat(petitions.search(ground.in("desk"), "多占宅基地", 5)).isEmpty();
    }
}
