package org.shengmo.command;

import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database that a service works on, from the environment. The program never works as the owner: who can change the
 * record's shape must not be who writes it.
 *
 * @param url {@code jdbc:postgresql://host/database}
 * @param user the role the program works as
 * @param ownerUser the role that owns the schemas
 */
record DatabaseSettings(String url, String user, String password, String ownerUser, String ownerPassword) {

    private static final int SHORTEST_PASSWORD = 12;

    /**
     * Reads {@code SHENGMO_DB_URL}, {@code SHENGMO_DB_USER}, {@code SHENGMO_DB_PASSWORD}, {@code SHENGMO_DB_OWNER_USER} and
     * {@code SHENGMO_DB_OWNER_PASSWORD}.
     *
     * @throws UsedWrongly when one is missing, a password is one that anybody would guess, or both roles are the same
     */
    static DatabaseSettings from(Map<String, String> environment) {
        DatabaseSettings settings = new DatabaseSettings(
                needed(environment, "SHENGMO_DB_URL"),
                needed(environment, "SHENGMO_DB_USER"),
                needed(environment, "SHENGMO_DB_PASSWORD"),
                needed(environment, "SHENGMO_DB_OWNER_USER"),
                needed(environment, "SHENGMO_DB_OWNER_PASSWORD"));
        if (!settings.url.startsWith("jdbc:postgresql:")) {
            throw new UsedWrongly("command.database.url");
        }
        if (settings.user.equals(settings.ownerUser)) {
            throw new UsedWrongly("command.database.same-role", settings.user);
        }
        refuseWeak(settings.user, settings.password, "SHENGMO_DB_PASSWORD");
        refuseWeak(settings.ownerUser, settings.ownerPassword, "SHENGMO_DB_OWNER_PASSWORD");
        return settings;
    }

    /** The database as the program sees it, for reading only: the owner's role isn't needed. */
    static DataSource reading(Map<String, String> environment) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(needed(environment, "SHENGMO_DB_URL"));
        source.setUser(needed(environment, "SHENGMO_DB_USER"));
        source.setPassword(needed(environment, "SHENGMO_DB_PASSWORD"));
        source.setReadOnly(true);
        source.setApplicationName("shengmo verify");
        return source;
    }

    private static String needed(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new UsedWrongly("command.database.missing", name);
        }
        return value;
    }

    private static void refuseWeak(String user, String password, String name) {
        String plain = password.toLowerCase(Locale.ROOT);
        if (password.length() < SHORTEST_PASSWORD
                || plain.contains(user.toLowerCase(Locale.ROOT))
                || plain.contains("shengmo")
                || plain.contains("password")
                || plain.contains("demo")) {
            throw new UsedWrongly("command.database.weak", name, SHORTEST_PASSWORD);
        }
    }

    /**
     * The same settings, when the database can be worked on.
     *
     * @throws UsedWrongly when it can't be reached, is too old, or its roles can't do what they must or may do too much
     */
    DatabaseSettings usable() {
        DatabaseDoor.open(url, ownerUser, owner()).requireOwner();
        DatabaseDoor.open(url, user, application()).requireApplication();
        return this;
    }

    /** The database as the program sees it. */
    DataSource application() {
        return connect(user, password);
    }

    /** The database as its owner sees it. */
    DataSource owner() {
        return connect(ownerUser, ownerPassword);
    }

    private DataSource connect(String role, String secret) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(role);
        source.setPassword(secret);
        source.setApplicationName("shengmo");
        return source;
    }

    /** Says nothing of the passwords. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
