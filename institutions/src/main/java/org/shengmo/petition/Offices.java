package org.shengmo.petition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shengmo.access.Permission;
import org.shengmo.organization.Body;
import org.shengmo.organization.BodyKind;
import org.shengmo.organization.Directory;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Post;
import org.shengmo.wording.Refusal;
import org.springframework.stereotype.Component;

/** Which post does what with petitions: told by permissions, so that each district sets its own. */
@Component
class Offices {

    private final Organization organization;
    private final Clock clock;

    Offices(Organization organization, Clock clock) {
        this.organization = organization;
        this.clock = clock;
    }

    /** The desk's post: of the petition office, a clerk before the head. */
    Post desk() {
        Directory directory = organization.directory();
        return filled(directory, directory.posts().stream(), Petitions.DESK)
                .min(Comparator.comparing(Post::head).thenComparing(Post::code))
                .orElseThrow(() -> Refusal.of("petition.no-desk").refused());
    }

    /** The post that handles petitions in a body: a clerk before the head; of a village, the township's. */
    Post handler(UUID body) {
        Directory directory = organization.directory();
        return bodyAndAbove(directory, body)
                .flatMap(each -> handlers(directory, each.id()).stream().findFirst().stream())
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                                "petition.no-handler", directory.body(body).name())
                        .refused());
    }

    /** The posts that can handle petitions in a body, clerks first. */
    List<Post> handlers(UUID body) {
        return handlers(organization.directory(), body);
    }

    private List<Post> handlers(Directory directory, UUID body) {
        return filled(directory, directory.postsOf(body).stream(), Petitions.HANDLE)
                .sorted(Comparator.comparing(Post::head).thenComparingInt(Post::rank))
                .toList();
    }

    /** The post that reviews what a body answered: of the nearest body above that has one, or the next above for re-review. */
    Post reviewer(UUID body, int stage) {
        Directory directory = organization.directory();
        List<Post> above = new ArrayList<>();
        for (Body each : directory.ancestorsOf(body)) {
            filled(directory, directory.postsOf(each.id()).stream(), Petitions.REVIEW)
                    .min(Comparator.comparingInt(Post::rank))
                    .ifPresent(above::add);
        }
        if (above.isEmpty()) {
            throw Refusal.of("petition.no-reviewer", directory.body(body).name())
                    .refused();
        }
        return above.get(Math.min(stage, above.size()) - 1);
    }

    /** The township of a place, or the place itself. */
    UUID area(UUID place) {
        Directory directory = organization.directory();
        return bodyAndAbove(directory, place)
                .filter(body -> body.kind() == BodyKind.TOWNSHIP)
                .map(Body::id)
                .findFirst()
                .orElse(place);
    }

    /** Whether a post heads a body. */
    boolean heads(UUID post, UUID body) {
        return organization.headOf(body).map(Post::id).filter(post::equals).isPresent();
    }

    /** The post in charge of a body through its portfolio. */
    Optional<UUID> inCharge(UUID body) {
        return organization.inCharge(body, today()).map(Post::id);
    }

    private static Stream<Body> bodyAndAbove(Directory directory, UUID body) {
        return Stream.concat(Stream.of(directory.body(body)), directory.ancestorsOf(body).stream());
    }

    private Stream<Post> filled(Directory directory, Stream<Post> posts, Permission permission) {
        LocalDate today = today();
        return posts.filter(post -> post.abolished() == null
                && post.permissions().contains(permission)
                && directory.holderOf(post.id(), today).isPresent());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
