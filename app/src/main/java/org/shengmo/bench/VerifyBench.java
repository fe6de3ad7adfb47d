package org.shengmo.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.shengmo.ledger.Checkpoint;
import org.shengmo.ledger.FileStorage;
import org.shengmo.ledger.LogReader;
import org.shengmo.ledger.TreeHasher;
import org.shengmo.wording.Text;

/** Verifying a log from files in a process with little memory, and proving one of its entries. */
public final class VerifyBench {

    private static final double GOAL = 0.7;
    private static final double PROOF_MILLIS = 1;
    private static final int MEGABYTES = 256;
    private static final int PROOFS = 2000;

    private final Path folder;
    private final long size;
    private final int rounds;

    /** @param folder an empty one with room for the log, about 200 bytes an entry */
    public VerifyBench(Path folder, long size, int rounds) {
        this.folder = folder;
        this.size = size;
        this.rounds = rounds;
    }

    /** Writes the log, verifies it some times, and proves entries of it. */
    public List<Measure> run() throws IOException {
        SyntheticLog.write(folder, size);
        List<Double> ours = new ArrayList<>();
        List<Double> raw = new ArrayList<>();
        double most = 0;
        for (int round = 0; round < rounds; round++) {
            VerifyOnce.Outcome verified = child("verify");
            ours.add(size / verified.seconds());
            most = Math.max(most, verified.megabytes());
            raw.add(size / child("raw").seconds());
        }
        Measure.Rounds measured = new Measure.Rounds(ours, raw);
        return List.of(
                Measure.ratio(
                        Text.of("bench.verify", String.format(Locale.ROOT, "%,d", size)),
                        TreeBench.rate(measured.bestOurs()),
                        TreeBench.rate(measured.bestRival()),
                        measured.ratio(),
                        GOAL),
                new Measure(
                        Text.of("bench.memory"),
                        String.format(Locale.ROOT, "%.0f MB", most),
                        "",
                        Double.NaN,
                        "< " + MEGABYTES + " MB",
                        most < MEGABYTES),
                proof());
    }

    private VerifyOnce.Outcome child(String what) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        VerifyOnce.class.getName(),
                        what,
                        folder.toString(),
                        SyntheticLog.SECRET.key().toString(),
                        String.valueOf(size))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = process.inputReader()) {
            String line = said.readLine();
            if (process.onExit().join().exitValue() != 0 || line == null) {
                throw new IOException("the measured process failed");
            }
            return VerifyOnce.Outcome.parse(line);
        }
    }

    /** A proof with nothing kept from the one before, from files that the system has at hand. */
    private Measure proof() throws IOException {
        FileStorage files = new FileStorage(folder);
        Checkpoint checkpoint = Checkpoint.open(files.checkpoint().orElseThrow(), SyntheticLog.trust());
        SplittableRandom random = new SplittableRandom(20_261_124);
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < PROOFS; i++) {
            long index = random.nextLong(size);
            byte[] entry = SyntheticLog.entry(index);
            long start = System.nanoTime();
            new LogReader(files, checkpoint).inclusion(index, TreeHasher.leafOf(entry));
            millis.add((System.nanoTime() - start) / 1e6);
        }
        List<Double> warm = millis.subList(PROOFS / 2, PROOFS).stream().sorted().toList();
        double middle = warm.get(warm.size() / 2);
        double slow = warm.get(warm.size() * 99 / 100);
        return new Measure(
                Text.of("bench.proof", String.format(Locale.ROOT, "%,d", size)),
                String.format(Locale.ROOT, "%.2f ms (p99 %.2f)", middle, slow),
                "",
                Double.NaN,
                "< 1 ms",
                middle < PROOF_MILLIS);
    }
}
