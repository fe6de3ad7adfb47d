package org.shengmo.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.shengmo.ledger.KeyFile;
import org.shengmo.ledger.LedgerCommand;
import org.shengmo.ledger.NoteVerifier;
import org.shengmo.ledger.SecretKey;
import org.shengmo.ledger.Signatures;

/** {@code witness} as a process of its own, that can be killed and started again on the same port and state. */
final class WitnessProcess implements AutoCloseable {

    final NoteVerifier key;
    final URI address;
    private final Path folder;
    private final String logKey;
    private final int port;
    private Process process;

    WitnessProcess(Path folder, String logKey) {
        this.folder = folder;
        this.logKey = logKey;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SecretKey secret = SecretKey.forCosignatures("witness.example/w1", new SecureRandom());
            KeyFile.create(folder.resolve("witness.key"), secret);
            this.key = Signatures.standard().verifier(secret.key());
            this.port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.address = URI.create("http://127.0.0.1:" + port);
    }

    /** As {@code shengmo.log.witnesses} names it. */
    String setting() {
        return address + " " + key.key();
    }

    void start() {
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            Path.of(LedgerCommand.class
                                            .getProtectionDomain()
                                            .getCodeSource()
                                            .getLocation()
                                            .toURI())
                                    .toString(),
                            LedgerCommand.class.getName(),
                            "witness",
                            "--listen",
                            "127.0.0.1:" + port,
                            "--state",
                            folder.resolve("state").toString(),
                            "--secret",
                            folder.resolve("witness.key").toString(),
                            "--log-key",
                            logKey)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("witness.out").toFile())
                    .start();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::listens);
    }

    private boolean listens() throws IOException {
        try (java.net.Socket socket = new java.net.Socket()) {
            socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (java.net.ConnectException e) {
            return false;
        }
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
