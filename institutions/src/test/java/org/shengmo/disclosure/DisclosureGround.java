package org.shengmo.disclosure;

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

/** A government with an education and a water bureau, each with a head and a clerk for disclosure. */
public final class DisclosureGround {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    private static final Actor SETTER = new Actor(
            null,
            null,
            "",
            Set.of(Permission.of("organization.manage"), Permission.of("organization.appoint")),
            new Scope.All(),
            List.of());

    private final Organization organization;
    private final Posts posts;
    private final String prefix = UUID.randomUUID().toString().substring(0, 6);
    private final Map<String, UUID> bodies = new HashMap<>();
    private final Map<String, UUID> postIds = new HashMap<>();
    private final Map<String, UUID> people = new HashMap<>();

    public DisclosureGround(Organization organization, Posts posts) {
        this.organization = organization;
        this.posts = posts;
        body("government", "区政府", BodyKind.GOVERNMENT, null);
        body("education", "区教育局", BodyKind.DEPARTMENT, "government");
        body("water", "区水利局", BodyKind.DEPARTMENT, "government");
        post("governor", "区长", "government", 1, "钱明", "pledge.manage", "duty.extend");
        post("government-clerk", "政府办科长", "government", 2, "孙立", "disclosure.publish", "disclosure.lead");
        post("education-head", "教育局局长", "education", 1, "李文", "disclosure.publish", "disclosure.lead");
        post("education-clerk", "教育局办公室主任", "education", 2, "周书", "disclosure.publish");
        post("water-head", "水利局局长", "water", 1, "王泽", "disclosure.publish", "disclosure.lead");
    }

    private void body(String code, String name, BodyKind kind, String parent) {
        NewBody body = new NewBody(
                prefix + "-" + code,
                name,
                kind,
                parent == null ? null : bodies.get(parent),
                bodies.size(),
                FIRST_DAY.minusYears(1));
        bodies.put(code, organization.establish(SETTER, body).id());
    }

    private void post(String code, String name, String body, int rank, String person, String... permissions) {
        NewPost post = NewPost.of(
                prefix + "-" + code, name, bodies.get(body), rank == 1, rank, Reach.OWN_BODY_AND_BELOW, permissions);
        postIds.put(code, organization.createPost(SETTER, post).id());
        people.put(
                code,
                organization
                        .register(SETTER, new NewPerson(prefix + "-" + code, person))
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

    /** Somebody asks the education bureau. */
    public NewRequest request(String what) {
        return new NewRequest(
                NewRequest.Channel.WEB,
                new NewRequest.Applicant(NewRequest.ApplicantKind.PERSON, "何田", "330106198506154519", "13800001234"),
                body("education"),
                what,
                NewRequest.Form.ELECTRONIC,
                "",
                null);
    }
}
