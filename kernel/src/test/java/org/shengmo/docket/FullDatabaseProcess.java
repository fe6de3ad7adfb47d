package org.shengmo.docket;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.shengmo.ledger.Ed25519Signer;
import org.shengmo.ledger.LogAudit;
import org.shengmo.ledger.SecretKey;
import org.shengmo.ledger.Signatures;
import org.shengmo.store.Ladder;
import org.shengmo.store.Migrations;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Records into a database whose disk fills up, and says what became of it: see {@link FullDatabaseTest}. */
final class FullDatabaseProcess {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final LogKeys KEYS = LogKeys.of(
            new Ed25519Signer(SecretKey.forNotes("log.example/full", new SecureRandom())),
            List.of(),
            Signatures.standard());

    private static final Random RANDOM = new Random(20_261_124);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final TreeSet<Long> answered = new TreeSet<>();

    private FullDatabaseProcess(DataSource source) {
        this.database = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        Path disk = Path.of(arguments[0]);
        Path ballast = Files.write(disk.resolve("ballast"), new byte[4 << 20]);
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("autovacuum", "off")
                .setLocaleConfig("locale", "C.UTF-8")
                .start()) {
            JdbcClient admin = JdbcClient.create(server.getPostgresDatabase());
            admin.sql("CREATE ROLE shengmo_app LOGIN").update();
            admin.sql("CREATE DATABASE full_disk").update();
            new Migrations(Ladder.read()).migrate(server.getDatabase("postgres", "full_disk"), "shengmo_app");
            Path space = Files.createDirectory(disk.resolve("space"));
            admin.sql("CREATE TABLESPACE small LOCATION '" + space + "'").update();
            admin.sql("ALTER DATABASE full_disk SET TABLESPACE small").update();
            Connection connection =
                    server.getDatabase("shengmo_app", "full_disk").getConnection();
            FullDatabaseProcess process = new FullDatabaseProcess(new SingleConnectionDataSource(connection, true));
            process.fill();
            Files.delete(ballast);
            process.goOn();
            connection.close();
        }
    }

    private void fill() throws IOException {
        Sealer sealer = new Sealer(database, transaction, KEYS);
        try {
            while (true) {
                record();
                if (answered.size() % 20 == 0) {
                    sealer.seal();
                }
            }
        } catch (DataAccessException e) {
            SQLException cause = (SQLException) e.getMostSpecificCause();
            OUT.println("failed " + cause.getSQLState() + " " + cause.getMessage());
        } catch (IOException e) {
            OUT.println("failed 53100 " + e.getMessage());
        }
    }

    private void record() {
        byte[] noise = new byte[40_000]; // what can be compressed would take for ever to fill a disk
        RANDOM.nextBytes(noise);
        PostgresDocket docket = new PostgresDocket(database, Clock.systemUTC());
        Act act = Act.of(
                Author.CALENDAR,
                "duty.met",
                new Subject("duty", UUID.randomUUID()),
                Map.of("account", Base64.getEncoder().encodeToString(noise)));
        answered.add(transaction.execute(status -> docket.record(act)));
    }

    private void goOn() throws IOException {
        record();
        Sealer sealer = new Sealer(database, transaction, KEYS);
        while (sealer.seal() > 0) {
            OUT.println("sealed");
        }
        PostgresLogStorage storage = new PostgresLogStorage(database, transaction);
        List<Long> sealed = database.sql("SELECT entry_id FROM docket.leaf ORDER BY index")
                .query(Long.class)
                .list();
        boolean whole =
                new LogAudit(storage, KEYS.trust(), Optional.empty()).run().isSound()
                        && new DocketAudit(database, storage).run(sealed.size()).faultCount() == 0;
        boolean all = sealed.containsAll(answered) && sealed.size() == answered.size();
        OUT.println(whole && all ? "nothing lost" : "lost: " + answered.size() + " answered, " + sealed.size());
    }
}
