package org.shengmo.organization;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.rulebook.Rulebook;
import org.shengmo.wording.Refusal;
import org.springframework.stereotype.Service;

/** Answers who may act in which post out of the tenures. */
@Service
class OrganizationPosts implements Posts {

    private static final String RULES = "acting-in-post";
    private static final String IN_POST = "2";
    private static final String NAMED_POST = "3";

    private final Memory memory;
    private final Rulebook rulebook;

    OrganizationPosts(Memory memory, Rulebook rulebook) {
        this.memory = memory;
        this.rulebook = rulebook;
    }

    @Override
    public List<HeldPost> heldBy(UUID person, LocalDate on) {
        Directory directory = memory.now();
        return directory.findPerson(person).stream()
                .flatMap(known -> directory.tenuresOf(known.id(), on).stream())
                .map(tenure -> {
                    Post post = directory.post(tenure.post());
                    String body = directory.body(post.body()).name();
                    return new HeldPost(post.id(), post.name(), post.body(), body, tenure.from(), tenure.until());
                })
                .toList();
    }

    @Override
    public Actor actor(UUID person, UUID post, LocalDate on) {
        Directory directory = memory.now();
        Post held = directory.post(post);
        Person who = directory.person(person);
        boolean holds = directory.tenuresOf(person, on).stream()
                .anyMatch(tenure -> tenure.post().equals(post));
        if (!holds) {
            throw refusal(directory, who, held, on).refused();
        }
        return new Actor(person, post, who.name(), held.permissions(), held.scope(), List.of());
    }

    private Refusal refusal(Directory directory, Person who, Post post, LocalDate on) {
        String body = directory.body(post.body()).name();
        LocalDate ended = directory.tenuresOf(who.id()).stream()
                .filter(tenure -> tenure.post().equals(post.id()) && tenure.until() != null)
                .map(Tenure::until)
                .filter(until -> !until.isAfter(on))
                .max(LocalDate::compareTo)
                .orElse(null);
        Refusal refusal = ended == null
                ? Refusal.of("organization.act.not-in-post", who.name(), body, post.name(), on)
                : Refusal.of("organization.act.tenure-ended", who.name(), body, post.name(), ended);
        return refusal.under(List.of(rulebook.cite(RULES, ended == null ? NAMED_POST : IN_POST, on)))
                .on(Clerk.payload("person", who.name(), "post", post.name(), "body", body, "on", on, "until", ended));
    }

    @Override
    public Optional<UUID> lastHeld(UUID person, LocalDate on) {
        return memory.now().tenuresOf(person).stream()
                .filter(tenure -> tenure.until() != null && !tenure.until().isAfter(on))
                .max(Comparator.comparing(Tenure::until))
                .map(Tenure::post);
    }

    @Override
    public String nameOf(UUID person) {
        return memory.now().person(person).name();
    }

    @Override
    public Set<UUID> reached(Actor actor) {
        Directory directory = memory.now();
        return directory.bodies().stream()
                .map(Body::id)
                .filter(body -> Reaches.reaches(directory, actor.scope(), body))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<UUID> bodyOf(UUID post) {
        return memory.now().findPost(post).map(Post::body);
    }

    @Override
    public boolean reaches(Actor actor, UUID body) {
        return Reaches.reaches(memory.now(), actor.scope(), body);
    }
}
