package org.shengmo.organization;

import java.time.LocalDate;
import org.shengmo.docket.Metric;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many coordinating bodies the discipline bodies left within the year. */
final class CoordinatingBodiesLeft implements Metric {

    private final JdbcClient database;

    CoordinatingBodiesLeft(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String id() {
        return "organization.coordinating.bodies.left";
    }

    @Override
    public Unit unit() {
        return Unit.COUNT;
    }

    @Override
    public Figure figure(int year, LocalDate asOf) {
        return Figure.count(database.sql("""
                SELECT left_entry FROM organization.membership JOIN organization.body ON body.id = membership.body
                WHERE body.kind = :kind AND left_entry IS NOT NULL AND left_recorded <= :asOf
                  AND upper(during) BETWEEN :first AND :last AND upper(during) <= :asOf
                ORDER BY left_entry
                """)
                .param("kind", BodyKind.DISCIPLINE.name())
                .param("asOf", asOf)
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", LocalDate.of(year, 12, 31))
                .query(Long.class)
                .list());
    }
}
