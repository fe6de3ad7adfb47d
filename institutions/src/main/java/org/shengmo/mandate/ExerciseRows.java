package org.shengmo.mandate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shengmo.mandate.Exercise.State;
import org.shengmo.mandate.Exercise.Step;
import org.shengmo.mandate.Exercise.StepState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of exercises and their steps. */
@Component
class ExerciseRows {

    private final JdbcClient database;
    private final CatalogueRows catalogue;

    ExerciseRows(JdbcClient database, CatalogueRows catalogue) {
        this.database = database;
        this.catalogue = catalogue;
    }

    void insert(Exercise exercise, UUID begunBy, long entry) {
        database.sql("""
                INSERT INTO mandate.exercise (id, receipt, version, body, applicant, applicant_person, matter, begun_on, begun_by, due,
                  instance, state, entry)
                VALUES (:id, :receipt, :version, :body, :applicant, :person, :matter, :on, :by, :due, :instance, 'running', :entry)
                """)
                .param("id", exercise.id())
                .param("receipt", exercise.receipt())
                .param("version", exercise.item().version())
                .param("body", exercise.body())
                .param("applicant", exercise.applicant())
                .param("person", exercise.applicantPerson(), Types.OTHER)
                .param("matter", exercise.matter())
                .param("on", exercise.begunOn())
                .param("by", begunBy, Types.OTHER)
                .param("due", exercise.due())
                .param("instance", exercise.instance())
                .param("entry", entry)
                .update();
    }

    void insert(UUID exercise, Step step) {
        database.sql("""
                INSERT INTO mandate.step (id, exercise, node, name, owner, duty, begun_on, due, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open')
                """)
                .params(
                        step.id(),
                        exercise,
                        step.node(),
                        step.name(),
                        step.owner(),
                        step.duty(),
                        step.begunOn(),
                        step.due())
                .update();
    }

    void close(UUID step, StepState state, LocalDate on, UUID by, String answer, String account, Long entry) {
        database.sql("""
                UPDATE mandate.step SET state = :state, closed_on = :on, closed_by = :by, answer = :answer, account = :account,
                  entry = :entry
                WHERE id = :id
                """)
                .param("id", step)
                .param("state", code(state))
                .param("on", on)
                .param("by", by, Types.OTHER)
                .param("answer", answer)
                .param("account", account)
                .param("entry", entry, Types.BIGINT)
                .update();
    }

    /** Another post, another duty; the day it is due stays. */
    void handOn(UUID step, UUID owner, UUID delegatedBy, UUID duty) {
        database.sql("UPDATE mandate.step SET owner = :owner, delegated_by = :by, duty = :duty WHERE id = :id")
                .param("id", step)
                .param("owner", owner)
                .param("by", delegatedBy, Types.OTHER)
                .param("duty", duty)
                .update();
    }

    void stopClock(UUID exercise, UUID step, int daysLeft) {
        database.sql("UPDATE mandate.step SET state = 'waiting', duty = NULL, working_days_left = ? WHERE id = ?")
                .params(daysLeft, step)
                .update();
        state(exercise, State.WAITING);
    }

    void startClock(UUID exercise, UUID step, UUID duty, LocalDate due, LocalDate wholeDue) {
        database.sql("UPDATE mandate.step SET state = 'open', duty = ?, due = ?, working_days_left = NULL WHERE id = ?")
                .params(duty, due, step)
                .update();
        database.sql("UPDATE mandate.exercise SET due = ? WHERE id = ?")
                .params(wholeDue, exercise)
                .update();
        state(exercise, State.RUNNING);
    }

    private void state(UUID exercise, State state) {
        database.sql("UPDATE mandate.exercise SET state = ? WHERE id = ?")
                .params(state.name().toLowerCase(Locale.ROOT), exercise)
                .update();
    }

    void ended(UUID exercise, String result, LocalDate on) {
        database.sql("UPDATE mandate.exercise SET state = 'ended', result = ?, ended_on = ? WHERE id = ?")
                .params(result, on, exercise)
                .update();
    }

    void recused(UUID exercise, UUID person, String reasons) {
        database.sql("INSERT INTO mandate.recusal (exercise, person, reasons) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(exercise, person, reasons)
                .update();
    }

    boolean hasRecused(UUID exercise, UUID person) {
        return database.sql("SELECT count(*) FROM mandate.recusal WHERE exercise = ? AND person = ?")
                        .params(exercise, person)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Locks the exercise of a step, or finds none. */
    Optional<Exercise> lockOfStep(UUID step) {
        return database.sql("""
                SELECT e.id FROM mandate.exercise e
                WHERE e.id = (SELECT exercise FROM mandate.step WHERE id = ?) FOR UPDATE
                """).param(step).query(UUID.class).optional().flatMap(this::exercise);
    }

    Optional<Exercise> lockByReceipt(String receipt) {
        return database.sql("SELECT id FROM mandate.exercise WHERE receipt = ? FOR UPDATE")
                .param(receipt)
                .query(UUID.class)
                .optional()
                .flatMap(this::exercise);
    }

    Optional<Exercise> byReceipt(String receipt) {
        return one("e.receipt = :value", receipt);
    }

    Optional<Exercise> exercise(UUID id) {
        return one("e.id = :value", id);
    }

    private Optional<Exercise> one(String where, Object value) {
        return database.sql("SELECT e.* FROM mandate.exercise e WHERE " + where)
                .param("value", value)
                .query((row, number) -> exercise(
                        row,
                        catalogue.version(row.getObject("version", UUID.class)).orElseThrow(),
                        steps(row.getObject("id", UUID.class))))
                .optional();
    }

    private List<Step> steps(UUID exercise) {
        return database.sql(
                        "SELECT * FROM mandate.step WHERE exercise = ? ORDER BY begun_on, closed_on NULLS LAST, name, id")
                .param(exercise)
                .query(ExerciseRows::step)
                .list();
    }

    List<Exercise> all(String where, Map<String, ?> values) {
        Map<UUID, ItemVersion> versions = catalogue.exercised(where, values).stream()
                .collect(Collectors.toMap(ItemVersion::version, Function.identity()));
        Map<UUID, List<Step>> steps = database
                .sql("SELECT s.* FROM mandate.step s JOIN mandate.exercise e ON e.id = s.exercise WHERE " + where)
                .params(values)
                .query((row, number) -> Map.entry(row.getObject("exercise", UUID.class), step(row, number)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return database.sql(
                        "SELECT e.* FROM mandate.exercise e WHERE " + where + " ORDER BY e.begun_on DESC, e.receipt")
                .params(values)
                .query((row, number) -> exercise(
                        row,
                        // one that began since the versions were read
                        versions.computeIfAbsent(
                                row.getObject("version", UUID.class),
                                version -> catalogue.version(version).orElseThrow()),
                        steps.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    private static Exercise exercise(ResultSet row, ItemVersion item, List<Step> steps) throws SQLException {
        return new Exercise(
                row.getObject("id", UUID.class),
                row.getString("receipt"),
                item,
                row.getObject("body", UUID.class),
                row.getString("applicant"),
                row.getObject("applicant_person", UUID.class),
                row.getString("matter"),
                row.getObject("begun_on", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getObject("instance", UUID.class),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("result"),
                row.getObject("ended_on", LocalDate.class),
                steps);
    }

    private static Step step(ResultSet row, int number) throws SQLException {
        return new Step(
                row.getObject("id", UUID.class),
                row.getString("node"),
                row.getString("name"),
                row.getObject("owner", UUID.class),
                row.getObject("delegated_by", UUID.class),
                row.getObject("duty", UUID.class),
                row.getObject("begun_on", LocalDate.class),
                row.getObject("due", LocalDate.class),
                StepState.valueOf(
                        row.getString("state").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getObject("closed_on", LocalDate.class),
                row.getObject("closed_by", UUID.class),
                row.getString("answer"),
                row.getString("account"),
                row.getObject("working_days_left", Integer.class));
    }

    private static String code(StepState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
