package org.shengmo.discipline;

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
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.NewBody;
import org.shengmo.organization.NewPerson;
import org.shengmo.organization.NewPost;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Reach;

/** A district with a discipline body of seven, a bureau complained of, and those who must not learn of it. */
public final class DisciplineGround {

    public static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);

    private static final Actor SETTER = new Actor(
            null,
            null,
            "",
            Set.of(Permission.of("organization.manage"), Permission.of("organization.appoint")),
            new Scope.All(),
            List.of());

    private final Organization organization;
    private final Posts posts;
    private final Map<String, UUID> bodies = new HashMap<>();
    private final Map<String, UUID> postIds = new HashMap<>();
    private final Map<String, UUID> people = new HashMap<>();
    private final String prefix = UUID.randomUUID().toString().substring(0, 6);

    public DisciplineGround(Organization organization, Posts posts) {
        this.organization = organization;
        this.posts = posts;
        body("committee", "区委", BodyKind.COMMITTEE, null);
        body("government", "区政府", BodyKind.GOVERNMENT, "committee");
        body("discipline", "区纪委监委", BodyKind.DISCIPLINE, "committee");
        body("personnel", "区委组织部", BodyKind.DEPARTMENT, "committee");
        body("water", "区水利局", BodyKind.DEPARTMENT, "government");
        body("village", "石桥村", BodyKind.VILLAGE, "government");
        post(
                "principal",
                "区委书记",
                "committee",
                1,
                "discipline.above",
                "discipline.approve",
                "petition.discipline.above",
                "consequence.read",
                "finding.read");
        post("governor", "区长", "government", 1, "consequence.read", "finding.read", "duty.extend");
        post(
                "secretary",
                "纪委书记",
                "discipline",
                1,
                "discipline.lead",
                "discipline.decide",
                "petition.discipline.intake",
                "finding.read",
                "finding.state",
                "finding.decide",
                "consequence.read");
        post("deputy", "纪委副书记", "discipline", 2, "discipline.handle", "discipline.decide");
        post("one", "审查室主任", "discipline", 3, "discipline.handle");
        post("two", "审查室干部", "discipline", 4, "discipline.handle");
        post("third", "审查室干部二", "discipline", 5, "discipline.handle");
        post("trier", "审理室主任", "discipline", 6, "discipline.handle");
        post("second-trier", "审理室干部", "discipline", 7, "discipline.handle");
        post(
                "keeper",
                "案管室主任",
                "discipline",
                8,
                "discipline.keep",
                "petition.discipline.intake",
                "consequence.recover",
                "consequence.recovery.read");
        post("reviewer", "机关纪委书记", "discipline", 9, "discipline.log.review", "finding.decide");
        post("personnel-head", "组织部部长", "personnel", 1, "discipline.carry-out", "consequence.read");
        post("water-head", "水利局局长", "water", 1, "consequence.read", "finding.read");
        post("water-clerk", "水利局科员", "water", 2);
        post("village-head", "村书记", "village", 1);
    }

    private void body(String code, String name, BodyKind kind, String parent) {
        UUID above = parent == null ? null : bodies.get(parent);
        NewBody body = new NewBody(prefix + "-" + code, name, kind, above, bodies.size(), FIRST_DAY);
        bodies.put(code, organization.establish(SETTER, body).id());
    }

    private void post(String code, String name, String body, int rank, String... permissions) {
        NewPost post = NewPost.of(prefix + "-" + code, name, bodies.get(body), rank == 1, rank, Reach.ALL, permissions);
        postIds.put(code, organization.createPost(SETTER, post).id());
        people.put(
                code,
                organization
                        .register(SETTER, new NewPerson(prefix + "-" + code, "甲" + name))
                        .id());
        organization.appoint(SETTER, people.get(code), postIds.get(code), FIRST_DAY);
    }

    public UUID body(String code) {
        return bodies.get(code);
    }

    public UUID post(String code) {
        return postIds.get(code);
    }

    public UUID person(String code) {
        return people.get(code);
    }

    /** Every post's code. */
    public Set<String> codes() {
        return postIds.keySet();
    }

    /** The holder of a post, with what the post may do. */
    public Actor in(String post) {
        return posts.actor(people.get(post), postIds.get(post), FIRST_DAY.plusDays(1));
    }
}
