package org.shengmo.disclosure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.access.Scope;
import org.shengmo.docket.Publishable;
import org.shengmo.duty.Duties;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.wording.Refusal;
import org.springframework.stereotype.Component;

/** Which post does a body's work of disclosure: told by permissions, so that each district sets its own. */
@Component
class DisclosureOffices {

    private final Organization organization;
    private final Posts posts;
    private final Clock clock;

    DisclosureOffices(Organization organization, Posts posts, Clock clock) {
        this.organization = organization;
        this.posts = posts;
        this.clock = clock;
    }

    /** The post for a body: its own, a clerk before the head, or the nearest body's above, or else whoever may anywhere. */
    Optional<Post> officer(UUID body) {
        Directory directory = organization.directory();
        return Stream.concat(
                        Stream.concat(Stream.of(directory.body(body)), directory.ancestorsOf(body).stream())
                                .map(Body::id)
                                .flatMap(each -> filled(directory, directory.postsOf(each).stream())
                                        .sorted(Comparator.comparing(Post::head).thenComparingInt(Post::rank))
                                        .limit(1)),
                        filled(directory, directory.posts().stream())
                                .filter(post -> post.scope() instanceof Scope.All)
                                .sorted(Comparator.comparing(Post::code)))
                .findFirst();
    }

    private Stream<Post> filled(Directory directory, Stream<Post> all) {
        LocalDate today = LocalDate.now(clock);
        return all.filter(post -> post.abolished() == null
                && post.permissions().contains(Disclosure.PUBLISH)
                && directory.holderOf(post.id(), today).isPresent());
    }

    /** News with the body that answers for it: the government where the room named none; empty where there is none. */
    Optional<Publishable.News> placed(Publishable.News news) {
        return news.body() != null
                ? Optional.of(news)
                : organization.bodies().stream()
                        .filter(body -> body.kind() == BodyKind.GOVERNMENT)
                        .findFirst()
                        .map(body -> new Publishable.News(news.title(), news.text(), body.id(), news.href()));
    }

    /** The body of an actor's post. */
    UUID bodyOf(Actor by) {
        return organization.post(by.post()).body();
    }

    /** Whether somebody is of the office that a post stands for. */
    boolean isOf(Actor by, UUID officer) {
        return by.person() != null
                && by.may(Disclosure.PUBLISH)
                && (by.post().equals(officer)
                        || organization
                                .post(by.post())
                                .body()
                                .equals(organization.post(officer).body()));
    }

    /** Whether somebody leads the office that a post stands for. */
    boolean leads(Actor by, UUID officer) {
        return by.person() != null
                && by.may(Disclosure.LEAD)
                && posts.reaches(by, organization.post(officer).body());
    }

    /** @throws org.shengmo.wording.Refused for any but those of the office */
    void require(Actor by, UUID officer) {
        if (!isOf(by, officer)) {
            by.require(Disclosure.PUBLISH);
            throw other(officer);
        }
    }

    /** @throws org.shengmo.wording.Refused for any but who leads the office */
    void requireLead(Actor by, UUID officer) {
        if (!leads(by, officer)) {
            by.require(Disclosure.LEAD);
            throw other(officer);
        }
    }

    private RuntimeException other(UUID officer) {
        Post post = organization.post(officer);
        return Refusal.of(
                        "disclosure.other-office",
                        organization.body(post.body()).name(),
                        post.name())
                .refused();
    }

    /** The rule lets the office's people do what its post owes. */
    static Actor acceptingFor(Actor by) {
        if (by.person() == null) {
            return Actor.CALENDAR;
        }
        Set<Permission> permissions = new HashSet<>(by.permissions());
        permissions.add(Duties.ACCEPT);
        return new Actor(by.person(), by.post(), by.name(), permissions, new Scope.All(), by.compartments());
    }
}
