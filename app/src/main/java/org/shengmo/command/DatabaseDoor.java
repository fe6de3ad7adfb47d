package org.shengmo.command;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Knocks at a database before anything works on it, and says in the reader's words why it can't.
 *
 * @param url where it is
 * @param role who knocks
 */
record DatabaseDoor(String url, String role, JdbcClient database) {

    /** PostgreSQL's oldest major version that this program is tested on. */
    static final int OLDEST = 18;

    /** @throws UsedWrongly when nobody opens */
    static DatabaseDoor open(String url, String role, DataSource source) {
        try (Connection connection = source.getConnection()) {
            requireVersion(connection.getMetaData().getDatabaseMajorVersion());
            return new DatabaseDoor(url, role, JdbcClient.create(source));
        } catch (SQLException shut) {
            throw why(url, role, shut);
        }
    }

    /** By the class of the SQL state: 08 connections, 28 authorization, 3D the database's name. */
    private static UsedWrongly why(String url, String role, SQLException shut) {
        String state = shut.getSQLState() == null ? "" : shut.getSQLState();
        if (state.startsWith("28")) {
            return new UsedWrongly("command.database.refused", role);
        }
        return state.startsWith("3D")
                ? new UsedWrongly("command.database.none", url)
                : new UsedWrongly("command.database.unreachable", url, String.valueOf(shut.getMessage()));
    }

    static void requireVersion(int major) {
        if (major < OLDEST) {
            throw new UsedWrongly("command.database.old", Integer.toString(major), Integer.toString(OLDEST));
        }
    }

    /** Who migrates may make schemas, and the extension must be at hand. */
    void requireOwner() {
        if (!truth("SELECT has_database_privilege(current_database(), 'CREATE')")) {
            throw new UsedWrongly("command.database.no-create", role);
        }
        if (!truth("SELECT EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'btree_gist')")) {
            throw new UsedWrongly("command.database.extension", "btree_gist");
        }
    }

    /** Who writes the record must not be able to change its shape. */
    void requireApplication() {
        if (truth("SELECT rolsuper OR has_database_privilege(current_database(), 'CREATE')"
                + " FROM pg_roles WHERE rolname = current_user")) {
            throw new UsedWrongly("command.database.mighty", role);
        }
    }

    private boolean truth(String question) {
        return database.sql(question).query(Boolean.class).single();
    }
}
