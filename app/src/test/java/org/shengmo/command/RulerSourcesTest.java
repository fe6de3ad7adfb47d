package org.shengmo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.shengmo.store.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code shengmo ruler run} over a table of PostgreSQL, and on Spark as a process of its own. */
class RulerSourcesTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path table;

    @BeforeEach
    void write() throws Exception {
        table = RulerCommandTest.aid(directory, "\"urban\", \"city\"");
    }

    private int run(String data, String name, String... more) {
        var console =
                new Console(Shengmo.words(), Locale.ENGLISH, new PrintWriter(out, true), new PrintWriter(err, true));
        List<String> arguments = new ArrayList<>(
                List.of("ruler", "run", "--table", table.toString(), "--decision", "Aid", "--data", data, "--format"));
        arguments.addAll(List.of("csv", "--out", directory.resolve(name).toString()));
        arguments.addAll(List.of(more));
        return Shengmo.run(console, arguments.toArray(String[]::new));
    }

    private List<String> judged(String name) throws Exception {
        return Files.readAllLines(directory.resolve(name).resolve("judged.csv"));
    }

    @Test
    void aTableOfPostgreSqlIsJudgedAsTheSameRowsInAFile() throws Exception {
        PGSimpleDataSource database = (PGSimpleDataSource) TestDatabase.freshAsOwner();
        JdbcClient client = JdbcClient.create(database);
        client.sql("CREATE SCHEMA \"旧 registers\"").update();
        client.sql("CREATE TABLE \"旧 registers\".\"people\" (id integer, income numeric, kind text)")
                .update();
        client.sql(
                        "INSERT INTO \"旧 registers\".people VALUES (1, 99.50, 'rural'), (2, 150, 'urban, \"new\"'), (3, NULL, ''),"
                                + " (4, 0.123456789, NULL), (5, 150, 'city')")
                .update();
        String url = database.getURL() + (database.getURL().contains("?") ? "&" : "?") + "user=" + database.getUser();

        assertThat(run(url + "#旧 registers.people", "postgres"))
                .as(err.toString())
                .isZero();
        Path file = Files.writeString(
                directory.resolve("people.csv"),
                "id,income,kind\n1,99.50,rural\n2,150,\"urban, \"\"new\"\"\"\n3,,\"\"\n4,0.123456789,\n5,150,city\n");
        assertThat(run(file.toString(), "file")).isZero();

        // A database tells empty text from nothing, a csv doesn't.
        List<String> expected = new ArrayList<>(judged("file"));
        assertThat(expected).hasSize(6).element(3).isEqualTo("3,,,,[],[]");
        expected.set(3, "3,,\"\",,[],[]");
        assertThat(judged("postgres")).isEqualTo(expected);
        assertThat(out.toString()).contains("Judged: 5 rows");
        try (var left = Files.list(directory.resolve("postgres").resolve("spill"))) {
            assertThat(left).as("what was copied from the database is deleted").isEmpty();
        }
    }

    @Test
    void aTableThatIsNotThereIsSaid() {
        PGSimpleDataSource database = (PGSimpleDataSource) TestDatabase.freshAsOwner();
        String url = database.getURL() + (database.getURL().contains("?") ? "&" : "?") + "user=" + database.getUser();
        assertThat(run(url + "#nobody", "postgres")).isEqualTo(2);
        assertThat(err.toString()).contains("Could not run: ").contains("nobody");
        assertThat(run(url, "postgres")).isEqualTo(2);
        assertThat(err.toString()).contains("#schema.table");
    }

    /** Needs {@code mvn -pl ruler-spark -am -DskipTests package} before; CI does so. */
    @Test
    void sparkGivesTheFileThatDuckDbGives() throws Exception {
        Path spark = Path.of("../ruler-spark/target").toAbsolutePath().normalize();
        Assumptions.assumeTrue(
                Files.isRegularFile(spark.resolve("ruler-spark.jar"))
                        && Files.isRegularFile(spark.resolve("spark.classpath")),
                () -> "skipped: the module ruler-spark isn't built in " + spark);
        Path file = Files.writeString(
                directory.resolve("people.csv"), "id,income,kind\n1,99.5,rural\n2,150,urban\n3,many,city\n4,,city\n");

        assertThat(run(file.toString(), "duckdb")).isZero();
        assertThat(run(file.toString(), "spark", "--engine", "spark", "--master", "local[1]"))
                .as(err.toString())
                .isZero();

        assertThat(judged("spark")).isEqualTo(judged("duckdb"));
        assertThat(out.toString()).contains("judged: 3", "put aside: 1");
        assertThat(Files.readString(directory.resolve("spark").resolve("rejected.csv")))
                .contains("many");
    }
}
