package org.shengmo.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The tree of bodies, in memory. */
final class Bodies {

    static final Bodies NONE = new Bodies(Map.of(), Names.NONE, LocalDate.EPOCH);

    private static final Comparator<Body> AMONG_SIBLINGS =
            Comparator.comparingInt(Body::position).thenComparing(Body::code);

    /** A body as it stands in the database. */
    record Row(
            UUID id,
            String code,
            BodyKind kind,
            UUID parent,
            int position,
            LocalDate established,
            LocalDate abolished) {

        Body named(String name) {
            return new Body(id, code, name, kind, parent, position, established, abolished);
        }
    }

    final Map<UUID, Body> byId = new HashMap<>();
    final Map<String, Body> byCode = new HashMap<>();
    final List<Body> inOrder;

    private final Map<UUID, Row> rows;
    private final Map<UUID, List<Body>> children;

    private Bodies(Map<UUID, Row> rows, Names names, LocalDate day) {
        this.rows = rows;
        rows.values().forEach(row -> byId.put(row.id(), row.named(names.on(row.id(), day))));
        byId.values().forEach(body -> byCode.put(body.code(), body));
        children = Rows.group(byId.values(), Body::parent, AMONG_SIBLINGS);
        List<Body> list = new ArrayList<>(byId.size());
        children.getOrDefault(null, List.of()).forEach(root -> walk(root, list));
        inOrder = List.copyOf(list);
    }

    Bodies with(List<Row> changed, Names names, LocalDate day) {
        return new Bodies(Rows.merge(rows, changed, Row::id), names, day);
    }

    private void walk(Body body, List<Body> list) {
        list.add(body);
        childrenOf(body.id()).forEach(child -> walk(child, list));
    }

    List<Body> childrenOf(UUID body) {
        return children.getOrDefault(body, List.of());
    }

    List<Body> ancestorsOf(UUID body) {
        List<Body> ancestors = new ArrayList<>();
        for (UUID above = Rows.get(byId, body).parent();
                above != null;
                above = byId.get(above).parent()) {
            ancestors.add(byId.get(above));
        }
        return List.copyOf(ancestors);
    }

    Set<UUID> withDescendants(UUID body) {
        List<Body> list = new ArrayList<>();
        walk(Rows.get(byId, body), list);
        Set<UUID> ids = new HashSet<>();
        list.forEach(each -> ids.add(each.id()));
        return ids;
    }
}
