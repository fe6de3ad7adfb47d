package org.shengmo.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Fills the disk with a log, looks at what then stands, makes room, and goes on. */
final class FullDiskProcess {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private FullDiskProcess() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        SecretKey secret = SecretKey.parse(arguments[1]);
        Trust trust = Trust.log(secret.key().toString());
        Path ballast = Files.write(folder.resolve("ballast"), new byte[100_000]);
        FileStorage storage = new FileStorage(folder.resolve("log"));
        Log log = Log.open(storage, List.of(new Ed25519Signer(secret)), trust);
        Checkpoint last = log.checkpoint();
        try {
            while (true) {
                last = log.append(TestLog.entries(log.size(), log.size() + 100));
            }
        } catch (IOException e) {
            OUT.println("failed " + e);
        }
        Checkpoint stands = Checkpoint.open(storage.checkpoint().orElseThrow(), trust);
        boolean sound = new LogAudit(storage, trust, Optional.of(last)).run().isSound() && stands.size() == last.size();
        OUT.println(sound ? "sound as it was" : "not as it was: " + stands);
        fill(folder.resolve("rest"));
        OUT.println("witness: " + witness(folder.resolve("state"), trust, storage, stands));
        Files.delete(folder.resolve("rest"));
        Files.delete(ballast);
        Checkpoint grown = Log.open(storage, List.of(new Ed25519Signer(secret)), trust)
                .append(TestLog.entries(last.size(), last.size() + 100));
        OUT.println(new LogReader(storage, grown).since(last).newer().equals(grown) ? "grows again" : "does not grow");
    }

    private static void fill(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[512]);
            }
        } catch (IOException full) {
            OUT.println("filled to " + Files.size(file));
        }
    }

    private static String witness(Path state, Trust trust, FileStorage storage, Checkpoint checkpoint)
            throws IOException, InterruptedException {
        Cosigner cosigner =
                new Cosigner(SecretKey.forCosignatures("witness.example/full", TestLog.RANDOM), Clock.systemUTC());
        Witness witness = new Witness(List.of(trust), cosigner, state);
        InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (WitnessServer server = new WitnessServer(witness, anywhere, trouble -> OUT.println("told: " + trouble))) {
            List<Hash> proof = new TreeReader(storage, checkpoint.size()).consistency(0);
            byte[] body = new AddCheckpoint(0, proof, checkpoint.note()).bytes();
            URI address = URI.create("http://127.0.0.1:" + server.address().getPort() + "/add-checkpoint");
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address)
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return "status " + answer.statusCode() + (answer.body().contains("—") ? "" : ", nothing cosigned");
        }
    }
}
