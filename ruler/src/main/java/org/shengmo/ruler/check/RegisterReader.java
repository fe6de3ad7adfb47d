package org.shengmo.ruler.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shengmo.ruler.engine.CsvHeader;

/**
 * Reads registers from {@code <name>.parquet} or {@code <name>.csv} (UTF-8, header, any order of columns). A row of a csv that
 * doesn't parse is put aside in the table {@code put_aside} with its line and the reason.
 */
final class RegisterReader {

    private final CheckSession session;
    private final Path directory;

    RegisterReader(CheckSession session, Path directory) {
        this.session = session;
        this.directory = directory;
        session.run("CREATE TEMP TABLE put_aside (file VARCHAR, line UBIGINT, reason VARCHAR, row VARCHAR)");
    }

    /** The file that holds a register, where there is one. */
    static Optional<Path> file(Path directory, String name) {
        return List.of(".parquet", ".csv").stream()
                .map(ending -> directory.resolve(name + ending))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Loads a register into a table of its name, an empty one where there is no file; tells whether there was. */
    boolean load(Register register) {
        return read(register, register.name(), "TABLE");
    }

    /** The same under a name of choice, a Parquet file staying where it is. */
    boolean open(Register register, String name) {
        var parquet = file(directory, register.name())
                .filter(file -> file.toString().endsWith(".parquet"))
                .isPresent();
        return read(register, name, parquet ? "VIEW" : "TABLE");
    }

    private boolean read(Register register, String name, String kind) {
        var file = file(directory, register.name());
        if (file.isEmpty()) {
            session.run(register.empty(name));
            return false;
        }
        var csv = file.get().toString().endsWith(".csv");
        var present = csv ? header(file.get()) : parquetColumns(file.get());
        var missing = register.columns().keySet().stream()
                .filter(column ->
                        !present.contains(column) && !register.optional().contains(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new CheckRefused("check.register.columns", file.get().getFileName(), String.join(", ", missing));
        }
        session.run("CREATE OR REPLACE TEMP " + kind + " " + Setting.quoted(name) + " AS SELECT "
                + register.columns().entrySet().stream()
                        .map(column -> present.contains(column.getKey())
                                ? "CAST(" + Setting.quoted(column.getKey()) + " AS " + column.getValue() + ") AS "
                                        + Setting.quoted(column.getKey())
                                : "CAST(NULL AS " + column.getValue() + ") AS " + Setting.quoted(column.getKey()))
                        .collect(Collectors.joining(", "))
                + " FROM "
                + (csv ? csv(file.get(), present, register) : "read_parquet(" + CheckSession.path(file.get()) + ")"));
        if (csv) {
            putAside(file.get());
        }
        return true;
    }

    private void putAside(Path file) {
        session.run("INSERT INTO put_aside SELECT "
                + Setting.text(file.getFileName().toString())
                + ", line, string_agg(DISTINCT error_message, '; ' ORDER BY error_message), any_value(csv_line)"
                + " FROM reject_errors GROUP BY line");
        session.run("DELETE FROM reject_errors");
        session.run("DELETE FROM reject_scans");
    }

    private static String csv(Path file, List<String> header, Register register) {
        var columns = header.stream()
                .map(column -> Setting.text(column) + ": "
                        + Setting.text(register.columns().getOrDefault(column, "VARCHAR")))
                .collect(Collectors.joining(", "));
        return "read_csv(" + CheckSession.path(file) + ", header = true, auto_detect = false, columns = {" + columns
                + "}, delim = ',', quote = '\"', escape = '\"', nullstr = '', ignore_errors = true, store_rejects = true,"
                + " rejects_limit = 0)";
    }

    private List<String> parquetColumns(Path file) {
        return session.rows("DESCRIBE SELECT * FROM read_parquet(" + CheckSession.path(file) + ")").stream()
                .map(row -> row.get("column_name").toString())
                .toList();
    }

    private static List<String> header(Path file) {
        var names = CsvHeader.of(file).stream().map(String::strip).toList();
        if (names.isEmpty()) {
            throw new CheckRefused("check.register.empty", file.getFileName());
        }
        return names;
    }
}
