package org.shengmo.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bodies join coordinating bodies and leave them. */
@Component
class MembershipActs {

    private final JdbcClient database;
    private final Memory memory;
    private final Clerk clerk;
    private final Clock clock;

    MembershipActs(JdbcClient database, Memory memory, Clerk clerk, Clock clock) {
        this.database = database;
        this.memory = memory;
        this.clerk = clerk;
        this.clock = clock;
    }

    Membership join(Actor by, UUID body, UUID coordinatingBody, LocalDate on) {
        new Check().present("on", on).done();
        clerk.require(by, Clerk.MANAGE, body);
        long mark = memory.write(Part.MEMBERSHIP);
        Directory directory = memory.now();
        Body coordinating = directory.body(coordinatingBody);
        if (coordinating.kind() != BodyKind.COORDINATING || coordinatingBody.equals(body)) {
            throw Refusal.of("organization.membership.not-coordinating", coordinating.name())
                    .refused();
        }
        directory.membershipsOf(body).stream()
                .filter(each -> each.coordinatingBody().equals(coordinatingBody))
                .filter(each -> new Days(each.from(), each.until()).overlaps(new Days(on, null)))
                .findFirst()
                .ifPresent(each -> {
                    throw Refusal.of(
                                    "organization.membership.overlaps",
                                    directory.body(body).name(),
                                    coordinating.name(),
                                    each.from())
                            .refused();
                });
        Membership membership = new Membership(UUID.randomUUID(), coordinatingBody, body, on, null);
        enter(by, directory, membership, mark);
        return membership;
    }

    /** Writes a membership that was checked, and its entry. */
    void enter(Actor by, Directory directory, Membership membership, long mark) {
        database.sql("""
                INSERT INTO organization.membership (id, coordinating_body, body, during, changed)
                VALUES (:id, :coordinating, :body, daterange(:from, cast(:until AS date)), :mark)
                """)
                .param("id", membership.id())
                .param("coordinating", membership.coordinatingBody())
                .param("body", membership.body())
                .param("from", membership.from())
                .param("until", membership.until())
                .param("mark", mark)
                .update();
        memory.written();
        record(by, "coordinating-body-joined", directory, membership);
    }

    Membership leave(Actor by, UUID body, UUID coordinatingBody, LocalDate on) {
        new Check().present("on", on).done();
        clerk.require(by, Clerk.MANAGE, body);
        long mark = memory.write(Part.MEMBERSHIP);
        Directory directory = memory.now();
        Membership known = directory.membershipsOf(body).stream()
                .filter(each -> each.coordinatingBody().equals(coordinatingBody) && each.until() == null)
                .filter(each -> each.from().isBefore(on))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                                "organization.membership.none",
                                directory.body(body).name(),
                                directory.body(coordinatingBody).name(),
                                on)
                        .refused());
        Membership left = new Membership(known.id(), coordinatingBody, body, known.from(), on);
        enterLeaving(by, directory, left, mark);
        return left;
    }

    /** Writes that a membership ended, and its entry. */
    void enterLeaving(Actor by, Directory directory, Membership left, long mark) {
        long entry = record(by, "coordinating-body-left", directory, left);
        database.sql("""
                UPDATE organization.membership
                SET during = daterange(lower(during), :on), left_entry = :entry, left_recorded = :recorded, changed = :mark
                WHERE id = :id
                """)
                .param("on", left.until())
                .param("entry", entry)
                .param("recorded", LocalDate.now(clock))
                .param("mark", mark)
                .param("id", left.id())
                .update();
        memory.written();
    }

    private long record(Actor by, String kind, Directory directory, Membership membership) {
        return clerk.record(
                by,
                kind,
                new Subject("membership", membership.id()),
                Clerk.payload(
                        "body",
                        directory.body(membership.body()).name(),
                        "coordinatingBody",
                        directory.body(membership.coordinatingBody()).name(),
                        "from",
                        membership.from(),
                        "until",
                        membership.until()),
                Subject.body(membership.body()),
                Subject.body(membership.coordinatingBody()));
    }
}
