package org.shengmo.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.access.Scope;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.springframework.stereotype.Component;

/** Who may read which duties. */
@Component
class DutyReaders {

    private final Organization organization;
    private final Posts posts;
    private final Clock clock;

    DutyReaders(Organization organization, Posts posts, Clock clock) {
        this.organization = organization;
        this.posts = posts;
        this.clock = clock;
    }

    /** The owner, who holds or held it, whose scope reaches the owner or the creditor, and the owner's line above. */
    boolean mayRead(Actor reader, DutyDetails duty) {
        if (reader.person() == null) {
            return false;
        }
        return duty.ownerPost().equals(reader.post())
                || reader.person().equals(duty.holder())
                || posts.reaches(reader, organization.post(duty.ownerPost()).body())
                || posts.reaches(reader, duty.creditorBody())
                || organization.lineAbove(duty.ownerPost(), LocalDate.now(clock)).stream()
                        .anyMatch(above -> above.id().equals(reader.post()));
    }

    /**
     * What a list shows: the same but for the line above, which is told of single duties.
     *
     * @return null for all
     */
    DutyRows.Near near(Actor reader) {
        if (reader.person() != null && reader.scope() instanceof Scope.All) {
            return null;
        }
        Set<UUID> bodies = reader.person() == null ? Set.of() : posts.reached(reader);
        Directory directory = organization.directory();
        List<UUID> owners = bodies.stream()
                .flatMap(body -> directory.postsOf(body).stream())
                .map(Post::id)
                .toList();
        return new DutyRows.Near(reader.person(), reader.post(), owners, bodies);
    }
}
