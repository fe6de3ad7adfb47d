package org.shengmo.docket;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * The text of an entry that stands in the tree, canonical JSON. It identifies nobody: number, moment, kind, and a
 * commitment to all the rest, which {@link Contents} holds. Of an entry in a compartment not even the kind is public.
 *
 * @param compartment null when it has none
 * @param commitment base 64 of SHA-256(salt ‖ hidden text)
 */
record PublicEntry(long id, Instant at, String kind, String compartment, String commitment) {

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
            members.put("kind", kind);
        }
        return CanonicalJson.of(members);
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }
}
