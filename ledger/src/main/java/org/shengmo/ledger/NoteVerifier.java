package org.shengmo.ledger;

/** Checks the signatures of one key. */
public interface NoteVerifier {

    VerifierKey key();

    /** Whether {@code signature}, without its key id, is this key's signature of the note's text. */
    boolean verifies(String text, byte[] signature);

    /** Whether a signature line says it is by this key. */
    default boolean made(NoteSignature signature) {
        return signature.keyId() == key().id() && signature.name().equals(key().name());
    }
}
