package org.shengmo.docket;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The two texts of an entry, both canonical JSON. The public one stands in the tree and identifies nobody: number,
 * moment, kind, subject, the author's post, and a commitment to the hidden one. Of an entry in a compartment only number,
 * moment and commitment are public. The hidden text holds the rest and is bound by the commitment: the author's person,
 * whom the act concerns, the payload.
 *
 * @param commitment base 64 of SHA-256(salt ‖ hidden text)
 */
record PublicEntry(long id, Instant at, UUID post, Kind kind, Subject about, String compartment, String commitment) {

    private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::type)
            .thenComparing(subject -> subject.id().toString());

    static String commitment(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    /** The text that is hashed into the tree. */
    String text() {
        Map<String, Object> members = new TreeMap<>();
        members.put("number", id);
        members.put("at", at);
        members.put("commitment", commitment);
        if (compartment == null) {
            members.put("kind", kind.code());
            members.put("post", post);
            members.put("subject", json(about));
        }
        return CanonicalJson.of(members);
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The text that the commitment binds.
     *
     * @param concerns every subject on whose timeline the entry shows
     * @param payload canonical JSON
     */
    static String hidden(
            Author author, Kind kind, Subject about, String compartment, Collection<Subject> concerns, String payload) {
        Map<String, Object> members = new TreeMap<>();
        members.put("author", text(author.person()));
        members.put(
                "concerns",
                concerns.stream()
                        .distinct()
                        .sorted(ORDER)
                        .map(PublicEntry::json)
                        .toList());
        if (compartment != null) {
            members.put("compartment", compartment);
            members.put("kind", kind.code());
            members.put("post", text(author.post()));
            members.put("subject", json(about));
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
