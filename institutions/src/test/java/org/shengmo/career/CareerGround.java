package org.shengmo.career;

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

/** A district with a committee of six, a personnel side, a discipline body, and a bureau with a post to fill. */
public final class CareerGround {

    public static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);

    /** The committee's seats, the principal first. */
    public static final List<String> SEATS = List.of("principal", "second", "third", "fourth", "fifth", "sixth");

    public static final Actor SETTER = new Actor(
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

    public CareerGround(Organization organization, Posts posts) {
        this.organization = organization;
        this.posts = posts;
        // One committee a district: what an earlier ground left sits no more.
        organization.posts().stream()
                .filter(post -> post.permissions().contains(Permission.of("deliberation.sit")))
                .forEach(post -> organization.permit(SETTER, post.id(), Set.of()));
        body("committee", "区委", BodyKind.COMMITTEE, null);
        body("government", "区政府", BodyKind.GOVERNMENT, "committee");
        body("discipline", "区纪委监委", BodyKind.DISCIPLINE, "committee");
        body("personnel", "区委组织部", BodyKind.DEPARTMENT, "committee");
        body("water", "区水利局", BodyKind.DEPARTMENT, "government");
        body("roads", "区交通局", BodyKind.DEPARTMENT, "government");
        int rank = 1;
        for (String seat : SEATS) {
            filled(seat, "常委" + rank, "committee", rank++, "deliberation.sit", "career.adjust.decide");
        }
        filled("governor", "区长", "government", 1);
        filled("secretary", "纪委书记", "discipline", 1, "discipline.lead", "career.opine");
        filled("deputy", "纪委副书记", "discipline", 2, "discipline.handle", "career.opine");
        filled("keeper", "案管室主任", "discipline", 3, "discipline.keep", "finding.state", "finding.decide");
        filled("decider", "审理室主任", "discipline", 4, "finding.decide");
        filled("lead", "组织部部长", "personnel", 1, "career.manage", "career.appoint", "organization.appoint");
        filled("clerk", "干部科科长", "personnel", 2, "career.manage", "career.transfer.decide");
        filled("inspector", "干部科干部", "personnel", 3, "career.manage");
        filled("water-head", "水利局局长", "water", 1, "career.transfer.ask");
        filled("engineer", "水利局工程师", "water", 3);
        filled("foreman", "水利局科员", "water", 4);
        filled("roads-head", "交通局局长", "roads", 1, "career.transfer.ask");
        vacant("water-deputy", "水利局副局长", "water", 2);
        vacant("roads-deputy", "交通局副局长", "roads", 2);
    }

    private void body(String code, String name, BodyKind kind, String parent) {
        UUID above = parent == null ? null : bodies.get(parent);
        NewBody body = new NewBody(prefix + "-" + code, name, kind, above, bodies.size(), FIRST_DAY);
        bodies.put(code, organization.establish(SETTER, body).id());
    }

    private void vacant(String code, String name, String body, int rank, String... permissions) {
        NewPost post = NewPost.of(prefix + "-" + code, name, bodies.get(body), rank == 1, rank, Reach.ALL, permissions);
        postIds.put(code, organization.createPost(SETTER, post).id());
    }

    private void filled(String code, String name, String body, int rank, String... permissions) {
        vacant(code, name, body, rank, permissions);
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

    /** The holder of a post, with what the post may do. */
    public Actor in(String post) {
        return posts.actor(people.get(post), postIds.get(post), FIRST_DAY.plusDays(1));
    }
}
