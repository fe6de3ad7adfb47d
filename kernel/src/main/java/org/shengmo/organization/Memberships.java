package org.shengmo.organization;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Memberships in coordinating bodies, in memory. */
final class Memberships {

    static final Memberships NONE = new Memberships(Map.of());

    private final Map<UUID, Membership> rows;
    private final Map<UUID, List<Membership>> byBody;
    private final Map<UUID, List<Membership>> byCoordinatingBody;

    private Memberships(Map<UUID, Membership> rows) {
        this.rows = rows;
        byBody = Rows.group(rows.values(), Membership::body, Comparator.comparing(Membership::from));
        byCoordinatingBody =
                Rows.group(rows.values(), Membership::coordinatingBody, Comparator.comparing(Membership::from));
    }

    Memberships with(List<Membership> changed) {
        return new Memberships(Rows.merge(rows, changed, Membership::id));
    }

    List<Membership> of(UUID body) {
        return byBody.getOrDefault(body, List.of());
    }

    List<Membership> in(UUID coordinatingBody) {
        return byCoordinatingBody.getOrDefault(coordinatingBody, List.of());
    }
}
