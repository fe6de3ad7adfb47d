package org.shengmo.organization;

import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Permission;
import org.shengmo.docket.Kind;

/**
 * A post to be created.
 *
 * @param code its code, unique in the district
 * @param name its name
 * @param body the body it belongs to
 * @param kind what sort of post it is, as data; null for none
 * @param head whether its holder heads the body
 * @param rank its place in the body's order, 1 the first
 * @param seats how many may hold it at a time, at least 1
 * @param permissions what it may do
 * @param reach how far that reaches
 * @param chosenBodies the bodies it reaches when the reach is {@link Reach#CHOSEN_BODIES}; else empty
 */
public record NewPost(
        String code,
        String name,
        UUID body,
        Kind kind,
        boolean head,
        int rank,
        int seats,
        Set<Permission> permissions,
        Reach reach,
        Set<UUID> chosenBodies) {

    public NewPost {
        permissions = Set.copyOf(permissions);
        chosenBodies = Set.copyOf(chosenBodies);
    }

    /** A post of one seat. */
    public static NewPost of(
            String code, String name, UUID body, boolean head, int rank, Reach reach, String... permissions) {
        Set<Permission> may =
                java.util.Arrays.stream(permissions).map(Permission::of).collect(java.util.stream.Collectors.toSet());
        return new NewPost(code, name, body, null, head, rank, 1, may, reach, Set.of());
    }

    /** The same post, of a kind. */
    public NewPost ofKind(String code) {
        return new NewPost(this.code, name, body, Kind.of(code), head, rank, seats, permissions, reach, chosenBodies);
    }

    /** The same post, with several seats. */
    public NewPost withSeats(int number) {
        return new NewPost(code, name, body, kind, head, rank, number, permissions, reach, chosenBodies);
    }
}
