package org.shengmo.career;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shengmo.deliberation.AgendaItem;
import org.shengmo.deliberation.Member;
import org.shengmo.deliberation.Quorum;
import org.shengmo.deliberation.Sitting;
import org.shengmo.deliberation.Stance;
import org.shengmo.deliberation.Stand;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of selections. */
@Component
class SelectionRows {

    private final JdbcClient database;

    SelectionRows(JdbcClient database) {
        this.database = database;
    }

    // Selections

    int number(int year) {
        return database.sql("""
                INSERT INTO career.counter VALUES (?, 1)
                ON CONFLICT (year) DO UPDATE SET last = career.counter.last + 1 RETURNING last
                """).param(year).query(Integer.class).single();
    }

    void insert(Selection.Details details) {
        database.sql("""
                INSERT INTO career.selection (id, year, number, post, ground, reasons, proposed_on)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        details.id(),
                        details.year(),
                        details.number(),
                        details.post(),
                        details.ground().name(),
                        details.reasons(),
                        details.proposedOn())
                .update();
    }

    void recommended(UUID id, Selections.Recommendation recommendation) {
        database.sql("INSERT INTO career.recommendation VALUES (?, ?, ?, ?)")
                .params(id, recommendation.participants(), recommendation.candidate(), recommendation.reasons())
                .update();
        recommendation
                .counts()
                .forEach(each -> database.sql("INSERT INTO career.recommended VALUES (?, ?, ?, ?)")
                        .params(id, each.person(), each.meeting(), each.talks())
                        .update());
        database.sql("UPDATE career.selection SET state = 'recommended', reached = ?, candidate = ? WHERE id = ?")
                .params(Step.RECOMMENDATION.name(), recommendation.candidate(), id)
                .update();
    }

    void inspected(UUID id, Selections.Inspection inspection) {
        database.sql("INSERT INTO career.inspection VALUES (?, ?::uuid[], ?::uuid[], ?)")
                .params(
                        id,
                        inspection.team().toArray(UUID[]::new),
                        inspection.merits().toArray(UUID[]::new),
                        inspection.account())
                .update();
        reached(id, "inspected", Step.INSPECTION);
    }

    void reached(UUID id, String state, Step step) {
        database.sql("UPDATE career.selection SET state = ?, reached = ? WHERE id = ?")
                .params(state, step.name(), id)
                .update();
    }

    void published(UUID id, LocalDate from, LocalDate until) {
        database.sql("UPDATE career.selection SET published_on = ?, public_until = ? WHERE id = ?")
                .params(from, until, id)
                .update();
        reached(id, "published", Step.PUBLICATION);
    }

    void appointed(UUID id, UUID tenure, UUID duty, LocalDate from, LocalDate until) {
        database.sql("""
                UPDATE career.selection SET state = 'on-trial', reached = 'APPOINTMENT', tenure = ?, duty = ?,
                  appointed_on = ?, trial_until = ? WHERE id = ?
                """).params(tenure, duty, from, until, id).update();
    }

    void confirmed(UUID id, LocalDate on) {
        database.sql("UPDATE career.selection SET state = 'confirmed', reached = 'TRIAL_END', over_on = ? WHERE id = ?")
                .params(on, id)
                .update();
    }

    void ended(UUID id, String outcome, String reasons, LocalDate on) {
        database.sql("""
                UPDATE career.selection SET state = 'ended', outcome = ?, outcome_why = ?, over_on = ? WHERE id = ?
                """).params(outcome, reasons, on, id).update();
    }

    Optional<Selection> byId(UUID id) {
        return database.sql("SELECT * FROM career.selection WHERE id = ?")
                .param(id)
                .query(SelectionRows::selection)
                .optional();
    }

    /** Held against anyone else who would take a step. */
    Optional<Selection> locked(UUID id) {
        return database.sql("SELECT * FROM career.selection WHERE id = ? FOR UPDATE")
                .param(id)
                .query(SelectionRows::selection)
                .optional();
    }

    List<Selection> all() {
        return database.sql("SELECT * FROM career.selection ORDER BY year DESC, number DESC")
                .query(SelectionRows::selection)
                .list();
    }

    List<Selection> published() {
        return database.sql("""
                SELECT * FROM career.selection WHERE published_on IS NOT NULL
                ORDER BY published_on DESC, year DESC, number DESC
                """).query(SelectionRows::selection).list();
    }

    List<Selection> publishedOf(UUID person) {
        return database.sql("""
                SELECT * FROM career.selection WHERE candidate = ? AND published_on IS NOT NULL
                ORDER BY published_on DESC
                """).param(person).query(SelectionRows::selection).list();
    }

    private static Selection selection(ResultSet row, int number) throws SQLException {
        Selection.Details details = new Selection.Details(
                row.getObject("id", UUID.class),
                row.getInt("year"),
                row.getInt("number"),
                row.getObject("post", UUID.class),
                Ground.valueOf(row.getString("ground")),
                row.getString("reasons"),
                day(row, "proposed_on"));
        UUID candidate = row.getObject("candidate", UUID.class);
        return switch (row.getString("state")) {
            case "proposed" -> new Selection.Proposed(details);
            case "recommended" -> new Selection.Recommended(details, candidate);
            case "inspected" -> new Selection.Inspected(details, candidate, false);
            case "sitting" -> new Selection.Inspected(details, candidate, true);
            case "adopted" -> new Selection.Adopted(details, candidate);
            case "published" ->
                new Selection.Published(details, candidate, day(row, "published_on"), day(row, "public_until"));
            case "on-trial" ->
                new Selection.OnTrial(
                        details,
                        candidate,
                        row.getObject("tenure", UUID.class),
                        row.getObject("duty", UUID.class),
                        day(row, "appointed_on"),
                        day(row, "trial_until"));
            case "confirmed" -> new Selection.Confirmed(details, candidate, day(row, "over_on"));
            default ->
                new Selection.Ended(
                        details,
                        candidate,
                        Step.valueOf(row.getString("reached")),
                        row.getString("outcome"),
                        row.getString("outcome_why"),
                        day(row, "over_on"));
        };
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static List<UUID> ids(ResultSet row, String column) throws SQLException {
        return Arrays.asList((UUID[]) row.getArray(column).getArray());
    }

    // What was done at its steps

    Optional<Selections.Recommendation> recommendation(UUID id) {
        List<Selections.Count> counts = database.sql("""
                SELECT * FROM career.recommended WHERE selection = ? ORDER BY meeting DESC, talks DESC, person
                """)
                .param(id)
                .query((row, number) -> new Selections.Count(
                        row.getObject("person", UUID.class), row.getInt("meeting"), row.getInt("talks")))
                .list();
        return database.sql("SELECT * FROM career.recommendation WHERE selection = ?")
                .param(id)
                .query((row, number) -> new Selections.Recommendation(
                        row.getInt("participants"),
                        counts,
                        row.getObject("candidate", UUID.class),
                        row.getString("reasons")))
                .optional();
    }

    Optional<Selections.Inspection> inspection(UUID id) {
        return database.sql("SELECT * FROM career.inspection WHERE selection = ?")
                .param(id)
                .query((row, number) ->
                        new Selections.Inspection(ids(row, "team"), ids(row, "merits"), row.getString("account")))
                .optional();
    }

    void insert(UUID id, SelectionFile.Checked checked) {
        database.sql("""
                INSERT INTO career.checked (selection, kind, sound, account, by_person, on_day)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
                .params(id, checked.check().name(), checked.sound(), checked.account(), checked.by(), checked.on())
                .update();
    }

    List<SelectionFile.Checked> checks(UUID id) {
        return database.sql("""
                SELECT DISTINCT ON (kind) * FROM career.checked c WHERE selection = ? ORDER BY kind, c.id DESC
                """)
                .param(id)
                .query((row, number) -> new SelectionFile.Checked(
                        Selections.Check.valueOf(row.getString("kind")),
                        row.getBoolean("sound"),
                        row.getString("account"),
                        row.getObject("by_person", UUID.class),
                        day(row, "on_day")))
                .list();
    }

    void insert(UUID id, SelectionFile.Opinion opinion) {
        database.sql("INSERT INTO career.opinion (selection, words, first, on_day) VALUES (?, ?, ?, ?)")
                .params(id, opinion.text(), opinion.first(), opinion.on())
                .update();
    }

    void countersigned(UUID id, UUID second) {
        database.sql("UPDATE career.opinion SET second = ? WHERE selection = ?")
                .params(second, id)
                .update();
    }

    Optional<SelectionFile.Opinion> opinion(UUID id) {
        return database.sql("SELECT * FROM career.opinion WHERE selection = ?")
                .param(id)
                .query((row, number) -> new SelectionFile.Opinion(
                        row.getString("words"),
                        row.getObject("first", UUID.class),
                        day(row, "on_day"),
                        row.getObject("second", UUID.class)))
                .optional();
    }

    // Sittings

    void insert(UUID selection, UUID sitting, LocalDate on, Quorum quorum, Sitting sat) {
        database.sql("INSERT INTO career.sitting VALUES (?, ?, ?, ?, ?)")
                .params(sitting, selection, on, quorum.numerator(), quorum.denominator())
                .update();
        Map<UUID, String> recused = sat.item(selection).recused();
        sat.members()
                .forEach(member -> database.sql("INSERT INTO career.seat VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                        .params(
                                sitting,
                                member.post(),
                                member.person(),
                                member.name(),
                                member.rank(),
                                member.principal(),
                                sat.present().contains(member.post()),
                                recused.get(member.post()))
                        .update());
        database.sql("UPDATE career.selection SET state = 'sitting' WHERE id = ?")
                .param(selection)
                .update();
    }

    void insert(UUID sitting, Stand stand) {
        database.sql("INSERT INTO career.stand VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        sitting,
                        stand.post(),
                        stand.place(),
                        stand.stance().name(),
                        stand.words(),
                        stand.last(),
                        stand.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void concluded(UUID sitting, String outcome) {
        database.sql("UPDATE career.sitting SET outcome = ? WHERE id = ?")
                .params(outcome, sitting)
                .update();
    }

    List<SelectionFile.Sat> sittings(UUID selection) {
        return database.sql("SELECT * FROM career.sitting WHERE selection = ? ORDER BY on_day, outcome NULLS LAST")
                .param(selection)
                .query((row, number) -> new SelectionFile.Sat(
                        row.getObject("id", UUID.class),
                        day(row, "on_day"),
                        sitting(
                                selection,
                                row.getObject("id", UUID.class),
                                new Quorum(row.getInt("numerator"), row.getInt("denominator"))),
                        row.getString("outcome")))
                .list();
    }

    private Sitting sitting(UUID selection, UUID sitting, Quorum quorum) {
        Map<UUID, String> recused = new HashMap<>();
        Map<UUID, Boolean> present = new HashMap<>();
        List<Member> members = database.sql("SELECT * FROM career.seat WHERE sitting = ?")
                .param(sitting)
                .query((row, number) -> {
                    Member member = new Member(
                            row.getObject("post", UUID.class),
                            row.getObject("person", UUID.class),
                            row.getString("name"),
                            row.getInt("rank"),
                            row.getBoolean("principal"));
                    present.put(member.post(), row.getBoolean("present"));
                    if (row.getString("recused") != null) {
                        recused.put(member.post(), row.getString("recused"));
                    }
                    return member;
                })
                .list();
        AgendaItem item = new AgendaItem(
                selection, 1, "", quorum, AgendaItem.Progress.OPEN, recused, List.of(), stands(sitting), null);
        Set<UUID> there = present.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new Sitting(members, there, List.of(item), Sitting.Progress.OPEN);
    }

    private List<Stand> stands(UUID sitting) {
        return database.sql("SELECT * FROM career.stand WHERE sitting = ? ORDER BY place")
                .param(sitting)
                .query((row, number) -> new Stand(
                        row.getObject("post", UUID.class),
                        row.getInt("place"),
                        Stance.valueOf(row.getString("stance")),
                        row.getString("words"),
                        row.getBoolean("last_word"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    // Objections

    void insert(UUID selection, SelectionFile.Objection objection) {
        database.sql("INSERT INTO career.objection (id, selection, words, contact, on_day) VALUES (?, ?, ?, ?, ?)")
                .params(objection.id(), selection, objection.text(), objection.contact(), objection.on())
                .update();
    }

    void answered(UUID objection, LocalDate on, boolean holds, String account) {
        database.sql("UPDATE career.objection SET answered_on = ?, holds = ?, account = ? WHERE id = ?")
                .params(on, holds, account, objection)
                .update();
    }

    Optional<UUID> selectionOf(UUID objection) {
        return database.sql("SELECT selection FROM career.objection WHERE id = ?")
                .param(objection)
                .query(UUID.class)
                .optional();
    }

    List<SelectionFile.Objection> objections(UUID selection) {
        return database.sql("SELECT * FROM career.objection WHERE selection = ? ORDER BY on_day, id")
                .param(selection)
                .query((row, number) -> new SelectionFile.Objection(
                        row.getObject("id", UUID.class),
                        row.getString("words"),
                        row.getString("contact"),
                        day(row, "on_day"),
                        day(row, "answered_on"),
                        row.getBoolean("holds"),
                        row.getString("account")))
                .list();
    }
}
