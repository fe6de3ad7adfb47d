package org.shengmo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shengmo.ledger.Ed25519Signer;
import org.shengmo.ledger.Log;
import org.shengmo.ledger.LogStorage;
import org.shengmo.ledger.SecretKey;
import org.shengmo.ledger.TilePath;
import org.shengmo.ledger.Trust;

/** A log of made-up entries as long as the docket's are. */
final class SyntheticLog {

    static final SecretKey SECRET = SecretKey.forNotes("log.example/bench", new SecureRandom());

    private static final int BATCH = 1 << 16;

    private SyntheticLog() {}

    /** The entry of a number, as the docket writes it. */
    static byte[] entry(long number) {
        byte[] commitment = new byte[32];
        for (int i = 0; i < 8; i++) {
            commitment[i] = (byte) (number >>> (8 * i));
        }
        String text = "{\"at\":\"2025-03-01T08:30:00Z\",\"commitment\":\""
                + Base64.getEncoder().encodeToString(commitment)
                + "\",\"kind\":\"duty.met\",\"number\":" + number + "}";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static List<byte[]> entries(long from, int count) {
        return IntStream.range(0, count).mapToObj(i -> entry(from + i)).toList();
    }

    static Trust trust() {
        return Trust.log(SECRET.key().toString());
    }

    static Log open(LogStorage storage) throws IOException {
        return Log.open(storage, List.of(new Ed25519Signer(SECRET)), trust());
    }

    /** Writes a log of so many entries into a folder, without forcing it to disk: it is thrown away again. */
    static void write(Path folder, long size) throws IOException {
        Log log = open(new Folder(folder));
        while (log.size() < size) {
            log.append(entries(log.size(), (int) Math.min(BATCH, size - log.size())));
        }
    }

    /** A storage that keeps the checkpoint only. */
    static final class Nowhere implements LogStorage {
        private byte[] checkpoint;

        @Override
        public Optional<byte[]> checkpoint() {
            return Optional.ofNullable(checkpoint);
        }

        @Override
        public Optional<byte[]> read(TilePath path) {
            return Optional.empty();
        }

        @Override
        public void commit(Map<TilePath, byte[]> resources, byte[] next, Optional<byte[]> previous) {
            checkpoint = next;
        }
    }

    private record Folder(Path folder) implements LogStorage {

        @Override
        public Optional<byte[]> checkpoint() throws IOException {
            Path file = folder.resolve("checkpoint");
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        }

        @Override
        public Optional<byte[]> read(TilePath path) throws IOException {
            Path file = folder.resolve(path.toString());
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        }

        @Override
        public void commit(Map<TilePath, byte[]> resources, byte[] next, Optional<byte[]> previous) throws IOException {
            for (Map.Entry<TilePath, byte[]> resource : resources.entrySet()) {
                Path file = folder.resolve(resource.getKey().toString());
                Files.createDirectories(file.getParent());
                Files.write(file, resource.getValue());
            }
            Files.createDirectories(folder);
            Files.write(folder.resolve("checkpoint"), next);
        }
    }
}
