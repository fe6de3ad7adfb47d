package org.shengmo.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shengmo.consequence.Binding;
import org.shengmo.consequence.ClearanceSource;
import org.shengmo.consequence.EffectPeriod;
import org.shengmo.docket.Subject;
import org.shengmo.organization.Organization;
import org.shengmo.organization.Tenure;
import org.shengmo.rulebook.Rulebook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an assessment bars besides awards: the promotion of who was vetoed, or heads what was, and of whose grade of last year
 * is below competent; to the end of the year after. A veto whose measure was revoked on appeal bars nothing any more.
 */
@Component
class BarredPromotion implements ClearanceSource {

    private static final String PROMOTION = "promotion";
    private static final String REGULATION = "cadre-selection-regulation";
    private static final String UNFIT = "24";

    private final JdbcClient database;
    private final Organization organization;
    private final Rulebook rulebook;

    BarredPromotion(JdbcClient database, Organization organization, Rulebook rulebook) {
        this.database = database;
        this.organization = organization;
        this.rulebook = rulebook;
    }

    /** Something that bars, from a day on. */
    private record Bar(String source, UUID id, UUID subject, String type, int year, LocalDate last, LocalDate from) {}

    @Override
    @Transactional(readOnly = true)
    public List<Binding> bindings(Subject subject) {
        return subject.type().equals("person")
                ? Stream.concat(vetoes().filter(each -> concerns(each, subject.id())), grades(subject.id()))
                        .map(each -> new Binding(
                                PROMOTION,
                                new EffectPeriod(each.from(), LocalDate.of(each.year() + 2, 1, 1)),
                                rulebook.cite(REGULATION, UNFIT, each.from()),
                                new Subject(each.source(), each.id())))
                        .toList()
                : List.of();
    }

    private Stream<Bar> vetoes() {
        return database.sql("""
                        SELECT 'assessment.veto' AS source, v.id, v.subject, v.subject_type, r.year, r.last_day,
                          v.decided_on AS begins
                        FROM assessment.veto v JOIN assessment.round r ON r.id = v.round
                        LEFT JOIN consequence.consequence c ON v.source_type = 'consequence' AND c.id = v.source_id
                        WHERE v.state = 'vetoed' AND c.state IS DISTINCT FROM 'revoked'
                        """).query(BarredPromotion::bar).list().stream();
    }

    private Stream<Bar> grades(UUID person) {
        return database.sql("""
                        SELECT 'assessment.round' AS source, r.id, s.subject, 'person' AS subject_type, r.year, r.last_day,
                          r.published_on AS begins
                        FROM assessment.result s JOIN assessment.round r ON r.id = s.round
                        WHERE s.subject = ? AND r.cadence = 'YEAR_END' AND r.published_on IS NOT NULL
                          AND lower(s.grade) IN ('basic', 'failing')
                        """).param(person).query(BarredPromotion::bar).list().stream();
    }

    private static Bar bar(ResultSet row, int number) throws SQLException {
        return new Bar(
                row.getString("source"),
                row.getObject("id", UUID.class),
                row.getObject("subject", UUID.class),
                row.getString("subject_type"),
                row.getInt("year"),
                row.getObject("last_day", LocalDate.class),
                row.getObject("begins", LocalDate.class));
    }

    /** A veto on a body is on who headed it then. */
    private boolean concerns(Bar veto, UUID person) {
        return veto.subject().equals(person)
                || (veto.type().equals("body")
                        && organization.headOf(veto.subject()).stream()
                                .flatMap(post -> organization.holdersOf(post.id(), veto.last()).stream())
                                .map(Tenure::person)
                                .anyMatch(person::equals));
    }
}
