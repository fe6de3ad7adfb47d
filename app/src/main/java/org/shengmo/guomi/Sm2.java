package org.shengmo.guomi;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.util.BigIntegers;
import org.shengmo.ledger.MalformedException;
import org.shengmo.ledger.NoteVerifier;
import org.shengmo.ledger.VerifierKey;

/**
 * SM2 with SM3 (GB/T 32918.2) as a kind of signature of C2SP signed-note. The identifier is 0xFF, which the specification
 * keeps for kinds it assigns no byte to, and {@code shengmo.org/sm2-sm3}; the public key is 0x04 ‖ x ‖ y, 65 bytes; the
 * signature r ‖ s, 64 bytes; the signer's identity the standard's default, {@code 1234567812345678} (GM/T 0009).
 */
public final class Sm2 {

    static final int SECRET_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;

    private static final int PUBLIC_BYTES = 65;
    private static final byte[] TYPE = type();
    private static final byte[] IDENTITY = "1234567812345678".getBytes(StandardCharsets.US_ASCII);
    private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");
    private static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);

    private Sm2() {}

    private static byte[] type() {
        byte[] name = "shengmo.org/sm2-sm3".getBytes(StandardCharsets.US_ASCII);
        byte[] type = new byte[name.length + 1];
        type[0] = (byte) 0xFF;
        System.arraycopy(name, 0, type, 1, name.length);
        return type;
    }

    /** A verifier for a key of this kind, nothing for any other. */
    public static Optional<NoteVerifier> verifier(VerifierKey key) {
        return key.isOf(TYPE) ? Optional.of(new Sm2Verifier(key, publicKey(key))) : Optional.empty();
    }

    private static ECPublicKeyParameters publicKey(VerifierKey key) {
        byte[] point = Arrays.copyOfRange(key.material(), TYPE.length, key.material().length);
        if (point.length != PUBLIC_BYTES) {
            throw new MalformedException("an SM2 key has 65 bytes, not " + point.length);
        }
        try {
            return new ECPublicKeyParameters(CURVE.getCurve().decodePoint(point), DOMAIN);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("not an SM2 public key", e);
        }
    }

    /** The public half of a secret of 32 bytes. */
    static VerifierKey keyOf(String name, byte[] secret) {
        byte[] point =
                DOMAIN.getG().multiply(privateKey(secret).getD()).normalize().getEncoded(false);
        byte[] material = Arrays.copyOf(TYPE, TYPE.length + point.length);
        System.arraycopy(point, 0, material, TYPE.length, point.length);
        return new VerifierKey(name, material);
    }

    static byte[] newSecret(SecureRandom random) {
        java.math.BigInteger most = DOMAIN.getN().subtract(java.math.BigInteger.TWO);
        return BigIntegers.asUnsignedByteArray(
                SECRET_BYTES, BigIntegers.createRandomInRange(java.math.BigInteger.ONE, most, random));
    }

    private static ECPrivateKeyParameters privateKey(byte[] secret) {
        try {
            return new ECPrivateKeyParameters(BigIntegers.fromUnsignedByteArray(secret), DOMAIN);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("not an SM2 secret key");
        }
    }

    static byte[] sign(byte[] secret, String text, SecureRandom random) {
        try {
            SM2Signer signer = signer(true, new ParametersWithRandom(privateKey(secret), random), text);
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("signing with SM2 failed", e);
        }
    }

    static boolean verifies(ECPublicKeyParameters key, String text, byte[] signature) {
        return signature.length == SIGNATURE_BYTES && signer(false, key, text).verifySignature(signature);
    }

    private static SM2Signer signer(boolean signing, CipherParameters key, String text) {
        SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
        signer.init(signing, new ParametersWithID(key, IDENTITY));
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        signer.update(message, 0, message.length);
        return signer;
    }
}
