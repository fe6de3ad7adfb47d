package org.shengmo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
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
import org.shengmo.deliberation.Stance;
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
import org.shengmo.store.TestClock;
import org.shengmo.store.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The program stops in the middle of a meeting and is started again: the meeting goes on where it was. */
class MeetingRestartTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 3, 3);
    private static final String PASSWORD = "wooden-ruler-keeps-straight";
    private static final int MEMBERS = 3;
    private static final DataSource DATABASE = TestDatabase.fresh();

    static class Ground {
        @Bean(destroyMethod = "")
        DataSource dataSource() {
            return DATABASE;
        }

        @Bean
        TestClock clock() {
            return new TestClock(TODAY);
        }
    }

    private final List<Actor> members = new ArrayList<>();
    private UUID matter;
    private UUID meeting;

    private static ConfigurableApplicationContext started() {
        return new SpringApplicationBuilder(Program.class, Ground.class)
                .properties(Map.of("server.port", "0", "server.address", "127.0.0.1"))
                .run();
    }

    @Test
    void aMeetingGoesOnAfterTheServerWasRestarted() throws Exception {
        try (ConfigurableApplicationContext before = started()) {
            aMeetingIsConvened(before);
            Meetings meetings = before.getBean(Meetings.class);
            members.forEach(member -> meetings.arrive(member, meeting, member.post()));
            meetings.open(members.getFirst(), meeting);
            meetings.call(members.getFirst(), meeting, matter);
            meetings.stand(members.get(2), meeting, matter, Stance.DISAGREE, "任职年限不足");
        }
        try (ConfigurableApplicationContext after = started()) {
            int port = after.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            Visitor principal = new Visitor(port).signedIn("m0", PASSWORD);
            Visitor second = new Visitor(port).signedIn("m1", PASSWORD);
            HttpResponse<String> page = second.get("/meetings/" + meeting);
            assertThat(page.body()).contains("任职年限不足").contains("/stand\"");
            HttpResponse<String> early = principal.get("/meetings/" + meeting);
            assertThat(early.body()).contains("最后表态").doesNotContain("/stand\"");
            String stand = "/meetings/" + meeting + "/items/" + matter + "/stand";
            Map<String, String> agree = Map.of("stance", "agree", "words", "");
            assertThat(principal.post(stand, early, agree).statusCode()).isEqualTo(409);
            assertThat(second.post(stand, page, agree).statusCode()).isEqualTo(303);
            assertThat(principal.post(stand, early, agree).statusCode()).isEqualTo(303);
            Meetings meetings = after.getBean(Meetings.class);
            meetings.decide(members.getFirst(), meeting, matter);
            assertThat(after.getBean(Matters.class).byId(matter))
                    .hasValueSatisfying(decided ->
                            assertThat(((Matter.Decided) decided).outcome()).isEqualTo(Outcome.ADOPTED));
            meetings.close(members.getFirst(), meeting);
            String open = "/decisions/" + matter;
            assertThat(new Visitor(port).get(open).body())
                    .as("minutes are for everyone once all have signed")
                    .contains("还缺 3 人")
                    .doesNotContain("任职年限不足");
            String sha256 =
                    meetings.byId(meeting).orElseThrow().minutes().orElseThrow().sha256();
            members.forEach(member -> meetings.sign(member, meeting, sha256, "", PASSWORD));
            assertThat(new Visitor(port).get(open).body()).contains("任职年限不足", "不同意见：m2某", sha256);
        }
    }

    private void aMeetingIsConvened(ConfigurableApplicationContext program) {
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
        Organization organization = program.getBean(Organization.class);
        Matters matters = program.getBean(Matters.class);
        Body committee = organization.establish(
                installer, new NewBody("C", "区委", BodyKind.COMMITTEE, null, 1, TODAY.minusYears(1)));
        Body bureau = organization.establish(
                installer, new NewBody("B", "某局", BodyKind.DEPARTMENT, committee.id(), 1, TODAY.minusYears(1)));
        for (int i = 0; i < MEMBERS; i++) {
            Actor member =
                    holder(program, installer, "m" + i, committee, i + 1, "deliberation.sit", "deliberation.convene");
            members.add(member);
            program.getBean(Accounts.class)
                    .createForDemonstration(installer, Map.of(member.person(), "m" + i), PASSWORD);
        }
        Actor proposer = holder(program, installer, "p", bureau, 1, "deliberation.propose");
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
                                true))
                .id();
        matters.give(proposer, matter, Step.RESEARCH, true, "考察合格。", List.of());
        meeting = program.getBean(Meetings.class)
                .convene(members.getFirst(), committee.id(), TODAY, "一号会议室", List.of(matter));
    }

    private static Actor holder(
            ConfigurableApplicationContext program,
            Actor installer,
            String code,
            Body body,
            int rank,
            String... permissions) {
        Organization organization = program.getBean(Organization.class);
        Post post = organization.createPost(
                installer, NewPost.of(code, code, body.id(), rank == 1, rank, Reach.ALL, permissions));
        Person person = organization.register(installer, new NewPerson("P" + code, code + "某"));
        organization.appoint(installer, person.id(), post.id(), TODAY.minusMonths(1));
        return program.getBean(Posts.class).actor(person.id(), post.id(), TODAY);
    }
}
