package org.shengmo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {

    private static final SecretKey SECRET = SecretKey.forCosignatures("witness.example/w", TestLog.RANDOM);
    private static final NoteVerifier KEY = Signatures.standard().verifier(SECRET.key());

    @TempDir
    Path folder;

    private MemoryStorage storage;
    private Log log;
    private Witness witness;

    @BeforeEach
    void logAndWitness() throws IOException {
        storage = new MemoryStorage();
        log = Log.open(storage, List.of(TestLog.SIGNER), TestLog.TRUST);
        witness = restarted();
    }

    private Witness restarted() {
        return new Witness(List.of(TestLog.TRUST), new Cosigner(SECRET, Clock.systemUTC()), folder.resolve("state"));
    }

    private static Witness.Answer ask(Witness of, TileSource source, Checkpoint checkpoint, long old)
            throws IOException {
        List<Hash> proof = new TreeReader(source, checkpoint.size()).consistency(old);
        return of.addCheckpoint(new AddCheckpoint(old, proof, checkpoint.note()).bytes());
    }

    private Witness.Answer ask(long old) throws IOException {
        return ask(witness, storage, log.checkpoint(), old);
    }

    @Test
    void aLogThatGrowsIsCosigned() throws IOException {
        for (int batch : List.of(0, 3, 300, 0, 1)) {
            long old = log.size();
            Checkpoint checkpoint = log.append(TestLog.entries(old, old + batch));
            Witness.Answer answer = ask(old);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            NoteSignature line = NoteSignature.parse(answer.body().strip());
            assertThat(KEY.made(line) && KEY.verifies(checkpoint.note().text(), line.signature()))
                    .isTrue();
            assertThat(log.cosigned(List.of(line)).note().verified(List.of(KEY)))
                    .containsExactly(KEY);
        }
    }

    @Test
    void whoIsOutOfStepLearnsTheSize() throws IOException {
        log.append(TestLog.entries(0, 5));
        assertThat(ask(0).status()).isEqualTo(200);
        log.append(TestLog.entries(5, 9));
        Witness.Answer answer = ask(4);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.contentType()).isEqualTo("text/x.tlog.size");
        assertThat(answer.body()).isEqualTo("5\n");
        assertThat(ask(5).status()).isEqualTo(200);
    }

    @Test
    void aForkAndAStepBackAreRefusedAfterARestartToo() throws IOException {
        log.append(TestLog.entries(0, 5));
        Checkpoint five = log.checkpoint();
        log.append(TestLog.entries(5, 9));
        assertThat(ask(0).status()).isEqualTo(200);
        MemoryStorage other = new MemoryStorage();
        Log fork = Log.open(other, List.of(TestLog.SIGNER), TestLog.TRUST);
        fork.append(TestLog.entries(100, 109));
        for (Witness each : List.of(witness, restarted())) {
            assertThat(ask(each, storage, five, 0).status()).isEqualTo(409);
            assertThat(ask(each, storage, five, 5).status()).isEqualTo(409);
            assertThat(ask(each, other, fork.checkpoint(), 9).status()).isEqualTo(409);
        }
        fork.append(TestLog.entries(109, 112));
        assertThat(ask(restarted(), other, fork.checkpoint(), 9).status()).isEqualTo(422);
        assertThat(ask(9).status()).isEqualTo(200);
    }

    @Test
    void strangersGetNothing() throws IOException {
        Log.open(new MemoryStorage(), List.of(TestLog.SIGNER), TestLog.TRUST);
        SecretKey stranger = SecretKey.forNotes("log.example/other", TestLog.RANDOM);
        TreeHead unknown = new TreeHead("log.example/other", 0, TreeHasher.emptyRoot());
        Note unknownNote = Note.sign(unknown.text(), List.of(new Ed25519Signer(stranger)));
        assertThat(witness.addCheckpoint(new AddCheckpoint(0, List.of(), unknownNote).bytes())
                        .status())
                .isEqualTo(404);
        SecretKey impostor = SecretKey.forNotes(TestLog.TRUST.origin(), TestLog.RANDOM);
        Note forged = Note.sign(log.checkpoint().head().text(), List.of(new Ed25519Signer(impostor)));
        assertThat(witness.addCheckpoint(new AddCheckpoint(0, List.of(), forged).bytes())
                        .status())
                .isEqualTo(403);
        assertThat(witness.addCheckpoint("hello".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
        assertThat(witness.addCheckpoint(
                                new AddCheckpoint(1, List.of(), log.checkpoint().note()).bytes())
                        .status())
                .isEqualTo(400);
        byte[] idle = new AddCheckpoint(0, TestLog.hashes(2), log.checkpoint().note()).bytes();
        assertThat(witness.addCheckpoint(idle).status()).isEqualTo(422);
    }

    /** A witness that forgot would cosign a fork: damaged state and a full disk must stop it. */
    @Test
    void aWitnessThatCannotReadOrKeepItsStateCosignsNothing() throws IOException {
        log.append(TestLog.entries(0, 5));
        assertThat(ask(0).status()).isEqualTo(200);
        Path state;
        try (var files = Files.list(folder.resolve("state"))) {
            state = files.findFirst().orElseThrow();
        }
        byte[] good = Files.readAllBytes(state);
        Files.write(state, new byte[0]);
        assertThatThrownBy(() -> ask(restarted(), storage, log.checkpoint(), 0)).isInstanceOf(IOException.class);
        Files.write(state, good);
        Files.createDirectories(folder.resolve("state").resolve(state.getFileName() + ".new/in-the-way"));
        log.append(TestLog.entries(5, 6));
        assertThatThrownBy(() -> ask(5)).isInstanceOf(IOException.class);
        assertThat(Files.readAllBytes(state)).isEqualTo(good);
    }

    @Test
    void overHttpTheLogFindsItsWayToACosignature() throws IOException {
        List<IOException> troubles = new ArrayList<>();
        try (WitnessServer server =
                new WitnessServer(witness, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), troubles::add)) {
            URI prefix = URI.create("http://127.0.0.1:" + server.address().getPort());
            WitnessClient client = new WitnessClient(prefix, KEY);
            Checkpoint five = log.append(TestLog.entries(0, 5));
            log.cosigned(List.of(client.cosign(storage, five, 0)));
            Checkpoint nine = log.append(TestLog.entries(5, 9));
            log.cosigned(List.of(client.cosign(storage, nine, 0)));
            assertThat(Checkpoint.open(storage.checkpoint().orElseThrow(), TestLog.TRUST.with(List.of(KEY), 1))
                            .size())
                    .isEqualTo(9);
            assertThatThrownBy(() -> client.cosign(storage, five, 5))
                    .isInstanceOf(UntrustedException.class)
                    .hasMessageContaining("9");
        }
        assertThat(troubles).isEmpty();
    }
}
