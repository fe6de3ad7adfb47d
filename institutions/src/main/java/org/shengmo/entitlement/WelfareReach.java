package org.shengmo.entitlement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Posts;
import org.shengmo.wording.Invalid;
import org.shengmo.wording.Refusal;
import org.springframework.stereotype.Component;

/** The households that somebody's scope reaches. */
@Component
class WelfareReach {

    private final HouseholdRows rows;
    private final Posts posts;

    WelfareReach(HouseholdRows rows, Posts posts) {
        this.rows = rows;
        this.posts = posts;
    }

    /** The households meant, in that order, each within the scope of the permission. */
    List<Household> reached(Actor by, Permission permission, List<UUID> ids) {
        by.require(permission);
        if (ids.isEmpty()) {
            throw Invalid.at("households", "entitlement.fault.none");
        }
        Map<UUID, Household> found = rows.households("h.id = ANY (?)", (Object) ids.toArray(UUID[]::new)).stream()
                .collect(Collectors.toMap(Household::id, each -> each));
        Set<UUID> within = new HashSet<>();
        Set<UUID> beyond = new HashSet<>();
        List<Household> households = new ArrayList<>();
        for (UUID id : new LinkedHashSet<>(ids)) {
            Household household = Optional.ofNullable(found.get(id))
                    .orElseThrow(() -> new NoSuchElementException("no household " + id));
            if (!reaches(by, household, within, beyond)) {
                throw Refusal.of("access.scope.exceeded", permission.code()).refused();
            }
            households.add(household);
        }
        return households;
    }

    /** Asks of each township once. */
    boolean reaches(Actor by, Household household, Set<UUID> within, Set<UUID> beyond) {
        Optional<UUID> body = household.details().body();
        if (body.isEmpty()) {
            return by.scope() instanceof org.shengmo.access.Scope.All;
        }
        if (!within.contains(body.get()) && !beyond.contains(body.get())) {
            (posts.reaches(by, body.get()) ? within : beyond).add(body.get());
        }
        return within.contains(body.get());
    }

    static String numbers(List<Household> households) {
        return households.stream()
                .map(each -> String.valueOf(each.details().number()))
                .collect(Collectors.joining(" "));
    }
}
