package org.shengmo.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A verifier key ("vkey") of C2SP signed-note: {@code <name>+<8 hex digits of key id>+<base64(type ‖ public key)>}. The
 * key id is the first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key).
 */
public final class VerifierKey {

    private final String name;
    private final byte[] material;
    private final int id;

    /** Takes the signature type's identifier followed by the public key. */
    public VerifierKey(String name, byte[] material) {
        this.name = KeyName.check(name);
        this.material = material.clone();
        if (material.length < 2) {
            throw new MalformedException("the key of " + Quoted.of(name) + " is too short");
        }
        MessageDigest digest = TreeHasher.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        this.id = ByteBuffer.wrap(digest.digest(material)).getInt();
    }

    public static VerifierKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3 || !parts[1].matches("[0-9a-fA-F]{8}")) {
            throw new MalformedException("not a verifier key, <name>+<key id>+<key>: " + Quoted.of(text));
        }
        VerifierKey key = new VerifierKey(parts[0], StrictBase64.decode(parts[2]));
        if (key.id != HexFormat.fromHexDigits(parts[1])) {
            throw new MalformedException(
                    "the id of the verifier key of " + Quoted.of(parts[0]) + " is not " + parts[1]);
        }
        return key;
    }

    public String name() {
        return name;
    }

    public int id() {
        return id;
    }

    /** The signature type's identifier followed by the public key. */
    public byte[] material() {
        return material.clone();
    }

    /** Whether the key starts with this identifier of a signature type. */
    public boolean isOf(byte... type) {
        return material.length > type.length && Arrays.equals(material, 0, type.length, type, 0, type.length);
    }

    @Override
    public String toString() {
        return name + "+" + HexFormat.of().toHexDigits(id) + "+" + StrictBase64.encode(material);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && name.equals(key.name) && Arrays.equals(material, key.material);
    }

    @Override
    public int hashCode() {
        return id;
    }
}
