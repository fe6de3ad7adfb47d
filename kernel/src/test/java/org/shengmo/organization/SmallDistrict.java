package org.shengmo.organization;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.access.Scope;

/**
 * A district small enough to hold in one's head, set up through the commands that the pages call. The finance bureau's
 * head answers to the deputy governor in charge of it, who answers to the governor, who answers to the secretary.
 */
public final class SmallDistrict {

    public static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);

    /** Who sets it up. */
    public static final Actor SETTER = new Actor(
            null,
            null,
            "",
            Set.of(Permission.of("organization.manage"), Permission.of("organization.appoint")),
            new Scope.All(),
            List.of());

    private final Organization organization;
    private final Posts posts;
    private final Map<String, UUID> people = new HashMap<>();
    private final Map<String, UUID> postIds = new HashMap<>();
    private final Map<String, UUID> bodies = new HashMap<>();
    private final String prefix = UUID.randomUUID().toString().substring(0, 8);

    private SmallDistrict(Organization organization, Posts posts) {
        this.organization = organization;
        this.posts = posts;
    }

    /** Sets one up; several can stand beside each other. */
    public static SmallDistrict in(Organization organization, Posts posts) {
        SmallDistrict district = new SmallDistrict(organization, posts);
        district.setUp();
        return district;
    }

    private void setUp() {
        body("committee", "县委", BodyKind.COMMITTEE, null);
        body("government", "县政府", BodyKind.GOVERNMENT, "committee");
        body("discipline", "县纪委监委", BodyKind.DISCIPLINE, "committee");
        body("finance", "县财政局", BodyKind.DEPARTMENT, "government");
        body("township", "青山镇", BodyKind.TOWNSHIP, "government");
        post("secretary", "县委书记", "committee", 1, Reach.ALL, "consequence.decide-appeal", "consequence.decide-grave");
        post("governor", "县长", "government", 1, Reach.ALL, "duty.extend", "duty.withdraw", "duty.accept");
        post("deputy-governor", "副县长", "government", 2, Reach.OWN_BODY_AND_BELOW, "duty.extend", "duty.lay");
        post(
                "discipline-secretary",
                "县纪委书记",
                "discipline",
                1,
                Reach.ALL,
                "finding.state",
                "finding.decide",
                "finding.read",
                "consequence.read",
                "consequence.decide-light",
                "consequence.decide");
        post("inspector", "纪检监察室主任", "discipline", 2, Reach.ALL, "finding.state", "finding.decide");
        post("finance-head", "县财政局局长", "finance", 1, Reach.OWN_BODY, "finding.decide", "consequence.decide-light");
        post("finance-deputy", "县财政局副局长", "finance", 2, Reach.OWN_SELF);
        post("township-head", "青山镇镇长", "township", 1, Reach.OWN_BODY, "finding.decide", "finding.state");
        for (String post : List.copyOf(postIds.keySet())) {
            appoint(post + "-person", post, FIRST_DAY);
        }
        Portfolio money = organization.createPortfolio(SETTER, prefix + "-money", "财政");
        organization.cover(SETTER, money.id(), bodies.get("finance"), FIRST_DAY);
        organization.assignPortfolio(SETTER, postIds.get("deputy-governor"), money.id(), FIRST_DAY);
    }

    private void body(String code, String name, BodyKind kind, String parent) {
        UUID above = parent == null ? null : bodies.get(parent);
        bodies.put(
                code,
                organization
                        .establish(
                                SETTER, new NewBody(prefix + "-" + code, name, kind, above, bodies.size(), FIRST_DAY))
                        .id());
    }

    private void post(String code, String name, String body, int rank, Reach reach, String... permissions) {
        NewPost post = NewPost.of(prefix + "-" + code, name, bodies.get(body), rank == 1, rank, reach, permissions);
        postIds.put(code, organization.createPost(SETTER, post).id());
    }

    /** Registers the person where they are not known yet, and appoints them. */
    public Tenure appoint(String person, String post, LocalDate from) {
        UUID id = people.computeIfAbsent(
                person,
                code -> organization
                        .register(SETTER, new NewPerson(prefix + "-" + code, "人" + people.size()))
                        .id());
        return organization.appoint(SETTER, id, postIds.get(post), from);
    }

    /** Puts somebody who is known into one more post, from the first day. */
    public void hold(String person, UUID post) {
        organization.appoint(SETTER, people.get(person), post, FIRST_DAY);
    }

    /** Ends the tenure of who holds a post. */
    public void vacate(String post, LocalDate until) {
        Tenure tenure =
                organization.holderOf(postIds.get(post), until.minusDays(1)).orElseThrow();
        organization.endTenure(SETTER, tenure.id(), until);
    }

    public UUID post(String code) {
        return postIds.get(code);
    }

    public UUID body(String code) {
        return bodies.get(code);
    }

    public UUID person(String code) {
        return people.get(code);
    }

    /** The first holder of a post acting in it on a day. */
    public Actor actor(String post, LocalDate on) {
        return actor(post + "-person", post, on);
    }

    /** A person acting in a post on a day. */
    public Actor actor(String person, String post, LocalDate on) {
        return posts.actor(people.get(person), postIds.get(post), on);
    }
}
