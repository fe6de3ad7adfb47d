package org.shengmo.docket;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What an entry's commitment hides: who did it in which post, about and concerning whom, and the payload.
 *
 * @param concerns every subject on whose timeline the entry shows, the one it is about among them
 * @param payload canonical JSON
 */
record Contents(Author author, Subject about, Collection<Subject> concerns, String payload) {

    private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::type)
            .thenComparing(subject -> subject.id().toString());

    Contents {
        if (concerns.isEmpty()) {
            concerns = List.of(about);
        } else {
            Set<Subject> all = new HashSet<>(concerns);
            all.add(about);
            concerns = all.stream().sorted(ORDER).toList();
        }
    }

    /**
     * The text that the commitment binds.
     *
     * @param compartment null when the entry has none; otherwise its kind is hidden too
     */
    String text(String kind, String compartment) {
        // Members in the order of their names, as RFC 8785 asks; identifiers and types hold nothing to be escaped. The
        // payload
        // is canonical already, where nobody tampered with it.
        StringBuilder text = new StringBuilder("{\"author\":").append(quoted(author.person()));
        if (compartment != null) {
            text.append(",\"compartment\":").append(CanonicalJson.of(compartment));
        }
        text.append(",\"concerns\":[");
        String comma = "";
        for (Subject concern : concerns) {
            text.append(comma).append(json(concern));
            comma = ",";
        }
        text.append(']');
        if (compartment != null) {
            text.append(",\"kind\":").append(CanonicalJson.of(kind));
        }
        return text.append(",\"payload\":")
                .append(payload)
                .append(",\"post\":")
                .append(quoted(author.post()))
                .append(",\"subject\":")
                .append(json(about))
                .append('}')
                .toString();
    }

    private static String json(Subject subject) {
        return "{\"id\":\"" + subject.id() + "\",\"type\":\"" + subject.type() + "\"}";
    }

    private static String quoted(UUID id) {
        return id == null ? "null" : "\"" + id + "\"";
    }
}
