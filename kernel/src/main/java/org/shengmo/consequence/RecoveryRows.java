package org.shengmo.consequence;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Metric;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Citation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

/** Recoveries as rows. */
@Repository
class RecoveryRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient database;

    RecoveryRows(JdbcClient database) {
        this.database = database;
    }

    long insert(UUID id, Recoveries.NewRecovery claim, LocalDate on, UUID by) {
        return database.sql("""
                INSERT INTO consequence.recovery (id, kind, debtor_type, debtor_id, debtor, amount, ground, clause,
                  source_type, source_id, creditor, collector, claimed_on, claimed_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number
                """)
                .params(
                        id,
                        claim.kind().code(),
                        claim.debtor().type(),
                        claim.debtor().id(),
                        claim.debtorName(),
                        claim.amount(),
                        claim.ground(),
                        JSON.writeValueAsString(claim.clause()),
                        claim.source().type(),
                        claim.source().id(),
                        claim.creditor(),
                        claim.collector(),
                        on,
                        by)
                .query(Long.class)
                .single();
    }

    /** Parts that are due on one day become one. */
    void plan(UUID recovery, List<Recoveries.Instalment> plan) {
        for (Recoveries.Instalment each : plan) {
            database.sql("""
                    INSERT INTO consequence.instalment (recovery, due, amount) VALUES (?, ?, ?)
                    ON CONFLICT (recovery, due) DO UPDATE SET amount = consequence.instalment.amount + excluded.amount
                    """).params(recovery, each.due(), each.amount()).update();
        }
    }

    /** What was planned and is not paid gives way to a new plan; what was paid so far stays as its first part. */
    void replan(UUID recovery, BigDecimal received, LocalDate today, List<Recoveries.Instalment> plan) {
        database.sql("DELETE FROM consequence.instalment WHERE recovery = ?")
                .param(recovery)
                .update();
        if (received.signum() > 0) {
            plan(recovery, List.of(new Recoveries.Instalment(today, received)));
        }
        plan(recovery, plan);
        database.sql("UPDATE consequence.recovery SET arrears_told = NULL WHERE id = ?")
                .param(recovery)
                .update();
    }

    void receive(UUID id, UUID recovery, BigDecimal amount, LocalDate on, String reference, LocalDate today, UUID by) {
        database.sql("""
                INSERT INTO consequence.receipt (id, recovery, amount, received_on, reference, booked_on, booked_by)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """).params(id, recovery, amount, on, reference, today, by).update();
    }

    void settle(UUID recovery, LocalDate on) {
        database.sql("UPDATE consequence.recovery SET settled_on = ? WHERE id = ?")
                .params(on, recovery)
                .update();
    }

    void writeOff(UUID recovery, BigDecimal amount, LocalDate on, UUID by, UUID post, String decision, String reasons) {
        database.sql("INSERT INTO consequence.write_off VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(recovery, amount, on, by, post, decision, reasons)
                .update();
        settle(recovery, on);
    }

    void file(UUID id, String name, String sha256, LocalDate on) {
        database.sql("INSERT INTO consequence.bank_file (id, name, sha256, taken_on) VALUES (?, ?, ?, ?)")
                .params(id, name, sha256, on)
                .update();
    }

    void entered(UUID file, long entry) {
        database.sql("UPDATE consequence.bank_file SET entry = ? WHERE id = ?")
                .params(entry, file)
                .update();
    }

    boolean known(String reference) {
        return database.sql("SELECT count(*) FROM consequence.bank_line WHERE reference = ?")
                        .param(reference)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void line(UUID file, BankFile.Line line, UUID recovery, String outcome) {
        database.sql("""
                INSERT INTO consequence.bank_line (file, reference, paid_on, amount, remark, recovery, outcome)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(file, line.reference(), line.on(), line.amount(), line.remark(), recovery, outcome)
                .update();
    }

    /** Marks the receipt of a reference as confirmed; gives its recovery. */
    Optional<UUID> confirm(String reference, BigDecimal amount, UUID file, LocalDate on) {
        return database.sql("""
                UPDATE consequence.receipt SET reconciled_on = ?, bank_file = ?
                WHERE reference = ? AND amount = ? AND reconciled_on IS NULL RETURNING recovery
                """)
                .params(on, file, reference, amount)
                .query(UUID.class)
                .optional();
    }

    Optional<UUID> ofNumber(long number) {
        return database.sql("SELECT id FROM consequence.recovery WHERE number = ?")
                .param(number)
                .query(UUID.class)
                .optional();
    }

    List<Recoveries.Reconciliation.Line> unknown() {
        return database.sql("""
                SELECT * FROM consequence.bank_line WHERE outcome IN ('unknown', 'too-much') ORDER BY paid_on DESC, reference
                """)
                .query((row, number) -> new Recoveries.Reconciliation.Line(
                        row.getString("reference"),
                        day(row, "paid_on"),
                        row.getBigDecimal("amount"),
                        row.getString("remark"),
                        row.getString("outcome")))
                .list();
    }

    Metric.Figure received(String kind, LocalDate first, LocalDate last) {
        BigDecimal sum = database.sql("""
                SELECT coalesce(sum(t.amount), 0) FROM consequence.receipt t JOIN consequence.recovery r ON r.id = t.recovery
                WHERE r.kind = ? AND t.reconciled_on BETWEEN ? AND ?
                """)
                .params(kind, first, last)
                .query(BigDecimal.class)
                .single();
        return new Metric.Figure(
                sum,
                database.sql("""
                SELECT DISTINCT f.entry FROM consequence.receipt t JOIN consequence.recovery r ON r.id = t.recovery
                JOIN consequence.bank_file f ON f.id = t.bank_file
                WHERE r.kind = ? AND t.reconciled_on BETWEEN ? AND ? AND f.entry IS NOT NULL ORDER BY f.entry
                """).params(kind, first, last).query(Long.class).list());
    }

    /** Open recoveries with an instalment that passed before a day unpaid, and nobody told yet. */
    List<UUID> inArrears(LocalDate day) {
        return database.sql("""
                SELECT r.id FROM consequence.recovery r
                JOIN consequence.instalment i ON i.recovery = r.id AND i.due < :day
                WHERE r.settled_on IS NULL AND r.arrears_told IS NULL
                GROUP BY r.id
                HAVING sum(i.amount) > (SELECT coalesce(sum(t.amount), 0) FROM consequence.receipt t WHERE t.recovery = r.id)
                """).param("day", day).query(UUID.class).list();
    }

    void told(UUID recovery, LocalDate on) {
        database.sql("UPDATE consequence.recovery SET arrears_told = ? WHERE id = ?")
                .params(on, recovery)
                .update();
    }

    /** Recoveries with what hangs on them, in three queries whatever their number. */
    List<Recovery> recoveries(String where, Object... parameters) {
        String ids = "(SELECT r.id FROM consequence.recovery r WHERE " + where + ")";
        Map<UUID, List<Recoveries.Instalment>> plans = new HashMap<>();
        database.sql("SELECT * FROM consequence.instalment WHERE recovery IN " + ids + " ORDER BY due")
                .params(parameters)
                .query(row -> {
                    plans.computeIfAbsent(row.getObject("recovery", UUID.class), id -> new ArrayList<>())
                            .add(new Recoveries.Instalment(day(row, "due"), row.getBigDecimal("amount")));
                });
        Map<UUID, List<Recovery.Receipt>> receipts = new HashMap<>();
        database.sql("SELECT * FROM consequence.receipt WHERE recovery IN " + ids + " ORDER BY number")
                .params(parameters)
                .query(row -> {
                    receipts.computeIfAbsent(row.getObject("recovery", UUID.class), id -> new ArrayList<>())
                            .add(new Recovery.Receipt(
                                    row.getObject("id", UUID.class),
                                    row.getLong("number"),
                                    row.getBigDecimal("amount"),
                                    day(row, "received_on"),
                                    row.getString("reference"),
                                    Optional.ofNullable(day(row, "reconciled_on"))));
                });
        return database.sql("""
                SELECT r.*, w.amount AS given_up, w.decided_on, w.decision, w.reasons
                FROM consequence.recovery r LEFT JOIN consequence.write_off w ON w.recovery = r.id WHERE
                """ + where + " ORDER BY r.number DESC")
                .params(parameters)
                .query((row, number) -> recovery(row, plans, receipts))
                .list();
    }

    private static Recovery recovery(
            ResultSet row, Map<UUID, List<Recoveries.Instalment>> plans, Map<UUID, List<Recovery.Receipt>> receipts)
            throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        List<Recovery.Receipt> received = receipts.getOrDefault(id, List.of());
        Recovery.Details details = new Recovery.Details(
                id,
                row.getLong("number"),
                Kind.of(row.getString("kind")),
                new Subject(row.getString("debtor_type"), row.getObject("debtor_id", UUID.class)),
                row.getString("debtor"),
                row.getBigDecimal("amount"),
                row.getString("ground"),
                JSON.readValue(row.getString("clause"), Citation.class),
                new Subject(row.getString("source_type"), row.getObject("source_id", UUID.class)),
                row.getObject("creditor", UUID.class),
                row.getObject("collector", UUID.class),
                day(row, "claimed_on"),
                row.getObject("claimed_by", UUID.class),
                sum(received),
                sum(received.stream()
                        .filter(each -> each.reconciledOn().isPresent())
                        .toList()),
                plans.getOrDefault(id, List.of()),
                received);
        if (row.getBigDecimal("given_up") != null) {
            return new Recovery.WrittenOff(
                    details,
                    day(row, "decided_on"),
                    row.getBigDecimal("given_up"),
                    row.getString("decision"),
                    row.getString("reasons"));
        }
        LocalDate settled = day(row, "settled_on");
        return settled == null ? new Recovery.Open(details) : new Recovery.Settled(details, settled);
    }

    private static BigDecimal sum(List<Recovery.Receipt> receipts) {
        return receipts.stream().map(Recovery.Receipt::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
