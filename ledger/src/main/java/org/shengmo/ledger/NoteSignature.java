package org.shengmo.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/** One signature line of a signed note: {@code — <key name> base64(32-bit key id ‖ signature)}. */
public final class NoteSignature {

    private static final String DASH = "— ";

    private final String name;
    private final int keyId;
    private final byte[] signature;

    public NoteSignature(String name, int keyId, byte[] signature) {
        this.name = KeyName.check(name);
        this.keyId = keyId;
        this.signature = signature.clone();
        if (signature.length == 0) {
            throw new MalformedException("the signature of " + Quoted.of(name) + " is empty");
        }
    }

    /** Reads a line without its newline. */
    public static NoteSignature parse(String line) {
        int space = line.startsWith(DASH) ? line.indexOf(' ', DASH.length()) : -1;
        if (space < 0) {
            throw new MalformedException("not a signature line: " + Quoted.of(line));
        }
        byte[] bytes = StrictBase64.decode(line.substring(space + 1));
        if (bytes.length <= Integer.BYTES) {
            throw new MalformedException("a signature of " + bytes.length + " bytes is too short");
        }
        return new NoteSignature(
                line.substring(DASH.length(), space),
                ByteBuffer.wrap(bytes).getInt(),
                Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    public String name() {
        return name;
    }

    public int keyId() {
        return keyId;
    }

    public byte[] signature() {
        return signature.clone();
    }

    /** The line, without its newline. */
    @Override
    public String toString() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return DASH + name + " " + StrictBase64.encode(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that
                && name.equals(that.name)
                && keyId == that.keyId
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, keyId, Arrays.hashCode(signature));
    }
}
