package org.shengmo.organization;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;
import org.shengmo.docket.Kind;

/** The posts, in memory. */
final class PostIndex {

    static final PostIndex NONE = new PostIndex(Map.of(), Names.NONE, LocalDate.EPOCH);

    private static final Comparator<Post> BY_RANK = Comparator.comparing(Post::head, Comparator.reverseOrder())
            .thenComparingInt(Post::rank)
            .thenComparing(Post::code);

    /** A post as it stands in the database. */
    record Row(
            UUID id,
            String code,
            UUID body,
            String kind,
            boolean head,
            int rank,
            int seats,
            Set<Permission> permissions,
            Reach reach,
            Set<UUID> chosenBodies,
            LocalDate abolished) {

        Post named(String name) {
            return new Post(
                    id,
                    code,
                    name,
                    body,
                    kind == null ? null : Kind.of(kind),
                    head,
                    rank,
                    seats,
                    permissions,
                    scope(),
                    abolished);
        }

        private Scope scope() {
            return switch (reach) {
                case ALL -> new Scope.All();
                case CHOSEN_BODIES -> new Scope.Bodies(chosenBodies);
                case OWN_BODY_AND_BELOW -> new Scope.OwnBodyAndBelow(body);
                case OWN_BODY -> new Scope.OwnBody(body);
                case OWN_SELF -> new Scope.OwnSelf();
            };
        }
    }

    final Map<UUID, Post> byId = new HashMap<>();
    final Map<String, Post> byCode = new HashMap<>();
    final List<Post> all;

    private final Map<UUID, Row> rows;
    private final Map<UUID, List<Post>> byBody;

    private PostIndex(Map<UUID, Row> rows, Names names, LocalDate day) {
        this.rows = rows;
        rows.values().forEach(row -> byId.put(row.id(), row.named(names.on(row.id(), day))));
        byId.values().forEach(post -> byCode.put(post.code(), post));
        byBody = Rows.group(byId.values(), Post::body, BY_RANK);
        all = byId.values().stream().sorted(Comparator.comparing(Post::code)).toList();
    }

    PostIndex with(List<Row> changed, Names names, LocalDate day) {
        return new PostIndex(Rows.merge(rows, changed, Row::id), names, day);
    }

    List<Post> of(UUID body) {
        return byBody.getOrDefault(body, List.of());
    }
}
