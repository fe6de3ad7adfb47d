package org.shengmo.command;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A PostgreSQL of one's own in a folder, for the demonstration. It holds real data: every commit is on disk before it is
 * answered. It listens on loopback only and asks for passwords, which it makes itself and keeps in the folder. The
 * superuser, the schemas' owner and the application are three roles.
 *
 * <p>One program at a time uses a folder. A server that outlived its program is stopped and started anew, so that our
 * settings hold; what a crash left behind is cleared away.
 */
public final class LocalDatabase implements AutoCloseable {

    static final String DATABASE = "shengmo";
    static final String OWNER = "shengmo_owner";

    /** The role the program works as. */
    public static final String APPLICATION = "shengmo_application";

    private static final Duration START = Duration.ofSeconds(30);
    private static final int CONNECTIONS = 60;

    /** Counted from 0, in the file by which PostgreSQL says that it runs. */
    private static final int PORT_LINE = 3;

    private final FileChannel lock;
    private final EmbeddedPostgres server;
    private final LocalPasswords passwords;

    private LocalDatabase(FileChannel lock, EmbeddedPostgres server, LocalPasswords passwords) {
        this.lock = lock;
        this.server = server;
        this.passwords = passwords;
    }

    /**
     * Starts the server of a folder; makes the folder's database when it has none.
     *
     * @throws FolderInUse when another program uses the folder
     * @throws IOException when the folder can't be used, or the server doesn't start within half a minute
     */
    public static LocalDatabase open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel lock = lock(folder);
        try {
            LocalPasswords passwords = LocalPasswords.in(folder);
            Path data = folder.resolve("postgres");
            Path made = folder.resolve("made");
            if (!Files.exists(made)) {
                Folders.delete(data);
            }
            new Leftovers(data).clear();
            LocalDatabase database = new LocalDatabase(lock, start(data, passwords, folder), passwords);
            if (!Files.exists(made)) {
                database.makeRoles();
                database.makeDatabase();
                Files.createFile(made);
            }
            return database;
        } catch (IOException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new FolderInUse(folder);
        }
        return channel;
    }

    private static EmbeddedPostgres start(Path data, LocalPasswords passwords, Path folder) throws IOException {
        Path superuser = passwords.file(folder);
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(START)
                .setConnectConfig("password", passwords.superuser())
                // Given to initdb as --auth and --pwfile: no moment without passwords.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", superuser.toString())
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setServerConfig("max_connections", Integer.toString(CONNECTIONS))
                .start();
    }

    private void makeRoles() {
        JdbcClient admin = JdbcClient.create(connect("postgres", "postgres", passwords.superuser()));
        Map.of(OWNER, passwords.owner(), APPLICATION, passwords.application())
                .forEach((role, password) -> admin.sql("CREATE ROLE " + role + " LOGIN PASSWORD '" + password + "'")
                        .update());
    }

    private void makeDatabase() {
        JdbcClient admin = JdbcClient.create(connect("postgres", "postgres", passwords.superuser()));
        admin.sql("CREATE DATABASE " + DATABASE + " OWNER " + OWNER).update();
        admin.sql("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC").update();
        admin.sql("GRANT CONNECT ON DATABASE " + DATABASE + " TO " + APPLICATION)
                .update();
    }

    /** Throws the data away and makes an empty database. */
    public void clear() {
        JdbcClient.create(connect("postgres", "postgres", passwords.superuser()))
                .sql("DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)")
                .update();
        makeDatabase();
    }

    /** The database as its owner sees it, who may change its shape. */
    public DataSource owner() {
        return connect(DATABASE, OWNER, passwords.owner());
    }

    /** The database as the program sees it. */
    public DataSource application() {
        return connect(DATABASE, APPLICATION, passwords.application());
    }

    /**
     * The database of a folder that another program uses, as it runs.
     *
     * @throws IOException when no server runs there after all
     */
    public static DataSource running(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"));
        if (lines.size() <= PORT_LINE) {
            throw new IOException("no server runs in " + folder);
        }
        int port = Integer.parseInt(lines.get(PORT_LINE).strip());
        return connect(port, DATABASE, APPLICATION, LocalPasswords.in(folder).application());
    }

    private DataSource connect(String database, String user, String password) {
        return connect(server.getPort(), database, user, password);
    }

    private static DataSource connect(int port, String database, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("shengmo");
        return source;
    }

    @Override
    public void close() throws IOException {
        server.close();
        lock.close();
    }

    /** Another program uses the folder. */
    public static final class FolderInUse extends IOException {
        private static final long serialVersionUID = 1;

        FolderInUse(Path folder) {
            super(folder.toString());
        }
    }
}
