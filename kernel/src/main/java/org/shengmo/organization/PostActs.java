package org.shengmo.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.docket.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Acts on posts. */
@Component
class PostActs {

    private static final int MOST_SEATS = 999;

    private final JdbcClient database;
    private final Memory memory;
    private final Clerk clerk;
    private final Naming naming;

    PostActs(JdbcClient database, Memory memory, Clerk clerk, Naming naming) {
        this.database = database;
        this.memory = memory;
        this.clerk = clerk;
        this.naming = naming;
    }

    Post create(Actor by, NewPost post) {
        new Check()
                .code("code", post.code())
                .name("name", post.name())
                .present("body", post.body())
                .present("reach", post.reach())
                .that(post.rank() >= 1, "rank", "organization.rank.malformed")
                .that(
                        post.seats() >= 1 && post.seats() <= MOST_SEATS,
                        "seats",
                        "organization.seats.malformed",
                        MOST_SEATS)
                .that(!post.head() || post.seats() == 1, "seats", "organization.head.one-seat")
                .that(
                        post.reach()
                                == Reach.CHOSEN_BODIES
                                != post.chosenBodies().isEmpty(),
                        "chosenBodies",
                        "organization.chosen-bodies.malformed")
                .done();
        clerk.require(by, Clerk.MANAGE, post.body());
        long mark = memory.write(Part.POST, Part.NAME);
        Directory directory = memory.now();
        Body body = directory.body(post.body());
        new Check()
                .that(directory.postByCode(post.code()).isEmpty(), "code", "organization.code.taken", post.code())
                .that(
                        !post.head() || directory.headOf(post.body()).isEmpty(),
                        "head",
                        "organization.head.taken",
                        body.name())
                .done();
        grantWithin(by, post.permissions());
        reachWithin(by, post);
        UUID id = enter(by, post, body.name(), mark);
        return memory.now().post(id);
    }

    /** Writes a post that was checked, and its entry. */
    UUID enter(Actor by, NewPost post, String bodyName, long mark) {
        UUID id = UUID.randomUUID();
        database.sql("""
                INSERT INTO organization.post (id, code, body, kind, head, rank, permissions, reach, chosen_bodies, changed)
                VALUES (:id, :code, :body, :kind, :head, :rank, :permissions, :reach, :chosen, :mark)
                """)
                .param("id", id)
                .param("code", post.code())
                .param("body", post.body())
                .param("kind", post.kind() == null ? null : post.kind().code())
                .param("head", post.head())
                .param("rank", post.rank())
                .param("permissions", codes(post.permissions()).toArray(String[]::new))
                .param("reach", post.reach().name())
                .param("chosen", post.chosenBodies().toArray(UUID[]::new))
                .param("mark", mark)
                .update();
        database.sql("INSERT INTO organization.seat (post, number) SELECT :post, generate_series(1, :seats)")
                .param("post", id)
                .param("seats", post.seats())
                .update();
        naming.first("post", id, post.name(), mark);
        memory.written();
        clerk.record(
                by,
                "post-created",
                Subject.post(id),
                Clerk.payload(
                        "code",
                        post.code(),
                        "name",
                        post.name(),
                        "body",
                        bodyName,
                        "kind",
                        post.kind() == null ? null : post.kind().code(),
                        "head",
                        post.head(),
                        "seats",
                        post.seats(),
                        "permissions",
                        codes(post.permissions())),
                Subject.body(post.body()));
        return id;
    }

    void rename(Actor by, UUID post, String name, LocalDate from) {
        new Check().name("name", name).present("from", from).done();
        Post known = memory.now().post(post);
        clerk.require(by, Clerk.MANAGE, known.body());
        long mark = memory.write(Part.NAME);
        Directory directory = memory.now();
        naming.change("post", post, name, from, directory, mark);
        memory.written();
        clerk.record(
                by,
                "post-renamed",
                Subject.post(post),
                Clerk.payload("from", from, "name", name, "before", directory.nameOn(post, from.minusDays(1))),
                Subject.body(known.body()));
    }

    void permit(Actor by, UUID post, Set<Permission> permissions) {
        Post known = memory.now().post(post);
        clerk.require(by, Clerk.MANAGE, known.body());
        grantWithin(by, permissions);
        long mark = memory.write(Part.POST);
        database.sql("UPDATE organization.post SET permissions = :permissions, changed = :mark WHERE id = :id")
                .param("permissions", codes(permissions).toArray(String[]::new))
                .param("mark", mark)
                .param("id", post)
                .update();
        memory.written();
        clerk.record(
                by,
                "post-permitted",
                Subject.post(post),
                Clerk.payload(
                        "name", known.name(), "before", codes(known.permissions()), "permissions", codes(permissions)),
                Subject.body(known.body()));
    }

    /** Nobody gives what they do not have, unless the whole organization is theirs to manage. */
    private static void grantWithin(Actor by, Set<Permission> permissions) {
        if (!(by.scope() instanceof org.shengmo.access.Scope.All)) {
            permissions.forEach(by::require);
        }
    }

    /** Nobody makes a post that reaches farther than they do. */
    private void reachWithin(Actor by, NewPost post) {
        switch (post.reach()) {
            case ALL -> clerk.require(by, Clerk.MANAGE, null);
            case CHOSEN_BODIES -> post.chosenBodies().forEach(body -> clerk.require(by, Clerk.MANAGE, body));
            case OWN_BODY_AND_BELOW ->
                memory.now().withDescendants(post.body()).forEach(body -> clerk.require(by, Clerk.MANAGE, body));
            case OWN_BODY, OWN_SELF -> {
                // the post's own body is within their scope
            }
        }
    }

    private static List<String> codes(Set<Permission> permissions) {
        return permissions.stream().map(Permission::code).sorted().toList();
    }
}
