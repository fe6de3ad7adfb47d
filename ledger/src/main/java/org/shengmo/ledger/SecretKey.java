package org.shengmo.ledger;

import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An Ed25519 key that signs, for notes (type 0x01) or for cosignatures (type 0x04), in the form that Go's note package
 * writes: {@code PRIVATE+KEY+<name>+<8 hex digits of key id>+<base64(type ‖ 32-byte seed)>}.
 */
public final class SecretKey {

    private static final String HEAD = "PRIVATE+KEY+";

    private final VerifierKey key;
    private final byte type;
    private final byte[] seed;

    private SecretKey(String name, byte type, byte[] seed) {
        boolean known = type == Ed25519Verifier.TYPE || type == CosignatureVerifier.TYPE;
        if (!known || seed.length != Ed25519.KEY_LENGTH) {
            throw new MalformedException("not an Ed25519 secret key");
        }
        this.type = type;
        this.seed = seed.clone();
        this.key = new VerifierKey(name, Ed25519.joined(new byte[] {type}, Ed25519.publicKeyOf(seed)));
    }

    /** A new key for signing notes. */
    public static SecretKey forNotes(String name, SecureRandom random) {
        return new SecretKey(name, Ed25519Verifier.TYPE, seed(random));
    }

    /** A new key for cosigning checkpoints as a witness. */
    public static SecretKey forCosignatures(String name, SecureRandom random) {
        return new SecretKey(name, CosignatureVerifier.TYPE, seed(random));
    }

    private static byte[] seed(SecureRandom random) {
        byte[] seed = new byte[Ed25519.KEY_LENGTH];
        random.nextBytes(seed);
        return seed;
    }

    /** Reads what {@link #export()} wrote. The text is never part of an error's message. */
    public static SecretKey parse(String text) {
        String[] parts = text.strip().startsWith(HEAD)
                ? text.strip().substring(HEAD.length()).split("\\+", 3)
                : new String[0];
        if (parts.length != 3 || !parts[1].matches("[0-9a-fA-F]{8}")) {
            throw new MalformedException("not a secret key, " + HEAD + "<name>+<key id>+<key>");
        }
        byte[] bytes;
        try {
            bytes = StrictBase64.decode(parts[2]);
        } catch (MalformedException e) {
            throw new MalformedException("the secret key of " + Quoted.of(parts[0]) + " is not base 64");
        }
        if (bytes.length == 0) {
            throw new MalformedException("the secret key of " + Quoted.of(parts[0]) + " is empty");
        }
        SecretKey secret = new SecretKey(parts[0], bytes[0], Arrays.copyOfRange(bytes, 1, bytes.length));
        if (secret.key.id() != HexFormat.fromHexDigits(parts[1])) {
            throw new MalformedException("the id of the secret key of " + Quoted.of(parts[0]) + " is not " + parts[1]);
        }
        return secret;
    }

    /** The public half. */
    public VerifierKey key() {
        return key;
    }

    PrivateKey privateKey() {
        return Ed25519.privateKey(seed);
    }

    boolean isForCosignatures() {
        return type == CosignatureVerifier.TYPE;
    }

    /** The secret in writing, to be kept where only the signer can read it. */
    public String export() {
        return HEAD + key.name() + "+" + HexFormat.of().toHexDigits(key.id()) + "+"
                + StrictBase64.encode(Ed25519.joined(new byte[] {type}, seed));
    }

    /** Says whose key it is, not what it is. */
    @Override
    public String toString() {
        return "secret key of " + key;
    }
}
