package org.shengmo.ledger;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;

/** Signs notes with Ed25519, type 0x01 of C2SP signed-note. */
public final class Ed25519Signer implements NoteSigner {

    private final VerifierKey key;
    private final PrivateKey privateKey;

    public Ed25519Signer(SecretKey secret) {
        if (secret.isForCosignatures()) {
            throw new MalformedException("the key of " + Quoted.of(secret.key().name()) + " is for cosignatures");
        }
        this.key = secret.key();
        this.privateKey = secret.privateKey();
    }

    @Override
    public VerifierKey key() {
        return key;
    }

    @Override
    public byte[] sign(String text) {
        return Ed25519.sign(privateKey, text.getBytes(StandardCharsets.UTF_8));
    }
}
