package org.shengmo.ledger;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Optional;

/** Checks signatures of type 0x01 of C2SP signed-note: Ed25519 over the note's text. */
final class Ed25519Verifier implements NoteVerifier {

    static final byte TYPE = 0x01;

    private final VerifierKey key;
    private final PublicKey publicKey;

    private Ed25519Verifier(VerifierKey key) {
        this.key = key;
        byte[] material = key.material();
        this.publicKey = Ed25519.publicKey(Arrays.copyOfRange(material, 1, material.length));
    }

    static Optional<NoteVerifier> of(VerifierKey key) {
        return key.isOf(TYPE) ? Optional.of(new Ed25519Verifier(key)) : Optional.empty();
    }

    @Override
    public VerifierKey key() {
        return key;
    }

    @Override
    public boolean verifies(String text, byte[] signature) {
        return Ed25519.verifies(publicKey, text.getBytes(StandardCharsets.UTF_8), signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ed25519Verifier that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
