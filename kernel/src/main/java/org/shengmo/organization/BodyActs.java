package org.shengmo.organization;

import java.time.LocalDate;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Acts on bodies. */
@Component
class BodyActs {

    private final JdbcClient database;
    private final Memory memory;
    private final Clerk clerk;
    private final Naming naming;

    BodyActs(JdbcClient database, Memory memory, Clerk clerk, Naming naming) {
        this.database = database;
        this.memory = memory;
        this.clerk = clerk;
        this.naming = naming;
    }

    Body establish(Actor by, NewBody body) {
        new Check()
                .code("code", body.code())
                .name("name", body.name())
                .present("kind", body.kind())
                .done();
        clerk.require(by, Clerk.MANAGE, body.parent());
        long mark = memory.write(Part.BODY, Part.NAME);
        Directory directory = memory.now();
        new Check()
                .that(directory.bodyByCode(body.code()).isEmpty(), "code", "organization.code.taken", body.code())
                .done();
        Body parent = body.parent() == null ? null : directory.body(body.parent());
        UUID id = enter(by, body, parent == null ? null : parent.name(), mark);
        return new Body(
                id, body.code(), body.name(), body.kind(), body.parent(), body.position(), body.established(), null);
    }

    /** Writes a body that was checked, and its entry. */
    UUID enter(Actor by, NewBody body, String parentName, long mark) {
        UUID id = UUID.randomUUID();
        database.sql("""
                INSERT INTO organization.body (id, code, kind, parent, position, established, changed)
                VALUES (:id, :code, :kind, :parent, :position, :established, :mark)
                """)
                .param("id", id)
                .param("code", body.code())
                .param("kind", body.kind().name())
                .param("parent", body.parent())
                .param("position", body.position())
                .param("established", body.established())
                .param("mark", mark)
                .update();
        naming.first("body", id, body.name(), mark);
        memory.written();
        clerk.record(
                by,
                "body-established",
                Subject.body(id),
                Clerk.payload(
                        "code",
                        body.code(),
                        "name",
                        body.name(),
                        "kind",
                        body.kind(),
                        "established",
                        body.established(),
                        "parent",
                        parentName));
        return id;
    }

    void rename(Actor by, UUID body, String name, LocalDate from) {
        new Check().name("name", name).present("from", from).done();
        clerk.require(by, Clerk.MANAGE, body);
        long mark = memory.write(Part.NAME);
        Directory directory = memory.now();
        naming.change("body", body, name, from, directory, mark);
        memory.written();
        clerk.record(
                by,
                "body-renamed",
                Subject.body(body),
                Clerk.payload("from", from, "name", name, "before", directory.nameOn(body, from.minusDays(1))));
    }

    void abolish(Actor by, UUID body, LocalDate on) {
        new Check().present("on", on).done();
        clerk.require(by, Clerk.MANAGE, body);
        long mark = memory.write(Part.BODY);
        Directory directory = memory.now();
        Body known = directory.body(body);
        if (!known.standsOn(on) || on.equals(known.established())) {
            throw Refusal.of("organization.body.not-standing", known.name(), on).refused();
        }
        directory.childrenOf(body).stream()
                .filter(child -> child.abolished() == null || child.abolished().isAfter(on))
                .findFirst()
                .ifPresent(child -> {
                    throw Refusal.of("organization.body.has-children", known.name(), child.name())
                            .refused();
                });
        directory.postsOf(body).stream()
                .flatMap(post -> directory.tenuresIn(post.id()).stream())
                .filter(tenure -> tenure.until() == null || tenure.until().isAfter(on))
                .findFirst()
                .ifPresent(tenure -> {
                    throw Refusal.of(
                                    "organization.body.has-holders",
                                    known.name(),
                                    directory.person(tenure.person()).name(),
                                    directory.post(tenure.post()).name())
                            .refused();
                });
        database.sql("UPDATE organization.body SET abolished = :on, changed = :mark WHERE id = :id")
                .param("on", on)
                .param("mark", mark)
                .param("id", body)
                .update();
        memory.written();
        clerk.record(by, "body-abolished", Subject.body(body), Clerk.payload("name", known.name(), "on", on));
    }
}
