package org.shengmo.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shengmo.ruler.check.CheckLibrary;
import org.shengmo.ruler.check.CheckReport;
import org.shengmo.ruler.check.CheckRequest;
import org.shengmo.ruler.check.CheckRun;

/** All procurement checks over made-up OCDS releases. */
final class BenchReleases {

    private final BenchTally tally;
    private final Path work;
    private final long releases;

    BenchReleases(BenchTally tally, Path work, long releases) {
        this.tally = tally;
        this.work = work;
        this.releases = releases;
    }

    void run() throws Exception {
        Path data = Files.createDirectories(work.resolve("ocds"));
        Path file = data.resolve("releases.jsonl");
        write(file);
        double seconds = tally.measure(
                "all procurement checks, " + releases + " releases, " + Files.size(file) / 1_000_000 + " MB", () -> {
                    CheckReport report = CheckRun.run(
                            new CheckRequest(data, work.resolve("ocds-out"), LocalDate.of(2024, 12, 31), Map.of()),
                            CheckLibrary.packaged().find(List.of("procurement")));
                    return report.outcomes().stream()
                                    .mapToLong(CheckReport.Outcome::findings)
                                    .sum() + " findings";
                });
        tally.say("| releases a second | %.0f | most memory of the process so far %s |"
                .formatted(releases / seconds, memory()));
    }

    /** Processes of one to six bids each; every value and party is drawn from the number of the process. */
    private void write(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT json_object('ocid', 'ocds-' || i, 'date', '2024-05-01T00:00:00Z',"
                    + " 'buyer', {id: 'B' || hash(i) % 500, name: 'buyer'},"
                    + " 'tender', {status: 'complete', procurementMethod: CASE WHEN hash(i * 3) % 4 = 0 THEN 'direct' ELSE 'open' END,"
                    + " procuringEntity: {id: 'B' || hash(i) % 500, name: 'buyer'}, value: {amount: 1000 + hash(i * 5) % 1000000, currency: 'CNY'},"
                    + " tenderPeriod: {startDate: '2024-03-01T00:00:00Z', endDate: '2024-03-' || (2 + hash(i * 7) % 27)::VARCHAR || 'T00:00:00Z'}},"
                    + " 'bids', {details: list_transform(range(1, 2 + (hash(i * 11) % 6)::BIGINT), lambda n: {id: n::VARCHAR,"
                    + " status: CASE WHEN hash(i * 13 + n) % 7 = 0 THEN 'disqualified' ELSE 'valid' END, date: '2024-03-20T00:00:00Z',"
                    + " value: {amount: 900 + hash(i * 17 + n) % 1000000, currency: 'CNY'},"
                    + " tenderers: [{id: 'S' || hash(i * 19 + n) % 20000, name: 'supplier'}]})},"
                    + " 'awards', [{id: '1', status: 'active', date: '2024-04-01T00:00:00Z', value: {amount: 950 + hash(i * 17 + 1) % 1000000,"
                    + " currency: 'CNY'}, suppliers: [{id: 'S' || hash(i * 19 + 1) % 20000, name: 'supplier'}]}],"
                    + " 'contracts', [{id: '1', awardID: '1', status: 'active', value: {amount: 950 + hash(i * 17 + 1) % 1000000, currency: 'CNY'}}])::VARCHAR"
                    + " FROM range(" + releases + ") AS r(i)) TO '" + file
                    + "' (FORMAT csv, HEADER false, QUOTE '', DELIMITER '\\t')");
        }
    }

    private static String memory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return "unknown";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .map(line -> line.replaceAll("\\s+", " "))
                .orElse("unknown");
    }
}
