package org.shengmo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shengmo.access.Accounts;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.access.Scope;
import org.shengmo.deliberation.Business;
import org.shengmo.deliberation.Matter;
import org.shengmo.deliberation.Matters;
import org.shengmo.deliberation.Meetings;
import org.shengmo.deliberation.NewMatter;
import org.shengmo.deliberation.Outcome;
import org.shengmo.deliberation.Step;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.NewBody;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Person;
import org.shengmo.organization.Post;
import org.shengmo.organization.Reach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A meeting with five people in five browsers: each page follows by itself, the principal's form is not there until all
 * others have spoken, a dropped connection loses nothing, and everyone signs the same text.
 */
@ProgramTest
class MeetingWalkTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 3, 3);
    private static final String PASSWORD = "wooden-ruler-keeps-straight";
    private static final int MEMBERS = 5;

    @LocalServerPort
    int port;

    @Autowired
    Organization organization;

    @Autowired
    Posts posts;

    @Autowired
    Accounts accounts;

    @Autowired
    Matters matters;

    @Autowired
    Meetings meetings;

    private final List<Actor> members = new ArrayList<>();
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private UUID matter;
    private UUID meeting;

    @BeforeEach
    void aMeetingIsConvened() {
        Actor installer = new Actor(
                null,
                null,
                "",
                Set.of(
                        Permission.of("organization.manage"),
                        Permission.of("organization.appoint"),
                        Permission.of("access.account.manage")),
                new Scope.All(),
                List.of());
        Body committee = body(installer, "C", BodyKind.COMMITTEE, null);
        Body bureau = body(installer, "B", BodyKind.DEPARTMENT, committee.id());
        for (int rank = 1; rank <= MEMBERS; rank++) {
            members.add(holder(installer, "M" + rank, committee, rank, "deliberation.sit"));
        }
        Actor proposer = holder(installer, "H", bureau, 1, "deliberation.propose");
        Actor office = holder(installer, "O", committee, 9, "deliberation.convene");
        for (int i = 0; i < MEMBERS; i++) {
            accounts.createForDemonstration(installer, Map.of(members.get(i).person(), login(i)), PASSWORD);
        }
        matter = matters.propose(
                        proposer,
                        new NewMatter(
                                Business.PERSONNEL,
                                "任命检测中心主任",
                                "经考察，拟任命。",
                                null,
                                "",
                                "",
                                "",
                                bureau.id(),
                                Set.of(proposer.person()),
                                false))
                .id();
        matters.give(proposer, matter, Step.RESEARCH, true, "考察合格。", List.of());
        meeting = meetings.convene(office, committee.id(), TODAY, "一号会议室", List.of(matter));
    }

    private Body body(Actor installer, String code, BodyKind kind, UUID parent) {
        return organization.establish(
                installer, new NewBody(code + run, code + "机构", kind, parent, 1, TODAY.minusYears(1)));
    }

    private Actor holder(Actor installer, String code, Body body, int rank, String... permissions) {
        Post post = organization.createPost(
                installer, NewPost.of(code + run, code, body.id(), rank == 1, rank, Reach.ALL, permissions));
        Person person = organization.register(installer, new NewPerson(code + run, code + "某"));
        organization.appoint(installer, person.id(), post.id(), TODAY.minusMonths(1));
        return posts.actor(person.id(), post.id(), TODAY);
    }

    private String login(int member) {
        return run + "m" + member;
    }

    @Test
    void fivePeopleMeetInFiveBrowsers() {
        try (Chromium browser = Chromium.at("http://127.0.0.1:" + port)) {
            List<Page> seats = new ArrayList<>();
            for (int i = 0; i < MEMBERS; i++) {
                seats.add(browser.signedIn(login(i), PASSWORD));
            }
            for (Page seat : seats) {
                seat.navigate(at("/meetings/" + meeting));
                press(seat, "我到会了");
            }
            Page principal = seats.getFirst();
            press(principal, "宣布开会");
            press(principal, "开始讨论");
            assertThat(principal.locator("form[action$='/stand']").count())
                    .as("no form for the principal yet")
                    .isZero();
            assertThat(principal.innerText("main")).contains("最后表态");

            for (int i = MEMBERS - 1; i > 0; i--) {
                Page seat = seats.get(i);
                seat.locator("form[action$='/stand']").waitFor();
                if (i == 3) {
                    seat.context().setOffline(true);
                    seat.context().setOffline(false);
                    seat.reload();
                }
                stand(seat, i == 2 ? "disagree" : "agree", i == 2 ? "任职年限不足" : "");
            }
            principal.locator("form[action$='/stand']").waitFor();
            stand(principal, "agree", "");
            press(principal, "宣布结果");
            press(principal, "散会");
            assertThat(principal.innerText("main")).contains("任职年限不足").contains("不同意见");

            for (Page seat : seats) {
                seat.reload();
                seat.fill("#field-password", PASSWORD);
                press(seat, "签字");
            }
            assertThat(principal.innerText("main")).doesNotContain("未找到");
        }
        assertThat(matters.byId(matter))
                .hasValueSatisfying(decided ->
                        assertThat(((Matter.Decided) decided).outcome()).isEqualTo(Outcome.ADOPTED));
        assertThat(meetings.byId(meeting).orElseThrow().minutes().orElseThrow().complete())
                .isTrue();
    }

    private static void stand(Page seat, String stance, String words) {
        seat.selectOption("#field-stance", stance);
        seat.fill("#field-words", words);
        seat.click("form[action$='/stand'] button[type=submit]");
    }

    private static void press(Page seat, String button) {
        seat.locator("main button:text-is('" + button + "')").first().click();
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
