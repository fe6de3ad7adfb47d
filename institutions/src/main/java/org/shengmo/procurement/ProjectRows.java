package org.shengmo.procurement;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of projects. */
@Component
class ProjectRows {

    private final JdbcClient database;

    ProjectRows(JdbcClient database) {
        this.database = database;
    }

    void insert(UUID id, NewProject project, LocalDate on) {
        database.sql("""
                INSERT INTO procurement.project (id, title, text, category, owner, place, estimate, proposed_on, stage)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED')
                """)
                .params(
                        id,
                        project.title().strip(),
                        project.text().strip(),
                        project.category().name(),
                        project.owner(),
                        project.place().strip(),
                        project.estimate(),
                        on)
                .update();
    }

    /** Holds the row, so that two acts on one project go one after the other. */
    void lock(UUID project) {
        database.sql("SELECT 1 FROM procurement.project WHERE id = ? FOR UPDATE")
                .params(project)
                .query()
                .optionalValue();
    }

    void designate(Centre centre, UUID body, LocalDate on) {
        database.sql("""
                INSERT INTO procurement.centre (kind, body, since) VALUES (?, ?, ?)
                ON CONFLICT (kind) DO UPDATE SET body = excluded.body, since = excluded.since
                """).params(centre.name(), body, on).update();
    }

    Map<Centre, UUID> centres() {
        Map<Centre, UUID> centres = new EnumMap<>(Centre.class);
        database.sql("SELECT kind, body FROM procurement.centre")
                .query((row, number) ->
                        centres.put(Centre.valueOf(row.getString("kind")), row.getObject("body", UUID.class)))
                .list();
        return centres;
    }

    void assign(UUID project, Centre centre, UUID post, UUID person, UUID body, LocalDate on) {
        database.sql("""
                INSERT INTO procurement.assignment (project, centre, post, person, body, assigned_on)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (project, centre) DO UPDATE SET post = excluded.post, person = excluded.person,
                  body = excluded.body, assigned_on = excluded.assigned_on
                """).params(project, centre.name(), post, person, body, on).update();
    }

    void handled(UUID project, Centre centre, UUID person) {
        database.sql("INSERT INTO procurement.hand (project, centre, person) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(project, centre.name(), person)
                .update();
    }

    /** Everyone assigned or with a hand in it, with the body of the centre. */
    List<Independence.Hand> hands(UUID project) {
        return database.sql("""
                SELECT centre, person, body FROM procurement.assignment WHERE project = :project
                UNION
                SELECT h.centre, h.person, c.body FROM procurement.hand h
                JOIN procurement.centre c ON c.kind = h.centre WHERE h.project = :project
                """)
                .param("project", project)
                .query((row, number) -> new Independence.Hand(
                        Centre.valueOf(row.getString("centre")),
                        row.getObject("person", UUID.class),
                        row.getObject("body", UUID.class)))
                .list();
    }

    void stage(UUID project, String stage) {
        database.sql("UPDATE procurement.project SET stage = ? WHERE id = ?")
                .params(stage, project)
                .update();
    }

    void rest(UUID project, UUID decision) {
        database.sql("UPDATE procurement.project SET decision = ? WHERE id = ?")
                .params(decision, project)
                .update();
    }

    /** What the other projects that rest on a decision come to: their budgets, or the estimates where there is none yet. */
    BigDecimal restingOn(UUID decision, UUID except) {
        return database.sql("""
                SELECT coalesce(sum(greatest(estimate, coalesce(budget, 0))), 0) FROM procurement.project
                WHERE decision = ? AND id <> ?
                """)
                .params(decision, except)
                .query(BigDecimal.class)
                .single();
    }

    void budget(UUID project, BigDecimal amount, LocalDate on) {
        database.sql("UPDATE procurement.project SET budget = ?, budgeted_on = ?, stage = 'BUDGETED' WHERE id = ?")
                .params(amount, on, project)
                .update();
    }

    void review(UUID project, BigDecimal amount, String note, LocalDate on) {
        database.sql("""
                UPDATE procurement.project SET reviewed = ?, review_note = ?, reviewed_on = ?, stage = 'TENDERABLE'
                WHERE id = ?
                """).params(amount, note, on, project).update();
    }

    void contract(UUID project, UUID tender, Tender.Bid winner, BigDecimal deposit, LocalDate on, long entry) {
        database.sql("""
                INSERT INTO procurement.contract (project, tender, firm, credit_code, amount, deposit, signed_on, entry)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(project, tender, winner.firm(), winner.creditCode(), winner.price(), deposit, on, entry)
                .update();
        stage(project, "CONTRACTED");
    }

    void change(UUID project, BigDecimal amount, String reasons, Optional<UUID> decision, LocalDate on) {
        database.sql("""
                INSERT INTO procurement.change (project, amount, reasons, decision, changed_on) VALUES (?, ?, ?, ?, ?)
                """)
                .params(project, amount, reasons, decision.orElse(null), on)
                .update();
    }

    void accept(UUID project, String account, LocalDate on) {
        database.sql("UPDATE procurement.project SET acceptance = ?, accepted_on = ?, stage = 'ACCEPTED' WHERE id = ?")
                .params(account, on, project)
                .update();
    }

    void pay(UUID project, BigDecimal amount, String purpose, LocalDate on) {
        database.sql("INSERT INTO procurement.payment (project, amount, purpose, paid_on) VALUES (?, ?, ?, ?)")
                .params(project, amount, purpose, on)
                .update();
    }

    void archive(UUID project, String sha256, LocalDate on) {
        database.sql("UPDATE procurement.project SET archive = ?, archived_on = ?, stage = 'ARCHIVED' WHERE id = ?")
                .params(sha256, on, project)
                .update();
    }

    /** The numbers of the entries about a project and its tenders, oldest first. */
    List<Long> entries(UUID project) {
        return database.sql("""
                SELECT e.id FROM docket.entry e
                WHERE e.subject_id = :project OR e.subject_id IN
                  (SELECT id FROM procurement.tender WHERE project = :project)
                ORDER BY e.id
                """).param("project", project).query(Long.class).list();
    }

    Procurement.Savings savings(int year) {
        return database.sql("""
                SELECT count(*)::int AS trades, coalesce(sum(p.reviewed), 0) AS reviewed,
                  coalesce(sum(p.reviewed - c.amount), 0) AS saved
                FROM procurement.contract c JOIN procurement.project p ON p.id = c.project
                WHERE extract(year FROM c.signed_on) = ?
                """)
                .params(year)
                .query((row, number) -> new Procurement.Savings(
                        row.getInt("trades"), row.getBigDecimal("reviewed"), row.getBigDecimal("saved")))
                .single();
    }

    List<Project> projects(String where, Object... parameters) {
        Parts parts = parts(where, parameters);
        return database.sql("""
                SELECT p.*, c.firm, c.credit_code, c.amount, c.deposit, c.signed_on, c.entry
                FROM procurement.project p LEFT JOIN procurement.contract c ON c.project = p.id
                WHERE\s""" + where + " ORDER BY p.number DESC")
                .params(parameters)
                .query((row, number) -> read(row, parts))
                .list();
    }

    /** What hangs on the projects read, by project. */
    private record Parts(
            Map<UUID, Map<Centre, Project.Assignment>> assignments,
            Map<UUID, List<Project.Change>> changes,
            Map<UUID, List<Project.Payment>> payments) {}

    private Parts parts(String where, Object... parameters) {
        String of = " WHERE project IN (SELECT p.id FROM procurement.project p WHERE " + where + ")";
        Parts parts = new Parts(new HashMap<>(), new HashMap<>(), new HashMap<>());
        database.sql("SELECT * FROM procurement.assignment" + of)
                .params(parameters)
                .query((row, number) -> parts.assignments()
                        .computeIfAbsent(row.getObject("project", UUID.class), id -> new EnumMap<>(Centre.class))
                        .put(
                                Centre.valueOf(row.getString("centre")),
                                new Project.Assignment(
                                        row.getObject("post", UUID.class),
                                        row.getObject("person", UUID.class),
                                        row.getObject("body", UUID.class),
                                        day(row, "assigned_on"))))
                .list();
        database.sql("SELECT * FROM procurement.change" + of + " ORDER BY id")
                .params(parameters)
                .query((row, number) -> parts.changes()
                        .computeIfAbsent(row.getObject("project", UUID.class), id -> new ArrayList<>())
                        .add(new Project.Change(
                                row.getBigDecimal("amount"),
                                row.getString("reasons"),
                                Optional.ofNullable(row.getObject("decision", UUID.class)),
                                day(row, "changed_on"))))
                .list();
        database.sql("SELECT * FROM procurement.payment" + of + " ORDER BY id")
                .params(parameters)
                .query((row, number) -> parts.payments()
                        .computeIfAbsent(row.getObject("project", UUID.class), id -> new ArrayList<>())
                        .add(new Project.Payment(
                                row.getBigDecimal("amount"), row.getString("purpose"), day(row, "paid_on"))))
                .list();
        return parts;
    }

    private static Project read(ResultSet row, Parts parts) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Project.Details details = new Project.Details(
                id,
                row.getLong("number"),
                row.getString("title"),
                row.getString("text"),
                Category.valueOf(row.getString("category")),
                row.getObject("owner", UUID.class),
                row.getString("place"),
                row.getBigDecimal("estimate"),
                day(row, "proposed_on"),
                Optional.ofNullable(row.getObject("decision", UUID.class)),
                parts.assignments().getOrDefault(id, Map.of()));
        Project.Reviewed price = new Project.Reviewed(
                row.getBigDecimal("budget"),
                day(row, "budgeted_on"),
                row.getBigDecimal("reviewed"),
                day(row, "reviewed_on"),
                row.getString("review_note"));
        return switch (row.getString("stage")) {
            case "PROPOSED" -> new Project.Proposed(details);
            case "BUDGETED" -> new Project.Budgeted(details, price.budget(), price.budgetedOn());
            case "TENDERABLE" -> new Project.Tenderable(details, price);
            case "TENDERING" -> new Project.Tendering(details, price);
            case "AWARDED" -> new Project.Awarded(details, price);
            default -> contracted(row, details, price, parts);
        };
    }

    private static Project contracted(ResultSet row, Project.Details details, Project.Reviewed price, Parts parts)
            throws SQLException {
        Project.Contract contract = new Project.Contract(
                row.getString("firm"),
                row.getString("credit_code"),
                row.getBigDecimal("amount"),
                row.getBigDecimal("deposit"),
                day(row, "signed_on"),
                row.getLong("entry"),
                parts.changes().getOrDefault(details.id(), List.of()),
                parts.payments().getOrDefault(details.id(), List.of()));
        return switch (row.getString("stage")) {
            case "CONTRACTED" -> new Project.Contracted(details, price, contract);
            case "ACCEPTED" ->
                new Project.Accepted(details, price, contract, day(row, "accepted_on"), row.getString("acceptance"));
            default ->
                new Project.Archived(
                        details,
                        price,
                        contract,
                        day(row, "accepted_on"),
                        day(row, "archived_on"),
                        row.getString("archive"));
        };
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
