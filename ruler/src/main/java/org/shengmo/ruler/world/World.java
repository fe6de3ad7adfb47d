package org.shengmo.ruler.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * A made-up district's welfare roster with its registers: honest households, planted wrong ones, and registers with the errors
 * that registers have. The same seed makes the same world on any machine with the same DuckDB.
 *
 * @param seed what everything is drawn from
 * @param persons on the roster, before those listed twice; as many outsiders stand in the registers
 * @param on the day the registers were drawn up
 * @param shape what its people are like
 */
public record World(long seed, long persons, LocalDate on, Shape shape) {

    /**
     * What the people of a world are like.
     *
     * @param wrong how many wrong ones are planted, as a multiple of the usual share
     * @param alone the share of households of one person
     * @param standard yuan a month and person in the country; in town twice as much
     */
    public record Shape(double wrong, double alone, int standard) {
        /** As most worlds are. */
        public static final Shape USUAL = new Shape(1, 0.62, 190);
    }

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
            "standards",
            "period");

    /** How the registers are written. */
    public enum Format {
        CSV("csv", "FORMAT csv, HEADER"),
        PARQUET("parquet", "FORMAT parquet, ROW_GROUP_SIZE 122880");

        private final String ending;
        private final String options;

        Format(String ending, String options) {
            this.ending = ending;
            this.options = options;
        }
    }

    public World {
        if (persons < 1) {
            throw new IllegalArgumentException("a world needs at least one person");
        }
    }

    /** A world of the usual shape. */
    public World(long seed, long persons, LocalDate on) {
        this(seed, persons, on, Shape.USUAL);
    }

    /**
     * Writes the registers to a directory and the truth to {@code truth/truth.csv} in it, where no check looks:
     * {@code check_id, household_id, person_id}, the person empty where the household as a whole is meant.
     */
    public void write(Path directory, Format format) {
        try {
            Files.createDirectories(directory.resolve("truth"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            run(
                    connection,
                    "SET temp_directory = '" + quoted(directory.resolve("truth").resolve("scratch")) + "'");
            run(connection, "SET VARIABLE seed = " + seed);
            run(connection, "SET VARIABLE wrong = " + shape.wrong());
            run(connection, "SET VARIABLE alone = " + shape.alone());
            run(connection, "SET VARIABLE standard = " + shape.standard());
            run(connection, "SET VARIABLE persons = " + persons);
            run(connection, "SET VARIABLE checked_on = DATE '" + on + "'");
            script(connection, "/org/shengmo/ruler/check/identity.sql");
            script(connection, "world.sql");
            for (var register : REGISTERS) {
                copy(
                        connection,
                        "SELECT * FROM " + register,
                        directory.resolve(register + "." + format.ending),
                        format.options);
            }
            copy(
                    connection,
                    "SELECT * FROM truth ORDER BY ALL",
                    directory.resolve("truth").resolve("truth.csv"),
                    Format.CSV.options);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Connection connection, String query, Path file, String options) throws SQLException {
        run(connection, "COPY (" + query + ") TO '" + quoted(file) + "' (" + options + ")");
    }

    private static void script(Connection connection, String resource) throws SQLException {
        try (var stream = World.class.getResourceAsStream(resource)) {
            for (var sql : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*(\\n|$)", -1)) {
                if (!sql.isBlank()) {
                    run(connection, sql);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String quoted(Path file) {
        return file.toAbsolutePath().toString().replace("'", "''");
    }
}
