package org.shengmo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

    /** Key and note of golang.org/x/mod/sumdb/note's documentation. */
    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final String GO_NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    /** The example of C2SP tlog-checkpoint and tlog-cosignature, cosigned. */
    private static final byte[] EMPTY = new byte[0];

    private static final NoteVerifier KEY = Signatures.standard().verifier(PETER);

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aNoteThatGoSignedVerifies() {
        Note note = Note.parse(utf8(GO_NOTE));
        assertThat(note.verified(List.of(KEY))).containsExactly(KEY);
        assertThat(note.bytes()).isEqualTo(utf8(GO_NOTE));
        assertThat(KEY.key()).hasToString(PETER);
    }

    /** RFC 8032 section 7.1, test 2. */
    @Test
    void thePublicKeyFollowsFromTheSeed() {
        byte[] seed = HexFormat.of().parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        assertThat(Ed25519.publicKeyOf(seed))
                .isEqualTo(HexFormat.of().parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
        assertThat(Ed25519.sign(Ed25519.privateKey(seed), new byte[] {0x72}))
                .isEqualTo(HexFormat.of()
                        .parseHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
    }

    @Test
    void unknownKeysArePassedOverAndAKnownOneMustVerify() {
        Note note = Note.parse(utf8(GO_NOTE));
        NoteVerifier other = TestLog.TRUST.logKeys().get(0);
        assertThat(note.verified(List.of(other))).isEmpty();
        Note changed = new Note("Something else.\n", note.signatures());
        assertThatThrownBy(() -> changed.verified(List.of(KEY))).isInstanceOf(UntrustedException.class);
        assertThat(changed.verified(List.of(other))).isEmpty();
        Note both = Note.sign(note.text(), List.of(TestLog.SIGNER)).with(note.signatures());
        assertThat(both.verified(List.of(KEY, other))).containsExactlyInAnyOrder(KEY, other);
    }

    @Test
    void sixteenSignaturesAreTakenAndEndlesslyManyAreNot() {
        NoteSignature line = Note.parse(utf8(GO_NOTE)).signatures().get(0);
        List<NoteSignature> lines = new ArrayList<>();
        for (int i = 0; i < Note.MOST_SIGNATURES; i++) {
            lines.add(new NoteSignature("key" + i, i, line.signature()));
        }
        Note many = new Note("text\n", lines);
        assertThat(Note.parse(many.bytes())).isEqualTo(many);
        byte[] more = utf8(new String(many.bytes(), StandardCharsets.UTF_8) + line + "\n");
        assertThatThrownBy(() -> Note.parse(more)).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\n— key AAAAAAE=",
                "text\n\n- key AAAAAAE=\n",
                "text\n\n—  key AAAAAAE=\n",
                "text\n\n— key  AAAAAAE=\n",
                "text\n\n— key AAAAAAE\n",
                "text\n\n— key AAAAAAF=\n",
                "text\n\n— key AAAAAA==\n",
                "text\n\n— k+y AAAAAAE=\n",
                "text\n\n— k\u00a0y AAAAAAE=\n",
                "te\rxt\n\n— key AAAAAAE=\n",
                "text\n\n— key AAAAAAE=\n\n",
                "text\n\n— key AAAAAAE=\nmore\n"
            })
    void whatIsNotANoteIsRefused(String text) {
        assertThatThrownBy(() -> Note.parse(utf8(text))).isInstanceOf(MalformedException.class);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThatThrownBy(() -> Note.parse(new byte[] {(byte) 0xC0, (byte) 0x80, '\n', '\n'}))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Note.parse(EMPTY)).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TX",
                "PeterNeumann+c74f20a3",
                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void aKeyWhoseIdOrFormIsWrongIsRefused(String key) {
        assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(MalformedException.class);
    }

    @Test
    void aKindOfKeyThatNobodyUnderstandsIsAnError() {
        VerifierKey unknown = new VerifierKey("key", new byte[] {(byte) 0xFF, 1, 2, 3});
        assertThatThrownBy(() -> Signatures.standard().verifier(unknown)).isInstanceOf(MalformedException.class);
    }

    @Test
    void aSecretKeyReadsBackAndIsNeverPrinted() {
        SecretKey secret = SecretKey.forNotes("log.example/a", TestLog.RANDOM);
        assertThat(SecretKey.parse(secret.export()).key()).isEqualTo(secret.key());
        assertThat(secret.toString()).doesNotContain(secret.export().substring(40));
        assertThatThrownBy(() -> new Cosigner(secret, Clock.systemUTC())).isInstanceOf(MalformedException.class);
    }

    @Test
    void aCosignatureCoversTimeAndCheckpoint() {
        SecretKey secret = SecretKey.forCosignatures("witness.example/w", TestLog.RANDOM);
        Cosigner cosigner = new Cosigner(secret, Clock.fixed(Instant.ofEpochSecond(1679315147), ZoneOffset.UTC));
        NoteVerifier witness = Signatures.standard().verifier(secret.key());
        String text = TestLog.checkpoint(0, TreeHasher.emptyRoot()).head().text();
        byte[] signature = cosigner.sign(text);
        assertThat(witness.verifies(text, signature)).isTrue();
        assertThat(witness.verifies(text + "x\n", signature)).isFalse();
        signature[7] ^= 1;
        assertThat(witness.verifies(text, signature)).isFalse();
        assertThat(witness.verifies(text, EMPTY)).isFalse();
    }

    @Test
    void aQuorumOfWitnessesIsAskedFor() {
        SecretKey secret = SecretKey.forCosignatures("witness.example/w", TestLog.RANDOM);
        Cosigner cosigner = new Cosigner(secret, Clock.systemUTC());
        Trust witnessed = TestLog.TRUST.with(List.of(Signatures.standard().verifier(secret.key())), 1);
        Checkpoint bare = TestLog.checkpoint(0, TreeHasher.emptyRoot());
        assertThatThrownBy(() -> Checkpoint.open(bare.note(), witnessed)).isInstanceOf(UntrustedException.class);
        Note cosigned =
                bare.note().with(List.of(cosigner.signatureOf(bare.note().text())));
        assertThat(Checkpoint.open(cosigned, witnessed).size()).isZero();
    }
}
