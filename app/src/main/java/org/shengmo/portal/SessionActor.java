package org.shengmo.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Actor;
import org.shengmo.access.Posts;
import org.shengmo.access.Scope;
import org.shengmo.access.web.CurrentActor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The signed-in person in the post they chose (a program: by the header {@code Shengmo-Post}), or else their first. Looked
 * up anew for each request: tenures end.
 */
@Component
public class SessionActor implements CurrentActor {

    private static final String POST = SessionActor.class.getName() + ".post";
    private static final String HEADER = "Shengmo-Post";
    private static final String FOUND = SessionActor.class.getName() + ".found";

    private final Posts posts;
    private final Clock clock;

    SessionActor(Posts posts, Clock clock) {
        this.posts = posts;
        this.clock = clock;
    }

    @Override
    public Actor actor() {
        Optional<SignedIn> person = person();
        if (person.isEmpty()) {
            return Actor.PUBLIC;
        }
        HttpServletRequest request = request();
        if (DatabaseFailure.caused(request)) {
            return Actor.PUBLIC; // who it is can't be looked up, and the error page must be shown all the same
        }
        if (request.getAttribute(FOUND) instanceof Actor found) {
            return found;
        }
        Actor actor = actor(person.get().person(), request.getSession(false));
        request.setAttribute(FOUND, actor);
        return actor;
    }

    /** Who is signed in. */
    public Optional<SignedIn> person() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    /** The posts the signed-in person can choose from today. */
    public List<Posts.HeldPost> choices() {
        return person().map(each -> posts.heldBy(each.person(), today())).orElse(List.of());
    }

    /** Acts in another of one's posts from the next request on; a post not held is ignored. */
    public void choose(UUID post) {
        if (choices().stream().anyMatch(held -> held.post().equals(post))) {
            request().getSession().setAttribute(POST, post);
        }
    }

    private Actor actor(UUID person, HttpSession session) {
        LocalDate today = today();
        List<UUID> held =
                posts.heldBy(person, today).stream().map(Posts.HeldPost::post).toList();
        Object chosen =
                asked().<Object>map(post -> post).orElseGet(() -> session == null ? null : session.getAttribute(POST));
        if (chosen instanceof UUID post && held.contains(post)) {
            return posts.actor(person, post, today);
        }
        return held.isEmpty()
                ? new Actor(person, null, posts.nameOf(person), Set.of(), new Scope.OwnSelf(), List.of())
                : posts.actor(person, held.getFirst(), today);
    }

    /** The post that a program names for one call; what is no post of the person's is ignored. */
    private static Optional<UUID> asked() {
        String named = request().getHeader(HEADER);
        try {
            return Optional.ofNullable(named).map(UUID::fromString);
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
