package org.shengmo.organization;

import java.time.LocalDate;
import java.util.List;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Metric;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many posts of a kind are filled on a day, by appointments that were on record by then. Each post counts once,
 * whoever held it before.
 */
final class FilledPosts implements Metric {

    private final JdbcClient database;
    private final String id;
    private final Kind postKind;

    FilledPosts(JdbcClient database, String id, Kind postKind) {
        this.database = database;
        this.id = id;
        this.postKind = postKind;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Unit unit() {
        return Unit.COUNT;
    }

    @Override
    public Figure figure(int year, LocalDate asOf) {
        LocalDate yearEnd = LocalDate.of(year, 12, 31);
        if (asOf.getYear() < year) {
            return Figure.count(List.of());
        }
        return Figure.count(database.sql("""
                SELECT min(tenure.entry) FROM organization.tenure JOIN organization.post ON post.id = tenure.post
                WHERE post.kind = :kind AND NOT annulled AND during @> cast(:day AS date) AND recorded <= :day
                GROUP BY post.id ORDER BY 1
                """)
                .param("kind", postKind.code())
                .param("day", asOf.isBefore(yearEnd) ? asOf : yearEnd)
                .query(Long.class)
                .list());
    }
}
