package org.shengmo.docket;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;
import org.shengmo.ledger.Signatures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A process of the application that records and seals without end, to be killed. It says {@code act <number>} once an act
 * is committed and {@code checkpoint <base 64>} once one is published, as the world outside would learn of them.
 */
final class KilledProcess {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private KilledProcess() {}

    public static void main(String[] arguments) throws IOException {
        LogKeys keys = LogKeys.fromFile(Path.of(arguments[2]), "log.example/killed", List.of(), Signatures.standard());
        new Thread(() -> record(source(arguments[0], arguments[1]))).start();
        seal(source(arguments[0], arguments[1]), keys);
    }

    private static SingleConnectionDataSource source(String url, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        try {
            return new SingleConnectionDataSource(source.getConnection(), true);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void record(SingleConnectionDataSource source) {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        Docket docket = new PostgresDocket(JdbcClient.create(source), Clock.systemUTC());
        Subject subject = new Subject("duty", UUID.randomUUID());
        for (long i = 0; ; i++) {
            Act act = Act.of(Author.CALENDAR, "duty.met", subject, Map.of("n", i));
            OUT.println("act " + transaction.execute(status -> docket.record(act)));
        }
    }

    private static void seal(SingleConnectionDataSource source, LogKeys keys) throws IOException {
        JdbcClient database = JdbcClient.create(source);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        Sealer sealer = new Sealer(database, transaction, keys);
        PostgresLogStorage storage = new PostgresLogStorage(database, transaction);
        while (true) {
            if (sealer.seal() > 0) {
                Optional<byte[]> note = storage.checkpoint();
                OUT.println("checkpoint " + Base64.getEncoder().encodeToString(note.orElseThrow()));
            }
        }
    }
}
