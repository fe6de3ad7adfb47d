package org.shengmo.store;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings a database to the shape the code expects: for each rung of the ladder, lowest first, the migrations in
 * {@code org/shengmo/<rung>/migration}, into the schema of the rung's name. Then grants the application's role what it
 * may do: all on ordinary tables, only SELECT and INSERT on a table whose comment begins with {@code append-only}.
 */
public final class Migrations {

    private final Ladder ladder;

    public Migrations(Ladder ladder) {
        this.ladder = ladder;
    }

    /**
     * Migrates and grants.
     *
     * @param owner connects as the role that owns the schemas
     * @param applicationRole the role the program works as; must exist
     */
    public void migrate(DataSource owner, String applicationRole) {
        List<String> schemas =
                ladder.names().stream().filter(Migrations::hasMigrations).toList();
        for (String schema : schemas) {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(owner)
                    .schemas(schema)
                    .locations("classpath:org/shengmo/" + schema + "/migration")
                    .load()
                    .migrate();
        }
        JdbcClient database = JdbcClient.create(owner);
        schemas.forEach(schema -> grant(database, schema, applicationRole));
    }

    private static boolean hasMigrations(String rung) {
        try {
            return new PathMatchingResourcePatternResolver(Migrations.class.getClassLoader())
                            .getResources("classpath*:org/shengmo/" + rung + "/migration/*.sql")
                            .length
                    > 0;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void grant(JdbcClient database, String schema, String role) {
        String names = "SCHEMA \"" + schema + "\" TO \"" + role + "\"";
        database.sql("GRANT USAGE ON " + names).update();
        database.sql("GRANT USAGE ON ALL SEQUENCES IN " + names).update();
        database.sql("GRANT EXECUTE ON ALL FUNCTIONS IN " + names).update();
        record Table(String name, boolean appendOnly) {}
        database.sql("""
                SELECT c.relname AS name,
                       coalesce(obj_description(c.oid, 'pg_class') LIKE 'append-only%', false) AS append_only
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = ? AND c.relkind IN ('r', 'p', 'v', 'm') AND c.relname <> 'flyway_schema_history'
                """).param(schema).query(Table.class).list().forEach(table -> {
            String on = " ON \"" + schema + "\".\"" + table.name() + "\"";
            String rights = table.appendOnly() ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE";
            database.sql("REVOKE ALL" + on + " FROM \"" + role + "\"").update();
            database.sql("GRANT " + rights + on + " TO \"" + role + "\"").update();
        });
    }
}
