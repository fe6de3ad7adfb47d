package org.shengmo.guomi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.shengmo.ledger.KeyFile;
import org.shengmo.ledger.MalformedException;
import org.shengmo.ledger.NoteSigner;
import org.shengmo.ledger.VerifierKey;

/** An SM2 key that signs notes, kept as {@code PRIVATE+SM2+<name>+<8 hex digits of key id>+<base64(32 bytes)>}. */
public final class Sm2Key implements NoteSigner {

    private static final String HEAD = "PRIVATE+SM2+";

    private final byte[] secret;
    private final VerifierKey key;
    private final SecureRandom random;

    private Sm2Key(String name, byte[] secret, SecureRandom random) {
        this.secret = secret.clone();
        this.key = Sm2.keyOf(name, secret);
        this.random = random;
    }

    /** A new key. */
    public static Sm2Key make(String name, SecureRandom random) {
        return new Sm2Key(name, Sm2.newSecret(random), random);
    }

    /**
     * Makes a key in a new file that only its owner can read.
     *
     * @throws java.nio.file.FileAlreadyExistsException where the file is there already: a key is never overwritten
     */
    public static Sm2Key create(Path file, String name, SecureRandom random) throws IOException {
        Sm2Key made = make(name, random);
        KeyFile.create(file, made.export());
        return made;
    }

    /** @throws MalformedException where the file holds no SM2 key; the message never shows what it holds */
    public static Sm2Key read(Path file, SecureRandom random) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8).strip();
        List<String> parts =
                text.startsWith(HEAD) ? List.of(text.substring(HEAD.length()).split("\\+", 3)) : List.of();
        if (parts.size() != 3) {
            throw new MalformedException(file + " holds no SM2 secret key, " + HEAD + "<name>+<key id>+<key>");
        }
        Sm2Key read = new Sm2Key(parts.get(0), decoded(parts.get(2), file), random);
        if (!hex(read.key).equals(parts.get(1))) {
            throw new MalformedException("the id of the SM2 key in " + file + " is not " + parts.get(1));
        }
        return read;
    }

    private static byte[] decoded(String base64, Path file) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == Sm2.SECRET_BYTES
                    && Base64.getEncoder().encodeToString(bytes).equals(base64)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // said below: the cause would show a part of the secret
        }
        throw new MalformedException("the SM2 key in " + file + " has not 32 bytes in base 64");
    }

    private static String hex(VerifierKey key) {
        return HexFormat.of().toHexDigits(key.id());
    }

    private String export() {
        return HEAD + key.name() + "+" + hex(key) + "+" + Base64.getEncoder().encodeToString(secret);
    }

    @Override
    public VerifierKey key() {
        return key;
    }

    @Override
    public byte[] sign(String text) {
        return Sm2.sign(secret, text, random);
    }

    /** Says whose key it is, not what it is. */
    @Override
    public String toString() {
        return "SM2 secret key of " + key;
    }
}
