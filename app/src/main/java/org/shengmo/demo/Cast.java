package org.shengmo.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Tenure;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who acts: whoever holds a post on the clock's day, with the permissions that the pages would give them. */
@Component
@Profile("demo")
class Cast {

    private final Organization organization;
    private final Posts posts;
    private final Clock clock;

    Cast(Organization organization, Posts posts, Clock clock) {
        this.organization = organization;
        this.posts = posts;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The holder of a post, by the post's code. */
    Actor in(String post) {
        UUID id = organization.postByCode(post).orElseThrow().id();
        return in(id).orElseThrow(() -> new IllegalStateException("nobody holds " + post + " on " + today()));
    }

    /** The holder of a post; empty while it is vacant. */
    Optional<Actor> in(UUID post) {
        return organization
                .holderOf(post, today())
                .map(Tenure::person)
                .map(person -> posts.actor(person, post, today()));
    }

    /** A person in the first of their posts; empty when they hold none. */
    Optional<Actor> as(UUID person) {
        return organization.tenuresOf(person, today()).stream()
                .findFirst()
                .map(tenure -> posts.actor(person, tenure.post(), today()));
    }

    /** The body that an actor's post belongs to. */
    UUID bodyOf(Actor actor) {
        return organization.post(actor.post()).body();
    }

    /** The post that heads a body. */
    UUID headOf(UUID body) {
        return organization.headOf(body).orElseThrow().id();
    }

    /** The body of a code. */
    UUID body(String code) {
        return organization.bodyByCode(code).orElseThrow().id();
    }
}
