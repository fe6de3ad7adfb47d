package org.shengmo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shengmo.ledger.AuditReport;
import org.shengmo.ledger.FileStorage;
import org.shengmo.ledger.LogAudit;
import org.shengmo.ledger.Trust;

/** A process that does one thing once, and says how long it took and how much memory the process came to need. */
final class VerifyOnce {

    private VerifyOnce() {}

    /** @param megabytes the most of the machine's memory that the process held, heap and all; 0 where it can't be told */
    record Outcome(double seconds, double megabytes) {

        static Outcome parse(String line) {
            String[] parts = line.split(" ", 2);
            return new Outcome(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
        }
    }

    public static void main(String[] arguments) throws IOException {
        double seconds = arguments[0].equals("verify")
                ? verify(Path.of(arguments[1]), Trust.log(arguments[2]))
                : limit(Long.parseLong(arguments[3]));
        System.out.println(seconds + " " + megabytes());
    }

    private static double verify(Path folder, Trust trust) {
        long start = System.nanoTime();
        AuditReport report = new LogAudit(new FileStorage(folder), trust, Optional.empty()).run();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!report.isSound()) {
            throw new IllegalStateException(
                    "the log isn't sound: " + report.faults().get(0));
        }
        return seconds;
    }

    /** A batch of messages as long as the log's, as often as the log is long. */
    private static double limit(long size) {
        int batch = 1 << 16;
        List<byte[]> messages = RawHashing.messages(SyntheticLog.entries(size - batch, batch));
        return RawHashing.hash(messages, (int) (size / batch));
    }

    private static double megabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                        .findFirst()
                        .orElse(0)
                : 0;
    }
}
