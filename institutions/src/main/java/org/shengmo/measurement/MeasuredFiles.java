package org.shengmo.measurement;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shengmo.ruler.check.Registers;

/**
 * A run's files as tables: {@code finding}, {@code household_total}, {@code person_total}, {@code village_total},
 * {@code put_aside}, and every register by its name with all columns as text. Open while the run is being stored.
 */
public final class MeasuredFiles implements AutoCloseable {

    private static final Map<String, String> RESULTS =
            Map.of("household_total", "households.csv", "person_total", "persons.csv", "village_total", "villages.csv");

    private final Connection connection;

    private MeasuredFiles(Connection connection) {
        this.connection = connection;
    }

    static MeasuredFiles open(Run run, Path data, Path out) {
        try {
            MeasuredFiles files = new MeasuredFiles(DriverManager.getConnection("jdbc:duckdb:"));
            files.view("finding", "read_parquet('" + quoted(out.resolve("findings.parquet")) + "')");
            files.view("put_aside", csv(out.resolve("put_aside.csv")));
            for (var result : RESULTS.entrySet()) {
                if (Files.exists(out.resolve(result.getValue()))) {
                    files.view(result.getKey(), csv(out.resolve(result.getValue())));
                }
            }
            for (var register : Registers.of(run.family())) {
                Path parquet = data.resolve(register.name() + ".parquet");
                Path csv = data.resolve(register.name() + ".csv");
                if (Files.exists(parquet)) {
                    files.view(
                            register.name(),
                            "(SELECT COLUMNS(*)::VARCHAR FROM read_parquet('" + quoted(parquet) + "'))");
                } else if (Files.exists(csv)) {
                    files.view(register.name(), csv(csv));
                }
            }
            return files;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String csv(Path file) {
        return "read_csv('" + quoted(file)
                + "', header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"', nullstr = '', "
                + "ignore_errors = true)";
    }

    private static String quoted(Path file) {
        return file.toAbsolutePath().toString().replace("'", "''");
    }

    private void view(String name, String source) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP VIEW \"" + name + "\" AS SELECT * FROM " + source);
        }
    }

    /** Whether a register was put in. */
    public boolean has(String table) {
        return !rows("SELECT 1 AS one FROM duckdb_views() WHERE view_name = '" + table.replace("'", "''") + "'")
                .isEmpty();
    }

    /** The names of a table's columns. */
    public List<String> columns(String table) {
        return rows("DESCRIBE SELECT * FROM \"" + table + "\"").stream()
                .map(row -> row.get("column_name").toString())
                .toList();
    }

    /** A query's rows, in DuckDB's SQL. */
    public List<Map<String, Object>> rows(String sql) {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int column = 1; column <= columns; column++) {
                    row.put(result.getMetaData().getColumnLabel(column), result.getObject(column));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
