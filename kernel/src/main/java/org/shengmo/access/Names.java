package org.shengmo.access;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Says what people, posts and bodies are called. A port: the room that keeps them implements it. */
public interface Names {

    /**
     * The names of many at once, in one query.
     *
     * @param identifiers of people, posts and bodies, mixed; unknown ones are left out of the answer
     */
    Map<UUID, String> names(Collection<UUID> identifiers);
}
