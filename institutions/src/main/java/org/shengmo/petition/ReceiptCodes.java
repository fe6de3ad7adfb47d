package org.shengmo.petition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Receipt codes: fifteen digits at random and a check digit (Luhn). Only HMAC-SHA-256 of a code is kept, under a key that
 * lies in a file beside the log's key and not in the database: who steals the database can't try codes against it.
 */
@Component
public class ReceiptCodes {

    private static final int KEY_BYTES = 32;
    private static final int DIGITS = 16;
    private static final BigInteger BOUND = BigInteger.TEN.pow(DIGITS - 1);

    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    ReceiptCodes(
            @Value("${shengmo.petition.key-file:}") String file, @Value("${shengmo.log.key-file:}") String logKey) {
        this.key = file.isEmpty() && logKey.isEmpty()
                ? fresh()
                : read(
                        file.isEmpty()
                                ? Path.of(logKey).toAbsolutePath().resolveSibling("petition.key")
                                : Path.of(file));
    }

    private byte[] fresh() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Makes the key where there is none yet, for its owner's eyes only. */
    private byte[] read(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Path made = Files.createTempFile(file.toAbsolutePath().getParent(), "petition", ".new");
                if (Files.getFileStore(made).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
                }
                Files.writeString(made, HexFormat.of().formatHex(fresh()));
                try {
                    Files.move(made, file);
                } catch (FileAlreadyExistsException another) {
                    Files.delete(made);
                }
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A code nobody can guess. */
    public String draw() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return withCheckDigit(new BigInteger(1, bytes).mod(BOUND));
    }

    /** The code that belongs to a form's token: the same however often the form is sent, and as hard to guess as the token. */
    public String of(String token) {
        return withCheckDigit(new BigInteger(1, mac("token:" + token)).mod(BOUND));
    }

    private static String withCheckDigit(BigInteger number) {
        String digits = String.format(java.util.Locale.ROOT, "%0" + (DIGITS - 1) + "d", number);
        return digits + (10 - luhn(digits + "0") % 10) % 10;
    }

    /** The digits of what was typed, blanks and hyphens left out; empty where they can't be a code. */
    public static String normal(String typed) {
        String digits = typed.replaceAll("[\\s\\-　]", "");
        return digits.matches("[0-9]{" + DIGITS + "}") && luhn(digits) % 10 == 0 ? digits : "";
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }

    /** What is kept of a code. Found by this hash, never by its digits: how long a look takes tells nothing of a code. */
    byte[] hash(String code) {
        return mac("code:" + code);
    }

    /** What is kept of a secret of another kind. */
    public byte[] hash(String kind, String secret) {
        return mac(kind + ":" + secret);
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
