package org.shengmo.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shengmo.wording.Refusal;

/** Who may act in which post; what {@code access} asks of the room that knows the posts. */
public interface Posts {

    /** The posts a person holds on a day, the one they act in unless they choose another first. */
    List<HeldPost> heldBy(UUID person, LocalDate on);

    /**
     * A person acting in a post on a day.
     *
     * @throws org.shengmo.wording.Refused when the person is not in the post on that day
     */
    Actor actor(UUID person, UUID post, LocalDate on);

    /** The post that a person left last, on a day or before. */
    Optional<UUID> lastHeld(UUID person, LocalDate on);

    /** The name of a person. */
    String nameOf(UUID person);

    /** Whether an actor's scope reaches a body. The own self reaches no body. */
    boolean reaches(Actor actor, UUID body);

    /** The bodies that an actor's scope reaches. */
    Set<UUID> reached(Actor actor);

    /** The body of a post; empty for an unknown one. */
    Optional<UUID> bodyOf(UUID post);

    /**
     * Insists on a permission that reaches a body.
     *
     * @throws org.shengmo.wording.Refused when the post lacks the permission or its scope ends before the body
     */
    default void require(Actor actor, Permission permission, UUID body) {
        actor.require(permission);
        if (!reaches(actor, body)) {
            throw Refusal.of("access.scope.exceeded", permission.code()).refused();
        }
    }

    /**
     * A post somebody holds.
     *
     * @param post the post
     * @param name its name
     * @param body its body
     * @param bodyName the body's name
     * @param from since when
     * @param until the first day no more (exclusive); null when open
     */
    record HeldPost(UUID post, String name, UUID body, String bodyName, LocalDate from, LocalDate until) {}
}
