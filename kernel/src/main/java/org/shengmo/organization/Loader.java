package org.shengmo.organization;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.access.Permission;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings a snapshot up to date by reading what changed since, and only the parts in which something did. */
@Component
class Loader {

    /** The marks of all parts. */
    record Marks(
            long value,
            long body,
            long post,
            long person,
            long name,
            long tenure,
            long portfolio,
            long coverage,
            long holding,
            long membership) {}

    private final JdbcClient database;

    Loader(JdbcClient database) {
        this.database = database;
    }

    /** The snapshot as it stands in the database for a day; the same one when nothing changed. */
    Snapshot refresh(Snapshot base, LocalDate day) {
        Marks marks = marks();
        while (true) {
            if (marks.value() == base.version() && day.equals(base.day())) {
                return base;
            }
            Snapshot from = marks.value() < base.version() ? Snapshot.EMPTY : base;
            Snapshot next = read(from, marks, day);
            Marks after = marks();
            if (after.value() == marks.value()) {
                return next;
            }
            marks = after;
        }
    }

    private Marks marks() {
        return database.sql("""
                SELECT value, body, post, person, name, tenure, portfolio, coverage, holding, membership
                FROM organization.version
                """).query(Marks.class).single();
    }

    private Snapshot read(Snapshot base, Marks marks, LocalDate day) {
        long since = base.version();
        boolean renamed = marks.name() > since || !day.equals(base.day());
        Names names = marks.name() > since ? base.names().with(names(since)) : base.names();
        Bodies bodies = marks.body() > since || renamed
                ? base.tree().with(marks.body() > since ? bodies(since) : List.of(), names, day)
                : base.tree();
        PostIndex posts = marks.post() > since || renamed
                ? base.places().with(marks.post() > since ? posts(since) : List.of(), names, day)
                : base.places();
        People people = marks.person() > since || renamed
                ? base.everyone().with(marks.person() > since ? people(since) : List.of(), names, day)
                : base.everyone();
        Tenures tenures = marks.tenure() > since ? base.held().with(tenures(since)) : base.held();
        Portfolios portfolios = marks.portfolio() > since || marks.coverage() > since || marks.holding() > since
                ? base.fields().with(portfolios(since), coverage(since), holdings(since))
                : base.fields();
        Memberships memberships =
                marks.membership() > since ? base.memberships().with(memberships(since)) : base.memberships();
        return new Snapshot(marks.value(), day, names, bodies, posts, people, tenures, portfolios, memberships);
    }

    private List<Names.Row> names(long since) {
        return changed(
                "SELECT id, thing, name, lower(during) AS from, upper(during) AS until FROM organization.name",
                since,
                (row, number) -> new Names.Row(
                        id(row, "id"), id(row, "thing"), row.getString("name"), day(row, "from"), day(row, "until")));
    }

    private List<Bodies.Row> bodies(long since) {
        return changed(
                "SELECT id, code, kind, parent, position, established, abolished FROM organization.body",
                since,
                (row, number) -> new Bodies.Row(
                        id(row, "id"),
                        row.getString("code"),
                        BodyKind.valueOf(row.getString("kind")),
                        id(row, "parent"),
                        row.getInt("position"),
                        day(row, "established"),
                        day(row, "abolished")));
    }

    private List<PostIndex.Row> posts(long since) {
        return changed(
                """
                SELECT id, code, body, kind, head, rank, permissions, reach, chosen_bodies, abolished,
                       (SELECT count(*) FROM organization.seat WHERE seat.post = post.id) AS seats
                FROM organization.post""",
                since,
                (row, number) -> new PostIndex.Row(
                        id(row, "id"),
                        row.getString("code"),
                        id(row, "body"),
                        row.getString("kind"),
                        row.getBoolean("head"),
                        row.getInt("rank"),
                        row.getInt("seats"),
                        set(row.getArray("permissions"), String.class).stream()
                                .map(Permission::of)
                                .collect(Collectors.toSet()),
                        Reach.valueOf(row.getString("reach")),
                        set(row.getArray("chosen_bodies"), UUID.class),
                        day(row, "abolished")));
    }

    private List<People.Row> people(long since) {
        return changed(
                "SELECT id, code FROM organization.person",
                since,
                (row, number) -> new People.Row(id(row, "id"), row.getString("code")));
    }

    private List<Tenures.Row> tenures(long since) {
        return changed(
                """
                SELECT id, person, post, seat, annulled, lower(during) AS from, upper(during) AS until
                FROM organization.tenure""",
                since,
                (row, number) -> new Tenures.Row(
                        new Tenure(
                                id(row, "id"), id(row, "person"), id(row, "post"), day(row, "from"), day(row, "until")),
                        row.getInt("seat"),
                        row.getBoolean("annulled")));
    }

    private List<Portfolio> portfolios(long since) {
        return changed(
                "SELECT id, code, name FROM organization.portfolio",
                since,
                (row, number) -> new Portfolio(id(row, "id"), row.getString("code"), row.getString("name")));
    }

    private List<Portfolios.Coverage> coverage(long since) {
        return changed(
                """
                SELECT id, portfolio, body, lower(during) AS from, upper(during) AS until
                FROM organization.coverage""",
                since,
                (row, number) -> new Portfolios.Coverage(
                        id(row, "id"), id(row, "portfolio"), id(row, "body"), day(row, "from"), day(row, "until")));
    }

    private List<PortfolioHolding> holdings(long since) {
        return changed(
                """
                SELECT id, portfolio, post, lower(during) AS from, upper(during) AS until
                FROM organization.holding""",
                since,
                (row, number) -> new PortfolioHolding(
                        id(row, "id"), id(row, "portfolio"), id(row, "post"), day(row, "from"), day(row, "until")));
    }

    private List<Membership> memberships(long since) {
        return changed(
                """
                SELECT id, coordinating_body, body, lower(during) AS from, upper(during) AS until
                FROM organization.membership""",
                since,
                (row, number) -> new Membership(
                        id(row, "id"),
                        id(row, "coordinating_body"),
                        id(row, "body"),
                        day(row, "from"),
                        day(row, "until")));
    }

    private <R> List<R> changed(String select, long since, RowMapper<R> mapper) {
        return database.sql(select + " WHERE changed > ?")
                .param(since)
                .query(mapper)
                .list();
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static <T> Set<T> set(Array array, Class<T> type) throws SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(type::cast).collect(Collectors.toSet());
    }
}
