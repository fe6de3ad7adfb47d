package org.shengmo.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.shengmo.store.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** {@code serve} on a PostgreSQL that is not the program's own: another process's, by its address. */
class ServeCommandTest {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>();
    private PGSimpleDataSource owner;

    @BeforeEach
    void district() {
        owner = (PGSimpleDataSource) TestDatabase.freshAsOwner();
        environment.put("SHENGMO_DB_URL", url(owner.getDatabaseName()));
        environment.put("SHENGMO_DB_USER", TestDatabase.APPLICATION_ROLE);
        environment.put("SHENGMO_DB_PASSWORD", "wooden-ruler-straight");
        environment.put("SHENGMO_DB_OWNER_USER", "postgres");
        environment.put("SHENGMO_DB_OWNER_PASSWORD", "wooden-ruler-upright");
        environment.put("SHENGMO_LOG_KEY_FILE", folder.resolve("log.key").toString());
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + owner.getPortNumbers()[0] + "/" + database;
    }

    private int serve(int port) {
        Console console =
                new Console(Shengmo.words(), Locale.ENGLISH, new PrintWriter(out, true), new PrintWriter(err, true));
        return new CommandLine(new ServeCommand(console, environment))
                .setErr(console.err())
                .setExecutionExceptionHandler(new Failures(console))
                .execute("--port", Integer.toString(port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return BROWSER.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aDatabaseOfTheDistrictsOwnIsMigratedAndServedAndFoundAgain() throws Exception {
        String database = "serve_" + UUID.randomUUID().toString().substring(0, 8);
        JdbcClient.create(owner).sql("CREATE DATABASE " + database).update();
        environment.put("SHENGMO_DB_URL", url(database));
        environment.put("SHENGMO_NAME", "临墨区");
        int port = freePort();
        Process program = program(port);
        try {
            assertThat(get(port, "/").body()).contains("年度报告", "临墨区");
            assertThat(get(port, "/api/v1/reports/2025").statusCode()).isEqualTo(200);
            assertThat(get(port, "/demo").statusCode())
                    .as("no demonstration here")
                    .isNotEqualTo(200);
            assertThat(folder.resolve("log.key")).exists();
        } finally {
            program.destroy();
            assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThatThrownBy(() -> get(port, "/")).isInstanceOf(ConnectException.class);
    }

    /** Starts the program as the launcher does and waits until it says that it serves. */
    private Process program(int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Shengmo.class.getName(),
                "serve",
                "--port",
                Integer.toString(port));
        builder.environment().putAll(environment);
        Process program = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader said = program.inputReader(StandardCharsets.UTF_8);
        assertThat(said.lines().anyMatch(line -> line.contains("127.0.0.1:" + port)))
                .as("it serves")
                .isTrue();
        return program;
    }

    @Test
    void aDemonstrationsPasswordIsRefusedBeforeThePortOpens() throws Exception {
        JdbcClient database = JdbcClient.create(owner);
        database.sql("INSERT INTO access.account (person, login, hash, must_change, demonstration, opened_at)"
                        + " VALUES (?, 'somebody', 'x', false, true, now())")
                .param(UUID.randomUUID())
                .update();
        int port = freePort();
        assertThat(serve(port)).isEqualTo(2);
        assertThat(err.toString())
                .contains("somebody", "demonstration password")
                .doesNotContain("Exception");
        assertThat(out.toString()).isEmpty();
        assertThatThrownBy(() -> get(port, "/")).isInstanceOf(ConnectException.class);
    }

    @Test
    void aDatabaseThatCannotBeReachedIsSaidInPlainWords() throws Exception {
        environment.put("SHENGMO_DB_URL", "jdbc:postgresql://127.0.0.1:" + freePort() + "/shengmo");
        assertThat(serve(freePort())).isEqualTo(2);
        assertThat(err.toString())
                .contains("can't be reached", "whether it runs")
                .doesNotContain("at org.");
    }

    @Test
    void aDatabaseThatIsNotThereIsSaid() throws Exception {
        environment.put("SHENGMO_DB_URL", url("nowhere"));
        assertThat(serve(freePort())).isEqualTo(2);
        assertThat(err.toString()).contains("no such database", "docs/operator.md");
    }

    @Test
    void anOlderServerIsRefusedWithBothVersions() {
        assertThatThrownBy(() -> DatabaseDoor.requireVersion(17))
                .isInstanceOfSatisfying(
                        UsedWrongly.class,
                        why -> assertThat(Shengmo.words().say(Locale.ENGLISH, why.text()))
                                .contains("PostgreSQL 17", "at least 18"));
        DatabaseDoor.requireVersion(18);
    }

    @Test
    void aRoleThatMayChangeTheRecordsShapeIsNoRoleForTheProgram() throws Exception {
        JdbcClient.create(owner).sql("CREATE ROLE mighty LOGIN SUPERUSER").update();
        environment.put("SHENGMO_DB_USER", "mighty");
        assertThat(serve(freePort())).isEqualTo(2);
        assertThat(err.toString()).contains("mighty", "too much");
    }

    @Test
    void guessablePasswordsAndOneRoleForBothAreRefused() throws Exception {
        environment.put("SHENGMO_DB_PASSWORD", "shengmo-demo-2025");
        assertThat(serve(freePort())).isEqualTo(2);
        assertThat(err.toString()).contains("SHENGMO_DB_PASSWORD", "too easy to guess");
        environment.put("SHENGMO_DB_USER", "postgres");
        assertThat(serve(freePort())).isEqualTo(2);
        assertThat(err.toString()).contains("the same role postgres");
    }

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(serve(taken.getLocalPort())).isEqualTo(2);
            assertThat(err.toString()).contains("Port " + taken.getLocalPort());
        }
    }
}
