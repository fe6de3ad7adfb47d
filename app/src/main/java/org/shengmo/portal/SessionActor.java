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
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refused;
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
    private static final String AS_ONESELF = "";
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
        Actor actor = actor(person.get().person(), request);
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

    /**
     * Acts in another of one's posts from the next request on.
     *
     * @param post null for none: as oneself
     * @throws Refused for a post not held today
     */
    public void choose(UUID post) {
        if (post == null) {
            request().getSession().setAttribute(POST, AS_ONESELF);
            return;
        }
        person().ifPresent(each -> posts.actor(each.person(), post, today()));
        request().getSession().setAttribute(POST, post);
    }

    /**
     * The post is named by the call, or chosen for the session; a session takes the first where none is chosen and keeps
     * to it. One that has ended meanwhile is not replaced by another: whoever acts is refused and chooses anew, whoever
     * reads does so without a post.
     */
    private Actor actor(UUID person, HttpServletRequest request) {
        LocalDate today = today();
        List<UUID> held =
                posts.heldBy(person, today).stream().map(Posts.HeldPost::post).toList();
        Optional<UUID> named = named(request);
        if (named.isPresent()) {
            return posts.actor(person, named.get(), today);
        }
        HttpSession session = request.getSession(false);
        Object chosen = session == null ? null : session.getAttribute(POST);
        if (chosen == null && !held.isEmpty()) {
            chosen = held.getFirst();
            if (session != null) {
                session.setAttribute(POST, chosen);
            }
        }
        return chosen instanceof UUID post ? inPost(person, post, held, request) : withoutPost(person);
    }

    private Actor inPost(UUID person, UUID post, List<UUID> held, HttpServletRequest request) {
        if (held.contains(post)) {
            return posts.actor(person, post, today());
        }
        Actor without = withoutPost(person);
        if (!request.getMethod().equals("GET") && !request.getRequestURI().startsWith("/account")) {
            // Whoever tells the refusal asks again, and gets the answer.
            request.setAttribute(FOUND, without);
            throw ended(person, post);
        }
        return without;
    }

    private Refused ended(UUID person, UUID post) {
        try {
            posts.actor(person, post, today());
        } catch (Refused refused) {
            return refused.refusal().at("/account").refused();
        }
        throw new IllegalStateException("the post is held after all");
    }

    private Actor withoutPost(UUID person) {
        return new Actor(person, null, posts.nameOf(person), Set.of(), new Scope.OwnSelf(), List.of());
    }

    /** The post chosen for this session that has ended since; empty while it lasts. */
    public Optional<UUID> ended() {
        HttpSession session = request().getSession(false);
        Object chosen = session == null ? null : session.getAttribute(POST);
        return chosen instanceof UUID post
                        && choices().stream().noneMatch(held -> held.post().equals(post))
                ? Optional.of(post)
                : Optional.empty();
    }

    /** The post that a program names for one call. */
    private static Optional<UUID> named(HttpServletRequest request) {
        String named = request.getHeader(HEADER);
        try {
            return Optional.ofNullable(named).map(UUID::fromString);
        } catch (IllegalArgumentException notOne) {
            throw Invalid.at(HEADER, "access.input.identifier", named);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
