package org.shengmo.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a person takes away to prove an act later without trust in anyone: a C2SP tlog-proof whose extra data are, as
 * canonical JSON, the public {@code entry} and, where the act itself is shown, its {@code content} with its {@code salt}.
 *
 * @param entry the public entry, canonical JSON with a member {@code commitment}: the base 64 of
 *     SHA-256(salt ‖ content)
 * @param opening what the commitment hides, where it is shown
 */
public record Receipt(String entry, Optional<Opening> opening, TlogProof proof) {

    private static final int SALT_BYTES = 32;

    /**
     * What a commitment hides.
     *
     * @param salt base 64 of 32 random bytes
     * @param content canonical JSON
     */
    public record Opening(String salt, String content) {

        public Opening {
            if (StrictBase64.decode(salt).length != SALT_BYTES) {
                throw new MalformedException("a salt has " + SALT_BYTES + " bytes");
            }
        }

        public static Opening of(byte[] salt, String content) {
            return new Opening(StrictBase64.encode(salt), content);
        }

        /** SHA-256(salt ‖ content in UTF-8): hides without the salt, binds with it. */
        public byte[] commitment() {
            return commitment(Base64.getDecoder().decode(salt), content);
        }

        /** The same of a salt as bytes. */
        public static byte[] commitment(byte[] salt, String content) {
            MessageDigest digest = TreeHasher.sha256();
            digest.update(salt);
            return digest.digest(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Reads a receipt; nothing of it is checked yet. */
    public static Receipt parse(byte[] bytes) {
        TlogProof proof = TlogProof.parse(bytes);
        Object extra = CanonicalJson.read(new String(proof.extra(), StandardCharsets.UTF_8));
        if (!(extra instanceof Map<?, ?> members) || !(members.get("entry") instanceof String entry)) {
            throw new MalformedException("the proof carries no entry");
        }
        boolean shown = members.get("salt") instanceof String && members.get("content") instanceof String;
        Optional<Opening> opening = shown
                ? Optional.of(new Opening((String) members.get("salt"), (String) members.get("content")))
                : Optional.empty();
        return new Receipt(entry, opening, proof);
    }

    public byte[] bytes() {
        Map<String, Object> extra = new TreeMap<>(Map.of("entry", entry));
        opening.ifPresent(shown -> {
            extra.put("salt", shown.salt());
            extra.put("content", shown.content());
        });
        return proof.withExtra(CanonicalJson.write(extra).getBytes(StandardCharsets.UTF_8))
                .bytes();
    }

    /**
     * Checks it all: the checkpoint's signatures, the entry's place under it and, where shown, that the content is what
     * the entry committed to.
     */
    public Inclusion verify(Trust trust) {
        Inclusion inclusion = proof.verify(trust, TreeHasher.leafOf(entry.getBytes(StandardCharsets.UTF_8)));
        opening.ifPresent(shown -> checkCommitment(entry, shown));
        return inclusion;
    }

    /** Checks that an entry committed to a content with its salt. */
    public static void checkCommitment(String entry, Opening shown) {
        boolean binds = CanonicalJson.read(entry) instanceof Map<?, ?> members
                && members.get("commitment") instanceof String commitment
                && MessageDigest.isEqual(StrictBase64.decode(commitment), shown.commitment());
        if (!binds) {
            throw new UntrustedException("the entry committed to another content, or with another salt");
        }
    }
}
