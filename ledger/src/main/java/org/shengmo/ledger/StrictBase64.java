package org.shengmo.ledger;

import java.util.Base64;

/** Standard base 64 (RFC 4648 section 4) with padding, and one encoding only for each value. */
final class StrictBase64 {

    private StrictBase64() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The JDK decodes missing padding and stray trailing bits too; what doesn't encode back the same is refused. */
    static byte[] decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("not base 64: " + Quoted.of(text), e);
        }
        if (!encode(bytes).equals(text)) {
            throw new MalformedException("not canonical base 64: " + Quoted.of(text));
        }
        return bytes;
    }
}
