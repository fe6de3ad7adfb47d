package org.shengmo.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shengmo.ledger.Log;
import org.shengmo.wording.Text;

/** Building a tree, tiles and bundles and all, against SHA-256 of the same messages on all cores. */
public final class TreeBench {

    private static final double GOAL = 0.8;
    private static final int BATCH = 1 << 18;
    private static final int BATCHES = 4;

    private final int rounds;

    public TreeBench(int rounds) {
        this.rounds = rounds;
    }

    /** Measures with entries as long as the docket's. */
    public Measure run() throws IOException {
        List<List<byte[]>> batches = new ArrayList<>();
        List<byte[]> messages = new ArrayList<>();
        for (int i = 0; i < BATCHES; i++) {
            batches.add(SyntheticLog.entries((long) i * BATCH, BATCH));
            messages.addAll(RawHashing.messages(batches.get(i)));
        }
        long count = (long) BATCH * BATCHES;
        byte[] entry = SyntheticLog.entry(count);
        List<Double> ours = new ArrayList<>();
        List<Double> raw = new ArrayList<>();
        double stream = 0;
        for (int round = 0; round < rounds + 2; round++) {
            double tree = count / build(batches);
            double limit = count / RawHashing.hash(messages, 1);
            stream = Math.max(stream, count / RawHashing.stream(count * (entry.length + 1 + 65)));
            if (round >= 2) { // the first two warm up
                ours.add(tree);
                raw.add(limit);
            }
        }
        Measure.Rounds measured = new Measure.Rounds(ours, raw);
        return Measure.ratio(
                Text.of("bench.tree", String.valueOf(entry.length), "%.2f".formatted(measured.bestOurs() / stream)),
                rate(measured.bestOurs()),
                rate(measured.bestRival()),
                measured.ratio(),
                GOAL);
    }

    static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%,.0f/s", perSecond);
    }

    private static double build(List<List<byte[]>> batches) throws IOException {
        Log log = SyntheticLog.open(new SyntheticLog.Nowhere());
        long start = System.nanoTime();
        for (List<byte[]> batch : batches) {
            log.append(batch);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
