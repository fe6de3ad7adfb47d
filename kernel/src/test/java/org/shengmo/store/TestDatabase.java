package org.shengmo.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real PostgreSQL for tests: one server a test run, its schemas migrated once into a template, and a fresh copy of the
 * template for whoever asks. The data source works as the application's role, with no more rights than in production.
 */
public final class TestDatabase {

    /** The role the program works as. */
    public static final String APPLICATION_ROLE = "shengmo_application";

    private static final AtomicInteger COPIES = new AtomicInteger();

    private TestDatabase() {}

    /** A fresh, migrated, empty database, as the application sees it. */
    public static DataSource fresh() {
        return connect(copy(), APPLICATION_ROLE);
    }

    /** A fresh, migrated, empty database, as its owner sees it: may do what the application may not. */
    public static DataSource freshAsOwner() {
        return connect(copy(), "postgres");
    }

    /** The same database as another source's, as its owner sees it. */
    public static DataSource asOwner(DataSource application) {
        return connect(((PGSimpleDataSource) application).getDatabaseName(), "postgres");
    }

    private static String copy() {
        String name = "copy_" + COPIES.incrementAndGet();
        JdbcClient.create(connect("postgres", "postgres"))
                .sql("CREATE DATABASE " + name + " TEMPLATE template_shengmo")
                .update();
        return name;
    }

    private static DataSource connect(String database, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {Server.PORT});
        source.setDatabaseName(database);
        source.setUser(user);
        return source;
    }

    /** Started once, on first use. */
    private static final class Server {
        static final int PORT = start();

        private static int start() {
            try {
                @SuppressWarnings("resource") // ends with the test run's JVM
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setServerConfig("max_connections", "200")
                        .start();
                JdbcClient admin = JdbcClient.create(server.getPostgresDatabase());
                admin.sql("CREATE ROLE " + APPLICATION_ROLE + " LOGIN").update();
                admin.sql("CREATE DATABASE template_shengmo").update();
                PGSimpleDataSource template = (PGSimpleDataSource) server.getDatabase("postgres", "template_shengmo");
                new Migrations(Ladder.read()).migrate(template, APPLICATION_ROLE);
                return server.getPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
