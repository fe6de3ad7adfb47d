package org.shengmo.ruler.engine;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** A table of PostgreSQL as data: streamed to disk as csv, so that its size doesn't matter to memory. */
final class PostgresTable {
    /** How null is written. */
    static final String NULL = "\\N";

    private final String url;
    private final String table;

    /** From {@code jdbc:postgresql:…#table} or {@code …#schema.table}. */
    PostgresTable(String location) {
        int hash = location.lastIndexOf('#');
        if (hash < 0 || hash == location.length() - 1) {
            throw new EngineException("no table named: " + withoutSecrets(location) + " (…#schema.table)");
        }
        this.url = location.substring(0, hash);
        this.table = Arrays.stream(location.substring(hash + 1).split("[.]", -1))
                .map(name -> '"' + name.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining("."));
    }

    static boolean isAt(String location) {
        return location.toLowerCase(Locale.ROOT).startsWith("jdbc:postgresql:");
    }

    private static String withoutSecrets(String location) {
        return location.replaceAll("[?].*?(?=#|$)", "");
    }

    /** Writes all rows into a new file of the folder. */
    Path export(Path folder) {
        String copy = "COPY (SELECT * FROM " + table + ") TO STDOUT WITH (FORMAT csv, HEADER, ENCODING 'UTF8', NULL '"
                + NULL + "')";
        try (Connection connection = DriverManager.getConnection(url)) {
            Path file = Files.createTempFile(folder, "table", ".csv");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
            }
            return file;
        } catch (SQLException failed) {
            throw new EngineException("PostgreSQL: " + failed.getMessage(), failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
