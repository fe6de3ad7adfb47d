package org.shengmo.access;

import java.util.Set;
import java.util.UUID;

/** How far a post's permissions reach. */
public sealed interface Scope {

    /** The whole district. */
    record All() implements Scope {}

    /**
     * Bodies named one by one.
     *
     * @param bodies their identifiers
     */
    record Bodies(Set<UUID> bodies) implements Scope {
        public Bodies {
            bodies = Set.copyOf(bodies);
        }
    }

    /**
     * The post's own body and all below it.
     *
     * @param body the own body
     */
    record OwnBodyAndBelow(UUID body) implements Scope {}

    /**
     * The post's own body.
     *
     * @param body the own body
     */
    record OwnBody(UUID body) implements Scope {}

    /** What is one's own. */
    record OwnSelf() implements Scope {}
}
