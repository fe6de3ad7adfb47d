package org.shengmo.docket;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
        Set<Subject> all = new HashSet<>(concerns);
        all.add(about);
        concerns = all.stream().sorted(ORDER).toList();
    }

    /**
     * The text that the commitment binds.
     *
     * @param compartment null when the entry has none; otherwise its kind is hidden too
     */
    String text(String kind, String compartment) {
        Map<String, Object> members = new TreeMap<>();
        members.put("author", text(author.person()));
        members.put("post", text(author.post()));
        members.put("subject", json(about));
        members.put("concerns", concerns.stream().map(Contents::json).toList());
        if (compartment != null) {
            members.put("compartment", compartment);
            members.put("kind", kind);
        }
        members.put("payload", org.shengmo.ledger.CanonicalJson.read(payload));
        return org.shengmo.ledger.CanonicalJson.write(members);
    }

    private static Map<String, Object> json(Subject subject) {
        return Map.of("type", subject.type(), "id", subject.id().toString());
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }
}
