package org.shengmo.deliberation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.access.Scope;
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

/** A committee of three that prepares and decides a matter, for tests whose acts rest on such a decision. */
public final class AdoptedMatters {

    private static final int DAYS = 45;

    private final Organization organization;
    private final Posts posts;
    private final Matters matters;
    private final Meetings meetings;
    private final TestClock clock;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Actor installer = new Actor(
            null,
            null,
            "",
            Set.of(Permission.of("organization.manage"), Permission.of("organization.appoint")),
            new Scope.All(),
            List.of());

    public AdoptedMatters(Organization organization, Posts posts, Matters matters, Meetings meetings, TestClock clock) {
        this.organization = organization;
        this.posts = posts;
        this.matters = matters;
        this.meetings = meetings;
        this.clock = clock;
    }

    /** Prepares a rule from a day on, and has it adopted or rejected some weeks later; says its number as it is cited. */
    public String rule(LocalDate from, String text, boolean adopt) {
        return "第" + decided(from, Business.RULES, null, text, adopt).details().number() + "号";
    }

    /** The same with public investment of an amount in yuan. */
    public UUID investment(LocalDate from, String amount, boolean adopt) {
        return decided(from, Business.INVESTMENT, new BigDecimal(amount), "道路改造。", adopt)
                .id();
    }

    private Matter decided(LocalDate from, Business kind, BigDecimal amount, String text, boolean adopt) {
        clock.moveTo(from);
        Body committee = body("RC", BodyKind.COMMITTEE, null, from);
        Body bureau = body("RB", BodyKind.DEPARTMENT, committee.id(), from);
        List<Actor> members = List.of(
                holder("R1", committee, 1, from, "deliberation.sit", "deliberation.convene"),
                holder("R2", committee, 2, from, "deliberation.sit"),
                holder("R3", committee, 3, from, "deliberation.sit"));
        Actor proposer = holder("RP", bureau, 1, from, "deliberation.propose");
        Actor reviewer = holder("RL", bureau, 2, from, "deliberation.review-legality");
        Matter matter = matters.propose(
                proposer, new NewMatter(kind, "提请决定", text, amount, "", "", "", bureau.id(), Set.of(), true));
        UUID id = matter.id();
        matters.begin(proposer, id, Step.COMMENT);
        matters.begin(proposer, id, Step.LEGALITY);
        clock.moveTo(from.plusDays(DAYS));
        for (Step step : matter.details().competence().steps()) {
            matters.give(step == Step.LEGALITY ? reviewer : proposer, id, step, true, "已经办理。", List.of());
        }
        UUID meeting = meetings.convene(members.getFirst(), committee.id(), LocalDate.now(clock), "会议室", List.of(id));
        members.forEach(member -> meetings.arrive(member, meeting, member.post()));
        meetings.open(members.getFirst(), meeting);
        meetings.call(members.getFirst(), meeting, id);
        members.reversed()
                .forEach(member -> meetings.stand(
                        member, meeting, id, adopt ? Stance.AGREE : Stance.DISAGREE, adopt ? "" : "不同意，理由不足。"));
        meetings.decide(members.getFirst(), meeting, id);
        meetings.close(members.getFirst(), meeting);
        return matter;
    }

    private Body body(String code, BodyKind kind, UUID parent, LocalDate from) {
        return organization.establish(
                installer,
                new NewBody(code + run + Long.toString(from.toEpochDay()), code, kind, parent, 1, from.minusYears(1)));
    }

    private Actor holder(String code, Body body, int rank, LocalDate from, String... permissions) {
        String own = code + body.code();
        Post post = organization.createPost(
                installer, NewPost.of(own, code, body.id(), rank == 1, rank, Reach.ALL, permissions));
        Person person = organization.register(installer, new NewPerson(own, code + "某"));
        organization.appoint(installer, person.id(), post.id(), from.minusMonths(1));
        return posts.actor(person.id(), post.id(), from);
    }
}
