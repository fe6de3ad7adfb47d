package org.shengmo.ruler.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A database of its own for one run: in process, spilling to a scratch directory, reading and writing nowhere else. */
final class CheckSession implements AutoCloseable {

    private final Connection connection;

    private CheckSession(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param inputs the files it may read; nothing beside them is in reach, so that no check sees more than it was given
     * @param out the directory it may write
     * @param scratch where it spills what doesn't fit
     */
    static CheckSession open(List<Path> inputs, Path out, Path scratch) {
        try {
            var session = new CheckSession(DriverManager.getConnection("jdbc:duckdb:"));
            session.run("SET autoinstall_known_extensions = false");
            session.run("SET autoload_known_extensions = false");
            session.run("SET TimeZone = 'Asia/Shanghai'");
            session.run("SET temp_directory = " + path(scratch));
            session.run("SET allowed_paths = ["
                    + inputs.stream().map(CheckSession::path).collect(Collectors.joining(", ")) + "]");
            session.run("SET allowed_directories = [" + path(out) + "]");
            session.run("SET enable_external_access = false");
            session.run("SET lock_configuration = true");
            return session;
        } catch (SQLException e) {
            throw new CheckFailed("open", e);
        }
    }

    Connection connection() {
        return connection;
    }

    void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new CheckFailed(sql, e);
        }
    }

    /** Runs a script from beside this class; statements end with a semicolon at a line's end. */
    void script(String name) {
        for (var sql : resource(name).split(";\\s*(\\n|$)", -1)) {
            if (!sql.isBlank()) {
                run(sql);
            }
        }
    }

    /** Rows in the query's order, columns in theirs. */
    List<Map<String, Object>> rows(String sql) {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var columns = result.getMetaData();
            var rows = new ArrayList<Map<String, Object>>();
            while (result.next()) {
                var row = new LinkedHashMap<String, Object>();
                for (var column = 1; column <= columns.getColumnCount(); column++) {
                    row.put(columns.getColumnLabel(column), result.getObject(column));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new CheckFailed(sql, e);
        }
    }

    long count(String table) {
        return ((Number) rows("SELECT count(*) AS n FROM " + table).getFirst().get("n")).longValue();
    }

    static String path(Path path) {
        return Setting.text(path.toAbsolutePath().normalize().toString());
    }

    static String resource(String name) {
        try (var stream = CheckSession.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new CheckFailed("close", e);
        }
    }
}
