package org.shengmo.assessment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import org.shengmo.docket.Sha256;

/**
 * A ballot in its rater's hands: the token that only they know and what they chose. The token's hash names the ballot on the
 * board; the leaf binds the choices to the token, so that whoever holds both sees whether the ballot in the box is theirs.
 */
public final class Paper {

    /** Bytes of a token. */
    public static final int TOKEN_BYTES = 32;

    private Paper() {}

    /** A token that nobody can guess. */
    public static byte[] token(SecureRandom random) {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return token;
    }

    /** The ballot's name on the board: SHA-256 of its token. */
    public static byte[] id(byte[] token) {
        return Sha256.of(token);
    }

    /** What the board shows of a ballot: SHA-256 of the token followed by the choices as decimal numbers with commas. */
    public static byte[] leaf(byte[] token, List<Integer> choices) {
        byte[] chosen = choices.stream()
                .map(String::valueOf)
                .collect(Collectors.joining(","))
                .getBytes(StandardCharsets.US_ASCII);
        return Sha256.of(ByteBuffer.allocate(token.length + chosen.length)
                .put(token)
                .put(chosen)
                .array());
    }
}
