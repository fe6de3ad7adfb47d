package org.shengmo.petition;

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
import org.shengmo.organization.Portfolio;
import org.shengmo.organization.Reach;

/** A district with a petition office, a water bureau, a township with a village, reviewers and discipline intake. */
public final class PetitionGround {

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

    public PetitionGround(Organization organization, Posts posts) {
        this.organization = organization;
        this.posts = posts;
        body("committee", "区委", BodyKind.COMMITTEE, null);
        body("government", "区政府", BodyKind.GOVERNMENT, "committee");
        body("discipline", "区纪委监委", BodyKind.DISCIPLINE, "committee");
        body("office", "区信访局", BodyKind.DEPARTMENT, "committee");
        body("water", "区水利局", BodyKind.DEPARTMENT, "government");
        body("roads", "区交通局", BodyKind.DEPARTMENT, "government");
        body("town", "青山镇", BodyKind.TOWNSHIP, "government");
        body("village", "石桥村", BodyKind.VILLAGE, "town");
        post("secretary", "区委书记", "committee", 1, Reach.ALL, "赵正", "petition.discipline.above");
        post("governor", "区长", "government", 1, Reach.ALL, "钱明", "petition.review");
        post("law-secretary", "政法委书记", "committee", 2, Reach.ALL, "卫平", "petition.review");
        post("deputy", "副区长", "government", 2, Reach.OWN_SELF, "孙和");
        post("intake", "案管室主任", "discipline", 2, Reach.ALL, "李清", "petition.discipline.intake");
        post("intake-two", "纪委副书记", "discipline", 1, Reach.ALL, "周直", "petition.discipline.intake");
        post("office-head", "信访局局长", "office", 1, Reach.ALL, "吴信", "petition.desk", "petition.rectify");
        post("desk", "接访科科长", "office", 2, Reach.ALL, "郑访", "petition.desk", "petition.rectify");
        post("water-head", "水利局局长", "water", 1, Reach.OWN_BODY_AND_BELOW, "王泽", "petition.handle", "petition.read");
        post("water-clerk", "水利局办公室主任", "water", 2, Reach.OWN_BODY, "冯泉", "petition.handle");
        post("roads-head", "交通局局长", "roads", 1, Reach.OWN_BODY, "陈途", "petition.handle", "petition.read");
        post("town-head", "镇党委书记", "town", 1, Reach.OWN_BODY_AND_BELOW, "褚山", "petition.handle", "petition.read");
        post("town-clerk", "镇信访办主任", "town", 2, Reach.OWN_BODY_AND_BELOW, "沈乡", "petition.handle");
        post("village-head", "村书记", "village", 1, Reach.OWN_BODY, "韩石");
        Portfolio portfolio = organization.createPortfolio(SETTER, prefix + "-rivers", "水利");
        organization.cover(SETTER, portfolio.id(), bodies.get("water"), FIRST_DAY);
        organization.assignPortfolio(SETTER, postIds.get("deputy"), portfolio.id(), FIRST_DAY);
    }

    private void body(String code, String name, BodyKind kind, String parent) {
        UUID above = parent == null ? null : bodies.get(parent);
        NewBody body = new NewBody(prefix + "-" + code, name, kind, above, bodies.size(), FIRST_DAY);
        bodies.put(code, organization.establish(SETTER, body).id());
    }

    private void post(
            String code, String name, String body, int rank, Reach reach, String person, String... permissions) {
        NewPost post = NewPost.of(prefix + "-" + code, name, bodies.get(body), rank == 1, rank, reach, permissions);
        postIds.put(code, organization.createPost(SETTER, post).id());
        people.put(
                code,
                organization
                        .register(SETTER, new NewPerson(prefix + "-" + code, person))
                        .id());
        organization.appoint(SETTER, people.get(code), postIds.get(code), FIRST_DAY);
    }

    /** Who may appoint and end. */
    static Actor setter() {
        return SETTER;
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

    /** A petition about the village's water. */
    NewPetition water(String text) {
        return NewPetition.of(
                        Channel.WEB,
                        Naming.NAMED,
                        Topic.WATER,
                        text,
                        bodies.get("village"),
                        new NewPetition.Who("何田", "13800001234"))
                .at("村东头水塔");
    }
}
