package org.shengmo.entitlement;

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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Households, their members and their batches as rows. */
@Component
class HouseholdRows {

    private static final String SELECT = """
            SELECT h.*, b.number AS batch_number, b.told_on, b.reply_until, b.decide_until, b.decider
            FROM entitlement.household h LEFT JOIN entitlement.batch b ON b.id = h.batch WHERE
            """;

    private final JdbcClient database;
    private final JdbcTemplate template;

    HouseholdRows(JdbcClient database, JdbcTemplate template) {
        this.database = database;
        this.template = template;
    }

    /** Inserts what a run found; a household that answers in another case already is passed over. */
    void insert(List<Object[]> households) {
        template.batchUpdate("""
                INSERT INTO entitlement.household (id, run, household, body, township, village, persons, monthly_amount,
                  at_stake, overpaid, checks, approved_on, approver, undeclared, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, string_to_array(?, ' '), ?, ?, ?, 'found')
                ON CONFLICT (household) WHERE state <> 'decided' DO NOTHING
                """, households);
    }

    void insertMembers(List<Object[]> members) {
        template.batchUpdate("""
                INSERT INTO entitlement.member (id, household, position, person, relation, name, id_number, account, found)
                SELECT ?, h.id, ?, ?, ?, ?, ?, ?, ? FROM entitlement.household h WHERE h.id = ?
                """, members);
    }

    void insertVillages(List<Object[]> villages) {
        template.batchUpdate(
                "INSERT INTO entitlement.village (run, township, village, households, persons) VALUES (?, ?, ?, ?, ?)",
                villages);
    }

    void insertReview(UUID run, UUID duty) {
        database.sql("INSERT INTO entitlement.review (run, duty) VALUES (?, ?)")
                .params(run, duty)
                .update();
    }

    void insert(Household.Batch batch, UUID duty) {
        database.sql("""
                INSERT INTO entitlement.batch (id, run, told_on, reply_until, decide_until, decider, duty)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        batch.id(),
                        batch.run(),
                        batch.toldOn(),
                        batch.replyUntil(),
                        batch.decideUntil(),
                        batch.decider(),
                        duty)
                .update();
    }

    void tell(List<UUID> households, UUID batch) {
        database.sql(
                        "UPDATE entitlement.household SET state = 'told', batch = ? WHERE id = ANY (?) AND state = 'found'")
                .params(batch, households.toArray(UUID[]::new))
                .update();
    }

    void hear(UUID household, LocalDate on, Household.From from, String reply, long entry) {
        database.sql("""
                UPDATE entitlement.household SET state = 'heard', heard_on = ?, heard_from = ?, reply = ?, reply_entry = ?
                WHERE id = ?
                """).params(on, from.code(), reply, entry, household).update();
    }

    /** Those whose time to answer passed before a day, by batch. */
    Map<UUID, List<UUID>> unanswered(LocalDate day) {
        Map<UUID, List<UUID>> passed = new HashMap<>();
        database.sql("""
                UPDATE entitlement.household h SET state = 'heard', heard_on = ?, heard_from = 'nobody', reply = ''
                FROM entitlement.batch b WHERE b.id = h.batch AND h.state = 'told' AND b.reply_until < ?
                RETURNING h.id, b.id AS batch
                """).params(day, day).query(row -> {
            passed.computeIfAbsent(row.getObject("batch", UUID.class), id -> new ArrayList<>())
                    .add(row.getObject("id", UUID.class));
        });
        return passed;
    }

    void decide(List<Object[]> rows) {
        template.batchUpdate("""
                UPDATE entitlement.household SET state = 'decided', outcome = ?, amount_after = ?, persons_removed = ?,
                  reasons = ?, resolution = ?, decided_on = ?, decided_by = ?, decided_post = ?, decision_entry = ?
                WHERE id = ? AND state <> 'decided'
                """, rows);
    }

    void remove(List<Object[]> members) {
        template.batchUpdate("UPDATE entitlement.member SET removed = true WHERE id = ? AND household = ?", members);
    }

    Optional<UUID> reviewDuty(UUID run) {
        return database.sql("SELECT duty FROM entitlement.review WHERE run = ? AND duty IS NOT NULL")
                .param(run)
                .query(UUID.class)
                .optional();
    }

    Optional<UUID> batchDuty(UUID batch) {
        return database.sql("SELECT duty FROM entitlement.batch WHERE id = ? AND duty IS NOT NULL")
                .param(batch)
                .query(UUID.class)
                .optional();
    }

    /** How many households a run made cases of. */
    int count(UUID run) {
        return database.sql("SELECT count(*) FROM entitlement.household WHERE run = ?")
                .param(run)
                .query(Integer.class)
                .single();
    }

    boolean any(String where, Object... parameters) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM entitlement.household WHERE " + where + ")")
                .params(parameters)
                .query(Boolean.class)
                .single();
    }

    List<Household> households(String where, Object... parameters) {
        return database.sql(SELECT + where + " ORDER BY h.number")
                .params(parameters)
                .query((row, number) -> household(row))
                .list();
    }

    private static Household household(ResultSet row) throws SQLException {
        Household.Details details = details(row);
        return switch (row.getString("state")) {
            case "found" -> new Household.Found(details);
            case "told" -> new Household.Told(details, batch(row));
            case "heard" ->
                new Household.Heard(details, batch(row), hearing(row).orElseThrow());
            default ->
                new Household.Decided(
                        details,
                        hearing(row),
                        new Household.Decision(
                                Household.Outcome.valueOf(
                                        row.getString("outcome").toUpperCase(java.util.Locale.ROOT)),
                                row.getBigDecimal("amount_after"),
                                row.getInt("persons_removed"),
                                row.getString("reasons"),
                                row.getString("resolution"),
                                day(row, "decided_on"),
                                id(row, "decided_post")));
        };
    }

    private static Household.Details details(ResultSet row) throws SQLException {
        return new Household.Details(
                id(row, "id"),
                row.getLong("number"),
                id(row, "run"),
                row.getString("household"),
                Optional.ofNullable(id(row, "body")),
                row.getString("township"),
                row.getString("village"),
                row.getInt("persons"),
                row.getBigDecimal("monthly_amount"),
                row.getBigDecimal("at_stake"),
                row.getBigDecimal("overpaid"),
                List.of((String[]) row.getArray("checks").getArray()),
                Optional.ofNullable(day(row, "approved_on")),
                Optional.ofNullable(id(row, "approver")),
                row.getBoolean("undeclared"),
                Optional.ofNullable(day(row, "erased_on")));
    }

    private static Optional<Household.Hearing> hearing(ResultSet row) throws SQLException {
        LocalDate on = day(row, "heard_on");
        String reply = row.getString("reply");
        return on == null
                ? Optional.empty()
                : Optional.of(new Household.Hearing(
                        on,
                        Household.From.valueOf(row.getString("heard_from").toUpperCase(java.util.Locale.ROOT)),
                        reply == null ? "" : reply));
    }

    private static Household.Batch batch(ResultSet row) throws SQLException {
        return new Household.Batch(
                id(row, "batch"),
                row.getLong("batch_number"),
                id(row, "run"),
                day(row, "told_on"),
                day(row, "reply_until"),
                day(row, "decide_until"),
                id(row, "decider"));
    }

    List<Household.Batch> batches(UUID run) {
        return database.sql("""
                SELECT b.id AS batch, b.number AS batch_number, b.run, b.told_on, b.reply_until, b.decide_until, b.decider
                FROM entitlement.batch b WHERE b.run = ? ORDER BY b.number DESC
                """).param(run).query((row, number) -> batch(row)).list();
    }

    Map<UUID, List<Member>> members(List<UUID> households) {
        Map<UUID, List<Member>> members = new HashMap<>();
        database.sql("SELECT * FROM entitlement.member WHERE household = ANY (?) ORDER BY household, position")
                .param(households.toArray(UUID[]::new))
                .query(row -> {
                    members.computeIfAbsent(id(row, "household"), household -> new ArrayList<>())
                            .add(new Member(
                                    id(row, "id"),
                                    row.getString("person"),
                                    row.getString("relation"),
                                    row.getString("name"),
                                    row.getString("id_number"),
                                    row.getString("account"),
                                    row.getBoolean("found"),
                                    row.getBoolean("removed")));
                });
        return members;
    }

    List<Entitlement.Village> villages(UUID run) {
        return database.sql("""
                SELECT v.township, v.village, v.households, v.persons,
                  count(h.id) AS found, coalesce(sum(h.at_stake), 0) AS at_stake,
                  count(h.id) FILTER (WHERE h.state = 'decided') AS decided,
                  count(h.id) FILTER (WHERE h.outcome = 'stopped') AS stopped,
                  count(h.id) FILTER (WHERE h.outcome = 'reduced') AS reduced,
                  coalesce(sum(h.persons_removed), 0) AS persons_removed,
                  coalesce(sum(h.monthly_amount - h.amount_after), 0) AS saved
                FROM entitlement.village v
                LEFT JOIN entitlement.household h ON h.run = v.run AND h.township = v.township AND h.village = v.village
                WHERE v.run = ?
                GROUP BY v.township, v.village, v.households, v.persons
                ORDER BY v.township, v.village
                """)
                .param(run)
                .query((row, number) -> new Entitlement.Village(
                        row.getString("township"),
                        row.getString("village"),
                        row.getInt("households"),
                        row.getInt("persons"),
                        row.getInt("found"),
                        row.getBigDecimal("at_stake"),
                        row.getInt("decided"),
                        row.getInt("stopped"),
                        row.getInt("reduced"),
                        row.getInt("persons_removed"),
                        row.getBigDecimal("saved")))
                .list();
    }

    /** A count of households of an approver. */
    record Approved(UUID approver, int households, int undeclared) {}

    List<Approved> approvers(UUID run) {
        return database.sql("""
                SELECT approver, count(*) AS households, count(*) FILTER (WHERE undeclared) AS undeclared
                FROM entitlement.household WHERE run = ? AND approver IS NOT NULL
                GROUP BY approver ORDER BY undeclared DESC, households DESC, approver
                """)
                .param(run)
                .query((row, number) ->
                        new Approved(id(row, "approver"), row.getInt("households"), row.getInt("undeclared")))
                .list();
    }

    void publish(UUID run, LocalDate on) {
        database.sql("UPDATE entitlement.review SET published_on = ? WHERE run = ?")
                .params(on, run)
                .update();
    }

    List<UUID> published() {
        return database.sql("""
                SELECT v.run FROM entitlement.review v JOIN measurement.run r ON r.id = v.run
                WHERE v.published_on IS NOT NULL ORDER BY r.number DESC
                """).query(UUID.class).list();
    }

    byte[] secret(byte[] fresh) {
        database.sql("INSERT INTO entitlement.secret (key) VALUES (?) ON CONFLICT DO NOTHING")
                .param(fresh)
                .update();
        return database.sql("SELECT key FROM entitlement.secret")
                .query(byte[].class)
                .single();
    }

    int failures(UUID household, LocalDate day) {
        return database.sql("SELECT failures FROM entitlement.attempt WHERE household = ? AND day = ?")
                .params(household, day)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void failed(UUID household, LocalDate day) {
        database.sql("""
                INSERT INTO entitlement.attempt (household, day, failures) VALUES (?, ?, 1)
                ON CONFLICT (household, day) DO UPDATE SET failures = entitlement.attempt.failures + 1
                """).params(household, day).update();
    }

    /** A household whose personal data is to go, with the entry that holds what it said. */
    record Due(UUID household, UUID run, Optional<Long> entry) {}

    List<Due> dueForErasure(LocalDate decidedBefore) {
        return database.sql("""
                SELECT id, run, reply_entry FROM entitlement.household
                WHERE state = 'decided' AND erased_on IS NULL AND decided_on < ?
                """)
                .param(decidedBefore)
                .query((row, number) -> new Due(
                        id(row, "id"), id(row, "run"), Optional.ofNullable(row.getObject("reply_entry", Long.class))))
                .list();
    }

    void erase(List<UUID> households, LocalDate on) {
        UUID[] ids = households.toArray(UUID[]::new);
        database.sql("""
                UPDATE entitlement.member SET name = '', id_number = '', account = '', person = 'erased ' || position
                WHERE household = ANY (?)
                """).param(ids).update();
        database.sql("UPDATE entitlement.household SET reply = NULL, reasons = '', erased_on = ? WHERE id = ANY (?)")
                .params(on, ids)
                .update();
    }

    /** Runs whose households are all decided and erased. */
    List<UUID> datasetsErased() {
        return database.sql("""
                SELECT DISTINCT r.dataset FROM measurement.run r JOIN measurement.dataset d ON d.id = r.dataset
                WHERE d.erased_on IS NULL AND EXISTS (SELECT 1 FROM entitlement.household h WHERE h.run = r.id)
                  AND NOT EXISTS (SELECT 1 FROM entitlement.household h JOIN measurement.run o ON o.id = h.run
                                  WHERE o.dataset = r.dataset AND h.erased_on IS NULL)
                """).query(UUID.class).list();
    }

    BigDecimal sum(String figure, int year, LocalDate asOf) {
        return database.sql("SELECT coalesce(" + figure + ", 0) FROM entitlement.household"
                        + " WHERE state = 'decided' AND extract(year FROM decided_on) = ? AND decided_on <= ?")
                .params(year, asOf)
                .query(BigDecimal.class)
                .single();
    }

    List<Long> decisions(int year, LocalDate asOf) {
        return database.sql("""
                SELECT DISTINCT decision_entry FROM entitlement.household
                WHERE state = 'decided' AND outcome <> 'kept' AND extract(year FROM decided_on) = ? AND decided_on <= ?
                ORDER BY decision_entry
                """).params(year, asOf).query(Long.class).list();
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
