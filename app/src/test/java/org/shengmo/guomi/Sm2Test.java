package org.shengmo.guomi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shengmo.ledger.Checkpoint;
import org.shengmo.ledger.Ed25519Signer;
import org.shengmo.ledger.Log;
import org.shengmo.ledger.MalformedException;
import org.shengmo.ledger.MemoryStorage;
import org.shengmo.ledger.Note;
import org.shengmo.ledger.NoteSignature;
import org.shengmo.ledger.NoteVerifier;
import org.shengmo.ledger.SecretKey;
import org.shengmo.ledger.Signatures;
import org.shengmo.ledger.Trust;
import org.shengmo.ledger.UntrustedException;
import org.shengmo.ledger.VerifierKey;

/** SM2 with SM3 as the log's second signature: who knows it checks it, who doesn't passes it over. */
class Sm2Test {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ORIGIN = "log.example/district";
    private static final Signatures WITH = Signatures.standard().and(Sm2::verifier);

    private final SecretKey ed25519 = SecretKey.forNotes(ORIGIN, RANDOM);
    private final Sm2Key sm2 = Sm2Key.make(ORIGIN, RANDOM);
    private final NoteVerifier first = WITH.verifier(ed25519.key());
    private final NoteVerifier second = WITH.verifier(sm2.key().toString());

    @TempDir
    Path folder;

    private Checkpoint signedTwice() throws IOException {
        Trust both = new Trust(ORIGIN, List.of(first, second), List.of(), 0);
        Log log = Log.open(new MemoryStorage(), List.of(new Ed25519Signer(ed25519), sm2), both);
        return log.append(List.of(new byte[] {1}, new byte[] {2}));
    }

    /** The example of GB/T 32918.5: key, identity, message and signature as they are printed there. */
    @Test
    void theStandardsOwnExampleVerifies() {
        byte[] secret = HexFormat.of().parseHex("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8");
        VerifierKey key = Sm2.keyOf("example", secret);
        assertThat(HexFormat.of().formatHex(key.material()))
                .endsWith("0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                        + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13");
        byte[] signature = HexFormat.of()
                .parseHex("f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
                        + "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa");
        NoteVerifier verifier = Sm2.verifier(key).orElseThrow();
        assertThat(verifier.verifies("message digest", signature)).isTrue();
        assertThat(verifier.verifies("message digesT", signature)).isFalse();
    }

    @Test
    void aCheckpointBearsBothAndEachAloneIsEnough() throws IOException {
        Note note = signedTwice().note();
        assertThat(note.signatures()).hasSize(2);
        assertThat(note.verified(List.of(first, second))).containsExactlyInAnyOrder(first, second);
        assertThat(Checkpoint.open(note.bytes(), Trust.log(second)).size()).isEqualTo(2);
    }

    @Test
    void whoDoesNotKnowTheKindPassesItOver() throws IOException {
        byte[] note = signedTwice().note().bytes();
        assertThat(Checkpoint.open(note, Trust.log(ed25519.key().toString())).size())
                .isEqualTo(2);
        assertThatThrownBy(() -> Signatures.standard().verifier(sm2.key()))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("kind");
    }

    @Test
    void whoKnowsItRefusesAWrongOne() throws IOException {
        Note note = signedTwice().note();
        NoteSignature good = note.signatures().get(1);
        byte[] wrong = good.signature();
        wrong[40] ^= 1;
        Note changed = new Note(
                note.text(), List.of(note.signatures().get(0), new NoteSignature(good.name(), good.keyId(), wrong)));
        Trust both = new Trust(ORIGIN, List.of(first, second), List.of(), 0);
        assertThatThrownBy(() -> Checkpoint.open(changed, both)).isInstanceOf(UntrustedException.class);
        assertThat(Checkpoint.open(changed, Trust.log(first)).size()).isEqualTo(2);
        for (byte[] odd : List.of(new byte[1], new byte[63], new byte[64], new byte[65])) {
            assertThat(second.verifies(note.text(), odd)).isFalse();
        }
    }

    @Test
    void aKeyIsKeptForItsOwnerOnlyAndReadBack() throws IOException {
        Path file = folder.resolve("sm2.key");
        Sm2Key made = Sm2Key.create(file, ORIGIN, RANDOM);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Sm2Key.read(file, RANDOM).key()).isEqualTo(made.key());
        assertThatThrownBy(() -> Sm2Key.create(file, ORIGIN, RANDOM)).isInstanceOf(FileAlreadyExistsException.class);
        String text = Files.readString(file);
        for (String bad : List.of("", "PRIVATE+SM2+x", text.replace("SM2+", "SM2+other-"), text.replace("=", ""))) {
            Files.writeString(file, bad);
            assertThatThrownBy(() -> Sm2Key.read(file, RANDOM))
                    .isInstanceOf(MalformedException.class)
                    .hasMessageNotContaining(text.strip().substring(text.length() - 40));
        }
    }

    @Test
    void aKeyThatIsNoPointIsRefused() {
        byte[] material = sm2.key().material();
        material[material.length - 1] ^= 1;
        VerifierKey off = new VerifierKey(ORIGIN, material);
        assertThatThrownBy(() -> Sm2.verifier(off)).isInstanceOf(MalformedException.class);
        assertThat(Sm2.verifier(ed25519.key())).isEmpty();
    }
}
