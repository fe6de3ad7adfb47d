package org.shengmo.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar for people outside, as {@code java -jar} runs it, with nothing beside it and four modules of the JDK. */
class LedgerJarIT {

    private static final String JAR = System.getProperty("shengmo.ledger.jar");
    private static final String KEY = TestLog.SECRET.key().toString();

    @TempDir
    Path folder;

    private Path logFolder;
    private Log log;
    private String said;

    @BeforeEach
    void aLogInAFolder() throws IOException {
        logFolder = folder.resolve("log");
        log = Log.open(new FileStorage(logFolder), List.of(TestLog.SIGNER), TestLog.TRUST);
        log.append(TestLog.entries(0, 300));
    }

    private ProcessBuilder jar(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                "java.base,java.net.http,jdk.httpserver,jdk.crypto.ec",
                "-jar",
                JAR));
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("--language", "en"));
        return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    }

    private int run(String... arguments) throws IOException {
        Process process = jar(arguments).start();
        said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.onExit().join().exitValue();
    }

    @Test
    void itVerifiesAFolderAndAnAddress() throws IOException {
        Path earlier =
                Files.write(folder.resolve("earlier"), log.checkpoint().note().bytes());
        log.append(TestLog.entries(300, 1000));
        HttpServer server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                logFolder,
                SimpleFileServer.OutputLevel.NONE);
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            for (String place : List.of("log", address)) {
                assertThat(run("verify", "--log", place, "--key", KEY, "--earlier", earlier.toString()))
                        .as(() -> said)
                        .isZero();
                assertThat(said).contains("all 1000 entries").contains("since the earlier checkpoint of 300");
            }
            Path bundle = logFolder.resolve("tile/entries/001");
            byte[] bytes = Files.readAllBytes(bundle);
            bytes[40] ^= 1;
            Files.write(bundle, bytes);
            for (String place : List.of("log", address)) {
                assertThat(run("verify", "--log", place, "--key", KEY)).isEqualTo(1);
                assertThat(said).contains("tile/entries/001");
            }
        } finally {
            server.stop(0);
        }
        assertThat(run("verify", "--log", "http://127.0.0.1:1/", "--key", KEY)).isEqualTo(1);
        assertThat(said).contains("could not be read");
        assertThat(run("verify", "--log", "log")).isEqualTo(2);
        assertThat(run("help")).isEqualTo(2);
    }

    @Test
    void itChecksAReceipt() throws IOException {
        Inclusion inclusion = log.reader().inclusion(7, TreeHasher.leafOf(TestLog.entry(7)));
        String entry = new String(TestLog.entry(7), StandardCharsets.UTF_8);
        Path file = folder.resolve("r.tlog-proof");
        Files.write(file, new Receipt(entry, Optional.empty(), inclusion.toTlogProof()).bytes());
        assertThat(run("receipt", "r.tlog-proof", "--key", KEY)).isZero();
        Files.write(file, new Receipt("entry 8", Optional.empty(), inclusion.toTlogProof()).bytes());
        assertThat(run("receipt", "r.tlog-proof", "--key", KEY)).isEqualTo(1);
    }

    /** Its state outlives its end, however sudden; a fork gets nothing before and after. */
    @Test
    void itWitnessesAndRefusesAForkAfterItWasKilled() throws IOException {
        assertThat(run("key", "--name", "witness.example/w1", "--secret", "secret", "--for", "cosignature"))
                .isZero();
        NoteVerifier key = Signatures.standard()
                .verifier(said.lines().reduce((first, last) -> last).orElseThrow());
        MemoryStorage other = new MemoryStorage();
        Log fork = Log.open(other, List.of(TestLog.SIGNER), TestLog.TRUST);
        fork.append(TestLog.entries(500, 900));
        for (int start = 0; start < 2; start++) {
            Process witness = jar(
                            "witness",
                            "--listen",
                            "127.0.0.1:0",
                            "--state",
                            "state",
                            "--secret",
                            "secret",
                            "--log-key",
                            KEY)
                    .start();
            try (BufferedReader out = witness.inputReader()) {
                WitnessClient client = new WitnessClient(URI.create("http:/" + listening(out)), key);
                Checkpoint next = log.append(TestLog.entries(log.size(), log.size() + 10));
                NoteSignature line = client.cosign(new FileStorage(logFolder), next, 0);
                assertThat(key.verifies(next.note().text(), line.signature())).isTrue();
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> client.cosign(other, fork.checkpoint(), 0))
                        .isInstanceOf(UntrustedException.class);
            } finally {
                witness.destroyForcibly().onExit().join();
            }
        }
    }

    private static String listening(BufferedReader out) throws IOException {
        String line = out.readLine();
        assertThat(line).contains("listens on /127.0.0.1:");
        return line.substring(line.indexOf("/127.0.0.1:")).replaceAll("[^0-9/.:]+$|\\.$", "");
    }
}
