package org.shengmo.docket;

import java.util.List;
import java.util.Map;

/**
 * An act to be entered on the record.
 *
 * @param author who did it, in which post
 * @param kind what was done
 * @param about the subject whose docket it belongs to
 * @param concerns further subjects on whose timeline it shows (the person, the body, the duty)
 * @param payload what was done in full: texts, numbers, booleans, lists and maps; personal data belong here, and only here
 * @param compartment the secrecy compartment that the entry is confined to; null when it has none
 */
public record Act(
        Author author, Kind kind, Subject about, List<Subject> concerns, Map<String, ?> payload, String compartment) {

    public Act {
        concerns = List.copyOf(concerns);
        payload = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(payload));
    }

    /** An act that is in no compartment. */
    public static Act of(Author author, String kind, Subject about, Map<String, ?> payload, Subject... concerns) {
        return new Act(author, Kind.of(kind), about, List.of(concerns), payload, null);
    }
}
