package org.shengmo.command;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.shengmo.ruler.check.Check;
import org.shengmo.ruler.check.CheckLibrary;
import org.shengmo.ruler.check.CheckReport;
import org.shengmo.ruler.check.CheckRequest;
import org.shengmo.ruler.check.CheckRun;
import org.shengmo.ruler.world.World;

/** The welfare audit: the checks, the same by hand on DuckDB and in PostgreSQL, and again after one row in a thousand changed. */
final class BenchAudit {

    private static final LocalDate DAY = LocalDate.of(2014, 12, 31);
    private static final List<String> REGISTERS = List.of(
            "roster",
            "deaths",
            "vehicles",
            "properties",
            "payroll",
            "companies",
            "pensions",
            "custody",
            "officials",
            "relatives",
            "declarations",
            "standards");

    private static final Pattern KEY = Pattern.compile(":key\\(([a-z_.]+)\\)");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final BenchTally tally;
    private final Path work;
    private final List<Check> checks = CheckLibrary.packaged().find(List.of("welfare"));

    BenchAudit(BenchTally tally, Path work) {
        this.tally = tally;
        this.work = work;
    }

    void run(long persons, long postgresPersons) throws Exception {
        Path world = world(persons);
        double full = tally.measure(
                "the audit, 10 checks, " + persons + " persons", () -> audit(world, "full", Optional.empty()));
        double hand = tally.measure("the audit by hand on DuckDB, " + persons + " persons", () -> byHand(world));
        tally.say("| time against DuckDB by hand | %.2f | goal 1.25 |".formatted(full / hand));
        change(world);
        double again = tally.measure(
                "the audit again after 0.1 % changed", () -> audit(world, "again", Optional.of(work.resolve("full"))));
        tally.say("| again against all | %.1f %% | goal 5 %% |".formatted(100 * again / full));
        Path small = persons == postgresPersons ? world : world(postgresPersons);
        double ours = tally.measure(
                "the audit, 10 checks, " + postgresPersons + " persons", () -> audit(small, "small", Optional.empty()));
        double postgres = postgres(small, postgresPersons);
        tally.say("| PostgreSQL against the audit, %d persons | %.1f times | goal 10 |"
                .formatted(postgresPersons, postgres / ours));
    }

    private Path world(long persons) {
        Path world = work.resolve("world" + persons);
        new World(1, persons, DAY).write(world, World.Format.PARQUET);
        return world;
    }

    private String audit(Path world, String out, Optional<Path> previous) {
        CheckReport report = CheckRun.run(new CheckRequest(world, work.resolve(out), DAY, Map.of(), previous), checks);
        long findings = report.outcomes().stream()
                .mapToLong(CheckReport.Outcome::findings)
                .sum();
        return findings + " findings"
                + report.changes()
                        .map(changes -> ", " + changes.found() + " new, " + changes.gone() + " gone, "
                                + changes.rejudged().orElse(-1) + " households judged")
                        .orElse("");
    }

    private static String script() throws IOException {
        try (var stream = BenchAudit.class.getResourceAsStream("audit.sql")) {
            String sql =
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace(":day", "DATE '" + DAY + "'");
            return KEY.matcher(sql).replaceAll(found -> Matcher.quoteReplacement(key(found.group(1))));
        }
    }

    /** GB 11643: the 17 digits weighted and summed give the check character. */
    private static String key(String number) {
        String body = "substr(" + number + ", 1, 6) || '19' || substr(" + number + ", 7, 9)";
        StringJoiner sum = new StringJoiner(" + ", "mod(", ", 11)");
        for (int digit = 0; digit < WEIGHTS.length; digit++) {
            sum.add("CAST(substr(" + body + ", " + (digit + 1) + ", 1) AS INTEGER) * " + WEIGHTS[digit]);
        }
        return "CASE WHEN length(" + number + ") = 15 THEN " + body + " || substr('10X98765432', " + sum
                + " + 1, 1) ELSE " + number + " END";
    }

    private String byHand(Path world) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET temp_directory = '" + work.resolve("spill") + "'");
            for (String register : REGISTERS) {
                statement.execute("CREATE VIEW " + register + " AS SELECT * FROM read_parquet('"
                        + world.resolve(register + ".parquet") + "')");
            }
            String found = runScript(statement);
            statement.execute("COPY found TO '" + work.resolve("by-hand.parquet") + "' (FORMAT parquet)");
            return found;
        }
    }

    private static String runScript(Statement statement) throws SQLException, IOException {
        for (String sql : script().split(";\\s*(\\n|$)", -1)) {
            if (!sql.isBlank()) {
                statement.execute(sql);
            }
        }
        try (ResultSet count = statement.executeQuery("SELECT count(*) FROM found")) {
            count.next();
            return count.getLong(1) + " findings";
        }
    }

    /** One row in a thousand of the roster, and of each register, differs. */
    private void change(Path world) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String change : List.of(
                    "roster:monthly_amount + CASE WHEN hash(person_id) % 1000 = 0 THEN 10 ELSE 0 END AS monthly_amount",
                    "payroll:monthly_pay + CASE WHEN hash(id_number) % 1000 = 0 THEN 100 ELSE 0 END AS monthly_pay",
                    "vehicles:value + CASE WHEN hash(id_number) % 1000 = 0 THEN 100 ELSE 0 END AS value",
                    "deaths:died_on + CASE WHEN hash(id_number) % 1000 = 0 THEN 1 ELSE 0 END AS died_on")) {
                String register = change.substring(0, change.indexOf(':'));
                Path file = world.resolve(register + ".parquet");
                Path changed = world.resolve("changed.parquet");
                statement.execute(
                        "COPY (SELECT * REPLACE (" + change.substring(change.indexOf(':') + 1) + ") FROM read_parquet('"
                                + file + "')) TO '" + changed + "' (FORMAT parquet, ROW_GROUP_SIZE 122880)");
                Files.move(changed, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private double postgres(Path world, long persons) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("work_mem", "512MB")
                        .setServerConfig("shared_buffers", "1GB")
                        .setServerConfig("max_wal_size", "8GB")
                        .start();
                Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            load(world, connection, statement);
            return tally.measure(
                    "the audit by hand in PostgreSQL, " + persons + " persons, loaded before",
                    () -> runScript(statement));
        }
    }

    private void load(Path world, Connection connection, Statement statement) throws SQLException, IOException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement reader = duckdb.createStatement()) {
            for (String register : REGISTERS) {
                String source = "read_parquet('" + world.resolve(register + ".parquet") + "')";
                StringBuilder columns = new StringBuilder();
                try (ResultSet described = reader.executeQuery("DESCRIBE SELECT * FROM " + source)) {
                    while (described.next()) {
                        columns.append(columns.isEmpty() ? "" : ", ");
                        columns.append('"')
                                .append(described.getString(1))
                                .append("\" ")
                                .append(described.getString(2));
                    }
                }
                statement.execute("CREATE UNLOGGED TABLE " + register + " (" + columns + ")");
                Path csv = work.resolve(register + ".csv");
                reader.execute("COPY (SELECT * FROM " + source + ") TO '" + csv + "' (FORMAT csv, HEADER)");
                try (var stream = Files.newInputStream(csv)) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("COPY " + register + " FROM STDIN WITH (FORMAT csv, HEADER)", stream);
                }
                Files.delete(csv);
                statement.execute("ANALYZE " + register);
            }
        }
    }
}
