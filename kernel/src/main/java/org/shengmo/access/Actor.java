package org.shengmo.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shengmo.docket.Author;
import org.shengmo.wording.Refusal;

/**
 * Who is asking, acting in one post.
 *
 * @param person the person; null for the calendar and for the public
 * @param post the post they act in; null likewise
 * @param name the person's name, for the page
 * @param permissions what the post may do
 * @param scope how far that reaches
 * @param compartments the secrecy compartments the person is admitted to
 */
public record Actor(
        UUID person, UUID post, String name, Set<Permission> permissions, Scope scope, List<String> compartments) {

    /** What happens because a date came. */
    public static final Actor CALENDAR = new Actor(null, null, "", Set.of(), new Scope.All(), List.of());

    /** Anyone, without an account. */
    public static final Actor PUBLIC = new Actor(null, null, "", Set.of(), new Scope.OwnSelf(), List.of());

    public Actor {
        permissions = Set.copyOf(permissions);
        compartments = List.copyOf(compartments);
    }

    /** Whether the post has a permission, wherever its scope reaches. */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /**
     * Insists on a permission.
     *
     * @throws org.shengmo.wording.Refused when the post does not have it
     */
    public void require(Permission permission) {
        if (!equals(CALENDAR) && !may(permission)) {
            throw Refusal.of("access.permission.missing", permission.code()).refused();
        }
    }

    /** As the author of a docket entry. */
    public Author author() {
        return new Author(person, post);
    }
}
