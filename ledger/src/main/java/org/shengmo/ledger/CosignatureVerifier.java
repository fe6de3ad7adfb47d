package org.shengmo.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Optional;

/** Checks cosignature/v1 of C2SP tlog-cosignature, type 0x04: a time and an Ed25519 signature of time and checkpoint. */
final class CosignatureVerifier implements NoteVerifier {

    static final byte TYPE = 0x04;

    private static final int LENGTH = Long.BYTES + 64;

    private final VerifierKey key;
    private final PublicKey publicKey;

    private CosignatureVerifier(VerifierKey key) {
        this.key = key;
        byte[] material = key.material();
        this.publicKey = Ed25519.publicKey(Arrays.copyOfRange(material, 1, material.length));
    }

    static Optional<NoteVerifier> of(VerifierKey key) {
        return key.isOf(TYPE) ? Optional.of(new CosignatureVerifier(key)) : Optional.empty();
    }

    static byte[] message(long time, String text) {
        return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public VerifierKey key() {
        return key;
    }

    @Override
    public boolean verifies(String text, byte[] signature) {
        if (signature.length != LENGTH) {
            return false;
        }
        long time = ByteBuffer.wrap(signature).getLong();
        return time >= 0
                && Ed25519.verifies(publicKey, message(time, text), Arrays.copyOfRange(signature, Long.BYTES, LENGTH));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CosignatureVerifier that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
