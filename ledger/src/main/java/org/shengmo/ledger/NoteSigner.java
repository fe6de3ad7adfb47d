package org.shengmo.ledger;

/** Signs notes with one key. */
public interface NoteSigner {

    /** The public half, by which others check. */
    VerifierKey key();

    /** The signature of a note's text, without key id. */
    byte[] sign(String text);

    /** The signature as a line of the note. */
    default NoteSignature signatureOf(String text) {
        return new NoteSignature(key().name(), key().id(), sign(text));
    }
}
