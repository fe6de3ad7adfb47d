package org.shengmo.guomi;

import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.shengmo.ledger.NoteVerifier;
import org.shengmo.ledger.VerifierKey;

/** Checks the SM2 signatures of one key. */
final class Sm2Verifier implements NoteVerifier {

    private final VerifierKey key;
    private final ECPublicKeyParameters publicKey;

    Sm2Verifier(VerifierKey key, ECPublicKeyParameters publicKey) {
        this.key = key;
        this.publicKey = publicKey;
    }

    @Override
    public VerifierKey key() {
        return key;
    }

    @Override
    public boolean verifies(String text, byte[] signature) {
        return Sm2.verifies(publicKey, text, signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sm2Verifier that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
