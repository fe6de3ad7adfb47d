package org.shengmo.ruler.engine;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shengmo.ruler.feel.FeelType;
import org.shengmo.ruler.sql.DuckDbDialect;

/**
 * Reads csv with a header. GB18030 is decoded here, since DuckDB can't. A number column gets as many places as its values have, so none
 * is rounded; a row that doesn't fit is put aside with its line.
 */
final class CsvLoader {
    private static final String NUMBER = "[-+]?[0-9]*[.]?[0-9]+";

    private final DuckDbEngine engine;
    private final Path spill;
    private final String options;
    private final DuckDbDialect dialect = new DuckDbDialect();

    CsvLoader(DuckDbEngine engine, Path spill) {
        this(engine, spill, "");
    }

    private CsvLoader(DuckDbEngine engine, Path spill, String options) {
        this.engine = engine;
        this.spill = spill;
        // The usual buffers of 32 MB each are more than a small memory holds.
        this.options = ", header = true, delim = ',', quote = '\"', escape = '\"', buffer_size = 8388608" + options;
    }

    Loaded load(String name, Path file, Map<String, FeelType> types) {
        try {
            boolean foreign = !isUtf8(file);
            Path readable = foreign ? Gb18030.decode(file, spill) : file;
            try {
                return read(name, readable, types);
            } finally {
                if (foreign) {
                    Files.delete(readable);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("not readable: " + file.getFileName(), unreadable);
        }
    }

    /** Reads what a database wrote, where null is {@value PostgresTable#NULL} and empty text stays empty, and deletes it. */
    Loaded loadExported(String name, Path file, Map<String, FeelType> types) {
        try {
            Loaded loaded =
                    new CsvLoader(engine, spill, ", nullstr = '" + PostgresTable.NULL + "'").read(name, file, types);
            Files.delete(file);
            return loaded;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("not readable: " + file.getFileName(), unreadable);
        }
    }

    private static boolean isUtf8(Path file) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            return Gb18030.looksLikeUtf8(stream.readNBytes(1 << 20));
        }
    }

    private Loaded read(String name, Path file, Map<String, FeelType> types) {
        String source = dialect.text(file.toAbsolutePath().normalize().toString());
        List<String> header = CsvHeader.of(file);
        if (header.isEmpty()) {
            throw new EngineException("empty: " + file.getFileName());
        }
        Map<String, String> columns = columnTypes(source, header, types);
        engine.execute("DROP TABLE IF EXISTS reject_errors");
        engine.execute("DROP TABLE IF EXISTS reject_scans");
        engine.execute("CREATE OR REPLACE TABLE " + dialect.quote(name) + " AS SELECT * FROM read_csv(" + source
                + options + struct(columns) + ", store_rejects = true)");
        List<Loaded.Rejected> rejected = new ArrayList<>();
        for (Map<String, Object> row : engine.rows("SELECT line, min(error_message) AS reason, min(csv_line) AS text"
                + " FROM reject_errors GROUP BY line ORDER BY line")) {
            rejected.add(new Loaded.Rejected(
                    ((Number) row.get("line")).longValue(), (String) row.get("reason"), (String) row.get("text")));
        }
        return new Loaded(name, engine.schema(name), engine.count(name), rejected);
    }

    private String struct(Map<String, String> columns) {
        return ", auto_detect = false, columns = {"
                + columns.entrySet().stream()
                        .map(column -> dialect.text(column.getKey()) + ": " + dialect.text(column.getValue()))
                        .collect(Collectors.joining(", "))
                + "}";
    }

    private Map<String, String> columnTypes(String source, List<String> header, Map<String, FeelType> types) {
        StringBuilder widths = new StringBuilder("SELECT 1 AS one");
        for (int index = 0; index < header.size(); index++) {
            if (types.get(header.get(index)) == FeelType.Simple.NUMBER) {
                String column = dialect.quote(header.get(index));
                String digits = "CASE WHEN regexp_full_match(" + column + ", '" + NUMBER + "') THEN ltrim(" + column
                        + ", '-+0') END";
                widths.append(", max(length(split_part(")
                        .append(digits)
                        .append(", '.', 1))) AS w")
                        .append(index);
                widths.append(", max(length(split_part(")
                        .append(digits)
                        .append(", '.', 2))) AS s")
                        .append(index);
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        header.forEach(column -> texts.put(column, "VARCHAR"));
        Map<String, Object> found = engine.rows(
                        widths + " FROM read_csv(" + source + options + struct(texts) + ", ignore_errors = true)")
                .get(0);
        Map<String, String> columns = new LinkedHashMap<>();
        for (int index = 0; index < header.size(); index++) {
            columns.put(
                    header.get(index),
                    type(types.get(header.get(index)), found.get("w" + index), found.get("s" + index)));
        }
        return columns;
    }

    private static String type(FeelType type, Object whole, Object places) {
        if (!(type instanceof FeelType.Simple simple)) {
            return "VARCHAR";
        }
        return switch (simple) {
            case NUMBER -> {
                int scale = places == null ? 0 : Math.min(20, ((Number) places).intValue());
                int digits = whole == null ? 1 : ((Number) whole).intValue();
                yield "DECIMAL(" + Math.min(38, Math.max(1, digits + scale)) + "," + scale + ")";
            }
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case TIME -> "TIME";
            case DATE_TIME -> "TIMESTAMP";
            default -> "VARCHAR";
        };
    }
}
