package org.shengmo.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.shengmo.docket.Kind;
import org.shengmo.docket.Subject;
import org.shengmo.wording.Citation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

/** Duties as rows. */
@Repository
class DutyRows {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final UUID NOBODY = new UUID(0, 0);

    private final JdbcClient database;
    private final Clock clock;

    DutyRows(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void insert(DutyDetails duty, UUID regular, List<Milestone> plan) {
        database.sql("""
                WITH owed AS (
                  INSERT INTO duty.duty (id, kind, title, owner_post, holder, creditor_body, clause, about_type, about_id,
                    begins, due, first_due, grace_until, terms, met_at, regular_id, state)
                  VALUES (:id, :kind, :title, :owner, :holder, :creditor, :clause, :about_type, :about_id,
                    :begins, :due, :first_due, :grace_until, :terms, :met_at, :regular, 'open'))
                INSERT INTO duty.milestone (duty_id, step, level, on_day)
                SELECT :id, t.step, t.level, t.on_day
                FROM unnest(:steps::text[], :levels::integer[], :days::text[]::date[]) AS t(step, level, on_day)
                """)
                .param("id", duty.id())
                .param("kind", duty.kind().code())
                .param("title", duty.title())
                .param("owner", duty.ownerPost())
                .param("holder", duty.holder())
                .param("creditor", duty.creditorBody())
                .param("clause", JSON.writeValueAsString(duty.clause()))
                .param("about_type", duty.about().type())
                .param("about_id", duty.about().id())
                .param("begins", duty.from())
                .param("due", duty.due())
                .param("first_due", duty.firstDue())
                .param("grace_until", duty.due().plusDays(duty.terms().graceDays()))
                .param("terms", JSON.writeValueAsString(duty.terms()))
                .param("met_at", duty.metAt())
                .param("regular", regular)
                .params(planned(plan))
                .update();
    }

    private static Map<String, Object> planned(List<Milestone> plan) {
        return Map.of(
                "steps", plan.stream().map(milestone -> milestone.step().name()).toArray(String[]::new),
                "levels", plan.stream().map(Milestone::level).toArray(Integer[]::new),
                "days",
                        plan.stream()
                                .map(milestone -> milestone.on().toString())
                                .toArray(String[]::new));
    }

    void close(UUID id, String state, LocalDate on, UUID metBy, String account, List<UUID> attachments) {
        database.sql("""
                WITH gone AS (DELETE FROM duty.milestone WHERE duty_id = :id)
                UPDATE duty.duty SET state = :state, closed_on = :on, met_by = :met_by, account = :account,
                  attachments = :attachments
                WHERE id = :id
                """)
                .param("id", id)
                .param("state", state)
                .param("on", on)
                .param("met_by", metBy)
                .param("account", account)
                .param("attachments", attachments.toArray(UUID[]::new))
                .update();
    }

    void extend(DutyDetails duty, LocalDate due, List<Milestone> plan) {
        database.sql("DELETE FROM duty.milestone WHERE duty_id = :id")
                .param("id", duty.id())
                .update();
        database.sql("""
                WITH extended AS (
                  UPDATE duty.duty SET due = :due, grace_until = :grace_until WHERE id = :id)
                INSERT INTO duty.milestone (duty_id, step, level, on_day)
                SELECT :id, t.step, t.level, t.on_day
                FROM unnest(:steps::text[], :levels::integer[], :days::text[]::date[]) AS t(step, level, on_day)
                """)
                .param("id", duty.id())
                .param("due", due)
                .param("grace_until", due.plusDays(duty.terms().graceDays()))
                .params(planned(plan))
                .update();
    }

    /** The duty, locked until the transaction ends. */
    Optional<Duty> lock(UUID id) {
        return database.sql("SELECT d.* FROM duty.duty d WHERE d.id = :id FOR UPDATE")
                .param("id", id)
                .query(this::duty)
                .optional();
    }

    Optional<Duty> byId(UUID id) {
        return database.sql("SELECT d.* FROM duty.duty d WHERE d.id = :id")
                .param("id", id)
                .query(this::duty)
                .optional();
    }

    /**
     * What lies near a reader.
     *
     * @param person the holder
     * @param post the owning post
     * @param owners owning posts within reach
     * @param creditors bodies within reach that it is owed to
     */
    record Near(UUID person, UUID post, Collection<UUID> owners, Collection<UUID> creditors) {

        void narrow(List<String> conditions, Map<String, Object> values) {
            conditions.add("""
                    (d.holder = :near_person::uuid OR d.owner_post = :near_post::uuid
                      OR d.owner_post = ANY (:near_owners) OR d.creditor_body = ANY (:near_creditors))
                    """);
            values.put("near_person", String.valueOf(person == null ? NOBODY : person));
            values.put("near_post", String.valueOf(post == null ? NOBODY : post));
            values.put("near_owners", owners.toArray(UUID[]::new));
            values.put("near_creditors", creditors.toArray(UUID[]::new));
        }
    }

    /**
     * The duties that a filter means.
     *
     * @param near only those near a reader; null for all
     */
    List<Duty> find(DutyFilter filter, Near near) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> values = new TreeMap<>();
        any(conditions, values, "d.owner_post", "owners", filter.owners().toArray(UUID[]::new));
        any(
                conditions,
                values,
                "d.creditor_body",
                "creditors",
                filter.creditors().toArray(UUID[]::new));
        any(
                conditions,
                values,
                "d.kind",
                "kinds",
                filter.kinds().stream().map(Kind::code).toArray(String[]::new));
        any(
                conditions,
                values,
                "d.about_id",
                "about",
                filter.about().stream().map(Subject::id).toArray(UUID[]::new));
        if (filter.open() != null) {
            conditions.add(filter.open() ? "d.state = 'open'" : "d.state <> 'open'");
        }
        if (filter.dueFrom() != null) {
            conditions.add("d.due >= :due_from");
            values.put("due_from", filter.dueFrom());
        }
        if (filter.dueUntil() != null) {
            conditions.add("d.due <= :due_until");
            values.put("due_until", filter.dueUntil());
        }
        if (filter.holder() != null) {
            conditions.add("d.holder = :holder");
            values.put("holder", filter.holder());
        }
        if (!filter.words().isBlank()) {
            conditions.add("strpos(lower(d.title), lower(:words)) > 0");
            values.put("words", filter.words().strip());
        }
        if (near != null) {
            near.narrow(conditions, values);
        }
        return database.sql("SELECT d.* FROM duty.duty d WHERE " + String.join(" AND ", conditions)
                        + " ORDER BY d.due, d.title, d.id")
                .params(values)
                .query(this::duty)
                .list();
    }

    private static void any(
            List<String> conditions, Map<String, Object> values, String column, String name, Object[] wanted) {
        if (wanted.length > 0) {
            conditions.add(column + " = ANY (:" + name + ")");
            values.put(name, wanted);
        }
    }

    /**
     * A milestone that was reached.
     *
     * @param duty whose
     * @param milestone which
     */
    record Reached(DutyDetails duty, Milestone milestone) {}

    /** Marks what the days up to one brought to open duties, and gives what was not marked before, in order of date. */
    List<Reached> reach(LocalDate day) {
        return database.sql("""
                WITH reached AS (
                  UPDATE duty.milestone m SET reached = :day
                  FROM duty.duty d
                  WHERE d.id = m.duty_id AND d.state = 'open' AND m.reached IS NULL AND m.on_day <= :day
                  RETURNING m.duty_id, m.step, m.level, m.on_day)
                SELECT d.*, r.step, r.level, r.on_day
                FROM reached r JOIN duty.duty d ON d.id = r.duty_id
                ORDER BY r.on_day, d.due, d.id,
                  array_position(ARRAY['BEGIN', 'REMIND', 'OVERDUE', 'ESCALATE'], r.step), r.level
                """)
                .param("day", day)
                .query((row, number) -> new Reached(
                        details(row),
                        new Milestone(
                                Milestone.Step.valueOf(row.getString("step")),
                                row.getInt("level"),
                                row.getObject("on_day", LocalDate.class))))
                .list();
    }

    List<OverdueDuty> breach(LocalDate day) {
        return database.sql("""
                WITH breached AS (
                  UPDATE duty.duty d SET breached_on = :day
                  WHERE d.state = 'open' AND d.breached_on IS NULL AND d.grace_until < :day
                  RETURNING d.*)
                SELECT * FROM breached ORDER BY due, id
                """)
                .param("day", day)
                .query((row, number) -> new OverdueDuty(details(row), true))
                .list();
    }

    /**
     * Who is on the rows as the holder of open duties.
     *
     * @param post the owning post
     * @param holder the person on the rows; null for none
     */
    record Holding(UUID post, UUID holder) {}

    List<Holding> holdings() {
        return database.sql("SELECT DISTINCT owner_post, holder FROM duty.duty WHERE state = 'open'")
                .query((row, number) ->
                        new Holding(row.getObject("owner_post", UUID.class), row.getObject("holder", UUID.class)))
                .list();
    }

    /** Puts another holder on a post's open duties and gives these. */
    List<UUID> handOver(Holding from, UUID to) {
        return database.sql("""
                UPDATE duty.duty SET holder = :to
                WHERE state = 'open' AND owner_post = :post AND holder IS NOT DISTINCT FROM :from
                RETURNING id
                """)
                .param("to", to, java.sql.Types.OTHER)
                .param("post", from.post())
                .param("from", from.holder(), java.sql.Types.OTHER)
                .query(UUID.class)
                .list();
    }

    private Duty duty(ResultSet row, int number) throws SQLException {
        DutyDetails details = details(row);
        LocalDate closed = row.getObject("closed_on", LocalDate.class);
        return switch (row.getString("state")) {
            case "met" -> new MetDuty(details, closed, evidence(row));
            case "withdrawn" -> new WithdrawnDuty(details, closed, row.getString("account"));
            default ->
                details.due().isBefore(LocalDate.now(clock))
                        ? new OverdueDuty(details, row.getObject("breached_on") != null)
                        : new RunningDuty(details);
        };
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(row.getObject("met_by", UUID.class), row.getString("account"), List.of((UUID[])
                row.getArray("attachments").getArray()));
    }

    private static DutyDetails details(ResultSet row) throws SQLException {
        return new DutyDetails(
                row.getObject("id", UUID.class),
                new Kind(row.getString("kind")),
                row.getString("title"),
                row.getObject("owner_post", UUID.class),
                row.getObject("holder", UUID.class),
                row.getObject("creditor_body", UUID.class),
                JSON.readValue(row.getString("clause"), Citation.class),
                new Subject(row.getString("about_type"), row.getObject("about_id", UUID.class)),
                row.getObject("begins", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getObject("first_due", LocalDate.class),
                JSON.readValue(row.getString("terms"), DutyTerms.class),
                row.getString("met_at"));
    }
}
