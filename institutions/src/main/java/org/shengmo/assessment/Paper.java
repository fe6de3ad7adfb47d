package org.shengmo.assessment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;

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
        return sha256(token, new byte[0]);
    }

    /** What the board shows of a ballot: SHA-256 of the token followed by the choices as decimal numbers with commas. */
    public static byte[] leaf(byte[] token, List<Integer> choices) {
        return sha256(
                token,
                choices.stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(","))
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    static byte[] sha256(byte[] first, byte[] second) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            return digest.digest(second);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
