package org.shengmo.discipline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.consequence.Binding;
import org.shengmo.consequence.EffectPeriod;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Citation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders as rows. */
@Component
class SanctionOrderRows {

    private final JdbcClient database;

    SanctionOrderRows(JdbcClient database) {
        this.database = database;
    }

    void insert(
            UUID id,
            CaseFile.Details details,
            SanctionDecision decision,
            UUID post,
            UUID body,
            LocalDate on,
            LocalDate reviewUntil,
            long entry) {
        database.sql("""
                INSERT INTO discipline.sanction_order (id, case_file, person, post, body, level, eight_rules, decision, form,
                  decided_on, decided_by, announced_on, entry, state, review_until)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'in-effect', ?)
                """)
                .params(
                        id,
                        details.id(),
                        details.person(),
                        post,
                        body,
                        details.level().code(),
                        details.eightRules(),
                        DisciplineCaseRows.JSON.writeValueAsString(decision),
                        decision.form(),
                        decision.on(),
                        decision.by(),
                        on,
                        entry,
                        reviewUntil)
                .update();
    }

    void effects(UUID order, List<Binding> effects) {
        database.sql("DELETE FROM discipline.effect WHERE sanction_order = ?")
                .param(order)
                .update();
        int ground = 0;
        for (Binding each : effects) {
            database.sql("INSERT INTO discipline.effect VALUES (?, ?, ?, ?, ?, ?)")
                    .params(
                            order,
                            each.what(),
                            each.period().from(),
                            each.period().until(),
                            DisciplineCaseRows.JSON.writeValueAsString(each.clause()),
                            String.valueOf(++ground))
                    .update();
        }
    }

    /** What binds or bound a person by orders that stand. */
    List<Binding> bindings(UUID person) {
        return database.sql("""
                SELECT e.* FROM discipline.effect e JOIN discipline.sanction_order o ON o.id = e.sanction_order
                WHERE o.person = ? AND o.state <> 'revoked'
                """)
                .param(person)
                .query((row, number) -> binding(row))
                .list();
    }

    private static Binding binding(ResultSet row) throws SQLException {
        return new Binding(
                row.getString("what"),
                new EffectPeriod(Columns.day(row, "from_day"), Columns.day(row, "until_day")),
                DisciplineCaseRows.JSON.readValue(row.getString("clause"), Citation.class),
                new Subject("discipline.order", Columns.id(row, "sanction_order")));
    }

    void change(UUID order, String what, LocalDate on, UUID by) {
        database.sql(
                        "INSERT INTO discipline.carried_out (id, sanction_order, what, on_day, by_whom) VALUES (?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), order, what, on, by)
                .update();
    }

    void restoreBy(UUID order, LocalDate day) {
        database.sql("UPDATE discipline.carried_out SET restore_by = ? WHERE sanction_order = ?")
                .params(day, order)
                .update();
    }

    boolean restored(UUID order, UUID change, LocalDate on, String account) {
        return database.sql("""
                UPDATE discipline.carried_out SET restored_on = ?, restored = ?
                WHERE id = ? AND sanction_order = ? AND restore_by IS NOT NULL AND restored_on IS NULL
                """).params(on, account, change, order).update() > 0;
    }

    void asked(UUID order, String stage, LocalDate on, String text, LocalDate decideBy) {
        database.sql("""
                UPDATE discipline.sanction_order SET state = 'under-review', stage = ?, asked_on = ?, asked = ?, decide_by = ?
                WHERE id = ?
                """).params(stage, on, text, decideBy, order).update();
    }

    void reviewed(UUID order, String state, LocalDate on, UUID by, String reasons, LocalDate recheckUntil) {
        database.sql("""
                UPDATE discipline.sanction_order SET state = ?, reviewed_on = ?, reviewed_by = ?, reviewed = ?,
                  review_until = coalesce(?::date, review_until), revoked_on = CASE WHEN ? = 'revoked' THEN ?::date END
                WHERE id = ?
                """)
                .params(state, on, by, reasons, recheckUntil, state, on, order)
                .update();
    }

    void decision(UUID order, SanctionDecision decision) {
        database.sql("UPDATE discipline.sanction_order SET decision = ?, form = ? WHERE id = ?")
                .params(DisciplineCaseRows.JSON.writeValueAsString(decision), decision.form(), order)
                .update();
    }

    UUID caseOf(UUID order) {
        return database.sql("SELECT case_file FROM discipline.sanction_order WHERE id = ?")
                .param(order)
                .query(UUID.class)
                .single();
    }

    Optional<SanctionOrder> ofCase(UUID caseFile) {
        return list("o.case_file = ?", caseFile).stream().findFirst();
    }

    Optional<SanctionOrder> byId(UUID id) {
        return list("o.id = ?", id).stream().findFirst();
    }

    List<SanctionOrder> all() {
        return list("true");
    }

    private List<SanctionOrder> list(String where, Object... parameters) {
        Map<UUID, List<Binding>> effects = new HashMap<>();
        database.sql(
                        "SELECT e.* FROM discipline.effect e JOIN discipline.sanction_order o ON o.id = e.sanction_order WHERE "
                                + where + " ORDER BY e.ground")
                .params(parameters)
                .query(row -> {
                    effects.computeIfAbsent(Columns.id(row, "sanction_order"), key -> new java.util.ArrayList<>())
                            .add(binding(row));
                });
        Map<UUID, List<SanctionOrder.Change>> changes = new HashMap<>();
        database.sql(
                        "SELECT c.* FROM discipline.carried_out c JOIN discipline.sanction_order o ON o.id = c.sanction_order WHERE "
                                + where + " ORDER BY c.on_day, c.what")
                .params(parameters)
                .query(row -> {
                    changes.computeIfAbsent(Columns.id(row, "sanction_order"), key -> new java.util.ArrayList<>())
                            .add(new SanctionOrder.Change(
                                    Columns.id(row, "id"),
                                    row.getString("what"),
                                    Columns.day(row, "on_day"),
                                    Optional.ofNullable(Columns.day(row, "restore_by")),
                                    Optional.ofNullable(Columns.day(row, "restored_on"))));
                });
        return database.sql("SELECT o.* FROM discipline.sanction_order o WHERE " + where + " ORDER BY o.number DESC")
                .params(parameters)
                .query((row, number) -> order(row, effects, changes))
                .list();
    }

    private static SanctionOrder order(
            ResultSet row, Map<UUID, List<Binding>> effects, Map<UUID, List<SanctionOrder.Change>> changes)
            throws SQLException {
        UUID id = Columns.id(row, "id");
        String state = row.getString("state");
        SanctionOrder.Details details = new SanctionOrder.Details(
                id,
                row.getLong("number"),
                Columns.id(row, "person"),
                Columns.id(row, "body"),
                Level.valueOf(row.getString("level").toUpperCase(java.util.Locale.ROOT)),
                DisciplineCaseRows.JSON.readValue(row.getString("decision"), SanctionDecision.class),
                Columns.day(row, "announced_on"),
                state.equals("revoked") ? List.of() : effects.getOrDefault(id, List.of()),
                changes.getOrDefault(id, List.of()));
        return switch (state) {
            case "in-effect" -> new SanctionOrder.InEffect(details, Columns.day(row, "review_until"));
            case "under-review" ->
                new SanctionOrder.UnderReview(
                        details,
                        new SanctionOrder.Request(
                                row.getString("stage"),
                                Columns.day(row, "asked_on"),
                                row.getString("asked"),
                                Columns.day(row, "decide_by")));
            case "maintained" ->
                new SanctionOrder.Maintained(
                        details,
                        reviewed(row),
                        "review".equals(row.getString("stage"))
                                ? Optional.of(Columns.day(row, "review_until"))
                                : Optional.empty());
            default -> new SanctionOrder.Revoked(details, Columns.day(row, "revoked_on"), reviewed(row));
        };
    }

    private static SanctionOrder.Reviewed reviewed(ResultSet row) throws SQLException {
        return new SanctionOrder.Reviewed(
                Columns.day(row, "reviewed_on"), Columns.id(row, "reviewed_by"), row.getString("reviewed"));
    }
}
