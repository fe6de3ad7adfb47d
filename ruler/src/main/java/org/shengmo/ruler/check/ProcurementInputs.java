package org.shengmo.ruler.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** OCDS compiled releases, one a line, from every {@code *.jsonl} file of the directory. */
final class ProcurementInputs {

    /** What holds for all procurement checks; each may be set. */
    static final List<Setting> SETTINGS = List.of(
            new Setting("currency", "VARCHAR", ""),
            new Setting("currencies", "VARCHAR", "main"),
            new Setting("lots", "BOOLEAN", "false"),
            new Setting("joint_bids", "BOOLEAN", "false"),
            new Setting("party_key", "VARCHAR", "id"),
            new Setting("excluded_method_details", "VARCHAR[]", ""),
            new Setting("no_price_comparison_methods", "VARCHAR[]", ""),
            new Setting("price_comparison_methods", "VARCHAR[]", ""));

    private ProcurementInputs() {}

    static List<Path> files(Path directory) {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Intake load(CheckSession session, Path directory) {
        var files = files(directory);
        if (files.isEmpty()) {
            throw new CheckRefused("check.procurement.none", directory);
        }
        session.run("CREATE TEMP TABLE put_aside (file VARCHAR, line UBIGINT, reason VARCHAR, row VARCHAR)");
        session.run("CREATE TEMP TABLE ocds_file (name VARCHAR, lines_before BIGINT)");
        session.run("CREATE TEMP TABLE ocds_line (line BIGINT, text VARCHAR)");
        files.forEach(file -> read(session, file));
        session.script("procurement.sql");
        return new Intake(
                ((Number) session.rows("SELECT releases FROM ocds_intake")
                                .getFirst()
                                .get("releases"))
                        .longValue(),
                Set.of());
    }

    private static void read(CheckSession session, Path file) {
        var before = session.count("ocds_line");
        session.run("INSERT INTO ocds_file VALUES ("
                + Setting.text(file.getFileName().toString()) + ", " + before + ")");
        session.run("INSERT INTO ocds_line SELECT " + before + " + row_number() OVER (), text FROM read_csv("
                + CheckSession.path(file)
                + ", columns = {'text': 'VARCHAR'}, header = false, auto_detect = false, delim = chr(31), quote = '',"
                + " escape = '', strict_mode = false, max_line_size = 67108864, buffer_size = 134217728)");
    }
}
