package org.shengmo.ruler.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a query's rows as Parquet, csv or xlsx, by the file's ending. */
final class ResultWriter {
    /** Excel's limit of rows on a sheet. */
    private static final int SHEET_ROWS = 1_048_576;

    private static final int FLUSH = 1000;

    private final DuckDbEngine engine;

    ResultWriter(DuckDbEngine engine) {
        this.engine = engine;
    }

    long write(String query, Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xlsx")) {
            return workbook(query, file);
        }
        String format = name.endsWith(".csv") ? "FORMAT csv, HEADER" : "FORMAT parquet, COMPRESSION zstd";
        String target = engine.dialect().text(file.toAbsolutePath().normalize().toString());
        try (Statement statement = engine.connection().createStatement()) {
            return statement.executeLargeUpdate("COPY (" + query + ") TO " + target + " (" + format + ")");
        } catch (SQLException failed) {
            throw new EngineException("DuckDB: " + failed.getMessage(), failed);
        }
    }

    private long workbook(String query, Path file) {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Shengmo", "1.0");
                Statement statement = engine.connection().createStatement();
                ResultSet results = statement.executeQuery(query)) {
            long rows = 0;
            Worksheet sheet = null;
            int line = SHEET_ROWS;
            int sheets = 0;
            while (results.next()) {
                if (line >= SHEET_ROWS) {
                    finish(sheet);
                    sheet = header(workbook.newWorksheet("" + ++sheets), results);
                    line = 1;
                }
                row(sheet, line++, results);
                rows++;
                if (line % FLUSH == 0) {
                    sheet.flush();
                }
            }
            finish(sheet == null ? header(workbook.newWorksheet("1"), results) : sheet);
            return rows;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new EngineException("DuckDB: " + failed.getMessage(), failed);
        }
    }

    private static void finish(Worksheet sheet) throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
    }

    private static Worksheet header(Worksheet sheet, ResultSet results) throws SQLException {
        for (int column = 1; column <= results.getMetaData().getColumnCount(); column++) {
            sheet.value(0, column - 1, results.getMetaData().getColumnLabel(column));
        }
        return sheet;
    }

    private static void row(Worksheet sheet, int line, ResultSet results) throws SQLException {
        for (int column = 1; column <= results.getMetaData().getColumnCount(); column++) {
            Object value = JdbcValues.plain(results.getObject(column));
            switch (value) {
                case null -> {
                    // An empty cell.
                }
                case BigDecimal number -> number(sheet, line, column - 1, number);
                case Number number -> sheet.value(line, column - 1, number);
                case Boolean truth -> sheet.value(line, column - 1, truth);
                case LocalDate date -> dated(sheet, line, column - 1, date);
                case LocalDateTime moment -> sheet.value(line, column - 1, moment);
                case List<?> list ->
                    sheet.value(
                            line, column - 1, list.stream().map(String::valueOf).collect(Collectors.joining(" ")));
                default -> sheet.value(line, column - 1, value.toString());
            }
        }
    }

    /** Excel keeps 15 digits; a longer number is written as text rather than cut. */
    private static void number(Worksheet sheet, int line, int column, BigDecimal number) {
        if (number.stripTrailingZeros().precision() > 15) {
            sheet.value(line, column, number.toPlainString());
        } else {
            sheet.value(line, column, number);
        }
    }

    private static void dated(Worksheet sheet, int line, int column, LocalDate date) {
        sheet.value(line, column, date);
        sheet.style(line, column).format("yyyy-mm-dd").set();
    }
}
