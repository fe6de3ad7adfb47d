package org.shengmo.organization;

import java.util.UUID;
import org.shengmo.access.Scope;

/** Whether a scope reaches a body. */
final class Reaches {

    private Reaches() {}

    static boolean reaches(Directory directory, Scope scope, UUID body) {
        return switch (scope) {
            case Scope.All all -> true;
            case Scope.Bodies chosen -> chosen.bodies().contains(body);
            case Scope.OwnBody own -> own.body().equals(body);
            case Scope.OwnBodyAndBelow own ->
                own.body().equals(body)
                        || directory.ancestorsOf(body).stream()
                                .anyMatch(above -> above.id().equals(own.body()));
            case Scope.OwnSelf self -> false;
        };
    }
}
