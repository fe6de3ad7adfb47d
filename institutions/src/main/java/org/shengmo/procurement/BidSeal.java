package org.shengmo.procurement;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.shengmo.docket.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Sealing of bids for two holders. A random key encrypts the bid (AES-256-GCM); it is the XOR of two shares, and each share is
 * encrypted to one holder (ECDH on P-256 with a key of this bid only, HKDF-SHA256, AES-256-GCM). One share says nothing of
 * the key. {@code bid.js} does the same in the browser; the service never sees the key, nor a share before the deadline.
 */
public final class BidSeal {

    /** Which of the two shares is whose. */
    public enum Holder {
        TRADING,
        SUPERVISION
    }

    /** The longest envelope taken, in characters. */
    public static final int LONGEST = 65_536;

    private static final String VERSION = "shengmo-bid-v1";
    private static final int KEY = 32;
    private static final int IV = 12;
    private static final int TAG_BITS = 128;
    private static final int COORDINATE = 32;
    private static final byte UNCOMPRESSED = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    private BidSeal() {}

    /** A holder's key. Its private half stays with the holder. */
    public static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A public key as it is published: base 64 of the uncompressed point. */
    public static String published(PublicKey key) {
        ECPoint point = ((ECPublicKey) key).getW();
        byte[] bytes = new byte[1 + 2 * COORDINATE];
        bytes[0] = UNCOMPRESSED;
        put(point.getAffineX(), bytes, 1);
        put(point.getAffineY(), bytes, 1 + COORDINATE);
        return base64(bytes);
    }

    private static void put(BigInteger number, byte[] target, int at) {
        byte[] bytes = number.toByteArray();
        int from = Math.max(0, bytes.length - COORDINATE);
        System.arraycopy(bytes, from, target, at + COORDINATE - (bytes.length - from), bytes.length - from);
    }

    /**
     * Reads a published key.
     *
     * @throws IllegalArgumentException where it is not a point of the curve
     */
    public static PublicKey key(String published) {
        byte[] bytes = bytes(published);
        if (bytes.length != 1 + 2 * COORDINATE || bytes[0] != UNCOMPRESSED) {
            throw new IllegalArgumentException("not an uncompressed point of P-256");
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(bytes, 1, 1 + COORDINATE));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(bytes, 1 + COORDINATE, bytes.length));
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
            BigInteger prime = ((java.security.spec.ECFieldFp) curve.getCurve().getField()).getP();
            BigInteger right = x.pow(3)
                    .add(curve.getCurve().getA().multiply(x))
                    .add(curve.getCurve().getB())
                    .mod(prime);
            if (x.compareTo(prime) >= 0
                    || y.compareTo(prime) >= 0
                    || !y.pow(2).mod(prime).equals(right)) {
                throw new IllegalArgumentException("not a point of P-256");
            }
            return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Seals a bid, as the bidder's side does it. */
    public static String seal(UUID tender, Tender.Keys keys, BidContent content, SecureRandom random) {
        byte[] key = random(random, KEY);
        byte[] trading = random(random, KEY);
        byte[] supervision = xor(key, trading);
        Map<String, Object> plain = new TreeMap<>();
        plain.put("firm", content.firm());
        plain.put("code", content.creditCode());
        plain.put("price", content.price().toPlainString());
        plain.put("days", content.days());
        plain.put("nonce", content.nonce());
        byte[] iv = random(random, IV);
        Map<String, Object> envelope = new TreeMap<>();
        envelope.put("v", VERSION);
        envelope.put("tender", tender.toString());
        envelope.put("trading", wrap(tender, Holder.TRADING, keys.trading().orElseThrow(), trading, random));
        envelope.put(
                "supervision",
                wrap(tender, Holder.SUPERVISION, keys.supervision().orElseThrow(), supervision, random));
        envelope.put("iv", base64(iv));
        envelope.put(
                "box",
                base64(encrypt(
                        key,
                        iv,
                        context(tender, base64(Sha256.of(trading)), base64(Sha256.of(supervision))),
                        JSON.writeValueAsBytes(plain))));
        return JSON.writeValueAsString(envelope);
    }

    private static Map<String, Object> wrap(
            UUID tender, Holder holder, String published, byte[] share, SecureRandom random) {
        KeyPair once = newKey();
        byte[] iv = random(random, IV);
        byte[] box = encrypt(
                wrappingKey(once.getPrivate(), key(published), tender, holder), iv, info(tender, holder), share);
        return new TreeMap<>(Map.of(
                "key", published(once.getPublic()),
                "iv", base64(iv),
                "box", base64(box),
                "hash", base64(Sha256.of(share))));
    }

    /** Whether a text has the form of an envelope for a tender. What is in it can't be told. */
    public static boolean isEnvelope(UUID tender, String envelope) {
        return parse(envelope)
                .filter(each -> each.path("v").asString("").equals(VERSION))
                .filter(each -> each.path("tender").asString("").equals(tender.toString()))
                .filter(each -> each.path("box").isString()
                        && hash(each, Holder.TRADING).isPresent()
                        && hash(each, Holder.SUPERVISION).isPresent())
                .isPresent();
    }

    /** A holder's share of a bid's key, as the holder's side reads it; empty where the key doesn't fit. */
    public static Optional<byte[]> share(UUID tender, Holder holder, PrivateKey key, String envelope) {
        JsonNode wrapped = parse(envelope).orElseThrow().path(name(holder));
        try {
            return decrypt(
                    wrappingKey(key, key(wrapped.path("key").asString("")), tender, holder),
                    bytes(wrapped.path("iv").asString("")),
                    info(tender, holder),
                    bytes(wrapped.path("box").asString("")));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Whether a share is the one that the envelope was sealed with. */
    public static boolean fits(Holder holder, byte[] share, String envelope) {
        return parse(envelope)
                .flatMap(each -> hash(each, holder))
                .filter(hash -> MessageDigest.isEqual(hash, Sha256.of(share)))
                .isPresent();
    }

    /** What is in an envelope; empty where the shares don't open it or it holds no bid. */
    public static Optional<BidContent> open(UUID tender, String envelope, byte[] trading, byte[] supervision) {
        try {
            JsonNode sealed = parse(envelope).orElseThrow(() -> new IllegalArgumentException("no envelope"));
            return decrypt(
                            xor(trading, supervision),
                            bytes(sealed.path("iv").asString("")),
                            context(tender, base64(Sha256.of(trading)), base64(Sha256.of(supervision))),
                            bytes(sealed.path("box").asString("")))
                    .flatMap(plain -> parse(new String(plain, StandardCharsets.UTF_8)))
                    .flatMap(BidSeal::content);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<BidContent> content(JsonNode plain) {
        try {
            BidContent content = new BidContent(
                    plain.path("firm").asString("").strip(),
                    plain.path("code").asString("").strip(),
                    new BigDecimal(plain.path("price").asString("")).setScale(2),
                    plain.path("days").asInt(0),
                    plain.path("nonce").asString(""));
            return content.firm().isEmpty()
                            || content.price().signum() <= 0
                            || content.price().precision() > 15
                    ? Optional.empty()
                    : Optional.of(content);
        } catch (ArithmeticException | NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> parse(String json) {
        try {
            return Optional.of(JSON.readTree(json)).filter(JsonNode::isObject);
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> hash(JsonNode envelope, Holder holder) {
        try {
            return Optional.of(bytes(envelope.path(name(holder)).path("hash").asString("")))
                    .filter(hash -> hash.length == KEY);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String name(Holder holder) {
        return holder.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static byte[] info(UUID tender, Holder holder) {
        return (VERSION + "|" + tender + "|" + name(holder)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] context(UUID tender, String trading, String supervision) {
        return (VERSION + "|" + tender + "|" + trading + "|" + supervision).getBytes(StandardCharsets.UTF_8);
    }

    /** RFC 5869 with SHA-256, no salt, one block. */
    private static byte[] wrappingKey(PrivateKey own, PublicKey other, UUID tender, Holder holder) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(own);
            agreement.doPhase(other, true);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[KEY], "HmacSHA256"));
            byte[] extracted = mac.doFinal(agreement.generateSecret());
            mac.init(new SecretKeySpec(extracted, "HmacSHA256"));
            mac.update(info(tender, holder));
            mac.update((byte) 1);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] encrypt(byte[] key, byte[] iv, byte[] bound, byte[] plain) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, iv, bound).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<byte[]> decrypt(byte[] key, byte[] iv, byte[] bound, byte[] box) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, iv, bound).doFinal(box));
        } catch (GeneralSecurityException wrong) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] iv, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(bound);
        return cipher;
    }

    private static byte[] xor(byte[] one, byte[] other) {
        if (one.length != KEY || other.length != KEY) {
            throw new IllegalArgumentException("a share has " + KEY + " bytes");
        }
        byte[] result = new byte[KEY];
        for (int i = 0; i < KEY; i++) {
            result[i] = (byte) (one[i] ^ other[i]);
        }
        return result;
    }

    private static byte[] random(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
