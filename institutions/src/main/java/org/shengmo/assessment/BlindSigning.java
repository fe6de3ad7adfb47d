package org.shengmo.assessment;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;

/**
 * RSA blind signatures, RFC 9474, variant RSABSSA-SHA384-PSS-Deterministic: the signer signs what it can't see and can't
 * recognise later. Messages here are random tokens, so they need no randomizer (section 5 of the RFC).
 */
public final class BlindSigning {

    private static final String HASH = "SHA-384";
    private static final int HASH_BYTES = 48;
    private static final int SALT_BYTES = 48;
    private static final int KEY_BITS = 2048;
    private static final int PADDING = 0xbc;
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec(HASH, "MGF1", MGF1ParameterSpec.SHA384, SALT_BYTES, PSSParameterSpec.TRAILER_FIELD_BC);

    private BlindSigning() {}

    /** The key that anyone checks with. */
    public record PublicKey(BigInteger modulus, BigInteger exponent) {

        int bytes() {
            return (modulus.bitLength() + 7) / 8;
        }
    }

    /** The key that signs, with its factors: signing by the remainder theorem is about four times as fast. */
    public record PrivateKey(PublicKey open, BigInteger exponent, BigInteger p, BigInteger q) {

        private BigInteger power(BigInteger value) {
            BigInteger atP = value.modPow(exponent.mod(p.subtract(BigInteger.ONE)), p);
            BigInteger atQ = value.modPow(exponent.mod(q.subtract(BigInteger.ONE)), q);
            return atP.subtract(atQ)
                    .multiply(q.modInverse(p))
                    .mod(p)
                    .multiply(q)
                    .add(atQ);
        }
    }

    /** What the holder of a token keeps while it is signed: the token, its blinded form to send, the inverse to unblind. */
    public static final class Blinded {
        private final byte[] message;
        private final BigInteger blinded;
        private final BigInteger inverse;

        private Blinded(byte[] message, BigInteger blinded, BigInteger inverse) {
            this.message = message;
            this.blinded = blinded;
            this.inverse = inverse;
        }

        /** What the signer sees: a number that says nothing about the token. */
        public BigInteger blinded() {
            return blinded;
        }

        /**
         * The signature of the token.
         *
         * @throws IllegalArgumentException when the signer did not sign what it was given
         */
        public byte[] finish(PublicKey key, BigInteger blindSignature) {
            byte[] signature = bytes(blindSignature.multiply(inverse).mod(key.modulus()), key.bytes());
            if (!verify(key, message, signature)) {
                throw new IllegalArgumentException("the signer's answer does not sign the token");
            }
            return signature;
        }
    }

    /** A fresh key. */
    public static PrivateKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            RSAPrivateCrtKey key =
                    (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
            return new PrivateKey(
                    new PublicKey(key.getModulus(), key.getPublicExponent()),
                    key.getPrivateExponent(),
                    key.getPrimeP(),
                    key.getPrimeQ());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Blinds a token under a key. */
    public static Blinded blind(PublicKey key, byte[] message, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        BigInteger factor;
        do {
            factor = new BigInteger(key.modulus().bitLength(), random);
        } while (factor.compareTo(BigInteger.ONE) <= 0
                || factor.compareTo(key.modulus()) >= 0
                || !factor.gcd(key.modulus()).equals(BigInteger.ONE));
        return blind(key, message, salt, factor.modInverse(key.modulus()));
    }

    /** Blinds with a salt and the inverse of a blinding factor that were drawn before. */
    static Blinded blind(PublicKey key, byte[] message, byte[] salt, BigInteger inverse) {
        BigInteger encoded = new BigInteger(1, encode(message, key.modulus().bitLength() - 1, salt));
        if (!encoded.gcd(key.modulus()).equals(BigInteger.ONE)) {
            throw new IllegalArgumentException("the token can't be blinded under this key");
        }
        BigInteger factor = inverse.modInverse(key.modulus()).modPow(key.exponent(), key.modulus());
        return new Blinded(message.clone(), encoded.multiply(factor).mod(key.modulus()), inverse);
    }

    /**
     * Signs a blinded token.
     *
     * @throws IllegalArgumentException when it is no number under the key, and when the computation went wrong: a wrong
     *     answer would give the key away
     */
    public static BigInteger sign(PrivateKey key, BigInteger blinded) {
        if (blinded.signum() <= 0 || blinded.compareTo(key.open().modulus()) >= 0) {
            throw new IllegalArgumentException("not a blinded token of this key");
        }
        BigInteger signed = key.power(blinded);
        if (!signed.modPow(key.open().exponent(), key.open().modulus()).equals(blinded)) {
            throw new IllegalArgumentException("the signature does not check");
        }
        return signed;
    }

    /** Whether a signature signs a token. */
    public static boolean verify(PublicKey key, byte[] message, byte[] signature) {
        if (signature.length != key.bytes()) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("RSASSA-PSS");
            check.setParameter(PSS);
            check.initVerify(
                    KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(key.modulus(), key.exponent())));
            check.update(message);
            return check.verify(signature);
        } catch (java.security.SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** EMSA-PSS-ENCODE, RFC 8017 section 9.1.1. */
    private static byte[] encode(byte[] message, int bits, byte[] salt) {
        int length = (bits + 7) / 8;
        byte[] hash = hash(new byte[8], hash(message), salt);
        byte[] block = new byte[length - HASH_BYTES - 1];
        block[block.length - salt.length - 1] = 1;
        System.arraycopy(salt, 0, block, block.length - salt.length, salt.length);
        byte[] mask = mask(hash, block.length);
        byte[] encoded = new byte[length];
        for (int i = 0; i < block.length; i++) {
            encoded[i] = (byte) (block[i] ^ mask[i]);
        }
        encoded[0] &= (byte) (0xff >> (8 * length - bits));
        System.arraycopy(hash, 0, encoded, block.length, HASH_BYTES);
        encoded[length - 1] = (byte) PADDING;
        return encoded;
    }

    private static byte[] mask(byte[] seed, int length) {
        byte[] mask = new byte[(length + HASH_BYTES - 1) / HASH_BYTES * HASH_BYTES];
        for (int i = 0; i * HASH_BYTES < length; i++) {
            byte[] counter = {(byte) (i >>> 24), (byte) (i >>> 16), (byte) (i >>> 8), (byte) i};
            System.arraycopy(hash(seed, counter), 0, mask, i * HASH_BYTES, HASH_BYTES);
        }
        return Arrays.copyOf(mask, length);
    }

    private static byte[] hash(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(HASH);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(BigInteger number, int length) {
        byte[] raw = number.toByteArray();
        byte[] bytes = new byte[length];
        int from = Math.max(0, raw.length - length);
        System.arraycopy(raw, from, bytes, length - (raw.length - from), raw.length - from);
        return bytes;
    }
}
