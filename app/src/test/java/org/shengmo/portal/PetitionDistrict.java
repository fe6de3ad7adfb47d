package org.shengmo.portal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Accounts;
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
import org.springframework.beans.factory.BeanFactory;

/** A petition office, a water bureau, a township with a village and discipline intake, all with accounts. */
final class PetitionDistrict {

    static final String PASSWORD = "wooden-ruler-keeps-straight";
    static final LocalDate TODAY = LocalDate.of(2025, 3, 3);

    private static final Actor INSTALLER = new Actor(
            null,
            null,
            "",
            Set.of(
                    Permission.of("organization.manage"),
                    Permission.of("organization.appoint"),
                    Permission.of("access.account.manage")),
            new Scope.All(),
            List.of());

    private final Organization organization;
    private final Posts posts;
    private final Map<String, UUID> bodies = new HashMap<>();
    private final Map<String, UUID> postIds = new HashMap<>();
    private final Map<String, UUID> people = new HashMap<>();
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    PetitionDistrict(BeanFactory program) {
        organization = program.getBean(Organization.class);
        posts = program.getBean(Posts.class);
        body("government", "区政府", BodyKind.GOVERNMENT, null);
        body("discipline", "区纪委监委", BodyKind.DISCIPLINE, null);
        body("office", "区信访局", BodyKind.DEPARTMENT, "government");
        body("water", "区水利局", BodyKind.DEPARTMENT, "government");
        body("town", "青山镇" + run, BodyKind.TOWNSHIP, "government");
        body("village", "石桥村" + run, BodyKind.VILLAGE, "town");
        post("secretary", "区委书记", "government", 1, Reach.ALL, "赵正", "petition.discipline.above");
        post("governor", "区长", "government", 2, Reach.ALL, "钱明", "petition.review", "petition.read");
        post("intake", "案管室主任", "discipline", 2, Reach.ALL, "李清", "petition.discipline.intake", "supervision.appoint");
        post("desk", "接访科科长", "office", 2, Reach.ALL, "郑访", "petition.desk", "petition.rectify");
        post("water-head", "水利局局长", "water", 1, Reach.OWN_BODY_AND_BELOW, "王泽", "petition.handle", "petition.read");
        post("water-clerk", "水利局办公室主任", "water", 2, Reach.OWN_BODY, "冯泉", "petition.handle", "disclosure.publish");
        post("town-head", "镇党委书记", "town", 1, Reach.OWN_BODY_AND_BELOW, "褚山", "petition.handle", "petition.read");
        Map<UUID, String> logins = new HashMap<>();
        people.forEach((post, person) -> logins.put(person, login(post)));
        program.getBean(Accounts.class).createForDemonstration(INSTALLER, logins, PASSWORD);
    }

    private void body(String code, String name, BodyKind kind, String parent) {
        UUID above = parent == null ? null : bodies.get(parent);
        NewBody body = new NewBody(run + "-" + code, name, kind, above, bodies.size(), TODAY.minusYears(1));
        bodies.put(code, organization.establish(INSTALLER, body).id());
    }

    private void post(
            String code, String name, String body, int rank, Reach reach, String person, String... permissions) {
        NewPost post = NewPost.of(run + "-" + code, name, bodies.get(body), rank == 1, rank, reach, permissions);
        postIds.put(code, organization.createPost(INSTALLER, post).id());
        people.put(
                code,
                organization
                        .register(INSTALLER, new NewPerson(run + "-" + code, person))
                        .id());
        organization.appoint(INSTALLER, people.get(code), postIds.get(code), TODAY.minusMonths(2));
    }

    UUID body(String code) {
        return bodies.get(code);
    }

    UUID post(String code) {
        return postIds.get(code);
    }

    UUID person(String code) {
        return people.get(code);
    }

    String login(String post) {
        return run + post;
    }

    /** The holder of a post. */
    Actor in(String post) {
        return posts.actor(people.get(post), postIds.get(post), TODAY);
    }
}
