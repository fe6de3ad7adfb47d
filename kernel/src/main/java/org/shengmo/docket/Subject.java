package org.shengmo.docket;

import java.util.UUID;

/**
 * What an entry is about.
 *
 * @param type the sort of thing, a lower-case word or dotted words such as {@code duty} or {@code organization.membership}
 * @param id its identifier, random: it says nothing about a person
 */
public record Subject(String type, UUID id) {

    public Subject {
        if (!type.matches("[a-z][a-z0-9.-]*")) {
            throw new IllegalArgumentException("not a subject type: " + type);
        }
        java.util.Objects.requireNonNull(id, "id");
    }

    /** A person, wherever an entry concerns one. */
    public static Subject person(UUID id) {
        return new Subject("person", id);
    }

    /** A post, wherever an entry concerns one. */
    public static Subject post(UUID id) {
        return new Subject("post", id);
    }

    /** A body, wherever an entry concerns one. */
    public static Subject body(UUID id) {
        return new Subject("body", id);
    }
}
