package org.shengmo.ruler.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shengmo.ruler.feel.FeelType;
import org.shengmo.ruler.sql.CompiledDecision;
import org.shengmo.ruler.sql.Dialect;
import org.shengmo.ruler.sql.DuckDbDialect;
import org.shengmo.ruler.sql.Schema;
import org.shengmo.ruler.sql.SqlType;

/**
 * DuckDB in this process. Extensions are never fetched, files outside the given folders stay closed, and the configuration is locked.
 * One engine is for one thread at a time.
 */
public final class DuckDbEngine implements Engine {
    private final Connection connection;
    private final Path spill;
    private final DuckDbDialect dialect = new DuckDbDialect();

    private DuckDbEngine(Connection connection, Path spill) {
        this.connection = connection;
        this.spill = spill;
    }

    /** Opens an empty database in memory that spills to disk. */
    public static DuckDbEngine open(DuckDbSettings settings) {
        try {
            Files.createDirectories(settings.spill());
            DuckDbEngine engine = new DuckDbEngine(DriverManager.getConnection("jdbc:duckdb:"), settings.spill());
            engine.configure(settings);
            return engine;
        } catch (SQLException | java.io.IOException failed) {
            throw new EngineException("DuckDB doesn't start: " + failed.getMessage(), failed);
        }
    }

    private void configure(DuckDbSettings settings) {
        execute("SET autoinstall_known_extensions = false");
        execute("SET autoload_known_extensions = false");
        execute("SET memory_limit = " + dialect.text(settings.memory()));
        execute("SET temp_directory = " + path(settings.spill()));
        execute("SET preserve_insertion_order = true");
        execute("SET TimeZone = 'UTC'");
        if (settings.threads() > 0) {
            execute("SET threads = " + settings.threads());
        }
        List<String> folders = new ArrayList<>();
        folders.add(path(settings.spill()));
        settings.folders().forEach(folder -> folders.add(path(folder)));
        execute("SET allowed_directories = [" + String.join(", ", folders) + "]");
        execute("SET enable_external_access = false");
        execute("SET lock_configuration = true");
    }

    private String path(Path path) {
        return dialect.text(path.toAbsolutePath().normalize().toString());
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    /** Runs a statement. */
    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    private static EngineException failure(SQLException failed) {
        return new EngineException("DuckDB: " + failed.getMessage(), failed);
    }

    /** The connection, for what the engine doesn't offer; a failed query closes its statement. */
    public Connection connection() {
        return connection;
    }

    @Override
    public Loaded load(String name, String location, Map<String, FeelType> types) {
        if (PostgresTable.isAt(location)) {
            Path exported = new PostgresTable(location).export(spill);
            return new CsvLoader(this, spill).loadExported(name, exported, types);
        }
        Path file = Path.of(location);
        if (location.toLowerCase(Locale.ROOT).endsWith(".parquet")) {
            // Spark and others write a folder of parts.
            Path files = Files.isDirectory(file) ? file.resolve("*.parquet") : file;
            execute("CREATE OR REPLACE VIEW " + dialect.quote(name) + " AS SELECT * FROM read_parquet(" + path(files)
                    + ")");
            return new Loaded(name, schema(name), count(name), List.of());
        }
        return new CsvLoader(this, spill).load(name, file, types);
    }

    /** The rows of what is under a name. */
    public long count(String name) {
        return (Long)
                rows("SELECT count(*) AS n FROM " + dialect.quote(name)).get(0).get("n");
    }

    @Override
    public Schema schema(String name) {
        Map<String, SqlType> columns = new LinkedHashMap<>();
        for (Map<String, Object> row : rows("DESCRIBE SELECT * FROM " + dialect.quote(name))) {
            columns.put((String) row.get("column_name"), DuckDbTypes.read((String) row.get("column_type")));
        }
        return new Schema(columns);
    }

    @Override
    public long write(CompiledDecision decision, String name, List<String> keep, Path file) {
        return new ResultWriter(this).write(decision.query(dialect.quote(name), keep), file);
    }

    /** Writes the rows of a query to a parquet, csv or xlsx file and gives their number. */
    public long writeQuery(String query, Path file) {
        return new ResultWriter(this).write(query, file);
    }

    /** Keeps the result of a decision as a table under a new name and gives the number of rows. */
    public long judge(CompiledDecision decision, String name, List<String> keep, String result) {
        execute("CREATE OR REPLACE TABLE " + dialect.quote(result) + " AS "
                + decision.query(dialect.quote(name), keep));
        return count(result);
    }

    @Override
    public List<Map<String, Object>> rows(String query) {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(query)) {
            ResultSetMetaData columns = results.getMetaData();
            while (results.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int index = 1; index <= columns.getColumnCount(); index++) {
                    row.put(columns.getColumnLabel(index), JdbcValues.plain(results.getObject(index)));
                }
                rows.add(row);
            }
        } catch (SQLException failed) {
            throw failure(failed);
        }
        return rows;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }
}
