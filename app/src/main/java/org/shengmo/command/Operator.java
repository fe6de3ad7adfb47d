package org.shengmo.command;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shengmo.access.Actor;
import org.shengmo.access.Permission;
import org.shengmo.access.Scope;

/** Whoever may run commands on the machine that holds the database; acts without a post, and the record says so. */
final class Operator {

    private Operator() {}

    /** The operator with the permissions that a command needs, and no others. */
    static Actor with(String... permissions) {
        Set<Permission> needed = Stream.of(permissions).map(Permission::of).collect(Collectors.toSet());
        return new Actor(null, null, "", needed, new Scope.All(), List.of());
    }
}
