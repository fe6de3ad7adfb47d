package org.shengmo.ledger;

import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.time.Clock;

/** Cosigns checkpoints as a witness does, cosignature/v1 of C2SP tlog-cosignature. */
public final class Cosigner implements NoteSigner {

    private final VerifierKey key;
    private final PrivateKey privateKey;
    private final Clock clock;

    public Cosigner(SecretKey secret, Clock clock) {
        if (!secret.isForCosignatures()) {
            throw new MalformedException("the key of " + Quoted.of(secret.key().name()) + " isn't for cosignatures");
        }
        this.key = secret.key();
        this.privateKey = secret.privateKey();
        this.clock = clock;
    }

    @Override
    public VerifierKey key() {
        return key;
    }

    /** States that, at the clock's second, this is the largest consistent tree that the cosigner has seen. */
    @Override
    public byte[] sign(String text) {
        long time = clock.instant().getEpochSecond();
        byte[] signature = Ed25519.sign(privateKey, CosignatureVerifier.message(time, text));
        return ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(time)
                .put(signature)
                .array();
    }
}
