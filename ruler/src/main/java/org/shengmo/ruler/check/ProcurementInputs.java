package org.shengmo.ruler.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
        var names = files.stream().map(CheckSession::path).collect(Collectors.joining(", ", "[", "]"));
        session.run("CREATE TEMP TABLE ocds_line AS SELECT row_number() OVER () AS line, text FROM read_csv(" + names
                + ", columns = {'text': 'VARCHAR'}, header = false, auto_detect = false, delim = chr(31), quote = '',"
                + " escape = '', strict_mode = false, max_line_size = 67108864, buffer_size = 134217728)");
        session.run("""
                CREATE TEMP TABLE IF NOT EXISTS put_aside (file VARCHAR, line UBIGINT, reason VARCHAR, row VARCHAR)""");
        session.run("""
                INSERT INTO put_aside
                SELECT '*.jsonl', line, 'not a JSON object', left(text, 1000) FROM ocds_line
                WHERE trim(text) <> '' AND (NOT json_valid(text) OR json_type(try_cast(text AS JSON)) <> 'OBJECT')""");
        session.script("procurement.sql");
        return new Intake(session.count("ocds_parsed"), Set.of());
    }
}
